package io.plateflow.ingest;

import java.util.Locale;

/** Why a request was not accepted: stable words for programs, each with its HTTP status. */
public enum FaultCode {
    KEY_MISSING(401, "The API key is missing"),
    KEY_UNKNOWN(401, "The API key is unknown"),
    KEY_MALFORMED(401, "The API key cannot be read"),
    KEY_CONFLICT(400, "The request brings two API keys"),
    KEY_SCOPE(403, "The API key is not for this"),
    QUERY_MALFORMED(400, "The query cannot be read"),
    BODY_MALFORMED(400, "The body cannot be read"),
    BODY_SLOW(408, "The body took too long"),
    IMAGE_MISSING(400, "The image is missing"),
    IMAGE_EMPTY(400, "The image is empty"),
    IMAGE_TOO_LARGE(413, "The image is too large"),
    IMAGE_TYPE(415, "The image is not a JPEG, PNG or WebP"),
    PICTURE_MISSING(422, "The camera sent no picture"),
    IMAGE_PIXELS(422, "The image has too many pixels"),
    PLACE_MISSING(422, "The place is missing"),
    LATITUDE_RANGE(422, "The latitude is out of range"),
    LONGITUDE_RANGE(422, "The longitude is out of range"),
    URL_INVALID(422, "The url is not a link"),
    CAPTURED_AT_MALFORMED(422, "The time is malformed"),
    CAPTURED_AT_AHEAD(422, "The time lies in the future"),
    DIRECTION_UNKNOWN(422, "The direction is unknown"),
    ACCURACY_RANGE(422, "The accuracy is out of range"),
    DECLARED_PLATE_MALFORMED(422, "The declared plate is malformed"),
    PRIORITY_UNKNOWN(422, "The priority is unknown"),
    CAMERA_ID_TOO_LONG(422, "The camera id is too long"),
    CAMERA_ID_MALFORMED(422, "The camera id is malformed"),
    SOURCE_TOO_LONG(422, "The source is too long"),
    SOURCE_MALFORMED(422, "The source is malformed"),
    IDEMPOTENCY_KEY_MALFORMED(422, "The Idempotency-Key is malformed"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another image"),
    RATE_LIMITED(429, "Too many requests of one API key"),
    WAIT_RANGE(422, "The wait is out of range"),
    CAPTURE_PENDING(409, "The capture is not read yet"),
    CAPTURE_UNKNOWN(404, "The capture is unknown here"),
    STORAGE_LOW(503, "The storage is nearly full"),
    BROKER_AWAY(503, "The broker is away"),
    BUSY(503, "Too much at once"),
    BAD_REQUEST(400, "The request is malformed"),
    NOT_FOUND(404, "Nothing is here"),
    METHOD_NOT_ALLOWED(405, "This method is not for this address"),
    INTERNAL_ERROR(500, "The gateway failed");

    private final int status;
    private final String title;

    FaultCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The word that programs see, for example {@code image_empty}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
