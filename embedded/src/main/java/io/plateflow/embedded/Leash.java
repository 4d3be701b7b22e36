package io.plateflow.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Ties a process to its parent: it runs another main class and ends, by way of its shutdown hooks, when the parent is gone.
 * The parent holds the other end of its standard input and never writes to it, so even a killed parent is noticed.
 */
public final class Leash {
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(20);

    private Leash() {}

    /** Arguments: the main class, then its own arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(Leash::endWithParent, "leash");
        watch.setDaemon(true);
        watch.start();
        Method main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    }

    /**
     * The same command, deaf to the terminal's Ctrl-C and hang-up: these reach every process of the group at once, but the
     * parent ends its children in an order.
     */
    public static List<String> deafToTerminal(List<String> command) {
        List<String> deaf = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        deaf.addAll(command);
        return deaf;
    }

    private static void endWithParent() {
        awaitEndOfInput();
        Thread limit = new Thread(Leash::halt, "leash-limit");
        limit.setDaemon(true);
        limit.start();
        System.exit(1);
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            LoggerFactory.getLogger(Leash.class).debug("the parent's end of the pipe broke", gone);
        }
    }

    private static void halt() {
        try {
            Thread.sleep(SHUTDOWN_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
