/**
 * What the services say to each other: the topics, the events on them and how both are written.
 *
 * <p>JSON evolves by optional fields only; the golden files of the tests prove that yesterday's still reads.
 */
@NullMarked
package io.plateflow.contracts;

import org.jspecify.annotations.NullMarked;
