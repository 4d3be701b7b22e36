/** The pages as people use them, in a real Chromium where the machine has one. */
@NullMarked
package io.plateflow.stats.browser;

import org.jspecify.annotations.NullMarked;
