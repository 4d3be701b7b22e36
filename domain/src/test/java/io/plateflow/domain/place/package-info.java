/** Tests of {@code io.plateflow.domain.place}. */
@NullMarked
package io.plateflow.domain.place;

import org.jspecify.annotations.NullMarked;
