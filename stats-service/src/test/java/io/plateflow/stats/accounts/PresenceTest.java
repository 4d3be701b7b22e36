package io.plateflow.stats.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** A session lasts by what a person does, not by what an open page asks. */
class PresenceTest {
    private static final Duration SHIFT = Duration.ofHours(12);
    private final MockHttpSession session = new MockHttpSession();
    private Instant now = Instant.parse("2026-12-01T08:00:00Z");
    private final Presence presence = new Presence(SHIFT, () -> now);

    @ParameterizedTest(name = "{0} {1}, touched {2}")
    @CsvSource({
        "GET, /, '', true",
        "GET, /exit, '', true",
        "POST, /v1/stays/1/payments, '', true",
        "PUT, /v1/zones/z, '', true",
        "GET, /v1/stats/summary, true, true",
        "GET, /v1/stats/summary, '', false",
        "GET, /v1/stats/summary, false, false",
        "HEAD, /v1/stats/summary, '', false",
        "GET, /v1/captures/1/image, '', false",
        "GET, /v1/stream, '', false"
    })
    void lastsByWhatAPersonDoes(String method, String path, String touched, boolean lasts) {
        assertThat(asks("GET", "/", "")).isTrue();
        now = now.plus(SHIFT).minusSeconds(1);
        assertThat(asks(method, path, touched)).isTrue();
        now = now.plusSeconds(1);
        assertThat(presence.isOver(session)).isEqualTo(!lasts);
        assertThat(asks("GET", "/", "")).isEqualTo(lasts);
    }

    @Test
    void beginsWithTheFirstRequestWhateverThatIs() {
        assertThat(presence.isOver(session)).isFalse();
        assertThat(asks("GET", "/v1/stream", "")).isTrue();
        now = now.plus(SHIFT);
        assertThat(presence.isOver(session)).isTrue();
    }

    @Test
    void isOverOnceItWasEnded() {
        asks("GET", "/", "");
        session.invalidate();
        assertThat(presence.isOver(session)).isTrue();
        assertThat(asks("GET", "/", "")).isFalse();
    }

    private boolean asks(String method, String path, String touched) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        if (!touched.isEmpty()) {
            request.addHeader(Presence.HEADER, touched);
        }
        return presence.goesOn(request, session);
    }
}
