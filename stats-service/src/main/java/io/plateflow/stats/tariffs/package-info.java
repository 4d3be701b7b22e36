/** Tariffs: what a person wrote → read and linted, all faults at once → numbered and kept → answered. */
@NullMarked
package io.plateflow.stats.tariffs;

import org.jspecify.annotations.NullMarked;
