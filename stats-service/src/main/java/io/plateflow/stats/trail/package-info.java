/** Who asks who did what: filters → rows of the audit, newest first, as JSON or CSV; asking is on record too. */
@NullMarked
package io.plateflow.stats.trail;

import org.jspecify.annotations.NullMarked;
