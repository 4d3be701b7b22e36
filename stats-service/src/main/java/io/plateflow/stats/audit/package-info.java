/**
 * Who did what: an act, its caller → a row without plates in clear. A command's row is there before the command is; what
 * changes rows here has its row in the same transaction; what is only read is noted once an hour.
 */
@NullMarked
package io.plateflow.stats.audit;

import org.jspecify.annotations.NullMarked;
