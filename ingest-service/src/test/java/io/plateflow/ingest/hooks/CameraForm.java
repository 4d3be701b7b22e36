package io.plateflow.ingest.hooks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart body whose every byte the test decides, because cameras do not write as browsers do. */
public final class CameraForm {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final String boundary;

    public CameraForm(String boundary) {
        this.boundary = boundary;
    }

    public CameraForm part(String headers, String text) {
        return part(headers, text.getBytes(StandardCharsets.UTF_8));
    }

    public CameraForm part(String headers, byte[] bytes) {
        write("--" + boundary + "\r\n" + headers + "\r\n\r\n");
        out.writeBytes(bytes);
        write("\r\n");
        return this;
    }

    public Pushes.Sent sent(String contentType) {
        write("--" + boundary + "--\r\n");
        return new Pushes.Sent(contentType, out.toByteArray());
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
