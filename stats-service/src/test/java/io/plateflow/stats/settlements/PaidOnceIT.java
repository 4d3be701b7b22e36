package io.plateflow.stats.settlements;

import static io.plateflow.domain.stay.Direction.EXIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import io.plateflow.stats.gate.AtGate;
import io.plateflow.stats.storage.Columns;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A gate and a desk that take money for one vehicle take it once, though neither sees yet what the other did. */
class PaidOnceIT extends RunningService {
    private static final AtGate GARAGE = new AtGate(new Coordinates(-37.20042, -57.15622), plate -> Story.photo());
    private static final String WHOLE = "{\"amount\":\"1000.00\",\"method\":\"cash\"}";
    private static final String PART = "{\"amount\":\"400.00\",\"method\":\"card\"}";

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aGateAndADeskThatAskAtOnceTakeOnePaymentBetweenThem() throws Exception {
        List<Car> cars = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cars.add(charged("p1", "PO12%dAA".formatted(i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (Car car : cars) {
            List<Callable<String>> both = List.of(
                    () -> status(send("POST", car.desk(), "admin", "", WHOLE)),
                    () -> status(send("POST", car.gate(), "operator", "", WHOLE)));
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder("202", "409 already_paid");
        }
        threads.shutdown();
        for (Car car : cars) {
            awaitJson(car.path(), "/balance/amount", "0.00");
        }
        awaitAllInRows();
        assertThat(cars).allSatisfy(car -> assertThat(payments(car)).hasSize(1));
    }

    @Test
    void aPaymentThatTheRowsDoNotHaveYetCountsAtTheGateAndAtTheDesk() throws Exception {
        Car atDesk = charged("p2", "PO223AA");
        Car atGate = charged("p2", "PO224AA");
        Car inPart = charged("p2", "PO225AA");
        whileNoPaymentReachesTheRows(() -> {
            assertThat(status(send("POST", atDesk.desk(), "admin", "desk", WHOLE)))
                    .isEqualTo("202");
            assertThat(status(send("POST", atGate.gate(), "operator", "gate", WHOLE)))
                    .isEqualTo("202");
            assertThat(status(send("POST", inPart.desk(), "admin", "part", PART)))
                    .isEqualTo("202");

            assertThat(status(send("POST", atDesk.gate(), "operator", "", WHOLE)))
                    .isEqualTo("409 already_paid");
            assertThat(status(send("POST", atGate.desk(), "admin", "", WHOLE))).isEqualTo("409 already_paid");
            assertThat(status(send("POST", inPart.gate(), "operator", "", WHOLE)))
                    .isEqualTo("409 amount_changed");
            assertThat(status(send("POST", atDesk.desk(), "admin", "desk", WHOLE)))
                    .as("sent again")
                    .isEqualTo("202");
            assertThat(json("/v1/exits?camera=p2").path("items").valueStream())
                    .extracting(item -> item.path("state").asString() + " "
                            + item.at("/due/amount").asString())
                    .containsExactly("PAID 0.00", "PAID 0.00", "DUE 600.00");
            assertThat(List.of(atDesk, atGate, inPart))
                    .allSatisfy(car -> assertThat(payments(car)).isEmpty());
        });
        awaitJson(inPart.path(), "/balance/amount", "600.00");
        awaitAllInRows();
        assertThat(status(send("POST", atDesk.desk(), "admin", "", WHOLE))).isEqualTo("409 already_paid");
        assertThat(status(send("POST", atDesk.desk(), "admin", "", WHOLE.replace("10", "-10"))))
                .as("given back")
                .isEqualTo("202");
        awaitJson(atDesk.path(), "/balance/amount", "1000.00");
        assertThat(payments(atDesk)).containsExactlyInAnyOrder("1000.0000 cash", "-1000.0000 cash");
        assertThat(payments(atGate)).containsExactly("1000.0000 cash");
        assertThat(payments(inPart)).containsExactly("400.0000 card");
    }

    /** A vehicle that owes 1,000. */
    private record Car(UUID photo, UUID stay, String path) {
        String gate() {
            return "/v1/stays/" + stay + "/payments";
        }

        String desk() {
            return path + "/settlements";
        }
    }

    private interface Trial {
        void run() throws Exception;
    }

    /** Holds what the materialiser moves in the transaction that writes payments. */
    private void whileNoPaymentReachesTheRows(Trial trial) {
        awaitAllInRows();
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("SELECT next FROM consumer_offset WHERE topic = :topic FOR UPDATE")
                    .param("topic", Topics.COMMANDS.name())
                    .query(Long.class)
                    .list();
            try {
                trial.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private Car charged(String camera, String plate) throws Exception {
        Instant now = Instant.now();
        UUID photo = GARAGE.read(camera, EXIT, now, plate, false);
        UUID stay = GARAGE.charged(plate, now.minus(Duration.ofMinutes(90)), now, photo);
        String charge = await().atMost(Duration.ofSeconds(40))
                .until(() -> json("/v1/stays/" + stay).path("chargeId").asString(""), id -> !id.isEmpty());
        return new Car(photo, stay, "/v1/charges/" + charge);
    }

    private static String status(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 202 ? "202" : refusal(answer);
    }

    private List<String> payments(Car car) {
        return jdbc.sql("SELECT CONCAT(amount, ' ', method) FROM settlement WHERE capture_id = :id")
                .param("id", Columns.bytes(car.photo()))
                .query(String.class)
                .list();
    }
}
