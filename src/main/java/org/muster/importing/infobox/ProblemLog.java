package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/** The problems of a file, each at its line and column. */
final class ProblemLog {

    private final String file;
    private final int[] lineStarts;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    ProblemLog(String file, String text) {
        this.file = file;
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        lineStarts = Arrays.copyOf(starts, count);
    }

    /** Reports something that had to be left out. */
    void error(int offset, String message, String text) {
        add(offset, Severity.ERROR, message, text);
    }

    /** Reports something that was kept but should be looked at. */
    void warning(int offset, String message, String text) {
        add(offset, Severity.WARNING, message, text);
    }

    /** Reports something about the whole file. */
    void error(String message) {
        problems.add(new Problem(file, 0, "", Severity.ERROR, message, ""));
    }

    void warning(String message) {
        problems.add(new Problem(file, 0, "", Severity.WARNING, message, ""));
    }

    private void add(int offset, Severity severity, String message, String text) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        if (!said.add(offset + ":" + message + ":" + text)) {
            return; // a passage may be read twice: as a reference, and where it is cited
        }
        String column = Integer.toString(offset - lineStarts[line] + 1);
        problems.add(new Problem(file, line + 1, column, severity, message, text.strip()));
    }

    /** Returns the problems by line and column. */
    List<Problem> problems() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(Problem::line)
                .thenComparingInt(problem -> problem.column().isEmpty() ? 0 : Integer.parseInt(problem.column())));
        return List.copyOf(sorted);
    }
}
