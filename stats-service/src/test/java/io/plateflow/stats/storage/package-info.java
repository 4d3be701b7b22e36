@NullMarked
package io.plateflow.stats.storage;

import org.jspecify.annotations.NullMarked;
