package io.plateflow.stats.pages;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the menu; its icon and the key of its title bear its name.
 *
 * @param name of the page
 * @param path where it is
 */
record Page(String name, String path) {
    /** Pages that exist, in the menu's order. */
    static final List<Page> MENU = List.of(
            new Page("now", "/"),
            new Page("captures", "/captures"),
            new Page("stays", "/stays"),
            new Page("charges", "/charges"));

    /** Where the map's library lies on the class path; {@code map.js} names the same. */
    static final String MAP_STYLES = "/webjars/leaflet/1.9.4/dist/leaflet.css";

    /** Style sheets of the frame, then those of {@code features}: a name, or a whole path. */
    static List<String> styles(String... features) {
        return Stream.concat(Stream.of("tokens", "base", "shell"), Stream.of(features))
                .map(name -> name.startsWith("/") ? name : "/css/" + name + ".css")
                .toList();
    }
}
