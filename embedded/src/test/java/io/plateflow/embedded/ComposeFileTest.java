package io.plateflow.embedded;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The committed {@code docker-compose.yml}, as far as code depends on it. */
class ComposeFileTest {
    private static final Pattern BROKER_SETTING = Pattern.compile("(?m)^ +(KAFKA_\\w+): \"?([^\"\\n]+?)\"?$");

    @Test
    void buildsImagesWithoutTheHostsNetworkUnlessToldTo() throws IOException {
        assertThat(Files.readString(Path.of("..", "docker-compose.yml")))
                .contains("network: ${BUILD_NETWORK:-default}")
                .doesNotContain("network: host", "network_mode");
        assertThat(Files.readString(Path.of("..", "Dockerfile"))).doesNotContain("--network");
    }

    @Test
    void givesTheBrokerTheSettingsThatTheEmbeddedOneHas() throws IOException {
        Map<String, String> inCompose = BROKER_SETTING
                .matcher(Files.readString(Path.of("..", "docker-compose.yml")))
                .results()
                .collect(toMap(setting -> setting.group(1), setting -> setting.group(2)));
        Map<String, String> embedded = BrokerSettings.SINGLE_NODE.entrySet().stream()
                .collect(toMap(
                        setting -> "KAFKA_"
                                + setting.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                        Map.Entry::getValue));
        assertThat(inCompose).containsAllEntriesOf(embedded);
    }

    @Test
    void givesAnalystsTheAccountThatTheEmbeddedDatabaseHas() throws IOException {
        assertThat(Files.readString(Path.of("..", "deploy", "reader"))
                        .replace("\\`", "`")
                        .replace("\\\\", "\\"))
                .contains(ReaderAccount.statements("$password").stream()
                        .map(statement -> statement.replace("plateflow%", "plateflow") + ";\n")
                        .toList());
    }

    @Test
    void limitsTheStatementsOfThatAccountAlone() throws IOException {
        assertThat(Files.readString(Path.of("..", "docker-compose.yml")))
                .contains("IF(CURRENT_USER() LIKE '" + ReaderAccount.USER + "@%', 60000, 0)");
    }
}
