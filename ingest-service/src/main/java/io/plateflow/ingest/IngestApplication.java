package io.plateflow.ingest;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.filter.RequestContextFilter;

/** The gateway's process: its parts and how they are joined. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties(IngestProperties.class)
@EnableScheduling
class IngestApplication {

    public static void main(String[] args) {
        SpringApplication.run(IngestApplication.class, args);
    }

    @Bean
    ServletRegistrationBean<CaptureServlet> captureServlet(Reception reception) {
        return new ServletRegistrationBean<>(new CaptureServlet(reception), CaptureServlet.PATH);
    }

    /** No code here asks for the request of its thread. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContext() {
        FilterRegistrationBean<RequestContextFilter> filter = new FilterRegistrationBean<>(new RequestContextFilter());
        filter.setEnabled(false);
        return filter;
    }

    @Bean
    Reception reception(
            Doorkeeper doorkeeper,
            CaptureIntake intake,
            ByteBudget budget,
            IngestProperties settings,
            Answers answers,
            IngestMeters meters) {
        return new Reception(doorkeeper, intake, budget, settings, answers, Clock.systemUTC(), meters::count);
    }

    @Bean
    Answers answers(IngestProperties settings) {
        return new Answers(settings);
    }

    @Bean
    Doorkeeper doorkeeper(
            KeyRing keys, KeyFeed feed, BrokerState broker, RateLimits limits, IngestProperties settings) {
        return new Doorkeeper(keys, feed, broker, settings.storageReserve().toBytes(), limits, Clock.systemUTC());
    }

    @Bean
    RateLimits rateLimits(IngestProperties settings, MeterRegistry meters) {
        return new RateLimits(settings.limits(), TimeMeter.SYSTEM_NANOTIME, meters);
    }

    @Bean
    CaptureIntake captureIntake(CapturePublisher publisher, IngestProperties settings) {
        CaptureRules rules =
                new CaptureRules(settings.timeZone(), settings.largestImage().toBytes(), settings.mostPixels());
        return new CaptureIntake(rules, publisher, settings.knownIds());
    }

    @Bean
    CapturePublisher capturePublisher(Producer<String, byte[]> producer, BrokerState broker, MeterRegistry meters) {
        new KafkaClientMetrics(producer).bindTo(meters);
        return new CapturePublisher(producer, broker, meters);
    }

    @Bean
    Producer<String, byte[]> producer(IngestProperties settings) {
        return KafkaClients.producer(settings);
    }

    @Bean
    KeyRing keyRing() {
        return new KeyRing();
    }

    @Bean
    KeyFeed keyFeed(IngestProperties settings, KeyRing ring) {
        return new KeyFeed(KafkaClients.keyConsumer(settings), ring);
    }

    @Bean
    BrokerState brokerState() {
        return new BrokerState();
    }

    @Bean
    Admin watchAdmin(IngestProperties settings) {
        return KafkaClients.watchAdmin(settings);
    }

    @Bean
    BrokerWatch brokerWatch(Admin watchAdmin, BrokerState broker) {
        return new BrokerWatch(watchAdmin, broker);
    }

    @Bean
    BrokerHealth brokerHealthIndicator(BrokerState broker, KeyFeed keys, IngestProperties settings) {
        return new BrokerHealth(broker, keys, settings);
    }

    @Bean
    ByteBudget byteBudget(IngestProperties settings) {
        return new ByteBudget(Math.toIntExact(settings.bytesInFlight().toBytes()));
    }

    @Bean
    IngestMeters ingestMeters(MeterRegistry registry, ByteBudget budget, BrokerState broker, KeyRing keys) {
        return new IngestMeters(registry, budget, broker, keys);
    }

    @Bean
    IngestStart ingestStart(IngestProperties settings, Producer<String, byte[]> producer, KeyFeed keys) {
        return new IngestStart(settings, producer, keys);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> deadlines(IngestProperties settings) {
        return tomcat -> {
            tomcat.setProtocol(DeadlineProtocol.class.getName());
            tomcat.addConnectorCustomizers(connector ->
                    ((DeadlineProtocol) connector.getProtocolHandler()).headersWithin(settings.headersWithin()));
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tls(IngestProperties settings) {
        return tomcat -> {
            if (settings.tls().isGiven()) {
                tomcat.setSsl(Ssl.forBundle(Tls.BUNDLE));
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return tomcat -> tomcat.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReport.class.getName()));
    }
}
