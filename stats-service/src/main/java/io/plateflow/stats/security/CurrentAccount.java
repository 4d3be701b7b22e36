package io.plateflow.stats.security;

import io.plateflow.stats.accounts.Accounts;
import io.plateflow.stats.accounts.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session with the first request after its account was disabled or had its role or password changed, whichever
 * instance changed it. That costs one row by its key a request; without the database nobody is let in.
 */
final class CurrentAccount extends OncePerRequestFilter {
    private final Accounts accounts;

    CurrentAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication known =
                session == null ? null : SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof SignedIn user) {
            try {
                if (!accounts.isCurrent(user)) {
                    session.invalidate();
                    SecurityContextHolder.clearContext();
                }
            } catch (DataAccessException e) {
                unknown(request, response, e);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void unknown(HttpServletRequest request, HttpServletResponse response, DataAccessException why)
            throws IOException {
        if (request.getServletPath().startsWith("/v1/")) {
            throw new InternalAuthenticationServiceException("accounts cannot be read", why);
        }
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
