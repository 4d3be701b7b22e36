@NullMarked
package io.plateflow.stats.simulation;

import org.jspecify.annotations.NullMarked;
