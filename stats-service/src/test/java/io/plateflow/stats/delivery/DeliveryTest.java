package io.plateflow.stats.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Whoever sends knows whether it arrived. */
@SuppressWarnings("unchecked") // a mock of a generic class
class DeliveryTest {
    private static final ProducerRecord<String, byte[]> ONE = new ProducerRecord<>("plateflow.x", new byte[0]);

    private final KafkaTemplate<String, byte[]> kafka = mock(KafkaTemplate.class);
    private final Delivery delivery = new Delivery(kafka);

    @Test
    void isDoneOnceTheBrokerHasIt() {
        when(kafka.send(any(ProducerRecord.class))).thenReturn(CompletableFuture.completedFuture(null));
        assertThatNoException().isThrownBy(() -> delivery.send(ONE));
    }

    @Test
    void saysThatItMayNotHaveArrivedWhateverTheTrouble() {
        when(kafka.send(any(ProducerRecord.class)))
                .thenReturn(CompletableFuture.failedFuture(new TimeoutException("no broker")))
                .thenThrow(new KafkaException("no metadata"));
        assertThatThrownBy(() -> delivery.send(ONE)).isInstanceOf(NotDelivered.class);
        assertThatThrownBy(() -> delivery.send(ONE)).isInstanceOf(NotDelivered.class);
    }

    @Test
    void leavesAnInterruptedThreadInterrupted() {
        when(kafka.send(any(ProducerRecord.class))).thenReturn(new CompletableFuture<>());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> delivery.send(ONE)).isInstanceOf(NotDelivered.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void countsOfSeveralThoseBeforeTheFirstThatDidNotArrive() {
        when(kafka.send(any(ProducerRecord.class)))
                .thenReturn(CompletableFuture.completedFuture(null))
                .thenReturn(CompletableFuture.failedFuture(new TimeoutException("no broker")))
                .thenReturn(CompletableFuture.completedFuture(null));
        assertThat(delivery.sendAll(List.of(ONE, ONE, ONE))).isEqualTo(1);
    }
}
