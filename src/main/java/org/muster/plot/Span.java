package org.muster.plot;

import org.muster.plot.Svg.Anchor;

/**
 * A distance below the rows of a picture: a dimension line between two counts, with what it is.
 *
 * @param style {@code gap} or {@code hull}
 * @param low where it begins
 * @param high where it ends
 * @param label what it is
 */
record Span(String style, double low, double high, String label) {

    private static final double HEIGHT = 26;

    /** Draws it, and returns its height. */
    double draw(Svg svg, Axis axis, double top, double width) {
        double from = axis.at(low);
        double to = axis.at(high);
        double y = top + 12;
        svg.path(
                style,
                "M" + Svg.number(from) + " " + Svg.number(y - 5) + "v10M" + Svg.number(to) + " " + Svg.number(y - 5)
                        + "v10M" + Svg.number(from) + " " + Svg.number(y) + "H" + Svg.number(to));
        double wide = Face.FINDING.width(label);
        double x = Math.max(0, Math.min(width - wide, (from + to - wide) / 2));
        boolean beneath = false;
        if (to - from >= wide + 24) {
            svg.rect("ground", x - 5, y - 8, wide + 10, 16);
        } else if (to + 8 + wide <= width) {
            x = to + 8;
        } else if (from - 8 - wide >= 0) {
            x = from - 8 - wide;
        } else {
            beneath = true;
        }
        svg.text(Face.FINDING, style + "-text", x, y + (beneath ? 19 : 4), Anchor.START, label);
        return beneath ? HEIGHT + 15 : HEIGHT;
    }
}
