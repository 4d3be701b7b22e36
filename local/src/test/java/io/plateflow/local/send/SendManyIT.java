package io.plateflow.local.send;

import static io.plateflow.local.send.StubPlateflow.Answer.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.local.send.StubPlateflow.Answer;
import io.plateflow.local.send.StubPlateflow.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Folders, patterns, tables of places, folders that fill: against a gateway that keeps everything. */
class SendManyIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @SuppressWarnings("NullAway.Init") // set before each test
    private StubPlateflow server;

    @BeforeEach
    void startServer() throws IOException {
        server = new StubPlateflow(SendManyIT::kept);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void sendsAFolderAsBulkAndAFileLive() throws IOException {
        Path photo = photo("day/a.jpg");

        assertThat(send(folder.resolve("day"))).isZero();
        assertThat(send(photo)).isZero();
        assertThat(send(photo, "--priority=bulk")).isZero();
        assertThat(paths()).containsExactly("/v1/captures?priority=bulk", "/v1/captures", "/v1/captures?priority=bulk");
    }

    @Test
    void sendsWhatAQuotedPatternNames() throws IOException {
        photo("gate 1/a.jpg");
        photo("gate 1/deep/b.jpg");
        photo("gate 2/c.jpg");
        photo("gate 2/d.png");

        assertThat(send(folder.resolve("gate */*.jpg"))).isZero();
        assertThat(sent()).containsExactlyInAnyOrder("a.jpg", "c.jpg");
        assertThat(send(folder.resolve("**/*.{png,webp}"))).isZero();
        assertThat(sent()).contains("d.png");
        assertThat(send(folder.resolve("*.jpg"))).isEqualTo(2);
        assertThat(send(folder.resolve("nowhere/*.jpg"))).isEqualTo(2);
        assertThat(err.toString()).contains("No photo", "No such file");
    }

    @Test
    void sendsTheSamePhotosUnderTheSameKeysAgain() throws IOException {
        photo("a.jpg");
        photo("b.jpg");

        assertThat(send(folder, "--camera=gate-1")).isZero();
        List<String> first = keys();
        assertThat(send(folder, "--camera=gate-1", "--latitude=1", "--longitude=2"))
                .isZero();
        List<String> both = keys();

        assertThat(first).doesNotHaveDuplicates();
        assertThat(both).hasSize(4);
        assertThat(both.subList(2, 4)).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void goesOnWhenAFileCannotBeRead() throws IOException {
        photo("good.jpg");
        Files.createDirectory(folder.resolve("archive"));
        Files.createSymbolicLink(folder.resolve("archive/bad.jpg"), Path.of("/proc/self/mem"));

        assertThat(send(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("good.jpg  accepted", "bad.jpg  cannot be read", "1 accepted, 1 not");
    }

    @Test
    void showsRateAndTimeLeftOnATerminal() throws IOException {
        photo("a.jpg");
        photo("b.jpg");
        System.setProperty("picocli.ansi", "true");
        try {
            assertThat(send(folder)).isZero();
        } finally {
            System.clearProperty("picocli.ansi");
        }
        assertThat(out.toString())
                .contains("Sending", "/s")
                .containsPattern("\\d:\\d\\d:\\d\\d / ")
                .contains("2/2");
    }

    @Test
    void saysOfEachPhotoWhatItsRowSays() throws IOException {
        photo("day/a.jpg");
        photo("day/b.jpg");
        photo("day/c.jpg");
        Path csv = Files.writeString(folder.resolve("places.csv"), """
            file,latitude,longitude,time,camera
            day/a.jpg,-34.6,-58.38,2026-01-31T18:05:00-03:00,gate-1
            b.jpg,-31.4,-64.18,,
            gone.jpg,0,0,,
            """);

        assertThat(send(folder.resolve("day"), "--places=" + csv, "--url=https://maps.example/x", "--parallel=1"))
                .isZero();
        assertThat(paths())
                .containsExactly(
                        "/v1/captures?priority=bulk&latitude=-34.6&longitude=-58.38"
                                + "&capturedAt=2026-01-31T18:05:00-03:00&cameraId=gate-1",
                        "/v1/captures?priority=bulk&latitude=-31.4&longitude=-64.18",
                        "/v1/captures?url=https://maps.example/x&priority=bulk");
        assertThat(err.toString()).contains("1 rows name no photo that is sent, such as gone.jpg");
    }

    @Test
    void sendsNothingWhileATableOfPlacesIsWrong() throws IOException {
        photo("a/x.jpg");
        photo("b/x.jpg");
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "file,where\nx.jpg\n");
        Path vague = Files.writeString(folder.resolve("vague.csv"), "file,url\nx.jpg,https://maps.example/x\n");

        assertThat(send(folder, "--places=" + wrong)).isEqualTo(2);
        assertThat(err.toString()).contains("unknown column \"where\"", "line 2 has 1 fields, not 2");
        assertThat(send(folder, "--places=" + vague)).isEqualTo(2);
        assertThat(err.toString()).contains("x.jpg: 2 photos have this name");
        assertThat(send(folder, "--places=" + folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void sendsWhatComesIntoAWatchedFolderOnceItIsWhole() throws Exception {
        photo("there.jpg");
        AtomicInteger code = new AtomicInteger(-1);
        Thread watching = new Thread(() -> code.set(send(folder, "--watch")));
        watching.start();
        await().atMost(LONG).untilAsserted(() -> assertThat(sent()).containsExactly("there.jpg"));

        Path slow = photo("new/deep/slow.jpg");
        for (int i = 0; i < 4; i++) {
            Path other = photo("other-" + i + ".jpg");
            await().atMost(LONG).until(() -> sent().contains(other.getFileName().toString()) || grow(slow));
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(sent()).contains("slow.jpg"));
        watching.interrupt();
        watching.join(LONG.toMillis());

        assertThat(code).hasValue(0);
        int whole = Math.toIntExact(Files.size(slow));
        assertThat(server.posts()).extracting(Request::bytes).containsOnlyOnce(whole);
        assertThat(sent()).filteredOn("slow.jpg"::equals).hasSize(1);
    }

    @Test
    void watchesFoldersOnly() throws IOException {
        assertThat(send(photo("a.jpg"), "--watch")).isEqualTo(2);
        assertThat(err.toString()).contains("--watch is for folders").hasLineCount(1);
    }

    /** Always false: the file is not whole yet. */
    private static boolean grow(Path file) throws IOException {
        Files.write(file, new byte[] {7}, StandardOpenOption.APPEND);
        return false;
    }

    private int send(Path path, String... more) {
        List<String> arguments = new ArrayList<>(List.of(path.toString(), "--server=" + server.uri(), "--key=secret"));
        arguments.addAll(List.of(more));
        return new CommandLine(new Send())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    /** Names of the files that were accepted, as they were printed. */
    private List<String> sent() {
        return out.toString()
                .lines()
                .filter(line -> line.contains("  accepted  "))
                .map(line -> line.replaceFirst("  accepted.*", "").replaceFirst(".*/", ""))
                .toList();
    }

    private List<String> paths() {
        return server.posts().stream().map(Request::path).toList();
    }

    private List<String> keys() {
        return server.posts().stream()
                .map(post -> String.valueOf(post.headers().get("Idempotency-key")))
                .toList();
    }

    private static Answer kept(Request request) {
        return request.method().equals("POST")
                ? answering(202, "{\"id\":\"" + UUID.randomUUID() + "\",\"status\":\"PENDING\"}")
                : answering(405, "{}");
    }

    /** Another one for each name. */
    private Path photo(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }
}
