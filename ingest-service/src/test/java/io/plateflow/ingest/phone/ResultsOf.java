package io.plateflow.ingest.phone;

import io.plateflow.ingest.Gateway;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.UUID;

/** How the gateway answers a warden's key now: 404 once it takes it, 401 while it does not. */
record ResultsOf(Gateway gateway, Warden warden) {
    int status() throws IOException, InterruptedException {
        return gateway.send(HttpRequest.newBuilder(gateway.uri("/v1/captures/" + UUID.randomUUID() + "/result"))
                        .header("X-API-Key", warden.key()))
                .statusCode();
    }
}
