package io.plateflow.embedded;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientConfigUtils;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * The images of the tests' containers; {@code -Dplateflow.test.kafka-image} and {@code -Dplateflow.test.mysql-image} name
 * others. Testcontainers alone would ask a silent registry for two minutes an image before it gave up.
 */
final class TestImages {
    static final DockerImageName KAFKA = named("plateflow.test.kafka-image", "apache/kafka", "4.3.1");
    static final DockerImageName MYSQL = named("plateflow.test.mysql-image", "mysql", "8.4");

    /** Removes the containers of a JVM that died; this and the next in the versions that Testcontainers asks for. */
    private static final DockerImageName RYUK = DockerImageName.parse("testcontainers/ryuk:0.14.0");

    /** Tells a JVM that itself runs in a container where the engine is. */
    private static final DockerImageName ALPINE = DockerImageName.parse("alpine:3.17");

    private static final Duration FIRST_ANSWER = Duration.ofSeconds(10);

    private TestImages() {}

    private static DockerImageName named(String property, String repository, String version) {
        return DockerImageName.parse(System.getProperty(property, repository + ":" + version))
                .asCompatibleSubstituteFor(repository);
    }

    /** Why no containers can be started; empty when they can. */
    static Optional<String> hindrance() {
        DockerClient engine;
        try {
            engine = DockerClientProviderStrategy.getClientForConfig(
                    DockerClientFactory.instance().getTransportConfig());
        } catch (IllegalStateException e) {
            return Optional.of("no Docker engine answers");
        }
        Optional<String> missing = hindrance(engine, needed(), FIRST_ANSWER);
        if (missing.isPresent() || DockerClientFactory.instance().isDockerAvailable()) {
            return missing;
        }
        return Optional.of("Testcontainers' own checks of the Docker engine fail");
    }

    private static List<DockerImageName> needed() {
        List<DockerImageName> images = new ArrayList<>(List.of(KAFKA, MYSQL));
        if (!Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            images.add(RYUK);
        }
        if (DockerClientConfigUtils.IN_A_CONTAINER && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null) {
            images.add(ALPINE);
        }
        return images;
    }

    /** The first image that the engine neither has nor begins to pull within {@code patience}, and why. */
    static Optional<String> hindrance(DockerClient engine, List<DockerImageName> images, Duration patience) {
        return images.stream()
                .map(ImageNameSubstitutor.instance())
                .flatMap(image -> pullFault(engine, image, patience)
                        .map(fault -> "the Docker engine has no " + image + " and cannot pull it: " + fault)
                        .stream())
                .findFirst();
    }

    private static Optional<String> pullFault(DockerClient engine, DockerImageName image, Duration patience) {
        try {
            engine.inspectImageCmd(image.asCanonicalNameString()).exec();
            return Optional.empty();
        } catch (NotFoundException e) {
            return firstAnswer(engine, image, patience);
        }
    }

    /** The engine reports progress only once the registry has shown it the image; the rest is for Testcontainers to pull. */
    private static Optional<String> firstAnswer(DockerClient engine, DockerImageName image, Duration patience) {
        CompletableFuture<Optional<String>> fault = new CompletableFuture<>();
        try (ResultCallback.Adapter<PullResponseItem> pull = new ResultCallback.Adapter<>() {
            @Override
            public void onNext(PullResponseItem item) {
                fault.complete(Optional.ofNullable(item.getErrorDetail()).map(ErrorDetail::getMessage));
            }

            @Override
            public void onError(Throwable e) {
                fault.complete(Optional.of(String.valueOf(e.getMessage()).strip()));
            }
        }) {
            engine.pullImageCmd(image.getUnversionedPart())
                    .withTag(image.getVersionPart())
                    .exec(pull);
            return fault.completeOnTimeout(
                            Optional.of("no answer in " + patience.toSeconds() + " s"),
                            patience.toMillis(),
                            TimeUnit.MILLISECONDS)
                    .join();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
