package io.plateflow.ocr.bench;

import java.util.List;
import java.util.function.Predicate;

/** How well photos were read; all but the characters are parts of the photos, 0 to 1. */
record Accuracy(List<Judged> photos) {
    Accuracy {
        photos = List.copyOf(photos);
    }

    double exact() {
        return part(Judged::exact);
    }

    double alike() {
        return part(Judged::alike);
    }

    /** Read exactly, with nothing that sends them to a person. */
    double surelyExact() {
        return part(p -> p.exact() && !p.toPerson());
    }

    double surelyAlike() {
        return part(p -> p.alike() && !p.toPerson());
    }

    /** Read wrongly, with nothing that sends them to a person. */
    double wronglyRead() {
        return part(p -> !p.alike() && !p.toPerson());
    }

    /** The same, were this the site's threshold. */
    double wronglyRead(double reviewBelow) {
        return part(p -> !p.alike() && !p.toPerson(reviewBelow));
    }

    /** Nothing read, of unknown format, or not sure enough. */
    double toPerson() {
        return part(Judged::toPerson);
    }

    /** The same, were this the site's threshold. */
    double toPerson(double reviewBelow) {
        return part(p -> p.toPerson(reviewBelow));
    }

    /** Of those where something was read with a confidence from {@code least} to below {@code below}. */
    Accuracy between(double least, double below) {
        return new Accuracy(photos.stream()
                .filter(p -> !p.read().isEmpty() && p.confidence() >= least && p.confidence() < below)
                .toList());
    }

    /** Part of all characters that were read as labelled. */
    double characters() {
        int all = photos.stream().mapToInt(p -> p.photo().plate().length()).sum();
        return 1 - (double) photos.stream().mapToInt(Judged::wrongCharacters).sum() / all;
    }

    private double part(Predicate<Judged> which) {
        return (double) photos.stream().filter(which).count() / photos.size();
    }
}
