package io.plateflow.domain.tariff;

/**
 * What is odd about a tariff that is in order.
 *
 * @param field where, {@code bands[0].steps[1].to}
 * @param code stable, for programs
 * @param message what it leads to, for the person who wrote it
 */
public record Warning(String field, String code, String message) {}
