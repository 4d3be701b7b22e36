package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The committed {@code openapi.yaml}, to which every answer must keep. */
public final class Contract {
    private static final OpenApiInteractionValidator OPENAPI = OpenApiInteractionValidator.createFor(
                    Path.of("../openapi.yaml").toAbsolutePath().toUri().toString())
            .build();

    private Contract() {}

    static void assertKept(HttpResponse<String> answer) {
        assertKept("/v1/captures", answer);
    }

    static void assertKept(String path, HttpResponse<String> answer) {
        assertKept(path, Request.Method.POST, answer);
    }

    public static void assertKept(String path, Request.Method method, HttpResponse<String> answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
        ValidationReport report = OPENAPI.validateResponse(
                path, method, response.withBody(answer.body()).build());
        assertThat(report.getMessages())
                .filteredOn(m -> m.getLevel() == ValidationReport.Level.ERROR)
                .isEmpty();
    }
}
