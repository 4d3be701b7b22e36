/** How MySQL is reached and how ids and times stand in its columns. */
@NullMarked
package io.plateflow.stats.storage;

import org.jspecify.annotations.NullMarked;
