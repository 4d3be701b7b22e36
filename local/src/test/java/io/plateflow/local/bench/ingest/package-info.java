@NullMarked
package io.plateflow.local.bench.ingest;

import org.jspecify.annotations.NullMarked;
