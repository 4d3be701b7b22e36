/**
 * Captures in, readings out: take one capture from the share group → read its plate → publish one end → acknowledge.
 *
 * <p>A capture is acknowledged only once its end is on {@code readings} in all in-sync replicas. A worker that dies
 * before that leaves the capture to another; one that dies between the two ends it twice, and the first end wins.
 */
@NullMarked
package io.plateflow.ocr;

import org.jspecify.annotations.NullMarked;
