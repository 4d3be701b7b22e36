package io.plateflow.ocr.bench;

import io.plateflow.ocr.image.MalformedImageException;
import io.plateflow.ocr.image.Photo;
import io.plateflow.ocr.reading.Outcome;
import io.plateflow.ocr.reading.PlateReader;
import io.plateflow.ocr.text.TextFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads labelled photos, one after the other on the calling thread, and judges what came out. */
public final class ReadBench {
    /** Readings before any is timed: by then the JVM has compiled what a reading does. */
    private static final int WARM_UP = 12;

    private final PlateReader reader;
    private final @Nullable TextFinder finder;
    private final long maxPixels;

    /**
     * @param reader whose steps are timed by {@link Meter#cpuNanos}
     * @param finder for the detection pass that a reading is compared with; null compares with none
     */
    public ReadBench(PlateReader reader, @Nullable TextFinder finder, long maxPixels) {
        this.reader = reader;
        this.finder = finder;
        this.maxPixels = maxPixels;
    }

    /** All photos of all sets, after some that only warm up. */
    public Judgement judge(PhotoSets sets) throws IOException {
        for (Labelled photo : sets.first(WARM_UP)) {
            judge(photo);
        }
        Map<String, Accuracy> judged = new LinkedHashMap<>();
        for (Map.Entry<String, List<Labelled>> set : sets.byName().entrySet()) {
            judged.put(set.getKey(), judge(set.getValue()));
        }
        return new Judgement(reader.engine(), judged);
    }

    Accuracy judge(List<Labelled> photos) throws IOException {
        List<Judged> judged = new ArrayList<>();
        for (Labelled photo : photos) {
            judged.add(judge(photo));
        }
        return new Accuracy(judged);
    }

    private Judged judge(Labelled photo) throws IOException {
        byte[] image = Files.readAllBytes(photo.file());
        long allocated = Meter.allocatedBytes();
        long start = Meter.cpuNanos();
        @Nullable Outcome outcome = outcome(image);
        long nanos = Meter.cpuNanos() - start;
        allocated = Meter.allocatedBytes() - allocated;
        Map<String, Double> steps = outcome == null ? Map.of() : outcome.millis();
        double pass = outcome == null || finder == null ? 0 : pass(image, finder);
        return Judged.of(photo, outcome, new Cost(steps, nanos / 1e6, pass, allocated));
    }

    private @Nullable Outcome outcome(byte[] image) {
        try {
            return reader.read(image);
        } catch (MalformedImageException e) {
            return null;
        }
    }

    /** Milliseconds of one pass of the text detector. */
    private double pass(byte[] image, TextFinder finder) {
        try (Photo photo = Photo.decode(image, maxPixels)) {
            long start = Meter.cpuNanos();
            finder.find(photo.pixels(), PlateReader.FIRST_LOOK);
            return (Meter.cpuNanos() - start) / 1e6;
        } catch (MalformedImageException e) {
            throw new IllegalStateException("it has just been read", e);
        }
    }
}
