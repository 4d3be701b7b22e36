/** What the rules of the house must catch. */
@NullMarked
package io.plateflow.billing.breach;

import org.jspecify.annotations.NullMarked;
