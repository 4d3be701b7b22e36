@NullMarked
package io.plateflow.stats.photos;

import org.jspecify.annotations.NullMarked;
