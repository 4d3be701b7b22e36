/** "Cobrar": quote → checks → command on the topic → accepted. */
@NullMarked
package io.plateflow.stats.checkout;

import org.jspecify.annotations.NullMarked;
