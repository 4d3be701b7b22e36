package io.plateflow.stats.pages;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the menu; its icon and the key of its title bear its name.
 *
 * @param name of the page
 * @param path where it is
 * @param role the least that one must be to be shown it
 */
record Page(String name, String path, String role) {
    /** Pages that exist, in the menu's order. */
    static final List<Page> MENU = List.of(
            new Page("now", "/", "ANALYST"),
            new Page("exit", "/exit", "ANALYST"),
            new Page("captures", "/captures", "ANALYST"),
            new Page("stays", "/stays", "ANALYST"),
            new Page("charges", "/charges", "ANALYST"),
            new Page("reports", "/reports", "ANALYST"),
            new Page("settings", "/settings", "ADMIN"),
            new Page("system", "/system", "ANALYST"));

    /** Pages below <i>Configuración</i>, in the order of its tabs; each has its template and its {@code settings.NAME}. */
    static final List<Page> SETTINGS = List.of(
            new Page("zones", "/settings/zones", "ADMIN"),
            new Page("tariffs", "/settings/tariffs", "ADMIN"),
            new Page("vehicles", "/settings/vehicles", "ADMIN"),
            new Page("cameras", "/settings/cameras", "ADMIN"),
            new Page("keys", "/settings/keys", "ADMIN"),
            new Page("users", "/settings/users", "ADMIN"),
            new Page("audit", "/settings/audit", "ADMIN"),
            new Page("erasures", "/settings/erasures", "ADMIN"));

    /** Where the map's library lies on the class path; {@code ground.js} names the same. */
    static final String MAP_STYLES = "/webjars/leaflet/1.9.4/dist/leaflet.css";

    /** Where the charts' library lies on the class path; {@code chart.js} names the same. */
    static final String CHART_STYLES = "/webjars/uplot/1.6.30/dist/uPlot.min.css";

    /** Style sheets of the frame, then those of {@code features}: a name, or a whole path. */
    static List<String> styles(String... features) {
        return Stream.concat(Stream.of("tokens", "base", "shell"), Stream.of(features))
                .map(name -> name.startsWith("/") ? name : "/css/" + name + ".css")
                .toList();
    }
}
