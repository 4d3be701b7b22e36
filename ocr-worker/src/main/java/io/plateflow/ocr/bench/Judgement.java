package io.plateflow.ocr.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one engine made of all sets. */
public record Judgement(String engine, Map<String, Accuracy> sets) {
    public Judgement {
        sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    }

    List<Judged> photos() {
        return sets.values().stream().flatMap(s -> s.photos().stream()).toList();
    }

    /** The tables, as text. */
    public void print(Appendable out) throws IOException {
        new Report(sets).print(out);
    }

    /** How this engine and another did on the same photos, set by set. */
    public void compare(Judgement other, Appendable out) throws IOException {
        out.append("%n%s beside %s%n".formatted(engine, other.engine));
        out.append("%-14s%12s%12s%12s%18s%n"
                .formatted("set", "both right", "only first", "only second", "wrong and alike"));
        for (Map.Entry<String, Accuracy> set : sets.entrySet()) {
            Accuracy theirs = requireNonNull(other.sets.get(set.getKey()));
            Agreement both = new Agreement(set.getValue().photos(), theirs.photos());
            out.append("%-14s%12d%12d%12d%18d%n"
                    .formatted(set.getKey(), both.bothRight(), both.onlyFirst(), both.onlySecond(), both.wrongAlike()));
        }
    }

    /** A table of all photos. */
    public void writeRows(Path file) throws IOException {
        Rows.write(photos(), file);
    }

    /** A page of the misread photos; returns how many there are. */
    public int writeMisses(Path file, long maxPixels) throws IOException {
        List<Judged> missed = photos().stream().filter(p -> !p.exact()).toList();
        Files.writeString(file, MissesPage.of(missed, maxPixels));
        return missed.size();
    }
}
