/**
 * Zones: what a person wrote → read and linted, all faults at once → numbered and kept → answered; and the versions by which
 * captures are placed, as billing places them.
 */
@NullMarked
package io.plateflow.stats.zones;

import org.jspecify.annotations.NullMarked;
