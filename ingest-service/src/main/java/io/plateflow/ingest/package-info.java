/**
 * The gateway: photos over HTTP in, captures on Kafka out.
 *
 * <p>In: {@code CaptureServlet} brings key and body to {@code Reception}, which asks {@code Doorkeeper} and reads the
 * body without holding a thread; other addresses bring theirs to it with an understanding of their own. Decide:
 * {@code CaptureIntake} asks {@code CaptureRules}, which is pure. Out: {@code CapturePublisher} answers once all in-sync
 * replicas have the record; nothing is accepted before.
 */
@NullMarked
package io.plateflow.ingest;

import org.jspecify.annotations.NullMarked;
