package io.plateflow.stats.audit;

import io.plateflow.stats.StatsProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Plates as the audit has them: HMAC-SHA-256 (RFC 2104), 32 bytes. All plates there can be are soon tried, so without the
 * key a hash must say nothing; with another key no earlier row is found by its plate.
 */
@Component
public class PlateHashes {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    PlateHashes(StatsProperties properties) {
        this.key = new SecretKeySpec(properties.audit().key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @param plate in normal form */
    public byte[] of(String plate) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(plate.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
