package io.plateflow.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ContractsArchitectureTest {
    private static final ArchRule KNOWS_ONLY_DOMAIN_KAFKA_AND_JACKSON = classes()
            .that()
            .resideInAPackage("io.plateflow.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "io.plateflow.contracts..",
                    "io.plateflow.domain..",
                    "org.apache.kafka..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify..",
                    "org.slf4j..");

    @Test
    void contractsKnowNoServiceAndNoFramework() {
        JavaClasses contracts = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.plateflow.contracts");

        KNOWS_ONLY_DOMAIN_KAFKA_AND_JACKSON.check(contracts);
    }

    @Test
    void aPlantedBreachIsCaught() {
        JavaClasses breach = new ClassFileImporter().importClasses(Breach.class);

        assertThatThrownBy(() -> KNOWS_ONLY_DOMAIN_KAFKA_AND_JACKSON.check(breach))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.assertj");
    }

    /** Depends on what contracts must not know. */
    @SuppressWarnings("UnusedVariable")
    private static final class Breach {
        private org.assertj.core.api.SoftAssertions forbidden = new org.assertj.core.api.SoftAssertions();
    }
}
