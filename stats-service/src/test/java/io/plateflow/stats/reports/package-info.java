@NullMarked
package io.plateflow.stats.reports;

import org.jspecify.annotations.NullMarked;
