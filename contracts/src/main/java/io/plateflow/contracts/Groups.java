package io.plateflow.contracts;

/** Under which names the services share the topics' records among their instances. */
public final class Groups {
    /** Share group on {@link Topics#CAPTURES}. */
    public static final String OCR = "plateflow.ocr";

    /** Share group on {@link Topics#CAPTURES_BULK}. */
    public static final String OCR_BULK = "plateflow.ocr.bulk";

    /** Application id of billing's streams. */
    public static final String BILLING = "plateflow.billing";

    /** Consumer group of statistics; its offsets are MySQL's, Kafka's only show its lag. */
    public static final String STATS = "plateflow.stats";

    private Groups() {}
}
