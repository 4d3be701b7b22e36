@NullMarked
package io.plateflow.stats.accounts;

import org.jspecify.annotations.NullMarked;
