package io.plateflow.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint there is, and the least that one must be to use it. A new one without its line here fails. */
class EndpointsIT extends RunningService {
    private static final Map<String, String> LEAST =
            """
            GET /login                              anyone
            ANY /error                              anyone
            GET /                                   analyst
            GET /captures                           analyst
            GET /stays                              analyst
            GET /charges                            analyst
            GET /exit                               analyst
            GET /reports                            analyst
            GET /system                             analyst
            GET /password                           analyst
            GET /settings                           admin
            GET /settings/zones                     admin
            GET /settings/tariffs                   admin
            GET /settings/vehicles                  admin
            GET /settings/cameras                   admin
            GET /settings/keys                      admin
            GET /settings/users                     admin
            GET /settings/audit                     admin
            GET /settings/erasures                  admin
            GET /v1/audit                           admin
            GET /v1/erasures                        admin
            GET /v1/erasures/{id}                   admin
            POST /v1/erasures                       admin
            GET /v1/captures                        analyst
            GET /v1/captures/{id}                   analyst
            GET /v1/captures/{id}/image             analyst
            GET /v1/captures/{id}/image/plate       analyst
            GET /v1/captures/{id}/image/shared      analyst
            GET /v1/captures/{id}/candidates        analyst
            PATCH /v1/captures/{id}/plate           operator
            POST /v1/captures/{id}/retry            operator
            GET /v1/exits                           analyst
            POST /v1/stays/{id}/payments            operator
            GET /v1/stays                           analyst
            GET /v1/stays/{id}                      analyst
            POST /v1/stays/{id}/checkout            operator
            POST /v1/stays/{id}/resolve             operator
            GET /v1/charges                         analyst
            GET /v1/charges/{id}                    analyst
            GET /v1/charges/{id}/statement          analyst
            POST /v1/charges/{id}/void              operator
            POST /v1/charges/{id}/dispute           operator
            POST /v1/charges/{id}/dispute/resolve   operator
            POST /v1/charges/{id}/settlements       operator
            POST /v1/quotes                         analyst
            POST /v1/tariffs/simulate               analyst
            GET /v1/tariffs                         analyst
            GET /v1/tariffs/{id}                    analyst
            PUT /v1/tariffs/{id}                    admin
            GET /v1/zones                           analyst
            GET /v1/zones/{id}                      analyst
            PUT /v1/zones/{id}                      admin
            GET /v1/vehicles                        analyst
            POST /v1/vehicles                       admin
            GET /v1/vehicles/{plate}                analyst
            PUT /v1/vehicles/{plate}                admin
            GET /v1/cameras                         analyst
            POST /v1/cameras                        admin
            GET /v1/cameras/{id}                    analyst
            PUT /v1/cameras/{id}                    admin
            DELETE /v1/cameras/{id}                 admin
            POST /v1/cameras/{id}/key               admin
            GET /v1/wardens                         admin
            PUT /v1/wardens/{id}                    admin
            DELETE /v1/wardens/{id}                 admin
            POST /v1/wardens/{id}/key               admin
            GET /v1/clients                         admin
            PUT /v1/clients/{id}                    admin
            DELETE /v1/clients/{id}                 admin
            POST /v1/clients/{id}/key               admin
            GET /v1/users                           admin
            PUT /v1/users/{name}                    admin
            POST /v1/users/{name}/password          admin
            GET /v1/stats/summary                   analyst
            GET /v1/stats/timeseries                analyst
            GET /v1/stats/top                       analyst
            GET /v1/stats/revenue                   analyst
            GET /v1/stats/cameras                   analyst
            GET /v1/reports/{period}                analyst
            POST /v1/reports/months/{month}/close   admin
            GET /v1/stream                          analyst
            GET /v1/system                          analyst
            GET /v1/system/stages                   analyst
            """.lines().map(line -> line.split(" {2,}", 2)).collect(Collectors.toMap(l -> l[0], l -> l[1]));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void asksForTheRightRoleAtEveryEndpoint() throws Exception {
        assertThat(endpoints()).isEqualTo(new TreeSet<>(LEAST.keySet()));
        Map<String, Browser> users = new LinkedHashMap<>();
        users.put("anyone", new Browser(port));
        for (String user : List.of("analyst", "operator", "admin")) {
            users.put(user, Browser.of(port, user, user + "-word"));
        }
        List<String> roles = List.copyOf(users.keySet());
        for (String endpoint : endpoints()) {
            List<String> allowed = new ArrayList<>();
            for (Map.Entry<String, Browser> user : users.entrySet()) {
                if (isLetIn(user.getValue(), endpoint)) {
                    allowed.add(user.getKey());
                }
            }
            assertThat(allowed)
                    .as(endpoint)
                    .isEqualTo(roles.subList(roles.indexOf(LEAST.getOrDefault(endpoint, "?")), roles.size()));
        }
    }

    private Set<String> endpoints() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(EndpointsIT::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> named(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        (methods.isEmpty() ? Set.of("ANY") : methods).stream().map(m -> m + " " + path));
    }

    /** With an empty object where there is a body, so that nothing comes of it. */
    private static boolean isLetIn(Browser user, String endpoint) throws Exception {
        String[] parts = endpoint.split(" ", 2);
        HttpResponse<InputStream> answer = user.head(
                parts[0].equals("ANY") ? "GET" : parts[0],
                parts[1].replaceAll("\\{\\w+}", "00000000-0000-4000-8000-000000000000"));
        String leadsTo = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() != 401 && answer.statusCode() != 403 && !leadsTo.endsWith("/login");
    }
}
