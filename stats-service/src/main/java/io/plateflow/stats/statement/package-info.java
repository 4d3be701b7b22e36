/** The <i>Constancia de cobro</i>: a charge and what it rests on, as a page to print. */
@NullMarked
package io.plateflow.stats.statement;

import org.jspecify.annotations.NullMarked;
