package io.plateflow.ingest.hooks;

import io.plateflow.ingest.Answers;
import io.plateflow.ingest.Reception;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Valve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The addresses of cameras beside that of photos. */
@Configuration(proxyBeanMethods = false)
class HookConfig {
    @Bean
    ServletRegistrationBean<HookServlet> hookServlet(Reception reception, Answers answers) {
        return new ServletRegistrationBean<>(
                new HookServlet(reception, new CameraAnswers(answers)), HookServlet.PATH + "*");
    }

    /** Before the access log, where there is one. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> hiddenKeys() {
        return tomcat -> {
            List<Valve> valves = new ArrayList<>(tomcat.getEngineValves());
            valves.add(0, new HiddenKeys());
            tomcat.setEngineValves(valves);
        };
    }
}
