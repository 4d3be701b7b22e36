@NullMarked
package io.plateflow.local.bench;

import org.jspecify.annotations.NullMarked;
