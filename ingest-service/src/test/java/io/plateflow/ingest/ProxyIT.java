package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.embedded.TestKafka;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** What is believed of what a proxy says about the sender behind it. */
class ProxyIT {

    @Test
    void believesAProxyOnLoopbackUnlessToldOtherwise() throws Exception {
        try (Gateway gateway = Gateway.startWith(Echo.class, TestKafka.bootstrap())) {
            assertThat(seen(gateway)).isEqualTo("203.0.113.77 https secure");
        }
    }

    @Test
    void believesNobodyElse() throws Exception {
        try (Gateway gateway = Gateway.startWith(
                Echo.class, TestKafka.bootstrap(), "--server.tomcat.remoteip.internal-proxies=10\\.0\\.0\\.1")) {
            assertThat(seen(gateway)).isEqualTo("127.0.0.1 http open");
        }
    }

    private static String seen(Gateway gateway) throws Exception {
        return gateway.send(HttpRequest.newBuilder(gateway.uri("/echo"))
                        .headers("X-Forwarded-For", "198.51.100.9, 203.0.113.77", "X-Forwarded-Proto", "https"))
                .body();
    }

    /** An address that says whom the service takes the sender for. */
    static class Echo {
        @Bean
        ServletRegistrationBean<HttpServlet> echo() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void service(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            String secure = request.isSecure() ? "secure" : "open";
                            response.getWriter()
                                    .print(request.getRemoteAddr() + " " + request.getScheme() + " " + secure);
                        }
                    },
                    "/echo");
        }
    }
}
