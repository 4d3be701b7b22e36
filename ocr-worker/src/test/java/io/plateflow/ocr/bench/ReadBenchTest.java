package io.plateflow.ocr.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.reading.Drawn;
import io.plateflow.ocr.reading.PlateReader;
import io.plateflow.ocr.reading.Rules;
import io.plateflow.ocr.text.PlateNetwork;
import io.plateflow.ocr.text.TextFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of labelled photos becomes a report and a page of its misses. */
class ReadBenchTest {
    private static final long MOST = 50_000_000;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PlateReader reader;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static TextFinder finder;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeAll
    static void start() {
        Natives.load(Path.of(System.getProperty("java.io.tmpdir"), "plateflow"));
        finder = new TextFinder();
        reader = new PlateReader(
                new TextFinder(),
                new PlateNetwork(),
                null,
                new Rules(Grammars.SOUTH_AMERICA, false, 0.5, MOST),
                Meter::cpuNanos);
    }

    @AfterAll
    static void stop() {
        reader.close();
        finder.close();
    }

    @Test
    void rightAndWrongReadingsAreCountedAndTheWrongOnesShown() throws IOException {
        photo("sound.png", "AC274KM");
        photo("mislabelled.png", "KVT482");
        Files.writeString(folder.resolve("empty.png"), "no photo of a car");
        labels(
                "file,plate,x,y,width,height",
                "sound.png,AC 274-km,300,300,300,84",
                "mislabelled.png,KVT483,300,300,300,84",
                "empty.png,XYZ987,0,0,9,9");
        Path table = folder.resolve("rows.csv");
        Path page = folder.resolve("misses.html");
        StringBuilder out = new StringBuilder();

        Judgement judgement = new ReadBench(reader, finder, MOST).judge(PhotoSets.in(List.of(folder), Part.ALL));
        judgement.print(out);
        judgement.compare(judgement, out);
        judgement.writeRows(table);

        assertThat(out).containsPattern("3 +33\\.3 % +33\\.3 % +63\\.2 % +33\\.3 % +33\\.3 % +33\\.3 % +33\\.3 %");
        assertThat(out).containsPattern("\n" + folder.getFileName() + " +1 +0 +0 +1\n");
        assertThat(judgement.writeMisses(page, MOST)).isEqualTo(2);
        assertThat(Files.readString(table))
                .contains("sound.png,AC274KM,AC274KM,true,true,", "empty.png,XYZ987,,false,false,0.0,true,false,");
        assertThat(Files.readString(page))
                .contains("<h1>2 misread photos</h1>", "mislabelled.png", "KVT483", "KVT482", "unnoticed", "empty.png")
                .contains("alt=\"the plate as labelled\" src=\"data:image/jpeg;base64,")
                .doesNotContain("sound.png");
    }

    @Test
    void eachPhotoIsInOnePartWhateverItsName() throws IOException {
        byte[] one = Drawn.street().plate("AC274KM", 300, 300).png();
        byte[] other = Drawn.street().plate("KVT482", 300, 300).png();
        for (byte[] photo : List.of(one, other)) {
            assertThat(Part.ALL.holds(photo)).isTrue();
            assertThat(Part.TUNING.holds(photo)).isNotEqualTo(Part.HELD_OUT.holds(photo));
        }
    }

    @Test
    void labelsOfNoUseAreRefusedInASentence() throws IOException {
        labels("name,plate", "a.png,AC274KM");
        refused("columns file and plate are needed");
        labels("file,plate", "a.png,AC274KM");
        refused("a.png is in labels.csv and not there");
        photo("a.png", "AC274KM");
        labels("file,plate", "a.png,!");
        refused("“!” of a.png is no plate");
        labels("file,plate,x,y,width,height", "a.png,AC274KM,left,0,9,9");
        refused("labels.csv, row 1: x, y, width and height are numbers");
        labels("file,plate");
        refused("has no photo to read");
    }

    private void refused(String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoSets.in(List.of(folder), Part.ALL))
                .withMessageContaining(why);
    }

    private void photo(String name, String plate) throws IOException {
        Files.write(folder.resolve(name), Drawn.street().plate(plate, 300, 300).png());
    }

    private void labels(String... lines) throws IOException {
        Files.write(folder.resolve("labels.csv"), List.of(lines));
    }
}
