package io.plateflow.local.send;

import static io.plateflow.local.send.StubPlateflow.Answer.answering;
import static io.plateflow.local.send.StubPlateflow.inTurn;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Json;
import io.plateflow.local.send.StubPlateflow.Answer;
import io.plateflow.local.send.StubPlateflow.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** {@code send} against a gateway and a stats service that answer as told. */
class SendIT {
    private static final String ID = "6f1c1f6e-0f0e-5a4e-9d55-0d3f6f0f3a11";
    private static final Answer KEPT = answering(202, "{\"id\":\"" + ID + "\",\"status\":\"PENDING\"}");
    private static final Answer READ = answering(200, """
        {"id":"%s","status":"READ","plate":{"effective":"AB482KD","confidence":0.994},\
        "place":{"url":"https://www.google.com/maps?q=-34.60388,-58.38380"}}\
        """.formatted(ID));

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void onePhoto() throws IOException {
        photo("one.jpg");
    }

    @Test
    void sendsAPhotoWithWhatIsKnownAboutIt() throws IOException {
        try (StubPlateflow server = new StubPlateflow(inTurn(KEPT))) {
            int code = run(
                    folder.resolve("one.jpg").toString(),
                    "--server=" + server.uri(),
                    "--key=secret",
                    "--latitude=-34.6",
                    "--longitude=-58.38",
                    "--camera=gate 1",
                    "--direction=ENTRY");

            assertThat(code).isZero();
            assertThat(out.toString()).contains("one.jpg", "accepted", ID);
            Request post = server.posts().get(0);
            assertThat(post.path())
                    .isEqualTo("/v1/captures?latitude=-34.6&longitude=-58.38&cameraId=gate 1&direction=ENTRY");
            assertThat(post.headers().get("X-api-key")).containsExactly("secret");
            assertThat(post.headers().get("Content-type")).containsExactly("image/jpeg");
            assertThat(post.bytes()).isEqualTo(3);
        }
    }

    @Test
    void takesEveryPhotoBelowAFolderAndNothingElse() throws IOException {
        photo("deeper/two.PNG");
        photo("deeper/three.webp");
        photo("notes.txt");
        try (StubPlateflow server = new StubPlateflow(inTurn(KEPT))) {
            assertThat(send(server)).isZero();
            assertThat(server.posts())
                    .extracting(post -> String.valueOf(post.headers().get("Content-type")))
                    .containsExactlyInAnyOrder("[image/jpeg]", "[image/png]", "[image/webp]");
        }
    }

    @Test
    void sendsMoreThanTenPhotosAsBulk() throws IOException {
        for (int i = 0; i < 10; i++) {
            photo("more/" + i + ".jpg");
        }
        try (StubPlateflow server = new StubPlateflow(inTurn(KEPT))) {
            assertThat(send(server)).isZero();
            assertThat(out.toString()).contains("11 photos: 11 accepted, 0 not");
            assertThat(server.posts())
                    .hasSize(11)
                    .allSatisfy(post -> assertThat(post.path()).contains("priority=bulk"));
        }
    }

    @Test
    void triesAgainWhileTheGatewayIsBusy() throws IOException {
        Answer busy = new Answer(503, "{\"code\":\"busy\"}", "0");
        try (StubPlateflow server = new StubPlateflow(inTurn(busy, new Answer(429, "{}", "0"), KEPT))) {
            assertThat(send(server)).isZero();
            assertThat(server.posts()).hasSize(3);
        }
    }

    @Test
    void listsEveryFaultOfARefusal() throws IOException {
        Answer refusal = answering(422, """
            {"title":"Refused","status":422,"code":"latitude_range","errors":[
             {"code":"latitude_range","field":"latitude","detail":"latitude must be between -90 and 90"},
             {"code":"captured_at_malformed","field":"capturedAt","detail":"capturedAt needs an offset"}]}\
            """);
        try (StubPlateflow server = new StubPlateflow(inTurn(refusal))) {
            assertThat(send(server)).isEqualTo(1);
            assertThat(out.toString())
                    .contains("refused (422)", "latitude must be between -90 and 90", "capturedAt needs an offset");
        }
    }

    @Test
    void waitsUntilThePlateIsRead() throws IOException {
        AtomicInteger looks = new AtomicInteger();
        try (StubPlateflow server = new StubPlateflow(whenAsked(() -> switch (looks.getAndIncrement()) {
            case 0 -> answering(404, "{\"code\":\"not_found\"}");
            case 1 -> answering(200, "{\"status\":\"PENDING\"}");
            default -> READ;
        }))) {
            assertThat(send(server, "--wait")).isZero();
            assertThat(out.toString())
                    .contains("AB482KD", "99.4 %", "https://www.google.com/maps?q=-34.60388,-58.38380");
            assertThat(server.requests)
                    .anySatisfy(look ->
                            assertThat(look.headers().get("Authorization")).containsExactly("Basic YW5hbHlzdDpwdw=="));
        }
    }

    @Test
    void endsWithOneWhenAPlateCannotBeRead() throws IOException {
        Answer unreadable = answering(200, "{\"status\":\"UNREADABLE\",\"reason\":\"NO_PLATE\"}");
        try (StubPlateflow server = new StubPlateflow(whenAsked(() -> unreadable))) {
            assertThat(send(server, "--wait")).isEqualTo(1);
            assertThat(out.toString()).contains("UNREADABLE", "NO_PLATE");
        }
    }

    @Test
    void givesUpWaitingAfterTheTimeout() throws IOException {
        try (StubPlateflow server = new StubPlateflow(whenAsked(() -> answering(200, "{\"status\":\"PENDING\"}")))) {
            assertThat(send(server, "--wait", "--timeout=PT0.4S")).isEqualTo(1);
            assertThat(out.toString()).contains("not read yet");
        }
    }

    @Test
    void saysInOneSentenceThatThePasswordIsWrong() throws IOException {
        try (StubPlateflow server = new StubPlateflow(whenAsked(() -> answering(401, "{}")))) {
            assertThat(send(server, "--wait")).isEqualTo(2);
            assertThat(err.toString()).contains("401: wrong user or password").hasLineCount(1);
        }
    }

    @Test
    void printsOneJsonObjectALineWhenAsked() throws IOException {
        photo("two.jpg");
        try (StubPlateflow server = new StubPlateflow(whenAsked(() -> READ))) {
            assertThat(send(server, "--wait", "--json")).isZero();
            List<JsonNode> lines =
                    out.toString().lines().map(Json.MAPPER::readTree).toList();
            assertThat(lines).hasSize(2).allSatisfy(line -> {
                assertThat(line.path("status").asString()).isEqualTo("READ");
                assertThat(line.path("plate").path("effective").asString()).isEqualTo("AB482KD");
                assertThat(line.path("file").asString()).endsWith(".jpg");
            });
        }
    }

    @Test
    void saysInOneSentenceThatNobodyAnswers() throws IOException {
        StubPlateflow gone = new StubPlateflow(inTurn(KEPT));
        gone.close();

        assertThat(send(gone)).isEqualTo(2);
        assertThat(err.toString()).contains("Nothing answers at " + gone.uri()).hasLineCount(1);
    }

    @Test
    void saysInOneSentenceThatThereIsNoPhoto() throws IOException {
        Files.delete(folder.resolve("one.jpg"));
        try (StubPlateflow server = new StubPlateflow(inTurn(KEPT))) {
            assertThat(send(server)).isEqualTo(2);
            assertThat(err.toString()).contains("No photo").hasLineCount(1);
        }
    }

    @Test
    void saysInOneSentenceThatAFileIsMissing() throws IOException {
        try (StubPlateflow server = new StubPlateflow(inTurn(KEPT))) {
            assertThat(run("gone.jpg", "--server=" + server.uri(), "--key=k")).isEqualTo(2);
            assertThat(err.toString()).contains("No such file: gone.jpg").hasLineCount(1);
        }
    }

    @Test
    void findsTheRunningInstanceByItsDirectory(@TempDir Path data) throws IOException {
        try (StubPlateflow server = new StubPlateflow(whenAsked(() -> READ))) {
            Files.writeString(
                    data.resolve("run.json"),
                    "{\"supervisor\":{\"pid\":%d},\"ingest\":\"%s\",\"stats\":\"%s\"}"
                            .formatted(ProcessHandle.current().pid(), server.uri(), server.uri()));
            Files.writeString(data.resolve("credentials.properties"), "ingest.key=k1\nanalyst.password=p1\n");

            assertThat(run(folder.toString(), "--data=" + data, "--wait")).isZero();
            assertThat(server.posts().get(0).headers().get("X-api-key")).containsExactly("k1");
        }
    }

    @Test
    void saysInOneSentenceThatNothingRuns(@TempDir Path data) {
        assertThat(run(folder.toString(), "--data=" + data)).isEqualTo(2);
        assertThat(err.toString())
                .contains("No Plateflow runs in " + data, "--server")
                .hasLineCount(1);
    }

    private int send(StubPlateflow server, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                folder.toString(),
                "--server=" + server.uri(),
                "--stats=" + server.uri(),
                "--key=secret",
                "--password=pw"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return new CommandLine(new Send())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** Keeps every photo, and answers as told when asked about one. */
    private static Function<Request, Answer> whenAsked(java.util.function.Supplier<Answer> answer) {
        return request -> {
            if (request.method().equals("POST")) {
                return KEPT;
            }
            return request.path().equals("/v1/captures") ? answering(405, "{}") : answer.get();
        };
    }

    private void photo(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {1, 2, 3});
    }
}
