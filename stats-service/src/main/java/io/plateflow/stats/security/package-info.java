/** Who may ask: a session for pages, HTTP Basic for programs, three roles. */
@NullMarked
package io.plateflow.stats.security;

import org.jspecify.annotations.NullMarked;
