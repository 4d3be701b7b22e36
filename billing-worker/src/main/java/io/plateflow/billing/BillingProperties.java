package io.plateflow.billing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of billing; {@code application.yaml} tells unit, default and effect of each.
 *
 * @param kafka bootstrap servers
 * @param stateDir where the ledger's stores lie; a copy, rebuilt from the changelogs when it is lost
 * @param stateMemory of all stores together
 * @param threads that work on partitions
 * @param standbys further copies of each store on other instances
 * @param replicas of the internal topics
 * @param retention how long the ledger keeps a stay after its last event
 * @param stopWithin how long open work may take to commit at the end
 */
@Validated
@ConfigurationProperties("plateflow.billing")
record BillingProperties(
        @NotBlank String kafka,
        @NotNull Path stateDir,
        @NotNull DataSize stateMemory,
        @Positive int threads,
        @PositiveOrZero int standbys,
        @Positive short replicas,
        @DurationMin(days = 1) Duration retention,
        @DurationMin(seconds = 1) Duration stopWithin) {}
