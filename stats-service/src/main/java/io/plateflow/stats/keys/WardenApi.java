package io.plateflow.stats.keys;

import io.plateflow.contracts.ApiKey;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** People who send from their phones: one key each, which a phone takes from a QR. */
@RestController
@RequestMapping("/v1/wardens")
class WardenApi extends KeyApi {
    private final Addresses addresses;

    WardenApi(Editions editions, KeyBook keys, Addresses addresses) {
        super(Kind.WARDEN, ApiKey.Kind.WARDEN, editions, keys);
        this.addresses = addresses;
    }

    @Override
    ObjectNode shown(ObjectNode answer, @Nullable Secret key) {
        if (key != null) {
            String url = addresses.phone(key);
            KeyJson.with(answer, key, url).put("qr", QrSvg.of(url));
        }
        return answer;
    }
}
