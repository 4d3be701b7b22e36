/** A running service for the tests of its parts, a story to tell it, and the rules of the house. */
@NullMarked
package io.plateflow.stats;

import org.jspecify.annotations.NullMarked;
