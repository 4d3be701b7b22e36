package io.plateflow.stats.system;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** A way to the broker that gives up soon: people wait for the answer. */
@Configuration
class SystemConfig {
    /** Of one question: that a broker is away is known before {@link BrokerWatch} stops waiting. */
    private static final int LONGEST_MILLIS = 1_000;

    @Bean(destroyMethod = "close", defaultCandidate = false)
    Admin watchingAdmin(KafkaAdmin settings) {
        return impatient(settings.getConfigurationProperties());
    }

    @Bean
    BrokerWatch brokerWatch(@Qualifier("watchingAdmin") Admin watchingAdmin) {
        return new BrokerWatch(new BrokerQuestions(watchingAdmin)::ask, System::nanoTime);
    }

    static Admin impatient(Map<String, Object> settings) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put("client.id", "stats-service-watch");
        own.put("request.timeout.ms", LONGEST_MILLIS);
        own.put("default.api.timeout.ms", LONGEST_MILLIS);
        return Admin.create(own);
    }
}
