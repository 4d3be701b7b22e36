/** Tests of the pages: their words, and who is shown what. */
@NullMarked
package io.plateflow.stats.pages;

import org.jspecify.annotations.NullMarked;
