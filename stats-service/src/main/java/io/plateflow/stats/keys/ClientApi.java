package io.plateflow.stats.keys;

import io.plateflow.contracts.ApiKey;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Programs that send. */
@RestController
@RequestMapping("/v1/clients")
class ClientApi extends KeyApi {
    private final Addresses addresses;

    ClientApi(Editions editions, KeyBook keys, Addresses addresses) {
        super(Kind.CLIENT, ApiKey.Kind.CLIENT, editions, keys);
        this.addresses = addresses;
    }

    @Override
    ObjectNode shown(ObjectNode answer, @Nullable Secret key) {
        return KeyJson.with(answer, key, addresses.captures());
    }
}
