/** Rejected photos that a person wants read again: rows → refusals → on their topic as the next attempt. */
@NullMarked
package io.plateflow.stats.retries;

import org.jspecify.annotations.NullMarked;
