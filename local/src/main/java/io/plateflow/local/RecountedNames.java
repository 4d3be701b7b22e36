package io.plateflow.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/** How many captures each plate and each place has, as kept, beside the rows; work of its own, with nothing of the services. */
final class RecountedNames {
    private static final String DIFFERENCES = """
            SELECT kind, day, HEX(name) AS name, SUM(kept) AS kept, SUM(counted) AS counted FROM (
              SELECT kind, day, name, n AS kept, 0 AS counted FROM distinct_key
              UNION ALL SELECT 'plate', local_day, CAST(plate AS BINARY), 0, COUNT(*)
                FROM capture WHERE received_at IS NOT NULL AND plate IS NOT NULL GROUP BY local_day, plate
              UNION ALL SELECT 'plate', '1000-01-01', CAST(plate AS BINARY), 0, COUNT(*)
                FROM capture WHERE received_at IS NOT NULL AND plate IS NOT NULL GROUP BY plate
              UNION ALL SELECT 'location', local_day, UNHEX(SHA2(location, 256)), 0, COUNT(*)
                FROM capture WHERE received_at IS NOT NULL GROUP BY local_day, location
              UNION ALL SELECT 'location', '1000-01-01', UNHEX(SHA2(location, 256)), 0, COUNT(*)
                FROM capture WHERE received_at IS NOT NULL GROUP BY location
            ) sides GROUP BY kind, day, name HAVING SUM(kept) <> SUM(counted) ORDER BY kind, day, name
            """;

    private RecountedNames() {}

    /**
     * A count that is not what its rows say.
     *
     * @param name in hex; a plate is not shown, as nowhere in what goes to logs
     */
    record Wrong(String kind, LocalDate day, String name, long kept, long counted) {
        @Override
        public String toString() {
            return "captures of %s %s, %s: kept %d, counted %d".formatted(kind, name, Recount.day(day), kept, counted);
        }
    }

    static List<Wrong> ask(Connection connection) throws SQLException {
        return Database.ask(
                connection,
                DIFFERENCES,
                row -> new Wrong(
                        row.getString("kind"),
                        row.getObject("day", LocalDate.class),
                        row.getString("name"),
                        row.getLong("kept"),
                        row.getLong("counted")));
    }

    static void mend(Connection connection, List<Wrong> wrong) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("""
                INSERT INTO distinct_key (kind, day, name, n) VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE n = VALUES(n)
                """)) {
            for (Wrong one : wrong) {
                put.setString(1, one.kind());
                put.setObject(2, one.day());
                put.setBytes(3, HexFormat.of().parseHex(one.name()));
                put.setLong(4, one.counted());
                put.executeUpdate();
            }
        }
    }
}
