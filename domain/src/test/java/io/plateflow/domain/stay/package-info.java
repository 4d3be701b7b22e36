/** Tests of {@code io.plateflow.domain.stay}. */
@NullMarked
package io.plateflow.domain.stay;

import org.jspecify.annotations.NullMarked;
