/**
 * The broker and the database without an installation: a KRaft node in this process, MariaDB's server as a child of it.
 *
 * <p>Both keep their data in a directory, listen on the loopback address only and end with a checkpoint when closed.
 */
@NullMarked
package io.plateflow.embedded;

import org.jspecify.annotations.NullMarked;
