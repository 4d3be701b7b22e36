/**
 * The real ledger against a small model of what Kafka gives it: a log, a changelog, and transactions that write output,
 * state and offset as one.
 *
 * <p>{@link io.plateflow.billing.simulation.Simulation} plays one history from one seed;
 * {@link io.plateflow.billing.simulation.Commit} says how a transaction is written, well and badly.
 */
@NullMarked
package io.plateflow.billing.simulation;

import org.jspecify.annotations.NullMarked;
