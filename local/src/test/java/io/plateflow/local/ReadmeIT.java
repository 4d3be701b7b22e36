package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plateflow.contracts.Json;
import io.plateflow.local.samples.DrawnPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The first ten minutes of whoever reads the README: its own commands, typed as they stand there but for the ports. */
@ResourceLock(
        RunningSystem
                .NAME) // two first starts at once would both record the archives of classes that halve each later one
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeIT {
    private static final Readme ENGLISH = Readme.at(Path.of("..", "README.md"));
    private static final Readme SPANISH = Readme.at(Path.of("..", "README.es.md"));
    private static final String FREE_PORTS = " --ingest-port 0 --stats-port 0";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path checkout;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Newcomer newcomer;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Process demo;

    private Path output() {
        return checkout.resolve("demo.txt");
    }

    @BeforeAll
    void runTheDemo() throws IOException {
        newcomer = Newcomer.in(checkout);
        for (String photo : List.of("photo.jpg", "foto.jpg")) {
            Files.write(checkout.resolve(photo), DrawnPhotos.of("AE305QT", photo.length()));
        }
        demo = newcomer.start(ENGLISH.shown("./plateflow demo") + FREE_PORTS, Map.of(), output());
        await("the demo's charges")
                .atMost(Duration.ofMinutes(4))
                .until(() -> !demo.isAlive() || printed().contains("one photo every"));
    }

    @AfterAll
    void endItWithCtrlC() throws Exception {
        List<ProcessHandle> all = demo.descendants().toList();
        new ProcessBuilder("kill", "-INT", Long.toString(demo.pid())).start().waitFor();
        await("its end").atMost(Duration.ofSeconds(60)).until(() -> !demo.isAlive());
        assertThat(all).hasSizeGreaterThanOrEqualTo(6).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void theDemoReadsTwelvePlatesAndChargesThreeStays() throws IOException {
        assertThat(printed())
                .contains(
                        "12 of 12 plates read", "user       operator", "password   ", "12 plates, 3 places, charged ");
        assertThat(printed().lines().filter(line -> line.contains(" leaves, charged ")))
                .hasSize(3);
    }

    @Test
    void aPhotoOfTheirOwnIsRead() throws Exception {
        for (Readme readme : List.of(ENGLISH, SPANISH)) {
            assertThat(newcomer.type(readme.shown("./plateflow send"), Map.of()))
                    .contains("AE305QT");
        }
    }

    @Test
    void theReaderIsMeasuredOnTheirOwnPhotos() throws Exception {
        Path mine = Files.createDirectories(checkout.resolve("mine"));
        Files.write(mine.resolve("car.jpg"), DrawnPhotos.of("AE305QT", 1));
        Files.writeString(mine.resolve("labels.csv"), "file,plate\ncar.jpg,AE 305 QT\n");
        assertThat(ENGLISH.listed()).contains("./plateflow bench read DIR");
        assertThat(newcomer.type("./plateflow bench read mine --region AR --misses misses.html", Map.of()))
                .contains("plates-1+ppocr-v4/1.2.2, told AR,")
                .containsPattern("mine +1 +100\\.0 %")
                .contains("0 misses: misses.html");
        assertThat(checkout.resolve("misses.html")).isNotEmptyFile();
    }

    @Test
    void statusIsHealthy() throws Exception {
        assertThat(ENGLISH.listed()).contains("./plateflow status");
        assertThat(newcomer.type("./plateflow status", Map.of())).startsWith("healthy");
        assertThat(Json.MAPPER
                        .readTree(newcomer.type("./plateflow status --json", Map.of()))
                        .path("healthy")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void curlSendsACaptureAndAsksForIt() throws Exception {
        assumeTrue(onPath("curl"), "curl is not installed");
        RunFile run = run();
        Credentials credentials = Credentials.load(checkout.resolve(DemoCommand.DATA));
        Map<String, String> variables = Map.of("KEY", credentials.ingestKey(), "PASSWORD", credentials.analyst());
        for (Readme readme : List.of(ENGLISH, SPANISH)) {
            String post = readme.shown("curl -X POST")
                    .replace("http://localhost:8080", run.ingest().toString());
            String get = readme.shown("curl -u")
                    .replace("http://localhost:8081", run.stats().toString());
            JsonNode accepted = Json.MAPPER.readTree(newcomer.type(post + " -sS", variables));
            String id = accepted.path("id").asString();
            assertThat(accepted.path("status").asString()).isEqualTo("PENDING");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(Json.MAPPER
                                    .readTree(newcomer.type(get.replace("/ID", "/" + id) + " -sS", variables))
                                    .path("id")
                                    .asString())
                            .isEqualTo(id));
        }
    }

    @Test
    void theQuestionsInSqlHaveAnswers() throws Exception {
        Credentials credentials = Credentials.load(checkout.resolve(DemoCommand.DATA));
        assertThat(ENGLISH.questions()).hasSize(3);
        String views = run().databaseUrl().replace("/plateflow?", "/plateflow_read?");
        try (Connection connection = DriverManager.getConnection(views, "plateflow_reader", credentials.reader());
                Statement statement = connection.createStatement()) {
            for (String question : ENGLISH.questions()) {
                try (ResultSet answer = statement.executeQuery(question)) {
                    assertThat(answer.next()).isTrue();
                    assertThat(answer.getBigDecimal(1)).as(question).isPositive();
                }
            }
        }
    }

    @Test
    void everyCommandThatItListsIsOne() {
        List<String> ours = ENGLISH.listed().stream()
                .filter(command -> command.startsWith("./plateflow "))
                .toList();
        assertThat(ours).contains("./plateflow up", "./plateflow status");
        assertThat(ours).allSatisfy(command -> Plateflow.commandLine().parseArgs(arguments(command)));
    }

    @Test
    void bothLanguagesNameTheSameCommands() {
        assertThat(SPANISH.inEveryLanguage()).isEqualTo(ENGLISH.inEveryLanguage());
    }

    private String printed() throws IOException {
        return Files.readString(output());
    }

    private static RunFile run() throws IOException {
        return RunFile.read(checkout.resolve(DemoCommand.DATA)).orElseThrow();
    }

    private static String[] arguments(String command) {
        return command.replaceFirst("\\./plateflow +", "").split(" +", -1);
    }

    private static boolean onPath(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }
}
