package io.plateflow.local.send;

import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import io.plateflow.client.Posted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Posts photos, several at a time, and, when there is a patience, waits for the end of each.
 *
 * @param parallel photos posted at a time; as many are waited for
 * @param patience longest wait for the end of one photo; none: nobody waits
 */
record Delivery(
        PlateflowClient client,
        Map<String, String> fields,
        int parallel,
        @Nullable Patience patience) {
    /**
     * Delivers all {@code photos} and says of each what became of it as soon as that is known.
     *
     * @return whether all went well
     * @throws NoAnswer when a service stays silent; the rest is given up
     */
    boolean deliver(List<PhotoFile> photos, Consumer<Outcome> say) {
        ExecutorService posting = Executors.newFixedThreadPool(parallel);
        ExecutorService waiting = Executors.newFixedThreadPool(parallel);
        try {
            List<CompletableFuture<Boolean>> all = photos.stream()
                    .map(photo -> CompletableFuture.supplyAsync(() -> post(photo), posting)
                            .thenApplyAsync(this::awaitEnd, waiting)
                            .thenApply(outcome -> {
                                say.accept(outcome);
                                return outcome.good();
                            }))
                    .toList();
            return all.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            posting.shutdownNow();
            waiting.shutdownNow();
        }
    }

    private Outcome post(PhotoFile photo) {
        byte[] image;
        try {
            image = Files.readAllBytes(photo.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Posted posted = client.post(image, photo.contentType(), fields);
        return posted instanceof Posted.Accepted accepted
                ? new Outcome.Kept(photo, accepted.id())
                : new Outcome.Refused(photo, (Posted.Refused) posted);
    }

    private Outcome awaitEnd(Outcome posted) {
        if (patience == null || !(posted instanceof Outcome.Kept kept)) {
            return posted;
        }
        JsonNode capture = patience.until(seen -> !isPending(seen), () -> client.capture(kept.id()));
        return isPending(capture)
                ? new Outcome.Late(kept.photo(), kept.id())
                : new Outcome.Ended(kept.photo(), kept.id(), capture);
    }

    private static boolean isPending(JsonNode capture) {
        return "PENDING".equals(capture.path("status").asString());
    }
}
