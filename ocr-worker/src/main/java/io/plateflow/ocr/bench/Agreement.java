package io.plateflow.ocr.bench;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What two engines made of the same photos, in the same order; right is right in fold. */
record Agreement(List<Judged> first, List<Judged> second) {

    long bothRight() {
        return count(i -> first.get(i).alike() && second.get(i).alike());
    }

    long onlyFirst() {
        return count(i -> first.get(i).alike() && !second.get(i).alike());
    }

    long onlySecond() {
        return count(i -> !first.get(i).alike() && second.get(i).alike());
    }

    /** The costliest kind: a second opinion does not notice it. */
    long wrongAlike() {
        return count(i -> !first.get(i).alike()
                && !first.get(i).read().isEmpty()
                && first.get(i).read().equals(second.get(i).read()));
    }

    private long count(IntPredicate which) {
        return IntStream.range(0, first.size()).filter(which).count();
    }
}
