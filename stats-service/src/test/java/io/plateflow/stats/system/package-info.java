/** Tests of how the pipeline says it is doing. */
@NullMarked
package io.plateflow.stats.system;

import org.jspecify.annotations.NullMarked;
