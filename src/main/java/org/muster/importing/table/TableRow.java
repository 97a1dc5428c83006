package org.muster.importing.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.muster.text.CellText;

/** The row of a table that is being read: as it is written, and as {@code values.csv} takes it. */
final class TableRow {

    private final List<Mapping.Value> lines;
    private final List<List<Integer>> linesOf = new ArrayList<>();
    private final long[] applied;
    private final String[] above;
    private final Set<Integer> filledDown;
    private final String[] values;
    private List<String> written = List.of();
    private int record;

    /**
     * Begins before the first row.
     *
     * @param filledDown the columns of which cells may need the one above
     */
    TableRow(Mapping mapping, Table table, Set<Integer> filledDown) {
        int width = table.header().size();
        for (int i = 0; i < width; i++) {
            linesOf.add(new ArrayList<>());
        }
        lines = mapping.values();
        for (int i = 0; i < lines.size(); i++) {
            for (int column : lines.get(i).column().all(table.header())) {
                linesOf.get(column).add(i);
            }
        }
        this.filledDown = filledDown;
        applied = new long[lines.size()];
        above = new String[width];
        values = new String[width];
        Arrays.fill(above, "");
    }

    /** Goes to the next row. */
    void read(int number, List<String> cells) {
        record = number;
        written = cells;
        for (int i = 0; i < values.length; i++) {
            String cell = cells.get(i);
            List<Integer> candidates = linesOf.get(i);
            if (!candidates.isEmpty()) {
                cell = taken(cell, candidates);
            }
            values[i] = cell;
            if (!cell.isEmpty() && filledDown.contains(i) && !CellWords.isDitto(cell)) {
                above[i] = cell;
            }
        }
    }

    private String taken(String cell, List<Integer> candidates) {
        String name = CellText.name(cell);
        for (int candidate : candidates) {
            Mapping.Value value = lines.get(candidate);
            if (value.from().fits(name)) {
                applied[candidate]++;
                return value.to();
            }
        }
        return cell;
    }

    /** The number of the row, the first line of the header being 1. */
    int record() {
        return record;
    }

    /** All cells as they are written. */
    List<String> written() {
        return written;
    }

    /** A cell as it is written. */
    String written(int column) {
        return written.get(column);
    }

    /** A cell as it is taken. */
    String value(int column) {
        return values[column];
    }

    /** What a blank cell of a column has from above. */
    String above(int column) {
        return above[column];
    }

    /** How many cells each line of {@code values.csv} has changed so far. */
    long[] applied() {
        return applied.clone();
    }
}
