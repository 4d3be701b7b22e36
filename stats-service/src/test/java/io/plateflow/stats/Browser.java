package io.plateflow.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person has: a session, its cookie and the CSRF token of the page. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"(?:_csrf\" value|csrf-token\" content)=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    public Browser(int port) {
        this.port = port;
    }

    /** What sends with its session. */
    public HttpClient http() {
        return http;
    }

    /** One that is signed in. */
    public static Browser of(int port, String user, String password) throws Exception {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(user, password)).isEqualTo("/");
        browser.token = browser.tokenOf("/");
        return browser;
    }

    /** Where the form leads, host aside. */
    public String signIn(String user, String password) throws Exception {
        String form =
                "username=" + encoded(user) + "&password=" + encoded(password) + "&_csrf=" + encoded(tokenOf("/login"));
        HttpResponse<String> answer = http.send(
                at("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return URI.create(answer.headers().firstValue("Location").orElse("?")).getPath()
                + (answer.headers().firstValue("Location").orElse("").contains("error") ? "?error" : "");
    }

    /** Where leaving leads, host aside. */
    public String signOut() throws Exception {
        HttpResponse<String> answer = http.send(
                at("/logout")
                        .headers("X-CSRF-TOKEN", token, "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        URI led = URI.create(answer.headers().firstValue("Location").orElse("?"));
        return led.getPath() + "?" + led.getQuery();
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c ->
                        c.getName().startsWith("PLATEFLOW_") && !c.getName().contains("LANGUAGE"))
                .map(c -> c.getValue())
                .findFirst()
                .orElse("");
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = at(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** As a page's script does. */
    public HttpResponse<byte[]> post(String path, String json) throws Exception {
        return http.send(
                at(path).headers("X-CSRF-TOKEN", token, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** The answer's head; what would follow, perhaps without end, is not read. */
    public HttpResponse<InputStream> head(String method, String path) throws Exception {
        HttpRequest.Builder request = at(path).header("X-CSRF-TOKEN", token);
        if (!method.equals("GET")) {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString("{}"));
        }
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer;
    }

    private String tokenOf(String page) throws Exception {
        String html = get(page).body();
        Matcher found = TOKEN.matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }

    public HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
