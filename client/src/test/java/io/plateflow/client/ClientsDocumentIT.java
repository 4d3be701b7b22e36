package io.plateflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in {@code docs/clients.md}, each run as it stands there, in full view of {@code openapi.yaml}. */
class ClientsDocumentIT {
    private static final Examples DOCUMENT = Examples.of(Path.of("..", "docs", "clients.md"));
    private static final long LIMIT_SECONDS = 90;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    /** What a program said and how it ended. */
    private record Ran(int code, String output) {}

    @BeforeEach
    void aPhoto() throws IOException {
        Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9});
    }

    @Test
    void curlSendsAndAsks() throws Exception {
        needs("bash", "-c", "command -v curl sha256sum");
        sendsAndAsks(
                List.of("bash", "-eu", "-o", "pipefail"),
                ".sh",
                DOCUMENT.in("sh").get(0));
    }

    @Test
    void curlSendsAForm() throws Exception {
        needs("bash", "-c", "command -v curl");
        try (ContractServer server = new ContractServer(false)) {
            Ran ran = run(
                    server.uri(),
                    List.of("bash", "-eu"),
                    ".sh",
                    DOCUMENT.in("sh").get(1));

            assertThat(ran.output()).contains(ContractServer.ID);
            assertThat(server.breaches).isEmpty();
            assertThat(new String(server.photos.get(2).body(), StandardCharsets.ISO_8859_1))
                    .contains("name=\"image\"", "https://www.google.com/maps?q=-34.6037,-58.3816");
        }
    }

    @Test
    void pythonSendsAndAsks() throws Exception {
        needs("python3", "-c", "import requests");
        sendsAndAsks(List.of("python3"), ".py", DOCUMENT.in("python").get(0));
    }

    @Test
    void pythonAloneSends() throws Exception {
        needs("python3", "--version");
        sends(List.of("python3"), ".py", DOCUMENT.in("python").get(1), ContractServer.ID);
    }

    @Test
    void javaScriptSendsAndAsks() throws Exception {
        needs("node", "-e", "process.exit(typeof fetch === 'function' ? 0 : 1)");
        sendsAndAsks(List.of("node"), ".mjs", DOCUMENT.in("js").get(0));
    }

    @Test
    void javaSendsAndAsks() throws Exception {
        sendsAndAsks(
                List.of(JAVA, "-cp", System.getProperty("java.class.path")),
                ".java",
                DOCUMENT.in("java").get(0));
    }

    private void sendsAndAsks(List<String> interpreter, String ending, String program) throws Exception {
        sends(interpreter, ending, program, "READ");
    }

    /** Through a cut connection and a busy service to one capture; and to a list of faults where it is refused. */
    private void sends(List<String> interpreter, String ending, String program, String printed) throws Exception {
        try (ContractServer server = new ContractServer(false)) {
            Ran ran = run(server.uri(), interpreter, ending, program);

            assertThat(ran.code()).as(ran.output()).isZero();
            assertThat(ran.output()).contains(printed);
            assertThat(server.breaches).isEmpty();
            assertThat(server.photos).hasSize(3);
            assertThat(server.keys).hasSize(1).doesNotContain("none");
        }
        try (ContractServer server = new ContractServer(true)) {
            Ran ran = run(server.uri(), interpreter, ending, program);

            assertThat(ran.code()).as(ran.output()).isNotZero();
            assertThat(ran.output()).contains("latitude_range", "needs an offset");
            assertThat(server.photos).hasSize(1);
        }
    }

    private Ran run(URI server, List<String> interpreter, String ending, String program) throws Exception {
        Path file = Files.writeString(folder.resolve("example" + ending), program);
        List<String> command = new ArrayList<>(interpreter);
        command.add(file.toString());
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "GATEWAY", server.toString(), "STATS", server.toString(), "KEY", "secret", "PASSWORD", "pw"));
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + Files.readString(output));
        }
        return new Ran(process.exitValue(), Files.readString(output));
    }

    /** Skips, and says so where nobody can miss it, what this machine has no interpreter for. */
    private static void needs(String... probe) throws InterruptedException {
        boolean there;
        try {
            Process process =
                    new ProcessBuilder(probe).redirectErrorStream(true).start();
            try (InputStream said = process.getInputStream()) {
                said.readAllBytes();
            }
            there = process.waitFor() == 0;
        } catch (IOException missing) {
            there = false;
        }
        if (!there) {
            System.err.println("NOT TESTED: the example of docs/clients.md that needs " + String.join(" ", probe));
        }
        assumeTrue(there, () -> "not there: " + String.join(" ", probe));
    }
}
