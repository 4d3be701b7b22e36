package io.plateflow.ingest.breach;

import io.plateflow.embedded.EmbeddedBroker;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Breaks every rule once; never run. */
public final class Breach {
    private final @Nullable EmbeddedBroker anotherModule;

    Breach(@Nullable EmbeddedBroker anotherModule) {
        this.anotherModule = anotherModule;
    }

    int pixelsOf(String sent) throws IOException {
        try (InputStream fetched = URI.create(sent).toURL().openStream()) {
            return anotherModule == null ? ImageIO.read(fetched).getWidth() : 0;
        }
    }
}
