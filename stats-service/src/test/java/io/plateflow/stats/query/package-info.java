/** Questions against a real broker and a real database. */
@NullMarked
package io.plateflow.stats.query;

import org.jspecify.annotations.NullMarked;
