@NullMarked
package io.plateflow.stats.materialise;

import org.jspecify.annotations.NullMarked;
