/**
 * The exit gate: photos of one camera → what each vehicle owes, or which stay it may belong to → its payment, once → commands
 * on the topic.
 */
@NullMarked
package io.plateflow.stats.gate;

import org.jspecify.annotations.NullMarked;
