/** Tariffs: a price with the lines that explain it. */
@NullMarked
package io.plateflow.domain.tariff;

import org.jspecify.annotations.NullMarked;
