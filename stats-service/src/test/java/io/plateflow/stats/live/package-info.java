@NullMarked
package io.plateflow.stats.live;

import org.jspecify.annotations.NullMarked;
