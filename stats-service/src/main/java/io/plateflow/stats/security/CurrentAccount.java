package io.plateflow.stats.security;

import io.plateflow.stats.accounts.Accounts;
import io.plateflow.stats.accounts.Presence;
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
 * Ends a session with the first request after nobody was there for too long, or after its account was disabled or had its
 * role or password changed, whichever instance changed it. That costs one row by its key a request; without the database
 * nobody is let in.
 */
final class CurrentAccount extends OncePerRequestFilter {
    private final Accounts accounts;
    private final Presence presence;

    CurrentAccount(Accounts accounts, Presence presence) {
        this.accounts = accounts;
        this.presence = presence;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication known =
                session == null ? null : SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof SignedIn user) {
            try {
                if (!presence.goesOn(request, session) || !accounts.isCurrent(user)) {
                    end(session);
                    SecurityContextHolder.clearContext();
                }
            } catch (DataAccessException e) {
                unknown(request, response, e);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyEnded) {
            // by another request of the same page
        }
    }

    private static void unknown(HttpServletRequest request, HttpServletResponse response, DataAccessException why)
            throws IOException {
        if (request.getServletPath().startsWith("/v1/")) {
            throw new InternalAuthenticationServiceException("accounts cannot be read", why);
        }
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
