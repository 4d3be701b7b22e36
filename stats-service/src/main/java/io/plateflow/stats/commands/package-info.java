/** What people ask of billing, on its way: body → checks → command on the topic → accepted. */
@NullMarked
package io.plateflow.stats.commands;

import org.jspecify.annotations.NullMarked;
