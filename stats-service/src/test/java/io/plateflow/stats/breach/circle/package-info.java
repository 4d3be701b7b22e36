/** A package that needs the one that needs it. */
@NullMarked
package io.plateflow.stats.breach.circle;

import org.jspecify.annotations.NullMarked;
