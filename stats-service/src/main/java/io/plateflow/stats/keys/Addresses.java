package io.plateflow.stats.keys;

import io.plateflow.stats.StatsProperties;
import org.springframework.stereotype.Component;

/** Where a key is used, ready to be written into a camera or opened on a phone. */
@Component
public class Addresses {
    private final String gateway;

    Addresses(StatsProperties properties) {
        this.gateway = properties.ingestUrl();
    }

    /** For a camera that can send to an address and no more: the key is in its path. */
    public String hook(String adapter, Secret key) {
        return gateway + "/v1/hooks/" + adapter + "/" + key.text();
    }

    /** The page on a phone. The key stands where browsers keep it to themselves, so that no log has it. */
    String phone(Secret key) {
        return gateway + "/capture#key=" + key.text();
    }

    /** For a program, which sends the key in X-API-Key. */
    String captures() {
        return gateway + "/v1/captures";
    }
}
