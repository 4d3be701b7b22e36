package io.plateflow.ocr.reading;

import io.plateflow.domain.plate.Grammars;

/**
 * What a site reads, and how sure it wants to be.
 *
 * @param grammars its layouts, best ranked first
 * @param anyFormat whether 2 to 8 letters or digits of no known layout are a plate like any other; {@code C00D} then is
 * @param reviewBelow confidence, 0 to 1, below which a person confirms the plate
 * @param maxPixels of a photo; larger ones are malformed
 */
public record Rules(Grammars grammars, boolean anyFormat, double reviewBelow, long maxPixels) {}
