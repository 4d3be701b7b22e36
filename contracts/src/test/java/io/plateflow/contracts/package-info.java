@NullMarked
package io.plateflow.contracts;

import org.jspecify.annotations.NullMarked;
