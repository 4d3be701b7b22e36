/** Questions over HTTP: parameters → one class per question → rows → JSON. */
@NullMarked
package io.plateflow.stats.query;

import org.jspecify.annotations.NullMarked;
