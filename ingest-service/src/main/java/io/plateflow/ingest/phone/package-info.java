/**
 * The wardens' phone page and what it asks for.
 *
 * <p>In: {@code ReadingFeed} follows how captures ended. Kept: {@code RecentReadings}, in bounded memory. Out: {@code
 * ResultServlet} answers what was read, and takes a warden's word on it, which {@code Declarations} publishes; {@code
 * PhonePage} serves the page itself, which needs nothing else of the network.
 */
@NullMarked
package io.plateflow.ingest.phone;

import org.jspecify.annotations.NullMarked;
