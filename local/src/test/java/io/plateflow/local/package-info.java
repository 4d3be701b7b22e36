/** Tests of the one-command run, with real processes. */
@NullMarked
package io.plateflow.local;

import org.jspecify.annotations.NullMarked;
