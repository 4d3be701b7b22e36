/** Topics into MySQL; from MySQL figures, lists, photos and live events; from people, commands. */
@NullMarked
package io.plateflow.stats;

import org.jspecify.annotations.NullMarked;
