/**
 * Money received for a stay: body → checks against what is owed, payments on their way included → a claim, which one of those
 * who ask at once has → command on the topic → accepted.
 */
@NullMarked
package io.plateflow.stats.settlements;

import org.jspecify.annotations.NullMarked;
