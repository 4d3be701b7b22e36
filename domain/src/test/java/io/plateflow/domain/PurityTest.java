package io.plateflow.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The domain rests on the JDK alone and knows neither the time nor chance. */
class PurityTest {
    private static final Set<String> CLOCKS =
            Set.of("now", "systemUTC", "systemDefaultZone", "system", "tick", "nanoTime", "currentTimeMillis");
    private static final List<String> CHANCE = List.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom");

    private static final ArchRule RESTS_ON_THE_JDK = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.plateflow.domain..");

    private static final ArchRule KNOWS_NO_CLOCK_NOR_CHANCE = noClasses()
            .should()
            .accessTargetWhere(describe("reads a clock", PurityTest::readsAClock))
            .orShould()
            .accessTargetWhere(describe("draws at random", PurityTest::drawsAtRandom));

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.plateflow.domain");

    @Test
    void theDomainRestsOnTheJdkAlone() {
        RESTS_ON_THE_JDK.check(DOMAIN);
    }

    @Test
    void theDomainKnowsNeitherTheTimeNorChance() {
        KNOWS_NO_CLOCK_NOR_CHANCE.check(DOMAIN);
    }

    @Test
    void theRulesCatchAPlantedBreach() {
        JavaClasses planted = new ClassFileImporter().importClasses(Planted.class);

        assertThat(RESTS_ON_THE_JDK.evaluate(planted).hasViolation()).isTrue();
        assertThat(KNOWS_NO_CLOCK_NOR_CHANCE
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .hasSize(4);
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return (owner.startsWith("java.time.") || owner.equals("java.lang.System"))
                && CLOCKS.contains(access.getName());
    }

    private static boolean drawsAtRandom(JavaAccess<?> access) {
        return CHANCE.contains(access.getTargetOwner().getName())
                || (access.getName().equals("random")
                        && access.getTargetOwner().getName().startsWith("java.lang."))
                || access.getName().equals("randomUUID");
    }

    /** Breaks every rule once. */
    @SuppressWarnings("unused")
    private static final class Planted {
        final Instant now = Instant.now();
        final long millis = System.currentTimeMillis();
        final double chance = Math.random();
        final UUID id = UUID.randomUUID();
        final ArchRule elsewhere = RESTS_ON_THE_JDK;
    }
}
