/** A second opinion on charges: plain, slow, and written apart from the rules that it checks. */
@NullMarked
package io.plateflow.domain.oracle;

import org.jspecify.annotations.NullMarked;
