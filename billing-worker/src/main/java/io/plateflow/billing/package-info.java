/**
 * Billing: readings and commands in, the stays of each plate in each zone worked out anew, stays and charges out.
 *
 * <p>{@link io.plateflow.billing.BillingTopology} is the flow, {@link io.plateflow.billing.Ledger} the step that
 * decides, {@link io.plateflow.billing.Changes} what is said. State, output and offsets commit in one transaction.
 */
@NullMarked
package io.plateflow.billing;

import org.jspecify.annotations.NullMarked;
