package io.plateflow.stats;

import io.plateflow.stats.accounts.Presence;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.apache.catalina.Context;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** A browser's session, as the service has it. */
public record OpenSession(HttpSession session) {

    public static OpenSession of(WebServerApplicationContext service, Browser browser) throws IOException {
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(service.getWebServer());
        Context pages = (Context) server.getTomcat().getHost().findChildren()[0];
        return new OpenSession(pages.getManager().findSession(browser.session()).getSession());
    }

    /** As if nobody had done anything there since {@code last}. */
    public void leave(Instant last) {
        session.setAttribute(Presence.LAST, last);
    }

    /** When somebody last did. */
    public Instant last() {
        return (Instant) Objects.requireNonNull(session.getAttribute(Presence.LAST));
    }
}
