package io.plateflow.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The rule of the module, shown to catch a breach. */
class ArchitectureTest {
    private static final ArchRule KNOWS_ONLY_THE_JDK_JACKSON_AND_FAILSAFE = classes()
            .that()
            .resideInAPackage("io.plateflow.client..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "io.plateflow.client..", "tools.jackson..", "dev.failsafe..", "org.jspecify..");

    @Test
    void theClientKnowsNothingOfTheRestOfPlateflow() {
        JavaClasses client = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.plateflow.client");

        KNOWS_ONLY_THE_JDK_JACKSON_AND_FAILSAFE.check(client);
    }

    @Test
    void aPlantedBreachIsCaught() {
        JavaClasses breach = new ClassFileImporter().importClasses(Breach.class);

        assertThatThrownBy(() -> KNOWS_ONLY_THE_JDK_JACKSON_AND_FAILSAFE.check(breach))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.assertj");
    }

    /** Depends on what the client must not know. */
    @SuppressWarnings("UnusedVariable")
    private static final class Breach {
        private org.assertj.core.api.SoftAssertions forbidden = new org.assertj.core.api.SoftAssertions();
    }
}
