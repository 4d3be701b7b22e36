/** Cameras: what their photos tell of them. */
@NullMarked
package io.plateflow.stats.cameras;

import org.jspecify.annotations.NullMarked;
