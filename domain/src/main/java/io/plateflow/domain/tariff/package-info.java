/**
 * A draft in, a {@link Tariff} or its faults out ({@link TariffLint}); a stay and the version in force at its opening
 * ({@link Tariffs}, {@link Vehicles}) in, a {@link Price} with the lines that explain it out ({@link Rating}).
 */
@NullMarked
package io.plateflow.domain.tariff;

import org.jspecify.annotations.NullMarked;
