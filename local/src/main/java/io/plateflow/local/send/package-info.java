/**
 * Sending photos from a terminal: {@link Send} finds them, {@link io.plateflow.client.PlateflowClient} posts them and asks for their plates
 * over the public HTTP interfaces, {@link Report} prints what became of each.
 */
@NullMarked
package io.plateflow.local.send;

import org.jspecify.annotations.NullMarked;
