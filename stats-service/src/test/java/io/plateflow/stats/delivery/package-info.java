/** Tests of putting records on topics. */
@NullMarked
package io.plateflow.stats.delivery;

import org.jspecify.annotations.NullMarked;
