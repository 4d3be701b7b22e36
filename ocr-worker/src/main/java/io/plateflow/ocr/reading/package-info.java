/**
 * A photo → what its plate says: boxes are read freely and within the site's grammars, the likeliest plate is chosen,
 * and what is doubtful is marked for a person.
 */
@NullMarked
package io.plateflow.ocr.reading;

import org.jspecify.annotations.NullMarked;
