@NullMarked
package io.plateflow.stats.vehicles;

import org.jspecify.annotations.NullMarked;
