package io.plateflow.stats.accounts;

import io.plateflow.stats.storage.Sha256;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A name and an address as they are counted: SHA-256, so that a password typed as a name is not kept.
 *
 * @param address of IPv6 the network of 64 bits, which is what one customer is given (RFC 6177)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Tried(byte[] name, byte[] address, byte[] pair) {
    private static final int NETWORK_BYTES = 8;

    public static Tried of(String user, String remote) {
        String name = Accounts.written(user);
        String from = network(remote);
        return new Tried(Sha256.of(name), Sha256.of(from), Sha256.of(name + "\n" + from));
    }

    /** A literal with colons is never looked up. */
    static String network(String remote) {
        if (!remote.contains(":")) {
            return remote;
        }
        try {
            byte[] all = InetAddress.getByName(remote).getAddress();
            return all.length == 4 ? Arrays.toString(all) : Arrays.toString(Arrays.copyOf(all, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return remote;
        }
    }
}
