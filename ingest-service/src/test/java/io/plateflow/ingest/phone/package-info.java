/** The phone page as wardens use it, and what it asks of the gateway. */
@NullMarked
package io.plateflow.ingest.phone;

import org.jspecify.annotations.NullMarked;
