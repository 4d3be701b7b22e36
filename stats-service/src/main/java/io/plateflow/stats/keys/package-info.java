/**
 * Keys of cameras, wardens and clients. In: who may send, by name → a key of random bits, hashed → numbered and kept with
 * its record, from there by the outbox to the gateway → the key itself answered once, and kept nowhere.
 */
@NullMarked
package io.plateflow.stats.keys;

import org.jspecify.annotations.NullMarked;
