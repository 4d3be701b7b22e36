/** The domain stays pure, and a proof that the rule which says so can fail. */
@NullMarked
package io.plateflow.domain;

import org.jspecify.annotations.NullMarked;
