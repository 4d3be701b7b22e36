package io.plateflow.stats.pages;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plateflow.embedded.TestMySql;
import io.plateflow.stats.StatsProperties;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Who is shown which page, and in which language. */
@WebMvcTest(controllers = {LoginPage.class, NowPage.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@TestPropertySource(
        properties = {
            "plateflow.stats.audit.key=a key of the tests alone",
            "plateflow.stats.passwords.analyst=analyst-word",
            "plateflow.stats.passwords.operator=operator-word",
            "plateflow.stats.passwords.admin=admin-word"
        })
class PagesIT {
    private static final String CHARGE_DIALOG = "id=\"checkout\"";

    @Autowired
    MockMvc mvc;

    @TestConfiguration
    @ComponentScan({
        "io.plateflow.stats.accounts",
        "io.plateflow.stats.audit",
        "io.plateflow.stats.security",
        "io.plateflow.stats.pages"
    })
    @EnableConfigurationProperties(StatsProperties.class)
    static class Doors {}

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestMySql.Database database = TestMySql.fresh();
        properties.add("spring.datasource.url", database::jdbcUrl);
        properties.add("spring.datasource.username", database::user);
        properties.add("spring.datasource.password", database::password);
    }

    @Test
    void sendsAStrangerToTheLogin() throws Exception {
        mvc.perform(get("/").accept("text/html")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void showsTheLoginToAnyoneAndSaysWhyItFailed() throws Exception {
        mvc.perform(get("/login"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Contraseña"), containsString("name=\"_csrf\""))))
                .andExpect(content().string(not(containsString("incorrectos"))));
        mvc.perform(get("/login").queryParam("error", ""))
                .andExpect(content().string(containsString("Usuario o contraseña incorrectos.")));
    }

    @Test
    void takesTheRightPasswordOnly() throws Exception {
        mvc.perform(formLogin().user("operator").password("operator-word")).andExpect(redirectedUrl("/"));
        mvc.perform(formLogin().user("operator").password("another")).andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void refusesALoginWithoutItsCsrfToken() throws Exception {
        mvc.perform(post("/login").param("username", "operator").param("password", "operator-word"))
                .andExpect(status().isForbidden());
    }

    @Test
    void givesTheMeansToChargeToOperatorsAndAdministratorsOnly() throws Exception {
        for (String role : new String[] {"OPERATOR", "ADMIN"}) {
            mvc.perform(get("/").with(user("someone").roles(role)))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(containsString(CHARGE_DIALOG), containsString("\"mayCharge\":true"))));
        }
        mvc.perform(get("/").with(user("someone").roles("ANALYST")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(not(containsString(CHARGE_DIALOG)), containsString("\"mayCharge\":false"))));
    }

    @Test
    void givesEachListItsFiltersItsColumnsAndItsFile() throws Exception {
        for (String name : new String[] {"captures", "stays", "charges"}) {
            mvc.perform(get("/" + name).with(user("someone").roles("ANALYST")))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("<form id=\"filters\""),
                                    containsString("Comodín (? y *)"),
                                    containsString("<th scope=\"col\">Patente</th>"),
                                    containsString("data-name=\"" + name + ".csv\""),
                                    containsString("id=\"photo\""),
                                    not(containsString("th:")))));
        }
        mvc.perform(get("/captures").with(user("someone").roles("ANALYST")))
                .andExpect(
                        content().string(allOf(containsString("name=\"camera\""), containsString("needsReview=true"))));
    }

    @Test
    void showsTheSettingsToAdministratorsOnly() throws Exception {
        mvc.perform(get("/settings").with(user("someone").roles("ADMIN"))).andExpect(redirectedUrl("/settings/zones"));
        mvc.perform(get("/settings/users").with(user("someone").roles("ADMIN")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/settings\" aria-current=\"page\""),
                                containsString("href=\"/settings/users\" aria-current=\"page\""),
                                containsString("id=\"user-form\""),
                                not(containsString("th:")))));
        for (Page tab : Page.SETTINGS) {
            mvc.perform(get(tab.path()).with(user("someone").roles("ADMIN")))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("href=\"" + tab.path() + "\" aria-current=\"page\""),
                                    containsString("id=\"photo\""),
                                    not(containsString("??")),
                                    not(containsString("th:")))));
            mvc.perform(get(tab.path()).with(user("someone").roles("OPERATOR"))).andExpect(status().isForbidden());
        }
        mvc.perform(get("/").with(user("someone").roles("OPERATOR")))
                .andExpect(content().string(not(containsString("href=\"/settings\""))));
        mvc.perform(get("/password").with(user("someone").roles("ANALYST")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("autocomplete=\"new-password\"")));
    }

    @Test
    void givesTheMeansToCloseAMonthToAdministratorsOnly() throws Exception {
        for (String role : new String[] {"ANALYST", "OPERATOR", "ADMIN"}) {
            boolean may = role.equals("ADMIN");
            mvc.perform(get("/reports").with(user("someone").roles(role)))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Patentes distintas</th>"),
                                    containsString("¿Qué cuenta cada número?"),
                                    containsString("data-preset=\"month\">Mes pasado"),
                                    containsString("href=\"/reports\" aria-current=\"page\""),
                                    not(containsString("th:")))))
                    .andExpect(content()
                            .string(may ? containsString("id=\"closing\"") : not(containsString("id=\"clos"))));
        }
        mvc.perform(get(Page.CHART_STYLES)).andExpect(status().isOk());
    }

    @Test
    void tellsAnalystsTooWhetherAllIsWell() throws Exception {
        mvc.perform(get("/system").with(user("someone").roles("ANALYST")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/system\" aria-current=\"page\""),
                                containsString("id=\"verdict\""),
                                containsString("<h2>Recepción</h2>"),
                                containsString("Sin rechazos."),
                                containsString("\"mayCharge\":false"),
                                not(containsString("??")),
                                not(containsString("th:")))));
    }

    @Test
    void hasALineOnEveryPageThatSaysHowFreshItsDataIs() throws Exception {
        for (String page : new String[] {"/", "/captures", "/stays", "/charges", "/reports", "/system", "/password"}) {
            mvc.perform(get(page).with(user("someone").roles("ANALYST")))
                    .andExpect(content().string(containsString("id=\"data-line\"")));
        }
    }

    @Test
    void givesOneGateTheWholeScreenWithoutAMenu() throws Exception {
        mvc.perform(get("/exit")
                        .queryParam("camera", "north")
                        .with(user("someone").roles("OPERATOR")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"car\""),
                                containsString("\"mayCharge\":true"),
                                containsString("src=\"/js/exit.js\""),
                                not(containsString("class=\"rail\"")),
                                not(containsString("th:")))));
        mvc.perform(get("/exit").with(user("someone").roles("ANALYST")))
                .andExpect(content().string(containsString("\"mayCharge\":false")));
        mvc.perform(get("/").with(user("someone").roles("ANALYST")))
                .andExpect(content().string(containsString("href=\"/exit\"")));
    }

    @Test
    void speaksSpanishUntilToldOtherwiseAndRemembersIt() throws Exception {
        mvc.perform(get("/login"))
                .andExpect(content().string(allOf(containsString("lang=\"es\""), containsString("Usuario"))));
        Cookie chosen = Objects.requireNonNull(mvc.perform(get("/login").queryParam("lang", "en"))
                .andExpect(content().string(allOf(containsString("<html lang=\"en\""), containsString("Password"))))
                .andExpect(cookie().exists("PLATEFLOW_LANGUAGE"))
                .andReturn()
                .getResponse()
                .getCookie("PLATEFLOW_LANGUAGE"));
        mvc.perform(get("/").cookie(chosen).with(user("someone").roles("ANALYST")))
                .andExpect(content()
                        .string(allOf(containsString("Latest captures"), containsString("\"locale\":\"en\""))));
        mvc.perform(get("/login").queryParam("lang", "tlh")).andExpect(content().string(containsString("Contraseña")));
    }

    @Test
    void allowsNothingInlineAndWritesNone() throws Exception {
        mvc.perform(get("/").with(user("<script>alert(1)</script>").roles("OPERATOR")))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self'")))
                .andExpect(content()
                        .string(allOf(
                                not(containsString("<script>")),
                                not(containsString("style=")),
                                not(containsString("onclick")))));
    }

    @Test
    void saysInWordsToPeopleThatAPageIsMissingAndInAProblemToPrograms() throws Exception {
        mvc.perform(get("/nowhere").accept("text/html").with(user("someone").roles("ANALYST")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Esta página no existe.")));
        mvc.perform(get("/nowhere").with(user("someone").roles("ANALYST")))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(content().string(containsString("not_found")));
    }

    @Test
    void letsBrowsersKeepScriptsAndAskWhetherTheyChanged() throws Exception {
        mvc.perform(get("/js/now.js"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-cache"))
                .andExpect(header().exists("Last-Modified"));
    }

    @Test
    void opensNoPasswordBoxOverAPageWhoseSessionHasEnded() throws Exception {
        mvc.perform(get("/v1/stream"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().exists("WWW-Authenticate"));
        mvc.perform(get("/v1/stream").with(request -> {
                    request.setRequestedSessionId("ended");
                    return request;
                }))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist("WWW-Authenticate"));
    }
}
