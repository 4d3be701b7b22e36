@NullMarked
package io.plateflow.stats.audit;

import org.jspecify.annotations.NullMarked;
