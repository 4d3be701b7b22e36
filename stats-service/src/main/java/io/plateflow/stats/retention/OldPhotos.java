package io.plateflow.stats.retention;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.storage.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes photos but those that a claim may need; the capture's row says since when its photo is gone. */
@Component
@Order(1)
class OldPhotos implements Deletion {
    /** A photo is 60 KB: about as many bytes as a batch of the feed. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Locks locks;
    private final Claimed claimed;
    private final Kept kept;
    private final Purged purged;

    OldPhotos(JdbcClient jdbc, Locks locks, Claimed claimed, Kept kept, Purged purged) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.claimed = claimed;
        this.kept = kept;
        this.purged = purged;
    }

    @Override
    public String what() {
        return "photos";
    }

    @Override
    public String from() {
        return "ALL";
    }

    @Override
    public Duration kept(String zone) {
        return kept.photos(zone);
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    @Transactional
    public int delete(List<UUID> captures) {
        Set<UUID> mine = locks.take(captures, from());
        mine.removeAll(claimed.among(mine));
        if (mine.isEmpty()) {
            return 0;
        }
        Instant now = Instant.now();
        List<byte[]> keys = mine.stream().map(Columns::bytes).toList();
        jdbc.sql("DELETE FROM capture_image WHERE capture_id IN (:ids)")
                .param("ids", keys)
                .update();
        jdbc.sql("UPDATE capture SET kept = 'ROW', photo_gone_at = :now WHERE id IN (:ids)")
                .param("now", utc(now))
                .param("ids", keys)
                .update();
        purged.add(what(), mine.size(), now);
        return mine.size();
    }
}
