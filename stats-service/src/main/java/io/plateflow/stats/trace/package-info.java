/** How a charge came to be: photo → reading → stay → price → payments, and every revision before it. */
@NullMarked
package io.plateflow.stats.trace;

import org.jspecify.annotations.NullMarked;
