package io.plateflow.ocr.reading;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Reading stands on text, text on image, and none of them on the service; each rule is shown to catch a breach. */
class LayersTest {
    private static final JavaClasses OCR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.plateflow.ocr");
    private static final JavaClasses BREACH = new ClassFileImporter()
            .importClasses(Breach.class, io.plateflow.ocr.image.Breach.class, io.plateflow.ocr.text.Breach.class);

    private static final ArchRule IMAGE_STANDS_ALONE = standsOn("image", "io.plateflow.ocr.image..");
    private static final ArchRule TEXT_STANDS_ON_IMAGE =
            standsOn("text", "io.plateflow.ocr.image..", "io.plateflow.ocr.text..");
    private static final ArchRule READING_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAnyPackage("io.plateflow.ocr.image..", "io.plateflow.ocr.text..", "io.plateflow.ocr.reading..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.apache.kafka..", "org.slf4j..")
                    .or(resideInAPackage("io.plateflow.ocr")))
            .as("reading needs no service around it, and plates stay out of logs");

    @Test
    void theLayersAreKept() {
        IMAGE_STANDS_ALONE.check(OCR);
        TEXT_STANDS_ON_IMAGE.check(OCR);
        READING_KNOWS_NO_SERVICE.check(OCR);
    }

    @Test
    void aBreachOfEachIsCaught() {
        assertThatThrownBy(() -> IMAGE_STANDS_ALONE.check(BREACH)).hasMessageContaining("TextBox");
        assertThatThrownBy(() -> TEXT_STANDS_ON_IMAGE.check(BREACH)).hasMessageContaining("PlateRead");
        assertThatThrownBy(() -> READING_KNOWS_NO_SERVICE.check(BREACH)).hasMessageContaining("KafkaConsumer");
    }

    private static ArchRule standsOn(String layer, String... below) {
        return noClasses()
                .that()
                .resideInAPackage("io.plateflow.ocr." + layer + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.plateflow..").and(not(resideInAnyPackage(below))));
    }
}
