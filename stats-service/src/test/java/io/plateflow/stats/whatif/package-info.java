@NullMarked
package io.plateflow.stats.whatif;

import org.jspecify.annotations.NullMarked;
