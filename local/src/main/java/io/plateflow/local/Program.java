package io.plateflow.local;

import io.plateflow.embedded.Leash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * A main class that runs as a child process.
 *
 * @param classPath in Java's notation; {@link Leash} is in it
 * @param jvmOptions its heap and properties
 * @param archive where its class-data archive belongs; none is kept without
 */
record Program(
        String classPath,
        String mainClass,
        List<String> jvmOptions,
        @Nullable ClassArchive archive) {
    private static final int NATIVE_ACCESS_SINCE = 22;

    /** The program of {@code jar}, by the main class that its manifest names. */
    static Program of(Path leash, Path jar, int heapMiB) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String main = file.getManifest().getMainAttributes().getValue("Main-Class");
            if (main == null) {
                throw new Refused(jar + " names no main class: build it again");
            }
            return new Program(leash + ":" + jar, main, List.of("-Xmx" + heapMiB + "m"), ClassArchive.of(jar));
        }
    }

    /**
     * Its command line; the child ends with this process and is deaf to the terminal.
     *
     * @param recording whether this is the process that may write the class-data archive
     */
    List<String> command(boolean recording, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        if (Runtime.version().feature() >= NATIVE_ACCESS_SINCE) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (archive != null) {
            command.addAll(archive.options(recording));
        }
        command.addAll(List.of("-cp", classPath, Leash.class.getName(), mainClass));
        command.addAll(arguments);
        return Leash.deafToTerminal(command);
    }

    /** To be called once the process that was {@code recording} has come to its own end. */
    void keepArchive() {
        if (archive != null) {
            archive.keep();
        }
    }
}
