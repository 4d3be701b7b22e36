package io.plateflow.stats.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in with a password, unless this user failed too often from this address. */
final class ThrottledLogin implements AuthenticationProvider {
    private final AuthenticationProvider password;
    private final LoginAttempts attempts;

    ThrottledLogin(AuthenticationProvider password, LoginAttempts attempts) {
        this.password = password;
        this.attempts = attempts;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication request) {
        String address =
                request.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        if (attempts.mustWait(request.getName(), address)) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication known = password.authenticate(request);
            attempts.succeeded(request.getName(), address);
            return known;
        } catch (BadCredentialsException e) {
            attempts.failed(request.getName(), address);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return password.supports(authentication);
    }
}
