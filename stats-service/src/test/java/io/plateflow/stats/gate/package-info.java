@NullMarked
package io.plateflow.stats.gate;

import org.jspecify.annotations.NullMarked;
