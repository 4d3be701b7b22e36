package io.plateflow.domain.plate;

import java.util.List;

/**
 * The layouts that a site reads, in the order in which the site ranks them.
 *
 * <p>Sources: AR Decreto 1143/2012 and Mercosur GMC 33/14 ({@code LLDDDLL}); BR Resolução CONTRAN 969/2022; UY, PY and
 * BO from their registries; CL Decreto 53/1984 and its 2014 change (consonants only).
 */
public record Grammars(List<Grammar> layouts) {
    /** Argentina and its neighbours; Argentina ranks first. */
    public static final Grammars SOUTH_AMERICA = new Grammars(List.of(
            now("AR", "LLDDDLL"),
            earlier("AR", "LLLDDD"),
            now("AR", "LDDDLLL"),
            earlier("AR", "DDDLLL"),
            now("BR", "LLLDLDD"),
            earlier("BR", "LLLDDDD"),
            now("UY", "LLLDDDD"),
            earlier("UY", "LLLDDD"),
            now("PY", "LLLLDDD"),
            earlier("PY", "LLLDDD"),
            earlier("PY", "DDDLLL"),
            now("CL", "CCCCDD"),
            now("CL", "CCCDD"),
            earlier("CL", "LLDDDD"),
            now("BO", "DDDDLLL"),
            now("BO", "DDDLLL")));

    public Grammars {
        layouts = List.copyOf(layouts);
    }

    /** Only the layouts of the countries named, ranked in the order named. */
    public Grammars of(List<String> countries) {
        return new Grammars(countries.stream()
                .flatMap(c -> layouts.stream().filter(g -> g.country().equals(c)))
                .toList());
    }

    /** The countries that {@code text} could belong to, best ranked first, each once; empty when it fits none. */
    public List<String> countriesOf(String text) {
        return layouts.stream()
                .filter(g -> g.matches(text))
                .map(Grammar::country)
                .distinct()
                .toList();
    }

    private static Grammar now(String country, String pattern) {
        return new Grammar(country, pattern, true);
    }

    private static Grammar earlier(String country, String pattern) {
        return new Grammar(country, pattern, false);
    }
}
