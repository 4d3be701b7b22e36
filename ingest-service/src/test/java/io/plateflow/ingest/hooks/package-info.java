/** Tests of what cameras push: the examples follow the documents that each make's class names. */
@NullMarked
package io.plateflow.ingest.hooks;

import org.jspecify.annotations.NullMarked;
