package io.plateflow.stats.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** An account as a session knows it. The session ends once the account has another epoch. */
public final class SignedIn extends User {
    private static final long serialVersionUID = 1;

    private final int epoch;

    SignedIn(String name, String hash, Role role, int epoch) {
        super(name, hash, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
        this.epoch = epoch;
    }

    int epoch() {
        return epoch;
    }

    /** By name, as sessions of one user are told apart by nothing else. */
    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
