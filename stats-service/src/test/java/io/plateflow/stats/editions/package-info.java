@NullMarked
package io.plateflow.stats.editions;

import org.jspecify.annotations.NullMarked;
