/** Tests of having rejected photos read again. */
@NullMarked
package io.plateflow.stats.retries;

import org.jspecify.annotations.NullMarked;
