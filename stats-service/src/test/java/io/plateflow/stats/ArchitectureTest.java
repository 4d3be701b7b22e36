package io.plateflow.stats;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The rules of the house, each shown to catch a breach. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.plateflow.stats");
    private static final JavaClasses BREACH = new ClassFileImporter().importPackages("io.plateflow.stats.breach");

    private static final ArchRule SHARES_ONLY_THE_CONTRACT = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.plateflow..")
                    .and(not(resideInAnyPackage(
                            "io.plateflow.stats..", "io.plateflow.contracts..", "io.plateflow.domain.."))))
            .as("statistics share only domain and contracts with the other services");

    private static final ArchRule ASKS_THROUGH_THE_POOLS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.sql\\.(DriverManager|Connection|(Prepared|Callable)?Statement)")
            .as("SQL goes through Spring's clients and the pools behind them");

    private static final ArchRule PUBLISHES_WHAT_PEOPLE_SAY = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.plateflow.stats.commands..",
                    "io.plateflow.stats.corrections..",
                    "io.plateflow.stats.delivery..",
                    "io.plateflow.stats.editions..",
                    "io.plateflow.stats.overdue..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    ".*\\.Kafka(Template|Operations)|.*\\.ProducerFactory|org\\.apache\\.kafka\\.clients\\.producer\\..*")
            .as("only commands and versions of people and overdue captures go to topics");

    private static final ArchRule HAS_PACKAGES_WITHOUT_CIRCLES = slices().matching("io.plateflow.stats.(**)")
            .should()
            .beFreeOfCycles()
            .as("packages depend on each other one way");

    private static final ArchRule TAKES_ITS_PARTS_IN_CONSTRUCTORS = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .as("what a class needs is in its constructor");

    @Test
    void keepsTheRules() {
        SHARES_ONLY_THE_CONTRACT.check(SERVICE);
        ASKS_THROUGH_THE_POOLS.check(SERVICE);
        PUBLISHES_WHAT_PEOPLE_SAY.check(SERVICE);
        HAS_PACKAGES_WITHOUT_CIRCLES.check(SERVICE);
        TAKES_ITS_PARTS_IN_CONSTRUCTORS.check(SERVICE);
    }

    @Test
    void catchesABreachOfEach() {
        assertThatThrownBy(() -> SHARES_ONLY_THE_CONTRACT.check(BREACH)).hasMessageContaining("EmbeddedBroker");
        assertThatThrownBy(() -> ASKS_THROUGH_THE_POOLS.check(BREACH)).hasMessageContaining("DriverManager");
        assertThatThrownBy(() -> PUBLISHES_WHAT_PEOPLE_SAY.check(BREACH)).hasMessageContaining("KafkaTemplate");
        assertThatThrownBy(() -> HAS_PACKAGES_WITHOUT_CIRCLES.check(BREACH)).hasMessageContaining("Circle.back");
        assertThatThrownBy(() -> TAKES_ITS_PARTS_IN_CONSTRUCTORS.check(BREACH))
                .hasMessageContaining("Breach.publishing");
    }
}
