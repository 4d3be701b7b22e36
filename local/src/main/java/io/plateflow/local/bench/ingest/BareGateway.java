package io.plateflow.local.bench.ingest;

import io.plateflow.contracts.Topics;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The least between HTTP and Kafka: the gateway's server and producer, with its acknowledgements and a record of its size,
 * and nothing in between. No key is looked at, no image, no place; nobody is to use it for more than a comparison.
 */
public final class BareGateway extends HttpServlet {
    /** Bytes that the gateway's headers add to a record. */
    private static final int HEADERS = 900;

    private static final int THREADS = 64;
    private static final int MOST_IN_FLIGHT = 64 * 1024 * 1024;

    private final transient Producer<String, byte[]> producer;
    private final String topic;
    private final byte[] header = new byte[HEADERS];

    private BareGateway(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Arguments: bootstrap servers, topic, port on 127.0.0.1. Runs until the process is told to end. */
    public static void main(String[] args) throws LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        Connector connector = new Connector("HTTP/1.1");
        connector.setPort(Integer.parseInt(args[2]));
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", Integer.toString(THREADS));
        connector.setProperty("maxKeepAliveRequests", "10000");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Wrapper servlet = Tomcat.addServlet(context, "bare", new BareGateway(producer(args[0]), args[1]));
        servlet.setAsyncSupported(true);
        context.addServletMapping("/v1/captures", "bare");
        tomcat.start();
        tomcat.getServer().await();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(request.getContentLength());
        String id = UUID.randomUUID().toString();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, id, body);
        message.headers().add("as-large-as-the-gateways", header);
        AsyncContext async = request.startAsync();
        var unused = producer.send(message, (kept, failure) -> answer(async, id, failure == null));
    }

    private static void answer(AsyncContext async, String id, boolean kept) {
        HttpServletResponse response = (HttpServletResponse) async.getResponse();
        response.setStatus(kept ? HttpServletResponse.SC_ACCEPTED : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        try {
            response.getOutputStream().print("{\"id\":\"" + id + "\",\"status\":\"PENDING\"}");
        } catch (IOException gone) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } finally {
            async.complete();
        }
    }

    /** As the gateway's. */
    private static Producer<String, byte[]> producer(String kafka) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "max.request.size",
                        Topics.LARGEST_RECORD_BYTES,
                        "buffer.memory",
                        (long) MOST_IN_FLIGHT + Topics.LARGEST_RECORD_BYTES,
                        "linger.ms",
                        0,
                        "max.block.ms",
                        500,
                        "request.timeout.ms",
                        2_000,
                        "delivery.timeout.ms",
                        2_500),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
