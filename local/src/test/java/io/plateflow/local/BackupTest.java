package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is whole or it is not there; a restored directory is verified or it is not there. */
class BackupTest {
    private static final String PHOTO = "a photo that is longer than a line and is kept as it is";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path data;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path backup;

    @BeforeEach
    void fill() throws IOException {
        data = directory.resolve("data");
        backup = directory.resolve("backup.zip");
        for (String empty :
                new String[] {"kafka/plateflow.captures-0", "mariadb/data/plateflow", "logs", "billing-1"}) {
            Files.createDirectories(data.resolve(empty));
        }
        Files.writeString(data.resolve("credentials.properties"), "ingest.key=k");
        Files.writeString(data.resolve("kafka/meta.properties"), "cluster.id=c");
        Files.writeString(data.resolve("mariadb/data/ibdata1"), PHOTO);
        Files.writeString(data.resolve("logs/broker.log"), "{}");
        Files.writeString(data.resolve("billing-1/copy"), "rebuilt");
    }

    @Test
    void restoresWhatIsKeptForItsOwnerOnly() throws IOException {
        Backup.write(data, backup);
        assertThat(permissions(backup)).isEqualTo("rw-------");
        Path restored = directory.resolve("new/restored");
        assertThat(Restore.read(backup, restored).files()).isEqualTo(3);
        assertThat(contents(restored))
                .isEqualTo(Map.of(
                        "credentials.properties", "ingest.key=k",
                        "kafka/meta.properties", "cluster.id=c",
                        "mariadb/data/ibdata1", PHOTO));
        assertThat(restored.resolve("kafka/plateflow.captures-0")).isDirectory();
        assertThat(permissions(restored.resolve("credentials.properties"))).isEqualTo("rw-------");
        assertThat(permissions(restored)).isEqualTo("rwx------");
    }

    @Test
    void nothingIsBackedUpThatIsInUseOrEmpty() throws IOException {
        try (DataDirectory inUse = DataDirectory.open(data)) {
            refused(() -> Backup.write(inUse.path(), backup), "in use");
        }
        refused(() -> Backup.write(directory.resolve("nowhere"), backup), "holds no data");
        assertThat(backup).doesNotExist();
    }

    @Test
    void anotherBackupIsNotOverwritten() throws IOException {
        Files.writeString(backup, "last month's");
        refused(() -> Backup.write(data, backup), "exists already");
        assertThat(backup).hasContent("last month's");
    }

    @Test
    void dataIsNotOverwritten() throws IOException {
        Backup.write(data, backup);
        Map<String, String> before = contents(data);
        refused(() -> Restore.read(backup, data), "not empty");
        assertThat(contents(data)).isEqualTo(before);
    }

    @Test
    void aDamagedBackupIsRefusedWholly() throws IOException {
        Backup.write(data, backup);
        byte[] whole = Files.readAllBytes(backup);
        Path damaged = directory.resolve("damaged.zip");
        Path restored = directory.resolve("restored");
        for (int length = 0; length < Zips.directory(whole); length += 13) {
            Files.write(damaged, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Restore.read(damaged, restored)).isInstanceOf(Refused.class);
            assertThat(restored).doesNotExist();
        }
        assertThat(directory.resolve("restored.unfinished")).doesNotExist();
    }

    @Test
    void whatWasChangedIsFoundByItsSum() throws IOException {
        Files.writeString(data.resolve("kafka/meta.properties"), "cluster.id=other");
        Path other = directory.resolve("other.zip");
        Backup.write(data, other);
        Files.writeString(data.resolve("kafka/meta.properties"), "cluster.id=c");
        Backup.write(data, backup);
        Path mixed = directory.resolve("mixed.zip");
        Zips.withEntryOf("kafka/meta.properties", backup, other, mixed);
        refused(() -> Restore.read(mixed, directory.resolve("restored")), "other sums");
    }

    @Test
    void aStrangeArchiveIsRefused() throws IOException {
        Path strange = directory.resolve("strange.zip");
        Zips.of(Map.of("../credentials.properties", "mine"), strange);
        refused(() -> Restore.read(strange, directory.resolve("restored")), "no backup");
        Zips.of(Map.of("kafka/../../mine", "mine"), strange);
        refused(() -> Restore.read(strange, directory.resolve("restored")), "no backup");
        Files.copy(data.resolve("credentials.properties"), strange, StandardCopyOption.REPLACE_EXISTING);
        refused(() -> Restore.read(strange, directory.resolve("restored")), "no whole backup");
        refused(() -> Restore.read(directory.resolve("nothing"), directory.resolve("restored")), "no such file");
        assertThat(directory.resolve("mine")).doesNotExist();
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(because);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Map<String, String> contents(Path of) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(of).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                if (!file.endsWith("lock")) {
                    contents.put(of.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return contents;
    }
}
