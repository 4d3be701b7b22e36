/** What the rules of the house must catch. */
@NullMarked
package io.plateflow.stats.breach;

import org.jspecify.annotations.NullMarked;
