package io.plateflow.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * A multipart/form-data body (RFC 7578), read from memory.
 *
 * @param fields the parts that are not the image, as UTF-8 text; of several with one name the first
 * @param image the part {@code image}, or {@code upload} as others call it; null when there is none
 * @param imageType its Content-Type, null when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record MultipartForm(
        Map<String, String> fields,
        byte @Nullable [] image,
        @Nullable String imageType) {
    private static final int LONGEST_FIELD_BYTES = 8 * 1024;
    private static final int MOST_PARTS = 32;

    /** @throws FileUploadException when the body is not what its Content-Type says, or has too many or too long parts */
    static MultipartForm parse(byte[] body, String contentType) throws FileUploadException, IOException {
        Map<String, String> fields = new HashMap<>();
        byte @Nullable [] image = null;
        String imageType = null;
        FileItemIterator parts = new FileUpload().getItemIterator(new InMemory(body, contentType));
        for (int n = 0; parts.hasNext(); n++) {
            FileItemStream part = parts.next();
            if (n == MOST_PARTS) {
                throw new FileUploadException("more than " + MOST_PARTS + " parts");
            }
            try (InputStream in = part.openStream()) {
                if (isImage(part.getFieldName()) && image == null) {
                    image = in.readAllBytes();
                    imageType = part.getContentType();
                } else if (part.getFieldName() != null) {
                    byte[] text = in.readNBytes(LONGEST_FIELD_BYTES + 1);
                    if (text.length > LONGEST_FIELD_BYTES) {
                        throw new FileUploadException("a field of more than " + LONGEST_FIELD_BYTES + " bytes");
                    }
                    fields.putIfAbsent(part.getFieldName(), new String(text, StandardCharsets.UTF_8));
                }
            }
        }
        return new MultipartForm(fields, image, imageType);
    }

    private static boolean isImage(@Nullable String name) {
        return "image".equals(name) || "upload".equals(name);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    private record InMemory(byte[] body, String contentType) implements UploadContext {
        @Override
        public long contentLength() {
            return body.length;
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return body.length;
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
