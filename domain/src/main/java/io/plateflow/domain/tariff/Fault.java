package io.plateflow.domain.tariff;

/**
 * Why a draft is no tariff.
 *
 * @param field where, {@code bands[0].steps[1].to}
 * @param code stable, for programs
 * @param message what to do, for the person who wrote it
 */
public record Fault(String field, String code, String message) {}
