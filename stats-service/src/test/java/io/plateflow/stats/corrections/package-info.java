@NullMarked
package io.plateflow.stats.corrections;

import org.jspecify.annotations.NullMarked;
