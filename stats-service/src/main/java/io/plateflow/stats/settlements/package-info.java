/** Money received for a stay: body → checks against the charge → command on the topic → accepted. */
@NullMarked
package io.plateflow.stats.settlements;

import org.jspecify.annotations.NullMarked;
