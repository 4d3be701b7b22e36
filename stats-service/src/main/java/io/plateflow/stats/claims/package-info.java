/** A person voids or contests a charge: body → checks against the charge → command on the topic → accepted. */
@NullMarked
package io.plateflow.stats.claims;

import org.jspecify.annotations.NullMarked;
