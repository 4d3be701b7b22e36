package io.plateflow.ingest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /v1/captures}: a raw image with query parameters, or a multipart form.
 *
 * <p>A servlet rather than a controller, because a body is read as it comes: slow senders hold no threads.
 */
final class CaptureServlet extends HttpServlet {
    static final String PATH = "/v1/captures";

    private final Reception reception;

    CaptureServlet(Reception reception) {
        this.reception = reception;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        reception.receive(request, SentKey.of(request), (head, body, sender, at) -> head.with(body, at));
    }
}
