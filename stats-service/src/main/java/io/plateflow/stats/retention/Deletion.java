package io.plateflow.stats.retention;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** One kind of thing that is deleted when its time is over. */
interface Deletion {

    /** Its name in figures: photos, captures. */
    String what();

    /** What {@code capture.kept} says of rows that it has not come to yet. */
    String from();

    /** How long such things of a zone are kept after they came in. */
    Duration kept(String zone);

    /** Rows of a transaction at most. */
    int most();

    /**
     * Deletes, in a transaction of its own, what may be deleted of {@code captures}; one that another instance is at is left
     * to it.
     *
     * @return how many
     */
    int delete(List<UUID> captures);
}
