/** Money: a currency and an exact amount. */
@NullMarked
package io.plateflow.domain.money;

import org.jspecify.annotations.NullMarked;
