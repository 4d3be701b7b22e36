package io.plateflow.ingest.hooks;

import io.plateflow.ingest.Fault;
import io.plateflow.ingest.FaultCode;
import io.plateflow.ingest.NothingToKeep;
import io.plateflow.ingest.Outcome;
import io.plateflow.ingest.Reception;
import io.plateflow.ingest.SentKey;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code POST /v1/hooks/{make}/{key}}: what a camera sends by itself. The key may come as everywhere else instead, but
 * many cameras let one type an address and nothing more.
 */
final class HookServlet extends HttpServlet {
    static final String PATH = "/v1/hooks/";

    private static final String MAKES =
            Arrays.stream(Make.values()).map(Make::word).collect(Collectors.joining(", "));

    private final Reception reception;
    private final CameraAnswers answers;

    HookServlet(Reception reception, CameraAnswers answers) {
        this.reception = reception;
        this.answers = answers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String[] segments = path.substring(Math.min(1, path.length())).split("/", -1);
        Optional<Make> make = Make.named(segments[0]);
        if (make.isEmpty() || segments.length > 2) {
            Fault fault = new Fault(FaultCode.NOT_FOUND, null, PATH + "{make}/{key}, where make is one of " + MAKES);
            answers.write(new Outcome.Refused(List.of(fault)), response);
            return;
        }
        SentKey typed = SentKey.inPath(segments.length == 2 ? segments[1] : "");
        SentKey key = typed instanceof SentKey.None ? SentKey.of(request) : typed;
        reception.receive(request, key, new Reception.Address(understanding(make.get()), answers, true));
    }

    private static Reception.Understanding understanding(Make make) {
        return (head, body, sender, receivedAt) -> {
            Push push = make.read(body, head.contentType());
            if (push instanceof Push.Sighting seen) {
                return HookSubmission.of(make, seen, head, sender, receivedAt);
            }
            return push instanceof Push.Ignored ignored
                    ? new NothingToKeep(make.word(), ignored.kind().word())
                    : HookSubmission.unusable(((Push.Unusable) push).fault(), receivedAt);
        };
    }
}
