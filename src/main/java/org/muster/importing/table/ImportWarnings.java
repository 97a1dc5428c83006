package org.muster.importing.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muster.dossier.ClaimRows;
import org.muster.text.CellText;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;
import org.muster.text.RepeatedProblems;
import org.muster.text.SafeText;

/** What is kept of a table but should be looked at: each kind is told once, with how often it was seen and where first. */
final class ImportWarnings {

    private static final List<String> COLUMNS = ClaimRows.columns();
    private static final List<String> NAMED = List.of("event", "party", "place");
    private static final List<String> OF_ALL_IF_BLANK = List.of("place", "as_of");
    private static final int FIGURE = COLUMNS.indexOf("figure");
    private static final int BEST = COLUMNS.indexOf("best");

    /** How often something was seen, and in which row first. */
    private static final class Count {
        private long number;
        private int first;

        void add(int record) {
            first = number++ == 0 ? record : first;
        }
    }

    private final Table table;
    private final Set<String> wholes;
    private final Count repeated = new Count();
    private final Count undecoded = new Count();
    private final Count undecided = new Count();
    private final Count estimates = new Count();
    private final Map<String, Count> formulas = new HashMap<>();
    private final Map<String, Count> blanks = new TreeMap<>();
    private final Map<String, Count> totals = new TreeMap<>();

    /**
     * Begins before the first row.
     *
     * @param wholes the names that a hierarchy says are made of others
     */
    ImportWarnings(Table table, Set<String> wholes) {
        this.table = table;
        this.wholes = wholes;
    }

    /** Takes note of a row of the table. */
    void noteRow(Table.Row row) {
        for (String cell : row.cells()) {
            if (cell.indexOf('\uFFFD') >= 0) {
                undecoded.add(row.number());
                return;
            }
        }
    }

    /** Takes note of a row of which a claim repeats what an earlier row is about. */
    void noteRepeated(int record) {
        repeated.add(record);
    }

    /** Takes note of a claim that a row makes. */
    void noteClaim(int record, ClaimTemplate template, List<String> cells) {
        if (NumberText.mayBeGroup(cells.get(FIGURE))) {
            undecided.add(record);
        }
        if (!cells.get(BEST).isEmpty() && EstimateCell.of(cells.get(FIGURE)).isPresent()) {
            estimates.add(record);
        }
        for (String column : OF_ALL_IF_BLANK) {
            if (template.isOneReference(column)
                    && cells.get(COLUMNS.indexOf(column)).isEmpty()) {
                blanks.computeIfAbsent(column, any -> new Count()).add(record);
            }
        }
        for (String column : NAMED) {
            String name = cells.get(COLUMNS.indexOf(column));
            if (template.isOneReference(column) && CellWords.isTotal(name) && !wholes.contains(name)) {
                totals.computeIfAbsent(column, any -> new Count()).add(record);
            }
        }
    }

    /** Takes note of the cells of a claim that is written. */
    void noteWritten(int record, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty() && SafeText.beginsLikeFormula(cell) && !CellText.isDecimal(cell)) {
                formulas.computeIfAbsent(COLUMNS.get(i), any -> new Count()).add(record);
            }
        }
    }

    /** Tells what was noted. */
    void addTo(RepeatedProblems problems) {
        if (repeated.number > 0) {
            problems.add(warning(
                    repeated,
                    "",
                    "row",
                    " gives",
                    " give",
                    " a quantity and date that an earlier row gives from the same source"));
        }
        for (String column : NAMED) {
            Count count = totals.get(column);
            if (count != null) {
                problems.add(warning(
                        count,
                        column,
                        "claim",
                        " is",
                        " are",
                        " about a total, which is taken for one more " + column
                                + ": leave the row out by when, or say in" + " hierarchy.csv what it is made of"));
            }
        }
        for (String column : OF_ALL_IF_BLANK) {
            Count count = blanks.get(column);
            if (count != null) {
                problems.add(warning(
                        count,
                        column,
                        "claim",
                        " has",
                        " have",
                        column.equals("place")
                                ? " a blank place, which means the whole area: if the cell repeats the one above, add |down"
                                : " no date, which means the event as a whole: if the cell repeats the one above, add"
                                        + " |down"));
            }
        }
        if (undecided.number > 0) {
            problems.add(warning(
                    undecided,
                    "figure",
                    "figure",
                    " with a point before three digits is",
                    " with a point before three digits are",
                    " read as thousands, as 1234 for 1.234, since no other number shows the decimal sign: if that is the"
                            + " point, "
                            + (table.format().isExcel() ? "make the cells of the sheet numbers" : "say --decimal .")));
        }
        if (estimates.number > 0) {
            problems.add(warning(
                    estimates,
                    "figure",
                    "figure",
                    " with a range in brackets is",
                    " with a range in brackets are",
                    " taken as a best value and that range: if it is one of confidence, it does not exclude what lies"
                            + " outside"));
        }
        if (undecoded.number > 0) {
            problems.add(warning(
                    undecoded,
                    "",
                    "row",
                    " has",
                    " have",
                    " \uFFFD, which stands for bytes that could not be read as "
                            + table.format().encoding().name() + ", here or when the file was made"));
        }
        for (String column : COLUMNS) {
            Count count = formulas.get(column);
            if (count != null) {
                problems.add(warning(
                        count,
                        column,
                        "cell",
                        " begins",
                        " begin",
                        " like a formula: a spreadsheet in which the dossier is edited may work it out"));
            }
        }
    }

    private Problem warning(Count count, String column, String noun, String one, String several, String what) {
        String message = TableImport.counted(count.number, noun)
                + (count.number == 1 ? one : several)
                + what
                + (count.number == 1 ? "" : "; this is the first");
        return new Problem(table.name(), count.first, column, Severity.WARNING, message, "");
    }
}
