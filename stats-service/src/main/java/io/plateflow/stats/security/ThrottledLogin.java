package io.plateflow.stats.security;

import static java.util.Objects.requireNonNull;

import io.plateflow.stats.accounts.LoginTries;
import io.plateflow.stats.accounts.LoginTries.Standing;
import io.plateflow.stats.accounts.Tried;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs in with a password, unless too many were wrong. Guesses sent all at once gain nothing: a right one counts only if
 * the limit still stands once it was tried.
 */
final class ThrottledLogin implements AuthenticationProvider {
    private final AuthenticationProvider password;
    private final LoginTries tries;

    ThrottledLogin(AuthenticationProvider password, LoginTries tries) {
        this.password = password;
        this.tries = tries;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication request) {
        String address =
                request.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        try {
            return authenticate(request, Tried.of(request.getName(), address));
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("accounts cannot be read", e);
        }
    }

    private Authentication authenticate(Authentication request, Tried tried) {
        refuseIfLocked(tried);
        Authentication known;
        try {
            known = requireNonNull(password.authenticate(request));
        } catch (BadCredentialsException e) {
            tries.failed(tried);
            throw e;
        }
        tries.succeeded(tried, refuseIfLocked(tried));
        return known;
    }

    private Standing refuseIfLocked(Tried tried) {
        Standing standing = tries.of(tried);
        if (standing.lockedUntil() != null) {
            throw new TooManyTries(standing.lockedUntil());
        }
        return standing;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return password.supports(authentication);
    }
}
