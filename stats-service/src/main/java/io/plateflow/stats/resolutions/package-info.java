/** A person decides what the machine could not: body → checks against the stay → command on the topic → accepted. */
@NullMarked
package io.plateflow.stats.resolutions;

import org.jspecify.annotations.NullMarked;
