package org.muster.tablesaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.interval.Interval;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * DuckDB, a large library that only the profile {@code strict} has, reads a table as docs/tables.md says.
 * {@code .ci/tables} asks the same of pandas and R.
 */
@Tag("slow")
class DuckDbTest {

    @TempDir
    private static Path folder;

    private static Table table;
    private static String source;

    @BeforeAll
    static void write() throws IOException {
        table = HardTable.create();
        Path file = folder.resolve("killed.csv");
        TableFile.write(file, table);
        Matcher block = Pattern.compile("```sql\\n(.+?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/tables.md")));
        assertTrue(block.find());
        source = block.group(1).replace("killed.csv", file.toString());
    }

    @Test
    void everyEndIsTheOneThatWasWritten() throws SQLException {
        List<String> expected = IntStream.range(0, table.rowCount())
                .mapToObj(row -> HardTable.expected(table, row))
                .toList();
        List<String> read = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(source)) {
            while (rows.next()) {
                String party = rows.getString("party");
                read.add(String.join(
                        "|",
                        rows.getString("row"),
                        party == null ? "" : party.replace("\n", "\\n"),
                        bits(rows, "killed_low"),
                        bits(rows, "killed_high")));
            }
        }
        assertEquals(expected, read);
    }

    private static String bits(ResultSet rows, String column) throws SQLException {
        double end = rows.getDouble(column);
        return rows.wasNull() ? "" : HardTable.bits(end);
    }

    @Test
    void hullsAndCertainComparisonsAreThoseOfMuster() throws SQLException {
        Map<String, Interval> hulls = new HashMap<>();
        IntervalColumn killed = IntervalColumn.of(table, "killed");
        StringColumn parties = table.stringColumn("party");
        for (int row = 0; row < table.rowCount(); row++) {
            hulls.merge(parties.get(row), killed.get(row), Interval::convexHull);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Map<String, Interval> read = new HashMap<>();
            try (ResultSet rows = statement.executeQuery("SELECT coalesce(party, '') AS party, min(killed_low) AS low,"
                    + " max(killed_high) AS high FROM (" + source + ") GROUP BY ALL")) {
                while (rows.next()) {
                    read.put(rows.getString("party"), Interval.of(rows.getDouble("low"), rows.getDouble("high")));
                }
            }
            assertEquals(hulls, read);
            try (ResultSet rows =
                    statement.executeQuery("SELECT count(*) FROM (" + source + ") WHERE killed_low > 1000")) {
                rows.next();
                assertEquals(killed.certainlyGreaterThan(1000).size(), rows.getInt(1));
            }
        }
    }
}
