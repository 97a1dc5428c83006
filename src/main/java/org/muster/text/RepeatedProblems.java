package org.muster.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muster.text.Problem.Severity;

/**
 * Problems, of which many may be alike: of the same file, column and severity, with messages that differ only in numbers and
 * quoted text. Of each kind the first thousand are kept, and of the others their lines.
 */
public final class RepeatedProblems {

    private static final int MOST_KEPT = 1000;
    private static final int MOST_KINDS = 200;
    private static final int MOST_RANGES = 20;
    private static final Pattern VARIABLE = Pattern.compile("\"[^\"]*\"|\\d[\\d.,]*|Infinity");

    /** Those that are alike. */
    private static final class Kind {
        private final Problem first;
        private final StringBuilder ended = new StringBuilder();
        private long count;
        private long rows;
        private int last; // the line of the last problem
        private int place; // of the one row that stands for those not kept
        private int rangeCount;
        private int from;
        private int to;

        Kind(Problem first) {
            this.first = first;
        }

        void addLine(int line) {
            if (rangeCount > 0 && (line == to || line == to + 1)) {
                to = line;
                return;
            }
            ended.append(lastRange());
            rangeCount++;
            from = line;
            to = line;
        }

        void count(int line) {
            count++;
            rows += line == 0 || rows == 0 || line != last ? 1 : 0;
            last = line;
        }

        /** How many there are beside the first, for a person; blank if there are none. */
        String more() {
            if (first.severity() == Severity.LIMIT) {
                return moreLimits();
            }
            if (count == 1) {
                return "";
            }
            return rows == count
                    ? " (" + count + " such rows)"
                    : " (" + count + " times in " + rows + (rows == 1 ? " row)" : " rows)");
        }

        /** What a limit concerns, and how many more there are that concern something else. */
        private String moreLimits() {
            if (first.text().isEmpty()) {
                return count == 1 ? "" : " (" + count + " times)";
            }
            return " (" + Excerpt.of(first.text()) + (count == 1 ? "" : " and " + (count - 1) + " more") + ")";
        }

        /** The lines of the range that has not ended yet; the last that is told is followed by an ellipsis. */
        private String lastRange() {
            if (rangeCount == 0 || rangeCount > MOST_RANGES + 1) {
                return "";
            }
            String separator = rangeCount == 1 ? "" : ", ";
            return separator + (rangeCount > MOST_RANGES ? "…" : from + (to > from ? "–" + to : ""));
        }

        /** The row that stands for all that were not kept. */
        Problem rest() {
            return new Problem(
                    first.file(),
                    0,
                    first.column(),
                    first.severity(),
                    (count - MOST_KEPT) + " more like that of line " + first.line() + ", in lines " + ended
                            + lastRange(),
                    "");
        }
    }

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Problem> kept = new ArrayList<>();

    /** Begins without a problem. */
    public RepeatedProblems() {}

    /**
     * Adds a problem.
     *
     * @param problem a problem, after those of earlier lines of its file
     */
    public void add(Problem problem) {
        String place = problem.severity() + " " + problem.file() + " " + problem.column();
        String name = place + " " + VARIABLE.matcher(problem.message()).replaceAll("#");
        Kind kind = kinds.computeIfAbsent(
                kinds.size() < MOST_KINDS || kinds.containsKey(name) ? name : place, any -> new Kind(problem));
        kind.count(problem.line());
        if (kind.count > MOST_KEPT) {
            kind.addLine(problem.line());
        }
        if (kind.count <= MOST_KEPT + 1) {
            kind.place = kept.size();
            kept.add(problem);
        }
    }

    /**
     * Returns all problems, of more than a thousand and one alike the first thousand and one that says in which lines the
     * others are.
     *
     * @return the problems in the order in which they were added
     */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(kept);
        for (Kind kind : kinds.values()) {
            if (kind.count > MOST_KEPT + 1) {
                problems.set(kind.place, kind.rest());
            }
        }
        return problems;
    }

    /**
     * Returns the problems in the input for a person: errors first, those alike on one line.
     *
     * @return a line for each kind: the first of it, and how many there are
     */
    public List<String> told() {
        List<String> told = new ArrayList<>(kinds.size());
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            of(severity).forEach(kind -> told.add(severity + ": " + kind.first + kind.more()));
        }
        return told;
    }

    /**
     * Returns what the reports leave out, for a person; that is no problem in the input.
     *
     * @return a line for each kind: the first of it, and how many there are
     */
    public List<String> limits() {
        return of(Severity.LIMIT).stream().map(kind -> kind.first + kind.more()).toList();
    }

    /**
     * Returns how many problems in the input there are.
     *
     * @return the number of errors and warnings, those alike as well
     */
    public long count() {
        return Stream.of(Severity.ERROR, Severity.WARNING)
                .flatMap(severity -> of(severity).stream())
                .mapToLong(kind -> kind.count)
                .sum();
    }

    private List<Kind> of(Severity severity) {
        return kinds.values().stream()
                .filter(kind -> kind.first.severity() == severity)
                .toList();
    }

    /**
     * Returns whether something was left out.
     *
     * @return whether one of the problems is an error
     */
    public boolean hasErrors() {
        return kinds.values().stream().anyMatch(kind -> kind.first.isError());
    }

    /** Returns what is {@link #told}, line by line. */
    @Override
    public String toString() {
        return String.join("\n", told());
    }
}
