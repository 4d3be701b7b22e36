/**
 * Plateflow from outside: a {@link Photo} goes to the gateway by way of {@link PlateflowClient}, which says whether it is
 * kept; its plate, stay and charge are asked for by the id that it got.
 *
 * <p>Nothing here depends on the rest of Plateflow.
 */
@NullMarked
package io.plateflow.client;

import org.jspecify.annotations.NullMarked;
