package io.plateflow.ingest.phone;

import io.plateflow.contracts.ApiKey;
import io.plateflow.ingest.Answers;
import io.plateflow.ingest.CaptureIntake;
import io.plateflow.ingest.Doorkeeper;
import io.plateflow.ingest.IngestProperties;
import io.plateflow.ingest.KafkaClients;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the phone page and how they are joined. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhoneProperties.class)
class PhoneParts {

    @Bean
    RecentReadings recentReadings(PhoneProperties settings, Doorkeeper doorkeeper) {
        return new RecentReadings(settings, keyId -> doorkeeper.knows(keyId, ApiKey.Scope.RESULTS));
    }

    @Bean
    ReadingFeed readingFeed(IngestProperties ingest, PhoneProperties settings, RecentReadings readings) {
        return new ReadingFeed(
                KafkaClients.readingConsumer(ingest), readings, settings.resultsKept(), Clock.systemUTC());
    }

    @Bean
    Declarations declarations(Producer<String, byte[]> producer, RecentReadings readings) {
        return new Declarations(producer, readings, Clock.systemUTC());
    }

    @Bean
    ServletRegistrationBean<ResultServlet> resultServlet(
            Doorkeeper doorkeeper,
            Answers answers,
            CaptureIntake intake,
            ReadingFeed feed,
            RecentReadings readings,
            Declarations declarations,
            PhoneProperties settings) {
        return new ServletRegistrationBean<>(
                new ResultServlet(doorkeeper, answers, intake, feed, readings, declarations, settings.mostWaiting()),
                ResultServlet.PATH);
    }
}
