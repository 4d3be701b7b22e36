package io.plateflow.stats.audit;

/** What people do that is kept; pages have its words under {@code audit.NAME}. */
public enum Action {
    /** Signed in: each time by the page, once an hour by a program. */
    LOGIN,
    /** Was refused after too many wrong passwords. */
    LOGIN_LOCKED,
    USER_ADDED,
    USER_CHANGED,
    USER_DISABLED,
    PASSWORD_CHANGED,
    PLATE_CORRECTED,
    /** Had a rejected photo read again. */
    PHOTO_RETRIED,
    CHECKOUT,
    STAY_RESOLVED,
    CHARGE_VOIDED,
    CHARGE_DISPUTED,
    DISPUTE_RESOLVED,
    SETTLED,
    /** Took what a stay owes at a gate. */
    GATE_PAYMENT,
    ZONE_PUBLISHED,
    TARIFF_PUBLISHED,
    VEHICLE_PUBLISHED,
    VEHICLES_IMPORTED,
    /** Made the key of a camera, warden or client, with its record. */
    KEY_ADDED,
    /** Changed the record beside a key. */
    KEY_CHANGED,
    /** Had a key made anew. */
    KEY_ROTATED,
    KEY_REVOKED,
    CAMERAS_IMPORTED,
    MONTH_CLOSED,
    /** Had a plate or a capture erased. */
    ERASED,
    /** Looked for a plate. */
    SEARCH,
    /** Looked at a photo, or a part of it. */
    PHOTO_VIEWED,
    /** Took a list or report as CSV. */
    EXPORT,
    /** Opened a <i>Constancia de cobro</i>. */
    STATEMENT,
    AUDIT_READ
}
