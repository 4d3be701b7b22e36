@NullMarked
package io.plateflow.stats.erasure;

import org.jspecify.annotations.NullMarked;
