/** The gateway's tests. */
@NullMarked
package io.plateflow.ingest;

import org.jspecify.annotations.NullMarked;
