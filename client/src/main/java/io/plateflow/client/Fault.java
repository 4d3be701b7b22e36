package io.plateflow.client;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param code stable, for programs
 * @param field the parameter, header or part that is meant; null when it is the whole request
 * @param detail a sentence for people
 */
public record Fault(String code, @Nullable String field, String detail) {}
