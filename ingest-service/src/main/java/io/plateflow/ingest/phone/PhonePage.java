package io.plateflow.ingest.phone;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /capture}: the page on which wardens take photos. Anybody may have it; it does nothing without a key. */
@RestController
class PhonePage {
    /** Nothing inline, nothing from elsewhere; pictures of its own making. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' blob:; media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final PhoneFiles files;

    PhonePage() throws IOException {
        this.files = PhoneFiles.load();
    }

    @GetMapping({"/capture", "/capture/"})
    ResponseEntity<byte[]> page() {
        return file("index.html");
    }

    @GetMapping("/capture/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        PhoneFiles.PhoneFile file = files.byName().get(name);
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .eTag(file.tag())
                .cacheControl(CacheControl.maxAge(0, TimeUnit.SECONDS).mustRevalidate())
                .header("Content-Type", file.type())
                .header("Content-Security-Policy", POLICY)
                .header("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Service-Worker-Allowed", "/capture")
                .body(file.bytes());
    }
}
