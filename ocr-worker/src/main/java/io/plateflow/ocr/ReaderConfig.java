package io.plateflow.ocr;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.reading.PlateReader;
import io.plateflow.ocr.reading.Rules;
import io.plateflow.ocr.text.TextFinder;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reader that all threads of the worker share. */
@Configuration(proxyBeanMethods = false)
class ReaderConfig {

    /** In {@code countries}: plates of no known layout count too. */
    private static final String ANY = "ANY";

    @Bean
    PlateReader plateReader(OcrProperties properties) {
        return reader(properties, System::nanoTime);
    }

    /** @param nanos what its steps are timed by */
    static PlateReader reader(OcrProperties properties, LongSupplier nanos) {
        Grammars grammars = Grammars.SOUTH_AMERICA.of(properties.countries());
        boolean any = properties.countries().contains(ANY);
        if (grammars.layouts().isEmpty() && !any) {
            throw new IllegalStateException(
                    "plateflow.ocr.countries names no country whose plates are known: " + properties.countries());
        }
        Natives.load(properties.cache());
        return new PlateReader(
                new TextFinder(),
                properties.engine().recogniser(properties.cache()),
                properties.engine().second(),
                new Rules(grammars, any, properties.reviewBelow(), properties.maxPixels()),
                nanos);
    }
}
