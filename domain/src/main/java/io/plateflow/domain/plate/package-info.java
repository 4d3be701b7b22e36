/** Plates: normal form, fold key, the grammars of the countries. */
@NullMarked
package io.plateflow.domain.plate;

import org.jspecify.annotations.NullMarked;
