/** Pages for people: a session in, HTML with its words and settings out; their figures come from {@code /v1}. */
@NullMarked
package io.plateflow.stats.pages;

import org.jspecify.annotations.NullMarked;
