/** Tests of {@code io.plateflow.domain.tariff}. */
@NullMarked
package io.plateflow.domain.tariff;

import org.jspecify.annotations.NullMarked;
