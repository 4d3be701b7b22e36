/**
 * Deletes what has been kept long enough. In: captures in the order in which they came, zone by zone. Decide: whose time is over,
 * less what a claim may still need. Out: photos first, later all that tells of a vehicle that never stayed; each in
 * transactions of few rows, with what totals carry over. Nothing is counted anew by it, and nothing comes back by a replay.
 */
@NullMarked
package io.plateflow.stats.retention;

import org.jspecify.annotations.NullMarked;
