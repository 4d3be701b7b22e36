/**
 * Plateflow on one machine, by one command: {@link io.plateflow.local.Supervisor} checks what must be there, starts broker
 * and database, then the services as processes of their own, and keeps them running until it ends.
 */
@NullMarked
package io.plateflow.local;

import org.jspecify.annotations.NullMarked;
