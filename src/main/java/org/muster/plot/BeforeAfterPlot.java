package org.muster.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.NumberText;
import org.muster.dossier.Names;
import org.muster.interval.Interval;
import org.muster.plot.Svg.Anchor;
import org.muster.reconcile.Disputes;
import org.muster.reconcile.Reconciled;
import org.muster.reconcile.Reconciled.Status;
import org.muster.reconcile.Reconciliation;

/**
 * What is stated of quantities, and what the rules leave of it: two lines a row, each row on its own scale. Only rows that
 * change are drawn, at most 20, those in conflict first; where the change rests on claims about other quantities that stand in
 * a conflict, its number is given.
 */
public final class BeforeAfterPlot extends Picture {

    private static final int MOST_ROWS = 20;
    private static final double GUTTER = 262;
    private static final double GAP = 10;
    private static final double WIDE_ROW = 40;
    private static final double NARROW_ROW = 60;

    private final List<Change> changes;
    private final int leftOut;

    private record Change(String name, String note, String beforeText, Interval before, Interval after) {
        String afterText() {
            return NumberText.range(after);
        }
    }

    private BeforeAfterPlot(List<Change> changes, int leftOut) {
        this.changes = changes;
        this.leftOut = leftOut;
    }

    /**
     * Returns the picture of a reconciliation.
     *
     * @param reconciliation what the rules leave
     * @param names the names of quantities
     * @return the picture; empty where the rules change nothing that is stated
     */
    public static Optional<BeforeAfterPlot> of(Reconciliation reconciliation, Names names) {
        Disputes disputes = Disputes.of(reconciliation.conflicts());
        List<Change> changes = new ArrayList<>();
        for (boolean conflicting : new boolean[] {true, false}) {
            for (Reconciled row : reconciliation.rows()) {
                Interval after = row.status() == Status.INFEASIBLE ? row.correctedRange() : row.range();
                if ((row.status() == Status.INFEASIBLE) == conflicting
                        && row.stated().isPresent()
                        && !after.isEmpty()
                        && !after.equals(row.stated().get())
                        && (conflicting || !disputes.isOfItself(row))) {
                    String date = row.asOf().isGiven() ? ", " + row.asOf().shortLabel() : "";
                    changes.add(new Change(
                            names.quantity(row.quantity()) + date,
                            conflicting
                                    ? "after the cheapest corrections"
                                    : note(disputes.components(disputes.behind(row))),
                            row.statedText(),
                            row.stated().get(),
                            after));
                }
            }
        }
        List<Change> shown = changes.subList(0, Math.min(MOST_ROWS, changes.size()));
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new BeforeAfterPlot(List.copyOf(shown), changes.size() - shown.size()));
    }

    /** What the change rests on, where that is in dispute. */
    private static String note(Set<Integer> conflicts) {
        return conflicts.isEmpty()
                ? ""
                : "by claims in conflict "
                        + String.join(
                                ", ", conflicts.stream().map(String::valueOf).toList());
    }

    /**
     * Returns how many changes are not drawn.
     *
     * @return 0 where all are
     */
    public int leftOut() {
        return leftOut;
    }

    @Override
    public String title() {
        return "What the sources state, and what the rules leave";
    }

    @Override
    public String description() {
        List<String> told = new ArrayList<>();
        changes.forEach(row -> told.add(row.name() + ": " + row.beforeText() + ", then " + row.afterText()
                + (row.note().isEmpty() ? "" : " " + row.note())));
        return String.join("; ", told) + (leftOut == 0 ? "." : "; and " + leftOut + " more.");
    }

    @Override
    double draw(Svg svg, Width width) {
        boolean wide = width == Width.WIDE;
        double numbers = 0;
        for (Change change : changes) {
            numbers = Math.max(numbers, Face.VALUE.width(change.beforeText()));
            numbers = Math.max(numbers, Face.VALUE.width(change.afterText()));
        }
        double left = wide ? GUTTER : 2;
        double right = width.units() - numbers - GAP - 6;
        double y = 2;
        for (Change change : changes) {
            double room = wide ? left - 14 : width.units();
            List<String> named = Face.NAME.lines(change.name(), room, 2);
            double name = wide ? y + (named.size() > 1 || !change.note().isEmpty() ? 15 : 23) : y + 13;
            for (int i = 0; i < named.size(); i++) {
                svg.text(Face.NAME, 0, name + 15 * i, Anchor.START, named.get(i));
            }
            if (!change.note().isEmpty()) {
                svg.text(Face.SMALL, 0, name + 15 * named.size(), Anchor.START, change.note());
            }
            int below = named.size() - 1 + (change.note().isEmpty() ? 0 : 1); // lines
            y += wide ? 15 * Math.max(0, below - 1) / 2.0 : 15 * below;
            double first = y + (wide ? 11 : 28);
            scaled(svg, "before", change, change.before(), first, left, right);
            scaled(svg, "after", change, change.after(), first + 18, left, right);
            double x = width.units() - numbers;
            svg.text(Face.VALUE, "before-text", x, first + 4.5, Anchor.START, change.beforeText());
            svg.text(Face.VALUE, "after-text", x, first + 22.5, Anchor.START, change.afterText());
            y += wide ? WIDE_ROW + 15 * Math.max(0, below - 1) / 2.0 : NARROW_ROW;
            svg.line("grid", 0, y - 1, width.units(), y - 1);
        }
        return y;
    }

    /** Draws a range between the least and the greatest finite end of its row. */
    private static void scaled(Svg svg, String style, Change row, Interval range, double y, double left, double right) {
        double least = Math.min(row.before().inf(), row.after().inf());
        double greatest = Math.max(finite(row.before()), finite(row.after()));
        double room = right - left - 8;
        double scale = greatest > least ? room / (greatest - least) : 0;
        double from = left + 4 + (range.inf() - least) * scale;
        double to = left + 4 + (finite(range) - least) * scale;
        boolean open = range.sup() == Double.POSITIVE_INFINITY;
        String height = Svg.number(y - 6);
        svg.path(style + "-end", "M" + Svg.number(from) + " " + height + "v12");
        if (open) {
            svg.path(
                    style + "-end",
                    "M" + Svg.number(from) + " " + Svg.number(y) + "H" + Svg.number(right) + "m-6 -4l6 4l-6 4");
        } else if (to > from) {
            svg.line(style, from, y, to, y);
            svg.path(style + "-end", "M" + Svg.number(to) + " " + height + "v12");
        }
    }

    private static double finite(Interval range) {
        return range.sup() < Double.POSITIVE_INFINITY ? range.sup() : range.inf();
    }
}
