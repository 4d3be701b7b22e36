package io.plateflow.stats.storage;

import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.names;
import static java.util.stream.Collectors.toSet;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.stay.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A capture as its sender sent it, from its row. */
public final class CaptureFacts {
    private CaptureFacts() {}

    /** The row holds all columns of {@code capture}, and its facts are known. */
    public static Capture of(ResultSet row) throws SQLException {
        String direction = row.getString("direction");
        return new Capture(
                id(row, "id"),
                instant(row, "captured_at"),
                instant(row, "received_at"),
                new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                Capture.PlaceSource.valueOf(row.getString("place_source")),
                Capture.TimeSource.valueOf(row.getString("time_source")),
                new Capture.Image(
                        row.getString("content_type"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getInt("bytes"),
                        row.getString("sha256")),
                row.getString("key_id"),
                row.getString("url"),
                row.getObject("accuracy_meters", Double.class),
                row.getString("camera_id"),
                direction == null ? null : Direction.valueOf(direction),
                row.getString("source"),
                row.getString("declared_plate"),
                Capture.Priority.valueOf(row.getString("priority")),
                names(row.getString("flags")).stream().map(CaptureFlag::valueOf).collect(toSet()),
                row.getInt("attempt"));
    }
}
