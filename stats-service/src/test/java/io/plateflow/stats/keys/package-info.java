/** Keys of cameras, wardens and clients. */
@NullMarked
package io.plateflow.stats.keys;

import org.jspecify.annotations.NullMarked;
