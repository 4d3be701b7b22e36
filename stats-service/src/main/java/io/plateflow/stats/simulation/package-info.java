/** A draft of a tariff against recorded stays: read by the thousand → priced → summed by day. Nothing is stored. */
@NullMarked
package io.plateflow.stats.simulation;

import org.jspecify.annotations.NullMarked;
