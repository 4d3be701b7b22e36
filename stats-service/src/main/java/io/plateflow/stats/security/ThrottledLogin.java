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
import org.springframework.transaction.TransactionException;

/**
 * Signs in with a password, unless too many were wrong. Guesses sent all at once gain nothing: a right one counts only if
 * the limit still stands once it was tried. A program that signs in with every request is asked that once and not twice: the
 * look before saves slow hashes, and a name and password that were right of late cost none.
 */
final class ThrottledLogin implements AuthenticationProvider {
    private final AuthenticationProvider password;
    private final LoginTries tries;
    private final LoginRecord onRecord;
    private final Remembered right;

    ThrottledLogin(AuthenticationProvider password, LoginTries tries, LoginRecord onRecord, Remembered right) {
        this.password = password;
        this.tries = tries;
        this.onRecord = onRecord;
        this.right = right;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication request) {
        String address =
                request.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        try {
            return authenticateOrNote(request, Tried.of(request.getName(), address));
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("accounts cannot be read", e);
        }
    }

    private Authentication authenticateOrNote(Authentication request, Tried tried) {
        try {
            return authenticate(request, tried);
        } catch (TooManyTries e) {
            onRecord.locked(request.getName());
            throw e;
        }
    }

    private Authentication authenticate(Authentication request, Tried tried) {
        String both = request.getName() + "\n" + request.getCredentials();
        if (!right.has(both)) {
            refuseIfLocked(tried);
        }
        Authentication known;
        try {
            known = requireNonNull(password.authenticate(request));
        } catch (BadCredentialsException e) {
            right.forget(both);
            tries.failed(tried);
            throw e;
        }
        right.add(both);
        tries.succeeded(tried, refuseIfLocked(tried));
        onRecord.signedIn(known.getName());
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
