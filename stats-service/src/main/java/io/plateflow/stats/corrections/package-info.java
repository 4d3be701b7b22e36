/** A person says what a plate is: body → checks → numbered in the database → on the topic of readings, sooner or later. */
@NullMarked
package io.plateflow.stats.corrections;

import org.jspecify.annotations.NullMarked;
