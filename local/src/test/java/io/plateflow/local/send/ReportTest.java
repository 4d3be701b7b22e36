package io.plateflow.local.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.client.Fault;
import io.plateflow.client.Posted;
import io.plateflow.contracts.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person, or a program, reads about the photos that were sent. */
class ReportTest {
    private static final PhotoFile PHOTO = new PhotoFile(Path.of("a.jpg"), "image/jpeg");
    private static final UUID ID = UUID.fromString("6f1c1f6e-0f0e-5a4e-9d55-0d3f6f0f3a11");
    private static final Outcome REFUSED = new Outcome.Refused(
            PHOTO,
            new Posted.Refused(
                    422,
                    List.of(
                            new Fault("latitude_range", "latitude", "too far"),
                            new Fault("url_invalid", "url", "no link"))));

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void keepsTheBarBelowTheLines() {
        Report report = new Report(out, false, false);

        report.showBar("[= ]");
        report.print(new Outcome.Kept(PHOTO, ID));
        report.hideBar();

        assertThat(written.toString().lines())
                .containsExactly("[= ]", "\u001b[2Ka.jpg  accepted  " + ID, "[= ]", "\u001b[2K");
    }

    @Test
    void putsEveryFaultOnItsOwnLine() {
        new Report(out, false, false).print(REFUSED);

        assertThat(written.toString().lines())
                .containsExactly("a.jpg  refused (422)", "  latitude_range: too far", "  url_invalid: no link");
    }

    @Test
    void keepsARefusalOnOneLineOfJson() {
        new Report(out, true, false).print(REFUSED);

        assertThat(written.toString().lines()).hasSize(1);
        assertThat(Json.MAPPER.readTree(written.toString()).path("errors").size())
                .isEqualTo(2);
    }

    @Test
    void sumsUpSeveralPhotosForAPerson() {
        Report report = new Report(out, false, true);

        report.print(REFUSED);
        report.print(new Outcome.Ended(PHOTO, ID, Json.MAPPER.readTree("{\"status\":\"READ\"}")));
        report.sum();
        out.flush();

        assertThat(written.toString()).contains("2 photos: 1 read, 1 not");
    }
}
