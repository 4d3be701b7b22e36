package io.plateflow.ocr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labelled photos by the name of their folder, in the order in which the folders were named. */
public record PhotoSets(Map<String, List<Labelled>> byName) {
    public PhotoSets {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** @throws IllegalArgumentException when a folder's labels are of no use, or no photo of a folder is in that part */
    public static PhotoSets in(List<Path> folders, Part part) throws IOException {
        Map<String, List<Labelled>> sets = new LinkedHashMap<>();
        for (Path folder : folders) {
            List<Labelled> chosen = new ArrayList<>();
            for (Labelled photo : Labelled.in(folder)) {
                if (part.holds(Files.readAllBytes(photo.file()))) {
                    chosen.add(photo);
                }
            }
            if (chosen.isEmpty()) {
                throw new IllegalArgumentException(folder + " has no photo to read");
            }
            sets.put(folder.toRealPath().getFileName().toString(), chosen);
        }
        return new PhotoSets(sets);
    }

    List<Labelled> first(int most) {
        return byName.values().stream().flatMap(List::stream).limit(most).toList();
    }
}
