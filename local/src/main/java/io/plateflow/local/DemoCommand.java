package io.plateflow.local;

import io.plateflow.local.samples.DemoSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything on a directory of its own, emptied each time, and sends sample photos. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts everything afresh and sends sample photos; Ctrl-C ends it.")
final class DemoCommand implements Callable<Integer> {
    static final Path DATA = Path.of(".plateflow-demo");

    @Mixin
    UpOptions options = new UpOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Supervisor running = UpCommand.start(options.in(DATA, true), System.out);
        Credentials credentials = running.credentials();
        tellWhere(running, credentials);
        DemoSamples.play(
                running.ingest(),
                credentials.ingestKey(),
                running.stats(),
                "operator",
                credentials.operator(),
                System.out);
        tellWhere(running, credentials);
        System.out.println("your photo ./plateflow send --wait --latitude -34.6037 --longitude -58.3816 PHOTO.jpg");
        System.out.println("Ctrl-C ends it");
        new CountDownLatch(1).await();
        return 0;
    }

    /** Before the samples, so that they can be watched, and after, where the eye then is. */
    private static void tellWhere(Supervisor running, Credentials credentials) {
        System.out.printf("%ndashboard  %s%n", running.stats());
        System.out.printf("user       operator%npassword   %s%n%n", credentials.operator());
    }
}
