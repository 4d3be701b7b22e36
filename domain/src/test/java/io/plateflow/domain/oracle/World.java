package io.plateflow.domain.oracle;

import java.time.Instant;

/** A small invented world: what happened, and when one looks at it. */
public record World(Facts facts, Instant now) {}
