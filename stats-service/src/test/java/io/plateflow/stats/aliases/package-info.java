@NullMarked
package io.plateflow.stats.aliases;

import org.jspecify.annotations.NullMarked;
