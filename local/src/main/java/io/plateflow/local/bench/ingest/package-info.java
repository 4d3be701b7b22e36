/**
 * What the gateway costs beside the least that HTTP into Kafka can cost: {@link UniqueJpeg} → {@link Load} over {@link Wire}s
 * → the gateway, then {@link BareGateway}, in turns → {@link IngestBench} compares.
 */
@NullMarked
package io.plateflow.local.bench.ingest;

import org.jspecify.annotations.NullMarked;
