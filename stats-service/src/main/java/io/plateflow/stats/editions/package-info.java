/**
 * Versions of zones, tariffs, vehicles and keys. In: what a person wrote → numbered in one transaction, one at a time per kind →
 * answered; from there by the outbox to the topic, again and again until the broker has it. None is changed once it was sent.
 */
@NullMarked
package io.plateflow.stats.editions;

import org.jspecify.annotations.NullMarked;
