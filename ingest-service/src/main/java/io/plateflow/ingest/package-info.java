/**
 * The gateway: photos over HTTP in, captures on Kafka out.
 *
 * <p>In: {@code CaptureServlet} asks {@code Doorkeeper} and reads the body without holding a thread. Decide:
 * {@code CaptureIntake} asks {@code CaptureRules}, which is pure. Out: {@code CapturePublisher} answers once all in-sync
 * replicas have the record; nothing is accepted before.
 */
@NullMarked
package io.plateflow.ingest;

import org.jspecify.annotations.NullMarked;
