package io.plateflow.billing.simulation;

import io.plateflow.billing.simulation.Partition.Change;
import io.plateflow.contracts.ChargeEvent;
import java.util.List;

/**
 * What one transaction writes.
 *
 * @param epoch of the worker
 * @param changes to the stores
 * @param charges said
 * @param offset of the entry to go on from
 */
record Effects(int epoch, List<Change> changes, List<ChargeEvent> charges, int offset) {}
