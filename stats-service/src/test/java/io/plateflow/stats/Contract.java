package io.plateflow.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The committed {@code openapi.yaml}, to which every answer must keep. */
public final class Contract {
    private static final OpenApiInteractionValidator OPENAPI = OpenApiInteractionValidator.createFor(
                    Path.of("../openapi.yaml").toAbsolutePath().toUri().toString())
            .build();

    private Contract() {}

    public static void assertKept(HttpResponse<?> answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
        ValidationReport report = OPENAPI.validateResponse(
                answer.request().uri().getPath(),
                Request.Method.valueOf(answer.request().method()),
                response.withBody(
                                answer.body() instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.UTF_8)
                                        : String.valueOf(answer.body()))
                        .build());
        assertThat(report.getMessages())
                .as("%s %s", answer.request().method(), answer.request().uri())
                .filteredOn(m -> m.getLevel() == ValidationReport.Level.ERROR)
                .isEmpty();
    }
}
