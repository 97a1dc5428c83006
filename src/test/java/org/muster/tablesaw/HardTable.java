package org.muster.tablesaw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.muster.interval.Interval;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A table that programs which read CSV easily get wrong: ends of every size with all 53 bits, open ends, missing ranges,
 * and texts that look like numbers or like nothing.
 */
final class HardTable {

    static final int ROWS = 20_000;

    private static final String[] TEXTS = {
        "NA",
        "007",
        "",
        "null",
        "nan",
        "Inf",
        "TRUE",
        "T",
        "1e5",
        "0x1F",
        "1945-08-09",
        "#1",
        "-",
        "\"quoted\", 'too'",
        "two\nlines",
        "Häyhä",
        " blanks ",
        "1,5",
        "NULL",
        "N/A",
        "NaN",
        "None",
        "\\N",
        "."
    };

    private HardTable() {}

    /** Returns the table: the texts in {@code party}, the ranges in {@code killed}, a row's number in {@code row}. */
    static Table create() {
        SplittableRandom random = new SplittableRandom(20261130);
        StringColumn row = StringColumn.create("row");
        StringColumn party = StringColumn.create("party");
        IntervalColumn killed = IntervalColumn.create("killed");
        for (int i = 0; i < ROWS; i++) {
            row.append("r" + i);
            party.append(TEXTS[i % TEXTS.length]);
            killed.append(range(random));
        }
        return Table.create("hard", row, party, killed);
    }

    private static Interval range(SplittableRandom random) {
        double a = end(random);
        double b = end(random);
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        return switch (random.nextInt(12)) {
            case 0 -> Interval.EMPTY;
            case 1 -> Interval.of(low, Double.POSITIVE_INFINITY);
            case 2 -> Interval.of(Double.NEGATIVE_INFINITY, high);
            case 3 -> Interval.ENTIRE;
            case 4 -> Interval.of(low);
            case 5 -> Interval.of(low, Math.nextUp(low));
            default -> Interval.of(low, high);
        };
    }

    private static double end(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(1_000_000);
            case 1 -> random.nextInt(1_000_000) / 100.0;
            case 2 -> random.nextLong(1L << 53);
            case 3 -> random.nextDouble();
            case 4 -> -random.nextDouble(1e6);
            case 5 -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-1022, 1023));
            case 6 -> Math.scalb(random.nextDouble(), random.nextInt(-1074, -1000));
            default -> random.nextBoolean() ? Double.MAX_VALUE : Double.MIN_VALUE;
        };
    }

    /** Returns what another program must have read in a row: number, text and the bits of both ends, or a blank. */
    static String expected(Table table, int row) {
        IntervalColumn killed = IntervalColumn.of(table, "killed");
        return String.join(
                "|",
                table.stringColumn("row").get(row),
                table.stringColumn("party").get(row).replace("\n", "\\n"),
                killed.isMissing(row) ? "" : bits(killed.low(row)),
                killed.isMissing(row) ? "" : bits(killed.high(row)));
    }

    static String bits(double end) {
        return String.format("%016x", Double.doubleToLongBits(end));
    }

    /**
     * Writes the table for {@code .ci/tables} as {@code killed.csv}, and what must be read in it as {@code expected.txt}.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Table table = create();
        TableFile.write(folder.resolve("killed.csv"), table);
        StringBuilder expected = new StringBuilder();
        for (int row = 0; row < table.rowCount(); row++) {
            expected.append(expected(table, row)).append('\n');
        }
        Files.writeString(folder.resolve("expected.txt"), expected);
    }
}
