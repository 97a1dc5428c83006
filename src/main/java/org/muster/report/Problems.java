package org.muster.report;

import java.util.Collections;
import java.util.List;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;
import org.muster.text.RepeatedProblems;

/**
 * What could not be read, does not fit, or was left out of a report: the report {@code problems.csv}, by file and line.
 *
 * <p>A fault that more than a thousand rows have is listed for a thousand of them; one row more says on which lines the
 * others are.
 */
public final class Problems implements Tabular<Problem> {

    private static final List<Column<Problem>> COLUMNS = List.of(
            Column.text("file", Problem::file),
            Column.text("line", row -> row.line() > 0 ? Integer.toString(row.line()) : ""),
            Column.text("column", Problem::column),
            Column.text("severity", row -> row.severity().toString()),
            Column.text("message", Problem::message),
            Column.text("text", Problem::text));

    private final RepeatedProblems problems = new RepeatedProblems();
    private final List<Problem> rows;

    /**
     * Makes the report of some problems.
     *
     * @param problems the problems, in order
     */
    public Problems(List<Problem> problems) {
        problems.forEach(this.problems::add);
        this.rows = this.problems.problems();
    }

    /**
     * Returns the problems in the input as people are told of them.
     *
     * @return a line for each fault, errors first, with its count where it repeats
     */
    public List<String> told() {
        return problems.told();
    }

    /**
     * Returns how many problems in the input there are.
     *
     * @return the number of errors and warnings, each repetition of a fault counted
     */
    public long count() {
        return problems.count();
    }

    /**
     * Returns what the reports leave out as people are told of it; nothing is wrong with the input there.
     *
     * @return a line for each limit that was reached
     */
    public List<String> limits() {
        return problems.limits();
    }

    /** Adds the problems in the input and what the reports leave out, each under its title. */
    void addTo(FindingLines lines) {
        lines.add(Findings.PROBLEMS, count(), "problems.csv", told());
        lines.add(Findings.LEFT_OUT, "problems.csv", limits());
    }

    @Override
    public String name() {
        return "problems";
    }

    @Override
    public List<Problem> rows() {
        return Collections.unmodifiableList(rows);
    }

    @Override
    public List<Column<Problem>> columns() {
        return COLUMNS;
    }

    /** Returns the problems, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Problem::toString).toList());
    }
}
