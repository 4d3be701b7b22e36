package io.plateflow.stats.audit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Nobody adds an endpoint that writes without saying what it leaves on record. */
class RecordsTest {
    private static final List<Class<? extends java.lang.annotation.Annotation>> WRITES =
            List.of(PostMapping.class, PutMapping.class, PatchMapping.class, DeleteMapping.class);

    private static final ArchRule SAYS_WHAT_IT_RECORDS = methods()
            .that(describe("write", (JavaMethod method) -> WRITES.stream().anyMatch(method::isAnnotatedWith)))
            .should()
            .beAnnotatedWith(Records.class)
            .as("an endpoint that writes names the acts it leaves on record");

    @Test
    void everyEndpointThatWritesSaysWhatItLeavesOnRecord() {
        SAYS_WHAT_IT_RECORDS.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.plateflow.stats"));
    }

    @Test
    void catchesOneThatDoesNot() {
        assertThatThrownBy(() -> SAYS_WHAT_IT_RECORDS.check(new ClassFileImporter().importClasses(Silent.class)))
                .hasMessageContaining("Silent.write");
    }

    @SuppressWarnings("UnusedMethod") // looked at only
    private static final class Silent {
        @PostMapping("/silent")
        void write() {}
    }
}
