package io.plateflow.billing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.plateflow.billing.breach.Breach;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The rules of the house, each shown to catch a breach. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.plateflow.billing");
    private static final JavaClasses BREACH = new ClassFileImporter().importClasses(Breach.class);

    private static final ArchRule SHARES_ONLY_THE_CONTRACT = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.plateflow..")
                    .and(not(resideInAnyPackage(
                            "io.plateflow.billing..", "io.plateflow.contracts..", "io.plateflow.domain.."))))
            .as("billing shares only domain and contracts with the other services");

    private static final ArchRule TOUCHES_NO_DATABASE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
            .as("only stats-service touches the database");

    private static final ArchRule READS_NO_CLOCK_OF_ITS_OWN = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .as("time comes from the clock that is passed in");

    @Test
    void keepsTheRules() {
        SHARES_ONLY_THE_CONTRACT.check(SERVICE);
        TOUCHES_NO_DATABASE.check(SERVICE);
        READS_NO_CLOCK_OF_ITS_OWN.check(SERVICE);
    }

    @Test
    void catchesABreachOfEach() {
        assertThatThrownBy(() -> SHARES_ONLY_THE_CONTRACT.check(BREACH)).hasMessageContaining("EmbeddedBroker");
        assertThatThrownBy(() -> TOUCHES_NO_DATABASE.check(BREACH)).hasMessageContaining("java.sql.Connection");
        assertThatThrownBy(() -> READS_NO_CLOCK_OF_ITS_OWN.check(BREACH)).hasMessageContaining("Instant.now");
    }
}
