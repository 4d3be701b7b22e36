package io.plateflow.stats.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who acts.
 *
 * @param who user name
 * @param address of the browser or program, as far as the proxies before the service are believed
 */
record Caller(String who, String address) {

    /** Of the request that this thread answers. */
    static Caller now() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return named(user == null ? "" : user.getName());
    }

    static Caller named(String who) {
        HttpServletRequest request = request();
        return new Caller(who, request == null ? "" : request.getRemoteAddr());
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest()
                : null;
    }
}
