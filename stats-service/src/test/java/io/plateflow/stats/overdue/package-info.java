@NullMarked
package io.plateflow.stats.overdue;

import org.jspecify.annotations.NullMarked;
