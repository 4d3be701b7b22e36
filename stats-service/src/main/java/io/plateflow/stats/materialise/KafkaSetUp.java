package io.plateflow.stats.materialise;

import io.plateflow.contracts.TopicCheck;
import io.plateflow.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What the consumers need beside their settings. */
@Configuration
class KafkaSetUp {
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    /** A batch that fails comes again until it succeeds: poison never gets here, and nothing may be skipped. */
    @Bean
    CommonErrorHandler retries() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_WAIT_MILLIS);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    @Bean(destroyMethod = "close")
    Admin admin(KafkaAdmin settings) {
        return Admin.create(settings.getConfigurationProperties());
    }

    /** Refuses to start on topics that are not as declared: runs before any consumer does. */
    @Bean
    SmartInitializingSingleton topicsAsDeclared(Admin admin) {
        return () -> {
            List<String> faults = faults(admin);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(String.join("; ", faults));
            }
        };
    }

    private static List<String> faults(Admin admin) {
        try {
            return TopicCheck.faults(admin, Topics.ALL);
        } catch (ExecutionException e) {
            return List.of("the broker cannot be asked for its topics: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("interrupted while asking for the topics");
        }
    }
}
