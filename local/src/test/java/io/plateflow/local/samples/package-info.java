@NullMarked
package io.plateflow.local.samples;

import org.jspecify.annotations.NullMarked;
