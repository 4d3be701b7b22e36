package io.plateflow.local.send;

import io.plateflow.client.NoAnswer;
import io.plateflow.client.Photo;
import io.plateflow.client.PlateflowClient;
import io.plateflow.client.Posted;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Posts photos, several at a time, and, when there is a patience, waits for the end of each. */
final class Delivery implements AutoCloseable {
    private final PlateflowClient client;
    private final Function<PhotoFile, Map<String, String>> fields;
    private final @Nullable Duration patience;
    private final Consumer<Outcome> say;
    private final ExecutorService posting;
    private final ExecutorService waiting;

    /**
     * @param fields what is known about a photo
     * @param parallel photos posted at a time; as many are waited for
     * @param patience longest wait for the end of one photo; none: nobody waits
     * @param say is told what became of each photo as soon as that is known, by several threads
     */
    Delivery(
            PlateflowClient client,
            Function<PhotoFile, Map<String, String>> fields,
            int parallel,
            @Nullable Duration patience,
            Consumer<Outcome> say) {
        this.client = client;
        this.fields = fields;
        this.patience = patience;
        this.say = say;
        posting = Executors.newFixedThreadPool(parallel);
        waiting = Executors.newFixedThreadPool(parallel);
    }

    /** Returns at once; completes with whether all went well, or with {@link NoAnswer} when a service stays silent. */
    CompletableFuture<Boolean> send(PhotoFile photo) {
        return CompletableFuture.supplyAsync(() -> post(photo), posting)
                .thenApplyAsync(this::awaitEnd, waiting)
                .thenApply(outcome -> {
                    say.accept(outcome);
                    return outcome.good();
                });
    }

    /**
     * Whether all went well with all of them.
     *
     * @throws NoAnswer when a service stays silent; the rest is to be given up
     */
    static boolean allGood(List<CompletableFuture<Boolean>> sent) {
        try {
            return sent.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** What is not sent by now is given up. */
    @Override
    public void close() {
        posting.shutdownNow();
        waiting.shutdownNow();
    }

    private Outcome post(PhotoFile photo) {
        byte[] image;
        try {
            image = Files.readAllBytes(photo.path());
        } catch (IOException e) {
            return new Outcome.Unsent(photo, e.toString());
        }
        Posted posted = client.post(Photo.of(image, photo.contentType()).with(fields.apply(photo)));
        return posted instanceof Posted.Accepted accepted
                ? new Outcome.Kept(photo, accepted.id())
                : new Outcome.Refused(photo, (Posted.Refused) posted);
    }

    private Outcome awaitEnd(Outcome posted) {
        if (patience == null || !(posted instanceof Outcome.Kept kept)) {
            return posted;
        }
        JsonNode capture = client.result(kept.id(), patience);
        return "PENDING".equals(capture.path("status").asString())
                ? new Outcome.Late(kept.photo(), kept.id())
                : new Outcome.Ended(kept.photo(), kept.id(), capture);
    }
}
