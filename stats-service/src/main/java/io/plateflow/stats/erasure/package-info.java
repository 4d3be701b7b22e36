/**
 * What people ask to be erased: a plate or a capture → what a claim still needs, and then no; else kept, and carried out in
 * transactions of few rows. What comes of it later is erased as it comes: {@link io.plateflow.stats.aliases.Aliases}.
 */
@NullMarked
package io.plateflow.stats.erasure;

import org.jspecify.annotations.NullMarked;
