package io.plateflow.ocr;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The worker's settings; {@code application.yaml} gives each one's unit, default and effect.
 *
 * @param kafka bootstrap servers
 * @param engine what reads the plates
 * @param countries whose plates the site reads, best ranked first
 * @param reviewBelow confidence, 0 to 1, below which a person confirms a plate
 * @param maxPixels of a photo
 * @param threads that read at the same time
 * @param readWithin how long one reading may take before the worker gives it up and restarts
 * @param cache where native libraries are unpacked
 */
@Validated
@ConfigurationProperties("plateflow.ocr")
record OcrProperties(
        @NotBlank String kafka,
        @NotNull(message = "is plates, ppocr or tess4j") Engine engine,
        @NotEmpty List<String> countries,
        @Min(0) @Max(1) double reviewBelow,
        @Min(1) long maxPixels,
        @Min(1) @Max(64) int threads,
        @DurationMin(seconds = 1) @DurationMax(seconds = 40) Duration readWithin,
        Path cache) {

    /** The same, read by {@code other}. */
    OcrProperties with(Engine other) {
        return new OcrProperties(kafka, other, countries, reviewBelow, maxPixels, threads, readWithin, cache);
    }
}
