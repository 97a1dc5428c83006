package org.muster.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The peer of {@code muster summarize}: DuckDB groups the same file by event, party and measure, and writes counts, hull,
 * greatest low and least high end of each group. A figure as text is taken apart by a regular expression.
 *
 * <p>Arguments: the file, {@code ranges} or {@code text}, the file for the rows.
 */
public final class DuckDbGrouping {

    private DuckDbGrouping() {}

    /**
     * Groups.
     *
     * @param arguments as above
     * @throws SQLException if the file cannot be read or written
     */
    public static void main(String... arguments) throws SQLException {
        String columns = arguments[1].equals("text")
                ? "try_cast(regexp_extract(digits, '(\\d+)', 1) AS DOUBLE) AS low,"
                        + " coalesce(try_cast(regexp_extract(digits, '\\d+\\D+(\\d+)', 1) AS DOUBLE), low) AS high"
                        + " FROM (SELECT *, replace(figure, ',', '') AS digits FROM claims)"
                : "low, high FROM claims";
        String types = arguments[1].equals("text") ? "" : ", types = {'low': 'DOUBLE', 'high': 'DOUBLE'}";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE VIEW claims AS SELECT * FROM read_csv('" + arguments[0] + "', header = true" + types + ")");
            sql.execute("COPY (SELECT event, party, measure, count(*), count(DISTINCT source), min(low), max(high), max(low),"
                    + " min(high) FROM (SELECT event, party, measure, source, " + columns
                    + ") GROUP BY event, party, measure ORDER BY event, party, measure) TO '" + arguments[2]
                    + "' (HEADER)");
        }
    }
}
