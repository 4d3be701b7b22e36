package io.plateflow.ocr;

import io.plateflow.ocr.bench.Judgement;
import io.plateflow.ocr.bench.Meter;
import io.plateflow.ocr.bench.Part;
import io.plateflow.ocr.bench.PhotoSets;
import io.plateflow.ocr.bench.ReadBench;
import io.plateflow.ocr.reading.PlateReader;
import io.plateflow.ocr.text.TextFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Measures the reader on labelled photos, by the worker's own settings; {@code plateflow bench read} starts it. */
final class BenchApplication {
    private static final int REFUSED = 2;

    private BenchApplication() {}

    /**
     * Takes folders with {@code labels.csv}, settings as {@code --plateflow.ocr.countries=AR}, {@code --engines} to be
     * measured one after the other, {@code --part} as in {@link Part}, and the files to be written of the first engine:
     * {@code --rows}, a table, and {@code --misses}, a page.
     */
    public static void main(String[] args) throws IOException {
        LoggingSystem.get(BenchApplication.class.getClassLoader()).beforeInitialize(); // keeps the start silent
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        Binder settings = Binder.get(environment);
        OcrProperties properties =
                settings.bind("plateflow.ocr", OcrProperties.class).get();
        List<Path> folders = new DefaultApplicationArguments(args)
                .getNonOptionArgs().stream().map(Path::of).toList();
        try {
            PhotoSets sets =
                    PhotoSets.in(folders, settings.bind("part", Part.class).orElse(Part.ALL));
            List<Judgement> judgements = new ArrayList<>();
            for (Engine engine :
                    settings.bind("engines", Bindable.listOf(Engine.class)).orElse(List.of(properties.engine()))) {
                judgements.add(measured(properties.with(engine), sets));
            }
            Judgement first = judgements.get(0);
            for (Judgement other : judgements.subList(1, judgements.size())) {
                first.compare(other, System.out);
            }
            System.out.printf("%npeak memory of the process: %d MB%n", Meter.peakKilobytes() / 1000);
            String rows = environment.getProperty("rows");
            if (rows != null) {
                first.writeRows(Path.of(rows));
            }
            String misses = environment.getProperty("misses");
            if (misses != null) {
                System.out.printf(
                        "%d misses: %s%n", first.writeMisses(Path.of(misses), properties.maxPixels()), misses);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(REFUSED);
        }
    }

    private static Judgement measured(OcrProperties properties, PhotoSets sets) throws IOException {
        try (PlateReader reader = ReaderConfig.reader(properties, Meter::cpuNanos);
                TextFinder finder = new TextFinder()) {
            Judgement judgement = new ReadBench(reader, finder, properties.maxPixels()).judge(sets);
            System.out.printf(
                    "%n%s, told %s, review below %s%n%n",
                    reader.engine(), String.join(",", properties.countries()), properties.reviewBelow());
            judgement.print(System.out);
            return judgement;
        }
    }
}
