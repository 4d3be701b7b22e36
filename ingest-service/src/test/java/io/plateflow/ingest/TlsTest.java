package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TlsTest {
    @Test
    void needsACertificateAndItsKeyOrNeither() {
        assertThat(new Tls("cert.pem", "key.pem").isGiven()).isTrue();
        assertThat(new Tls("", "").isGiven()).isFalse();
        assertThatThrownBy(() -> new Tls("cert.pem", " ")).hasMessageContaining("PLATEFLOW_TLS_KEY");
        assertThatThrownBy(() -> new Tls("", "key.pem")).hasMessageContaining("PLATEFLOW_TLS_CERT");
    }
}
