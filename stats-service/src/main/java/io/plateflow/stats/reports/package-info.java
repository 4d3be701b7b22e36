/** What a period came to, with everything that one must know to trust the figures: basis, time zone, up to when, what is open. */
@NullMarked
package io.plateflow.stats.reports;

import org.jspecify.annotations.NullMarked;
