package io.plateflow.ingest;

/**
 * PEM files with which the gateway speaks TLS itself; both blank: plain HTTP, for loopback or behind a proxy.
 *
 * @param certificate path of the chain, the gateway's own certificate first
 * @param privateKey path of its key, PKCS #8 or older, without a password
 */
record Tls(String certificate, String privateKey) {
    /** Of the bundle that holds them. */
    static final String BUNDLE = "gateway";

    Tls {
        if (certificate.isBlank() != privateKey.isBlank()) {
            throw new IllegalArgumentException(
                    "PLATEFLOW_TLS_CERT and PLATEFLOW_TLS_KEY go together: set both or none");
        }
    }

    boolean isGiven() {
        return !certificate.isBlank();
    }
}
