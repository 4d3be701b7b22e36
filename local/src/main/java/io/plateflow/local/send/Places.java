package io.plateflow.local.send;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a CSV file says of each photo: where, when, by which camera. A row names its photo by a path from the CSV file's own
 * folder, or by its bare name wherever it lies.
 *
 * @param folder of the CSV file
 * @param rows by {@code file} as written, the gateway's parameters
 * @param faults sentences, each with its line; with any of them nothing is to be sent
 */
record Places(Path folder, Map<String, Map<String, String>> rows, List<String> faults) {
    static final Places NONE = new Places(Path.of(""), Map.of(), List.of());

    private static final Set<String> WHERE = Set.of("latitude", "longitude", "url");

    Places {
        rows = Map.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** @throws IOException when there is no such file */
    static Places read(Path csv) throws IOException {
        PlacesTable table = new PlacesTable();
        try {
            table.read(Files.readString(csv));
        } catch (CharacterCodingException e) {
            table.faults.add("it is not UTF-8");
        }
        Path parent = csv.toAbsolutePath().normalize().getParent();
        return new Places(
                parent == null ? Path.of("/") : parent,
                table.rows,
                table.faults.stream().map(fault -> csv + ": " + fault).toList());
    }

    /** What is known about {@code photo}: its row's word before {@code general}'s, of the place altogether. */
    Map<String, String> over(Map<String, String> general, PhotoFile photo) {
        Map<String, String> fields = new LinkedHashMap<>(general);
        String named = nameOf(photo);
        if (named != null) {
            Map<String, String> row = rows.getOrDefault(named, Map.of());
            if (row.keySet().stream().anyMatch(WHERE::contains)) {
                fields.keySet().removeAll(WHERE);
            }
            fields.putAll(row);
        }
        return fields;
    }

    /** Rows that name none of {@code photos}. */
    List<String> unused(List<PhotoFile> photos) {
        Set<@Nullable String> used = photos.stream().map(this::nameOf).collect(Collectors.toSet());
        return rows.keySet().stream()
                .filter(row -> !used.contains(row))
                .sorted()
                .toList();
    }

    /** Bare names that several of {@code photos} have: their row could be of any. */
    List<String> ambiguous(List<PhotoFile> photos) {
        Map<String, Integer> times = new HashMap<>();
        for (PhotoFile photo : photos) {
            String named = nameOf(photo);
            if (named != null) {
                times.merge(named, 1, Integer::sum);
            }
        }
        List<String> several = new ArrayList<>();
        times.forEach((name, count) -> {
            if (count > 1) {
                several.add("%s: %d photos have this name: write their folders, too".formatted(name, count));
            }
        });
        return several.stream().sorted().toList();
    }

    private @Nullable String nameOf(PhotoFile photo) {
        Path path = photo.path().toAbsolutePath().normalize();
        String fromHere = folder.toAbsolutePath().relativize(path).toString();
        String bare = path.getFileName().toString();
        return rows.containsKey(fromHere) ? fromHere : rows.containsKey(bare) ? bare : null;
    }
}
