package io.plateflow.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Names turned into ids: the same name gives the same id everywhere (RFC 9562, version 5). */
public final class Uuids {
    private static final UUID PLATEFLOW = UUID.fromString("0b6f2a9e-6d9c-5f0e-9c51-5a0d3f7f4c11");

    private Uuids() {}

    /** UUIDv5 in Plateflow's namespace of the parts joined by newlines; a newline in a part is refused. */
    public static UUID v5(String... parts) {
        for (String part : parts) {
            if (part.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a part of a name has a line break");
            }
        }
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(PLATEFLOW.getMostSignificantBits())
                .putLong(PLATEFLOW.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
        long most = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
