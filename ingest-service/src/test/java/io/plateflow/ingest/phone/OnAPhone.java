package io.plateflow.ingest.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.ApiKey.Scope;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Topics;
import io.plateflow.embedded.TestKafka;
import io.plateflow.ingest.Captures;
import io.plateflow.ingest.Gateway;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/** A gateway, a phone that nobody used before, and a warden; no page may leave an error on the console. */
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnAPhone {
    /** Given by the extension. */
    @SuppressWarnings("NullAway.Init")
    ChromeDriver driver;

    String kafka = "";

    @SuppressWarnings("NullAway.Init")
    Gateway gateway;

    @SuppressWarnings("NullAway.Init")
    Phone phone;

    Warden warden = Warden.with();

    @BeforeAll
    void start() throws Exception {
        kafka = TestKafka.bootstrap();
        gateway = Gateway.start(kafka);
    }

    @AfterAll
    void stop() {
        phone.putAway();
        gateway.close();
    }

    @BeforeEach
    void takeANewPhone() throws Exception {
        warden = Warden.with(Scope.CAPTURES, Scope.RESULTS);
        warden.publish(kafka);
        phone = new Phone(driver, gateway.port());
        phone.unpack();
    }

    @AfterEach
    void findNoErrorOnTheConsole() {
        assertThat(phone.errors()).isEmpty();
    }

    /** The page as the warden's QR opens it, ready to shoot. */
    void pair() {
        phone.open("/capture#key=" + warden.key() + "&name=Ana");
        phone.the("#live");
        phone.awaitText("#where", "±8 m");
    }

    /** What the gateway has of this warden, once it is {@code photos}, the oldest first. */
    List<Capture> arrived(int photos) {
        return await().atMost(Duration.ofSeconds(30)).until(this::sent, all -> all.size() == photos);
    }

    List<Capture> sent() {
        return Captures.all(kafka, Topics.CAPTURES).values().stream()
                .flatMap(List::stream)
                .map(one -> CaptureHeaders.read(one.headers()))
                .filter(one -> one.keyId().equals(warden.id()))
                .sorted(Comparator.comparing(Capture::receivedAt))
                .toList();
    }
}
