/** When cameras were heard of. */
@NullMarked
package io.plateflow.stats.signals;

import org.jspecify.annotations.NullMarked;
