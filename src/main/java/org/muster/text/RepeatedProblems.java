package org.muster.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Problems of a large file, of which many may be alike: of the same column and severity, with messages that differ only in
 * numbers and quoted text. Of each kind the first thousand are kept, and of the others their lines.
 */
public final class RepeatedProblems {

    private static final int MOST_KEPT = 1000;
    private static final int MOST_KINDS = 200;
    private static final int MOST_RANGES = 50;
    private static final Pattern VARIABLE = Pattern.compile("\"[^\"]*\"|\\d[\\d.,]*|Infinity");

    private static final class Kind {
        private final List<Problem> kept = new ArrayList<>();
        private final StringBuilder ranges = new StringBuilder();
        private long count;
        private int rangeCount;
        private int from;
        private int to;

        void add(Problem problem) {
            count++;
            if (kept.size() < MOST_KEPT) {
                kept.add(problem);
            } else if (problem.line() == to + 1 || problem.line() == to) {
                to = problem.line();
            } else {
                endRange();
                from = problem.line();
                to = from;
            }
        }

        private void endRange() {
            if (to > 0 && rangeCount++ < MOST_RANGES) {
                ranges.append(ranges.isEmpty() ? "" : ", ").append(from);
                if (to > from) {
                    ranges.append('–').append(to);
                }
            }
            from = 0;
            to = 0;
        }

        Problem first() {
            return kept.get(0);
        }

        /** The one row that stands for all that were not kept. */
        Problem rest() {
            endRange();
            Problem first = first();
            return new Problem(
                    first.file(),
                    0,
                    first.column(),
                    first.severity(),
                    (count - MOST_KEPT) + " more like line " + first.line() + ", in lines " + ranges
                            + (rangeCount > MOST_RANGES ? " …" : ""),
                    "");
        }

        String told() {
            Problem first = first();
            return first.severity() + ": " + first + (count == 1 ? "" : " (and " + (count - 1) + " more like it)");
        }
    }

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /**
     * Adds a problem.
     *
     * @param problem a problem of the file, after those of earlier lines
     */
    public void add(Problem problem) {
        String place = problem.severity() + " " + problem.file() + " " + problem.column();
        String kind = place + " " + VARIABLE.matcher(problem.message()).replaceAll("#");
        kinds.computeIfAbsent(kinds.size() < MOST_KINDS || kinds.containsKey(kind) ? kind : place, any -> new Kind())
                .add(problem);
    }

    /**
     * Returns all problems, of more than a thousand alike the first thousand and one that says in which lines the others are.
     *
     * @return the problems by line
     */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Kind kind : kinds.values()) {
            problems.addAll(kind.kept);
        }
        problems.sort(Comparator.comparingInt(Problem::line));
        for (Kind kind : kinds.values()) {
            if (kind.count > MOST_KEPT) {
                problems.add(kind.rest());
            }
        }
        return problems;
    }

    /**
     * Returns the problems for a person, those alike on one line.
     *
     * @return a line for each kind, in the order in which they were first found
     */
    public List<String> told() {
        return kinds.values().stream().map(Kind::told).toList();
    }

    /**
     * Returns whether something was left out.
     *
     * @return whether one of the problems is an error
     */
    public boolean hasErrors() {
        return kinds.values().stream().anyMatch(kind -> kind.first().isError());
    }
}
