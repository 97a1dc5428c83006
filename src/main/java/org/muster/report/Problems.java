package org.muster.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

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

    private static final int MOST_ALIKE = 1000;
    private static final int MOST_STRETCHES = 20;
    /** What differs between messages about one fault. */
    private static final Pattern CELL = Pattern.compile("\"[^\"]*\"|\\d+");

    /** What rows with the same fault have in common. */
    private record Fault(String file, String column, Severity severity, String message) {}

    private final Map<Fault, List<Problem>> faults = new LinkedHashMap<>();
    private final List<Problem> rows = new ArrayList<>();

    /**
     * Makes the report of some problems.
     *
     * @param problems the problems, in order
     */
    public Problems(List<Problem> problems) {
        for (Problem problem : problems) {
            String message = CELL.matcher(problem.message()).replaceAll("");
            Fault fault = new Fault(problem.file(), problem.column(), problem.severity(), message);
            faults.computeIfAbsent(fault, any -> new ArrayList<>()).add(problem);
        }
        Set<Problem> beyond = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<Problem, Problem> others = new IdentityHashMap<>();
        for (List<Problem> alike : faults.values()) {
            if (alike.size() > MOST_ALIKE + 1) {
                List<Problem> more = alike.subList(MOST_ALIKE, alike.size());
                beyond.addAll(more);
                others.put(more.get(0), together(more));
            }
        }
        for (Problem problem : problems) {
            if (others.containsKey(problem)) {
                rows.add(others.getOrDefault(problem, problem));
            } else if (!beyond.contains(problem)) {
                rows.add(problem);
            }
        }
    }

    /** One row for several with the same fault. */
    private static Problem together(List<Problem> alike) {
        Problem first = alike.get(0);
        int[] lines = alike.stream().mapToInt(Problem::line).sorted().distinct().toArray();
        StringBuilder where = new StringBuilder();
        int stretches = 0;
        for (int i = 0; i < lines.length && stretches <= MOST_STRETCHES; stretches++) {
            int last = i;
            while (last + 1 < lines.length && lines[last + 1] == lines[last] + 1) {
                last++;
            }
            where.append(i == 0 ? "" : ", ")
                    .append(stretches == MOST_STRETCHES ? "…" : lines[i] + (last > i ? "–" + lines[last] : ""));
            i = last + 1;
        }
        return new Problem(
                first.file(),
                first.line(),
                first.column(),
                first.severity(),
                first.message() + "; likewise " + (alike.size() - 1) + " more rows, of lines " + where,
                first.text());
    }

    /**
     * Returns the problems as people are told of them: errors first, a fault that repeats once, with its count.
     *
     * @return a line for each fault
     */
    public List<String> told() {
        List<String> lines = new ArrayList<>(faults.size());
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            faults.forEach((fault, alike) -> {
                if (fault.severity() == severity) {
                    lines.add(alike.get(0) + (alike.size() > 1 ? " (" + alike.size() + " such rows)" : ""));
                }
            });
        }
        return lines;
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
