package org.muster.plot;

import java.util.List;
import org.muster.plot.Picture.Width;
import org.muster.plot.Svg.Anchor;

/**
 * A row of a picture with a horizontal axis: a name, what else is said of it, a mark, and what the mark stands for.
 *
 * @param name what the row is about; cut where it is too long
 * @param more its source or date; may be empty
 * @param mark the mark
 * @param value what the mark stands for; never cut
 */
record Row(String name, String more, Mark mark, String value) {

    static final double LEAST_GUTTER = 204;
    static final double WIDEST_GUTTER = 270;
    private static final double TALL = 38;
    private static final double SHORT = 30;
    private static final double ABOVE = 14;
    private static final double GAP = 11;
    private static final double LINE = 17;

    /** How much room names want at the left of a wide picture. */
    double gutter() {
        double wide = Math.max(Face.NAME.width(name), Face.SMALL.width(more)) + 12;
        return Math.min(WIDEST_GUTTER, Math.max(LEAST_GUTTER, wide));
    }

    /** Where the value stands: right of the mark, left of it, or on a line of its own. */
    private double besideX(Axis axis, double least, double most) {
        double wide = Face.VALUE.width(value);
        double right = mark.right(axis) + GAP - 5;
        double left = mark.left(axis) - GAP + 5 - wide;
        if (!mark.isOpenAbove() && right + wide <= most) {
            return right;
        }
        return left >= least ? left : Double.NaN;
    }

    /** Draws the row from a height down, and returns where it ends. */
    double draw(Svg svg, Axis axis, double top, Width width) {
        return width == Width.WIDE ? wide(svg, axis, top) : narrow(svg, axis, top);
    }

    private double wide(Svg svg, Axis axis, double top) {
        double beside = besideX(axis, axis.left() + 2, Width.WIDE.units());
        List<String> above =
                Double.isNaN(beside) ? Face.VALUE.lines(value, Width.WIDE.units() - axis.left()) : List.of();
        double y = top + ABOVE * above.size();
        double room = axis.left() - 12;
        List<String> named = more.isEmpty() ? Face.NAME.lines(name, room, 2) : List.of(Face.NAME.cut(name, room));
        for (int i = 0; i < named.size(); i++) {
            svg.text(Face.NAME, 0, y + 15 + 15 * i, Anchor.START, named.get(i));
        }
        if (!more.isEmpty()) {
            svg.text(Face.SMALL, 0, y + 30, Anchor.START, Face.SMALL.cut(more, room));
        }
        boolean isTall = !more.isEmpty() || named.size() > 1;
        double middle = y + 15 + (isTall ? 4 : -4);
        mark.draw(svg, axis, middle);
        if (Double.isNaN(beside)) {
            centred(svg, above, axis.left(), Width.WIDE.units(), axis, middle - 11 - ABOVE * (above.size() - 1));
        } else {
            svg.text(Face.VALUE, beside, middle + 4.5, Anchor.START, value);
        }
        return y + (isTall ? TALL : SHORT);
    }

    /** Lines about the middle of the mark, within two ends. */
    private void centred(Svg svg, List<String> lines, double least, double most, Axis axis, double top) {
        double centre = (mark.left(axis) + mark.right(axis)) / 2;
        double y = top;
        for (String line : lines) {
            double wide = Face.VALUE.width(line);
            double x = Math.max(least, Math.min(most - wide, centre - wide / 2));
            svg.text(Face.VALUE, x, y, Anchor.START, line);
            y += ABOVE;
        }
    }

    private double narrow(Svg svg, Axis axis, double top) {
        double all = Width.NARROW.units();
        double wide = Face.VALUE.width(value);
        double beside = besideX(axis, 0, all);
        double named = Math.min(all, Face.NAME.width(name));
        boolean onLine = !more.isEmpty() && named + 8 + Face.SMALL.width(more) <= all;
        double end = onLine ? named + 8 + Face.SMALL.width(more) : named;
        boolean below = !more.isEmpty() && !onLine;
        List<String> lines = more.isEmpty() ? Face.NAME.lines(name, all, 2) : List.of(Face.NAME.cut(name, all));
        for (int i = 0; i < lines.size(); i++) {
            svg.text(Face.NAME, 0, top + 13 + 15 * i, Anchor.START, lines.get(i));
        }
        if (onLine) {
            svg.text(Face.SMALL, named + 8, top + 13, Anchor.START, more);
        }
        double y = top + 15 * (lines.size() - 1);
        if (lines.size() > 1) {
            end = Face.NAME.width(lines.get(1));
        }
        if (below) {
            y += 16;
            String cut = Face.SMALL.cut(more, all);
            svg.text(Face.SMALL, 0, y + 13, Anchor.START, cut);
            end = Face.SMALL.width(cut);
        }
        double middle = y + LINE + 12;
        if (!Double.isNaN(beside)) {
            svg.text(Face.VALUE, beside, middle + 4.5, Anchor.START, value);
        } else if (end + 12 + wide <= all) {
            svg.text(Face.VALUE, all, y + 13, Anchor.END, value);
        } else {
            List<String> beneath = Face.VALUE.lines(value, all);
            centred(svg, beneath, 0, all, axis, middle + 22);
            y += 2 + ABOVE * beneath.size();
        }
        mark.draw(svg, axis, middle);
        return y + 46;
    }
}
