package io.plateflow.domain.stay;

import io.plateflow.domain.stay.Decision.Joined;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Which chains people said belong together, directly or through others. */
final class Ties {
    private final Map<UUID, Set<Chain>> tied = new HashMap<>();

    Ties(Collection<Chain> chains, List<Joined> joins) {
        Map<UUID, Chain> holders = new HashMap<>();
        chains.forEach(chain -> chain.seen().forEach(s -> holders.put(s.captureId(), chain)));
        for (Joined join : joins) {
            Set<Chain> all = new TreeSet<>(Chain.ORDER);
            Stream.of(join.captureId(), join.joinCaptureId())
                    .flatMap(captureId -> Stream.ofNullable(holders.get(captureId)))
                    .forEach(chain -> {
                        all.add(chain);
                        all.addAll(of(chain));
                    });
            all.forEach(chain -> tied.put(chain.id(), all));
        }
    }

    /** The chains tied to {@code chain}, itself among them, earliest first; the same set for each; empty when untied. */
    Set<Chain> of(Chain chain) {
        return tied.getOrDefault(chain.id(), Set.of());
    }
}
