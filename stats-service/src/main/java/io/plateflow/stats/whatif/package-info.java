/** What a change would do to recorded stays: rows → priced by what would be in force → tallied. Nothing is stored. */
@NullMarked
package io.plateflow.stats.whatif;

import org.jspecify.annotations.NullMarked;
