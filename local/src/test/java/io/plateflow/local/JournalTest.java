package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path data = Path.of("");

    @Test
    void newsAfterTheEndDoNotBringTheRunBack() throws IOException {
        Credentials credentials = new Credentials("key", "analyst", "operator", "admin", "database", "reader", "audit");
        Roster roster = new Roster(Options.onFreePorts(data), credentials, FakeInstallation.create());
        Journal journal = new Journal(data, roster, List.of());
        journal.write();
        assertThat(RunFile.read(data)).isPresent();

        journal.delete();
        journal.write();
        journal.sample();
        assertThat(RunFile.read(data)).isEmpty();
    }
}
