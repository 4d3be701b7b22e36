package io.plateflow.stats.storage;

import io.plateflow.domain.plate.Plate;
import java.util.Set;
import java.util.TreeSet;

/** Under what a plate is kept in {@code plate_look}, so that plates within one edit of each other share something. */
public final class PlateLooks {
    private PlateLooks() {}

    /** The fold key of {@code plate}, and that key less each of its characters. */
    public static Set<String> of(String plate) {
        String fold = new Plate(plate).fold();
        Set<String> looks = new TreeSet<>(Set.of(fold));
        for (int i = 0; i < fold.length(); i++) {
            looks.add(fold.substring(0, i) + fold.substring(i + 1));
        }
        return looks;
    }

    /** Whether the fold keys of two plates are equal or differ by one character added, left out or changed. */
    public static boolean resemble(String one, String other) {
        String a = new Plate(one).fold();
        String b = new Plate(other).fold();
        if (a.length() > b.length()) {
            return resemble(b, a);
        }
        int same = 0;
        while (same < a.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return a.length() == b.length()
                ? same == a.length() || a.substring(same + 1).equals(b.substring(same + 1))
                : b.length() - a.length() == 1 && a.substring(same).equals(b.substring(same + 1));
    }
}
