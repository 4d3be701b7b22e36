package io.plateflow.stats.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.stats.Story;
import io.plateflow.stats.materialise.Recount;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One capture is erased, and no more than that. */
class OneCaptureIT extends ErasingService {
    @Test
    void forgetsOneCaptureAndNotTheVehicle() throws Exception {
        Story story = Story.of("ER300AA", Duration.ofHours(3));
        Story other = Story.of("ER300AA", Duration.ofHours(4));
        Story alone = Story.of("ER301AA", Duration.ofHours(5));
        for (Story one : List.of(story, other, alone)) {
            send(one.open().subList(0, 2));
        }
        Story unread = Story.of("ER302AA", Duration.ofHours(6));
        send(unread.open().subList(0, 1));
        awaitAllInRows();
        Map<String, BigDecimal> aggregates = Recount.aggregates(jdbc);
        for (Story one : List.of(story, alone, unread)) {
            assertThat(eraseCapture(one).statusCode()).isEqualTo(202);
            await().atMost(Duration.ofSeconds(30)).until(() -> json(path(one)).has("deletedAt"));
            assertThat(refusal(ask(path(one) + "/image"))).isEqualTo("410 photo_deleted");
        }
        assertThat(found("ER300AA")).containsExactly(other.captureId().toString());
        assertThat(everywhere("ER301AA")).isEmpty();
        send(alone.open().subList(0, 2));
        awaitAllInRows();
        assertThat(everywhere("ER301AA")).isEmpty();
        assertThat(Recount.aggregates(jdbc)).isEqualTo(aggregates);
        assertThat(Recount.ofRows(jdbc)).isEqualTo(aggregates);
        send(unread.open().subList(0, 2));
        awaitJson(path(unread), "/status", "READ");
        assertThat(everywhere("ER302AA")).isEmpty();
        aggregates = Recount.aggregates(jdbc);
        assertThat(Recount.ofRows(jdbc)).isEqualTo(aggregates);
        assertThat(refusal(erase("{\"captureId\":\"%s\",\"reason\":\"asked\"}", new UUID(0, 4), "")))
                .isEqualTo("404 not_found");
    }
}
