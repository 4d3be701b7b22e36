@NullMarked
package io.plateflow.client;

import org.jspecify.annotations.NullMarked;
