@NullMarked
package io.plateflow.local.send;

import org.jspecify.annotations.NullMarked;
