package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plateflow.contracts.CreateTopics;
import io.plateflow.contracts.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker whose disk, a small tmpfs, fills up; making one needs root. */
@Tag("full")
class DiskFullIT {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6037", "longitude", "-58.3816");
    private static final int MOST_PHOTOS = 2_000;
    private final Random random = new Random(20261201);

    @Test
    void acceptsNothingThatAFullDiskDoesNotKeep(@TempDir Path parent) throws Exception {
        Path disk = Files.createDirectory(parent.resolve("disk"));
        assumeTrue(mounted("-t", "tmpfs", "-o", "size=96m", "plateflow-test", disk.toString()), "cannot mount a tmpfs");
        try (BrokerProcess broker = BrokerProcess.start(disk.resolve("kafka"))) {
            CreateTopics.run(broker.bootstrap(), (short) 1);
            try (Gateway gateway = Gateway.start(broker.bootstrap(), "--plateflow.ingest.storage-reserve=0B")) {
                Set<String> accepted = new HashSet<>();
                HttpResponse<String> answer = send(gateway);
                while (answer.statusCode() == 202 && accepted.size() < MOST_PHOTOS) {
                    accepted.add(id(answer));
                    answer = send(gateway);
                }
                assertThat(answer.statusCode()).as("the disk is full").isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                for (int i = 0; i < 100; i++) {
                    answer = send(gateway);
                    if (answer.statusCode() == 202) { // then it is kept: the last small segment had room
                        accepted.add(id(answer));
                    }
                }
                assertThat(answer.statusCode()).isEqualTo(503);

                broker.kill();
                assertThat(mounted("-o", "remount,size=256m", disk.toString())).isTrue();
                broker.start();
                assertThat(accepted).hasSizeGreaterThan(20);
                assertThat(Captures.all(broker.bootstrap(), Topics.CAPTURES).keySet())
                        .containsAll(accepted);
                System.out.printf("disk full: %d photos accepted and kept, then 503%n", accepted.size());
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    /** 200 KB that no compression makes smaller. */
    private HttpResponse<String> send(Gateway gateway) throws Exception {
        byte[] picture = Photos.jpeg(64, 48, random.nextLong());
        byte[] photo = Arrays.copyOf(picture, 200_000);
        byte[] noise = new byte[photo.length - picture.length];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, photo, picture.length, noise.length);
        return gateway.post(photo, "image/jpeg", HERE);
    }

    private static String id(HttpResponse<String> answer) {
        return Gateway.json(answer).path("id").asString();
    }

    private static boolean mounted(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "mount";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(command);
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
