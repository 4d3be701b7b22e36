/** Who may sign in, and as what: an administrator's or a user's own word → rules → rows; every request asks them. */
@NullMarked
package io.plateflow.stats.accounts;

import org.jspecify.annotations.NullMarked;
