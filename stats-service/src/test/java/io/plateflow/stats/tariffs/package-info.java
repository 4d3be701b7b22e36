@NullMarked
package io.plateflow.stats.tariffs;

import org.jspecify.annotations.NullMarked;
