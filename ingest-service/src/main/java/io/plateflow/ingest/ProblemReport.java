package io.plateflow.ingest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers as {@link Problem}s what no servlet answered: unknown addresses, wrong methods, malformed requests, failures.
 * It tells the sender nothing of the cause of a failure, and the log everything.
 *
 * <p>Public, with a constructor without arguments, because Tomcat makes it by name.
 */
public final class ProblemReport extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemReport.class);
    /** What Tomcat says to an unknown Transfer-Encoding or version: ours is to say that the request is wrong. */
    private static final Set<Integer> SENDERS_FAULTS =
            Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        if (status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                || failure instanceof IOException
                || SENDERS_FAULTS.contains(status)) {
            // by its class alone: the message may quote the address, and that may have a key in it
            LOG.debug("a sender's fault, or it is gone: {}", failure == null ? status : failure.getClass());
        } else {
            LOG.error("a request failed", failure);
        }
        Problem problem = failure == null && SENDERS_FAULTS.contains(status)
                ? Problem.of(FaultCode.BAD_REQUEST, "a version or coding of HTTP that is not spoken here")
                : problemOf(status);
        try {
            response.setStatus(problem.status());
            response.setContentType(Problem.CONTENT_TYPE);
            response.getOutputStream().write(problem.json());
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("the sender is gone", gone);
        }
    }

    private static Problem problemOf(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> Problem.of(FaultCode.NOT_FOUND, "photos go to /v1/captures");
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED ->
                Problem.of(FaultCode.METHOD_NOT_ALLOWED, "photos are sent with POST");
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> Problem.of(FaultCode.BUSY, "try again later");
            default ->
                status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        ? Problem.of(FaultCode.BAD_REQUEST, "the request is not well-formed HTTP")
                        : Problem.of(
                                FaultCode.INTERNAL_ERROR, "the failure is logged; the same request may be repeated");
        };
    }
}
