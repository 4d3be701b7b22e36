/** Places: coordinates, maps links, zones. */
@NullMarked
package io.plateflow.domain.place;

import org.jspecify.annotations.NullMarked;
