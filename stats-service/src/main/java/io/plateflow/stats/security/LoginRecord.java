package io.plateflow.stats.security;

import io.plateflow.stats.accounts.Accounts;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Puts on record who signed in and who was locked out. */
@Component
class LoginRecord {
    private final Audit audit;
    private final Accounts accounts;

    LoginRecord(Audit audit, Accounts accounts) {
        this.audit = audit;
        this.accounts = accounts;
    }

    /** Each time by the form; a program signs in with every request, and is noted once an hour. */
    void signedIn(String name) {
        boolean byForm = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                && web.getRequest().getServletPath().equals("/login");
        Act act = Act.of(Action.LOGIN);
        if (byForm) {
            audit.did(act, name);
        } else {
            audit.looks(act, name);
        }
    }

    /** Once an hour from one address. A name that nobody has is not kept: people type passwords there. */
    void locked(String typed) {
        String who;
        try {
            who = accounts.loadUserByUsername(typed).getUsername();
        } catch (UsernameNotFoundException e) {
            who = "";
        }
        audit.looks(Act.of(Action.LOGIN_LOCKED), who);
    }
}
