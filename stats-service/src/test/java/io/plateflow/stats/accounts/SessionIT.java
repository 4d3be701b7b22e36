package io.plateflow.stats.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.stats.Browser;
import io.plateflow.stats.OpenSession;
import io.plateflow.stats.RunningService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** A page that is left open is nobody's after a shift. */
class SessionIT extends RunningService {
    @Autowired
    WebServerApplicationContext service;

    @Value("${server.servlet.session.timeout}")
    Duration shift;

    @Test
    void endsThoughAnOpenPageGoesOnAsking() throws Exception {
        Browser page = Browser.of(port, "analyst", "analyst-word");
        Instant before = Instant.now().minus(shift).plusSeconds(60);
        OpenSession session = OpenSession.of(service, page);
        session.leave(before);
        assertThat(page.get("/v1/stats/summary").statusCode()).isEqualTo(200);
        page.head("GET", "/v1/stream");
        assertThat(session.last()).isEqualTo(before);

        session.leave(Instant.now().minus(shift));
        assertThat(page.get("/v1/stats/summary").statusCode()).isEqualTo(401);
        assertThat(page.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void goesOnWhileSomebodyIsThere() throws Exception {
        Browser page = Browser.of(port, "operator", "operator-word");
        OpenSession session = OpenSession.of(service, page);
        Instant before = Instant.now().minus(shift).plusSeconds(60);
        session.leave(before);
        page.get("/v1/stats/summary", Presence.HEADER, "true");
        assertThat(session.last()).isAfter(before.plusSeconds(60));
        session.leave(before);
        page.get("/captures");
        assertThat(session.last()).isAfter(before.plusSeconds(60));
        session.leave(before);
        page.post("/v1/quotes", "{}");
        assertThat(session.last()).isAfter(before.plusSeconds(60));
    }
}
