package org.muster.plot;

import java.util.ArrayList;
import java.util.List;
import org.muster.plot.Svg.Anchor;

/**
 * Labels beneath a bar whose segments are too narrow for them: each hangs from its segment by a leader, in the first line in
 * which it meets neither a label nor a leader.
 */
final class Staircase {

    private static final double LINE = 17;
    private static final double INDENT = 5;
    private static final double GAP = 8;
    private static final double MARGIN = 3;

    private record Step(double x, double from, double to, int line) {}

    private final List<Step> steps = new ArrayList<>();
    private final double width;
    private int lines;

    Staircase(double width) {
        this.width = width;
    }

    /** Hangs a label from a segment; segments come from right to left. */
    void hang(Svg svg, Face face, double x, double bar, String label) {
        double wide = face.width(label);
        double from = Math.max(0, Math.min(x + INDENT, width - wide - MARGIN));
        int line = 0;
        while (isTaken(line, Math.min(x, from), from + wide + GAP)) {
            line++;
        }
        steps.add(new Step(x, from, from + wide, line));
        lines = Math.max(lines, line + 1);
        double y = bar + LINE * (line + 1);
        svg.line("leader", x, bar + 1, x, y - (from < x ? 11 : 0));
        svg.text(face, from, y, Anchor.START, label);
    }

    private boolean isTaken(int line, double from, double to) {
        for (Step step : steps) {
            boolean meetsLabel = step.line() == line && step.from() < to;
            boolean meetsLeader = step.line() >= line && step.x() > from && step.x() < to;
            if (meetsLabel || meetsLeader) {
                return true;
            }
        }
        return false;
    }

    /** How high the labels are. */
    double height() {
        return lines * LINE + (lines == 0 ? 0 : 4);
    }
}
