/** Photos as they may be shown: the plate alone, or the whole without other people's plates. */
@NullMarked
package io.plateflow.stats.photos;

import org.jspecify.annotations.NullMarked;
