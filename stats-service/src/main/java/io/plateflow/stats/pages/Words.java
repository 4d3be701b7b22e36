package io.plateflow.stats.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** What pages say, by key: {@code messages_es.properties} and {@code messages_en.properties}. */
final class Words {
    static final String CATALOGUE = "messages";
    static final Locale SPANISH = Locale.forLanguageTag("es");
    static final List<Locale> LANGUAGES = List.of(SPANISH, Locale.ENGLISH);

    private Words() {}

    /** Every key of the catalogue with its words, {@code {0}} and the like not yet filled in. */
    static Map<String, String> in(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                CATALOGUE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }
}
