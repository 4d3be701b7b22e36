package io.plateflow.stats.security;

import io.plateflow.contracts.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Says no to the API's callers in problem+json: 401 who are you, 429 wait, 503 not now, 403 not you or no CSRF token. */
@Component
class RefusedRequests implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof TooManyTries locked) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondsUntil(locked.until())));
            write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "login_locked",
                    "too many wrong passwords: wait and try again");
            return;
        }
        if (refusal instanceof InternalAuthenticationServiceException) {
            write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "database_away",
                    "who you are cannot be looked up: try again shortly");
            return;
        }
        // A page whose session has ended, its images and its stream too, would have the browser's password box over it.
        if (request.getHeader("X-Requested-With") == null && request.getRequestedSessionId() == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"plateflow\", charset=\"UTF-8\"");
        }
        write(response, HttpStatus.UNAUTHORIZED, "login_needed", "sign in with a user name and password");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            write(response, HttpStatus.FORBIDDEN, "csrf_token", "the request lacks the session's CSRF token");
        } else {
            write(response, HttpStatus.FORBIDDEN, "role_missing", "your role may not do this");
        }
    }

    private static long secondsUntil(Instant instant) {
        return Math.max(1, Duration.between(Instant.now(), instant).toSeconds() + 1);
    }

    private static void write(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        Json.MAPPER.writeValue(
                response.getOutputStream(),
                Map.of(
                        "type",
                        "about:blank",
                        "title",
                        status.getReasonPhrase(),
                        "status",
                        status.value(),
                        "detail",
                        detail,
                        "code",
                        code));
    }
}
