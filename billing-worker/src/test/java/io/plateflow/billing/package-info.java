/** The flow under a driver without a broker, and on a real one. */
@NullMarked
package io.plateflow.billing;

import org.jspecify.annotations.NullMarked;
