/** Tests of the benchmark, and of the reader on real photos where there are any. */
@NullMarked
package io.plateflow.ocr.bench;

import org.jspecify.annotations.NullMarked;
