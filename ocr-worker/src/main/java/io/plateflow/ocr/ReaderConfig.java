package io.plateflow.ocr;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.reading.PlateReader;
import io.plateflow.ocr.reading.Rules;
import io.plateflow.ocr.text.TextFinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reader that all threads of the worker share. */
@Configuration(proxyBeanMethods = false)
class ReaderConfig {

    @Bean
    PlateReader plateReader(OcrProperties properties) {
        Grammars grammars = Grammars.SOUTH_AMERICA.of(properties.countries());
        if (grammars.layouts().isEmpty()) {
            throw new IllegalStateException(
                    "plateflow.ocr.countries names no country whose plates are known: " + properties.countries());
        }
        Natives.load(properties.cache());
        return new PlateReader(
                new TextFinder(),
                properties.engine().recogniser(properties.cache()),
                properties.engine().second(),
                new Rules(grammars, false, properties.reviewBelow(), properties.maxPixels()));
    }
}
