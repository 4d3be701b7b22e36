@NullMarked
package io.plateflow.stats.zones;

import org.jspecify.annotations.NullMarked;
