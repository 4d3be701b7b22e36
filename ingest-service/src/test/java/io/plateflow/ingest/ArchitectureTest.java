package io.plateflow.ingest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.plateflow.ingest.breach.Breach;
import org.junit.jupiter.api.Test;

/** The rules of the house, each shown to catch a breach. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.plateflow.ingest");
    private static final JavaClasses BREACH = new ClassFileImporter().importClasses(Breach.class);

    private static final ArchRule SHARES_ONLY_THE_CONTRACT = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.plateflow..")
                    .and(not(resideInAnyPackage(
                            "io.plateflow.ingest..", "io.plateflow.contracts..", "io.plateflow.domain.."))))
            .as("the gateway shares only domain and contracts with the other services");

    private static final ArchRule FETCHES_NOTHING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .as("the gateway fetches no address that it was sent");

    private static final ArchRule DECODES_NO_PIXELS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.imageio..", "java.awt..")
            .as("the gateway decodes no pixels");

    @Test
    void keepsTheRules() {
        SHARES_ONLY_THE_CONTRACT.check(SERVICE);
        FETCHES_NOTHING.check(SERVICE);
        DECODES_NO_PIXELS.check(SERVICE);
    }

    @Test
    void catchesABreachOfEach() {
        assertThatThrownBy(() -> SHARES_ONLY_THE_CONTRACT.check(BREACH)).hasMessageContaining("EmbeddedBroker");
        assertThatThrownBy(() -> FETCHES_NOTHING.check(BREACH)).hasMessageContaining("openStream");
        assertThatThrownBy(() -> DECODES_NO_PIXELS.check(BREACH)).hasMessageContaining("ImageIO");
    }
}
