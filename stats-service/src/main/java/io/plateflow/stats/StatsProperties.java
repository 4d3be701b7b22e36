package io.plateflow.stats;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The service's own settings; {@code application.yaml} gives each one's unit, default and effect.
 *
 * @param timeZone whose midnight parts one day from the next
 * @param currency of the view {@code cobros}; figures name it even before the first charge
 * @param passwords of the users {@code analyst}, {@code operator} and {@code admin}
 * @param login how many wrong passwords are too many
 * @param audit how who did what is kept
 * @param retention how long photos and captures are kept
 * @param tiles address template of map tiles; empty for none
 * @param tilesCredit whom the tiles are owed to, shown below maps
 * @param ingestUrl where cameras and phones find the gateway, without a slash at its end
 * @param checkoutAfter how long a stay in an automatic zone lasts before pages offer to end it
 * @param overdueAfter how long a capture may be without an end before it is shown as overdue and read again
 * @param ledgerRetention how long billing keeps what it was told, as its own setting says
 */
@Validated
@ConfigurationProperties("plateflow.stats")
public record StatsProperties(
        ZoneId timeZone,
        Currency currency,
        @Valid Passwords passwords,
        @Valid Login login,
        @Valid Audit audit,
        @Valid Retention retention,
        @Pattern(regexp = "(https?://[^\\s;,']+)?") String tiles,
        String tilesCredit,

        @Pattern(
                regexp = "https?://[^\\s/?#]+(/[^\\s?#]*[^\\s?#/])?",
                message = "PLATEFLOW_INGEST_URL must be an http or https address without a slash at its end")
        String ingestUrl,

        @DurationMin(nanos = 0) Duration checkoutAfter,
        @DurationMin(seconds = 1) Duration overdueAfter,
        @DurationMin(days = 1) Duration ledgerRetention) {

    /**
     * When no further password is tried, and what a try costs.
     *
     * @param failures of one name from one address
     * @param window in which they are counted, and after which they are forgotten
     * @param cost of bcrypt, whose rounds are 2 to that power
     */
    public record Login(
            @Min(1) int failures,
            @DurationMin(seconds = 1) Duration window,
            @Min(4) @Max(31) int cost) {}

    /**
     * How who did what is kept.
     *
     * @param key under which plates are hashed; kept away from the database
     * @param retention how long
     */
    public record Audit(
            @Size(min = 16, message = "set PLATEFLOW_AUDIT_KEY to 16 characters or more that nobody guesses")
            String key,

            Period retention) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * How long things are kept after they came in, where their zone does not say otherwise.
     *
     * @param photos but those of a stay that is unfinished, unpaid or in dispute
     * @param captures that led to no stay
     */
    public record Retention(
            @DurationMin(days = 1) Duration photos,
            @DurationMin(days = 1) Duration captures) {

        /** @throws IllegalArgumentException when a photo would outlive its capture */
        public Retention {
            if (captures.compareTo(photos) < 0) {
                throw new IllegalArgumentException("PLATEFLOW_CAPTURES_KEPT is shorter than PLATEFLOW_PHOTOS_KEPT");
            }
        }
    }

    /** What each user signs in with. */
    public record Passwords(
            @NotBlank(message = "set PLATEFLOW_ANALYST_PASSWORD")
            String analyst,

            @NotBlank(message = "set PLATEFLOW_OPERATOR_PASSWORD")
            String operator,

            @NotBlank(message = "set PLATEFLOW_ADMIN_PASSWORD")
            String admin) {
        @Override
        public String toString() {
            return "***";
        }
    }
}
