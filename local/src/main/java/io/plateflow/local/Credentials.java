package io.plateflow.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * Who may do what in one data directory; made at its first start.
 *
 * @param ingestKey what the gateway wants in {@code X-API-Key}
 * @param analyst password of the user {@code analyst}; operator and admin alike
 * @param database password of the service in the database
 * @param reader password of {@code plateflow_reader} there
 * @param auditKey under which the audit hashes plates
 */
record Credentials(
        String ingestKey,
        String analyst,
        String operator,
        String admin,
        String database,
        String reader,
        String auditKey) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Path file(Path data) {
        return data.resolve("credentials.properties");
    }

    static Credentials load(Path data) throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(file(data))) {
            file.load(reader);
        }
        return new Credentials(
                value(file, "ingest.key"),
                value(file, "analyst.password"),
                value(file, "operator.password"),
                value(file, "admin.password"),
                value(file, "database.password"),
                file.getProperty("reader.password", ""),
                file.getProperty("audit.key", ""));
    }

    /** Those of {@code data}, new ones when it is new; only the owner may read the file. */
    static Credentials loadOrCreate(Path data) throws IOException {
        if (!Files.exists(file(data))) {
            if (Files.exists(data.resolve("mariadb"))) {
                throw new Refused("%s holds data but %s is gone: put it back or choose another --data"
                        .formatted(data, file(data).getFileName()));
            }
            create(data);
        }
        addWhatIsNew(data);
        return load(data);
    }

    private static void create(Path data) throws IOException {
        Properties fresh = new Properties();
        fresh.setProperty("ingest.key", secret(32));
        fresh.setProperty("audit.key", secret(32));
        for (String user : Set.of("analyst", "operator", "admin", "database", "reader")) {
            fresh.setProperty(user + ".password", secret(18));
        }
        write(data, fresh);
    }

    /** Data from before there was an audit, or an account for analysts, has no secret for it yet. */
    private static void addWhatIsNew(Path data) throws IOException {
        Properties known = new Properties();
        try (Reader reader = Files.newBufferedReader(file(data))) {
            known.load(reader);
        }
        boolean audited = known.putIfAbsent("audit.key", secret(32)) != null;
        boolean readable = known.putIfAbsent("reader.password", secret(18)) != null;
        if (!audited || !readable) {
            write(data, known);
        }
    }

    private static void write(Path data, Properties all) throws IOException {
        Writer text = new StringWriter();
        all.store(
                text,
                "Plateflow: the gateway's and the audit's keys, the passwords of the dashboard's users and of the database's");
        Path unfinished = data.resolve("credentials.unfinished");
        Files.deleteIfExists(unfinished);
        try (SeekableByteChannel file = Files.newByteChannel(unfinished, Set.of(CREATE_NEW, WRITE), Owner.FILE)) {
            file.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
        }
        Files.move(unfinished, file(data), ATOMIC_MOVE);
    }

    private static String secret(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String value(Properties file, String key) {
        return requireNonNull(file.getProperty(key), () -> "credentials.properties has no " + key);
    }
}
