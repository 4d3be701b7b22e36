/** What the rules of the house must catch. */
@NullMarked
package io.plateflow.ingest.breach;

import org.jspecify.annotations.NullMarked;
