package org.muster.plot;

import java.util.OptionalDouble;
import org.muster.interval.Interval;

/**
 * What stands for a range on an axis: a shape at each end with a bar between, or at the stated end alone with an arrow from
 * it.
 *
 * @param shape the last part of the classes: own, opponent, third, sum, ignored or computed
 * @param range the range
 * @param isBound whether only one end is stated
 * @param isSoft whether it is stated as about or nearly
 * @param best the best value; empty where there is none
 */
record Mark(String shape, Interval range, boolean isBound, boolean isSoft, OptionalDouble best) {

    private static final double RADIUS = 5;
    private static final double ARROW = 6;

    /** Whether its upper end is open. */
    boolean isOpenAbove() {
        return range.sup() == Double.POSITIVE_INFINITY;
    }

    /** Whether its lower end is open: an upper bound says nothing of it. */
    boolean isOpenBelow() {
        return isBound && range.inf() <= 0 && !isOpenAbove();
    }

    /** Where it begins on the axis. */
    double left(Axis axis) {
        return isOpenBelow() ? axis.left() : axis.at(range.inf()) - RADIUS;
    }

    /** Where it ends on the axis. */
    double right(Axis axis) {
        return isOpenAbove() ? axis.right() : axis.at(range.sup()) + RADIUS;
    }

    void draw(Svg svg, Axis axis, double y) {
        String soft = isSoft ? " soft" : "";
        double low = axis.at(range.inf());
        double high = isOpenAbove() ? axis.right() : axis.at(range.sup());
        if (isOpenAbove()) {
            arrow(svg, low, axis.right() - 1, y, 1);
            shape(svg, low, y, soft);
        } else if (isOpenBelow()) {
            arrow(svg, high, axis.left() + 1, y, -1);
            shape(svg, high, y, soft);
        } else {
            if (high > low) {
                svg.line("bar line-" + shape + soft, low, y, high, y);
            }
            shape(svg, low, y, soft);
            if (high > low) {
                shape(svg, high, y, soft);
            }
        }
        if (best.isPresent()) {
            double x = axis.at(best.getAsDouble());
            svg.path("best", "M" + Svg.number(x) + " " + Svg.number(y - 6) + "l6 6l-6 6l-6 -6z");
        }
    }

    private void arrow(Svg svg, double from, double to, double y, int direction) {
        double back = -direction * ARROW;
        svg.path(
                "arrow line-" + shape,
                "M" + Svg.number(from) + " " + Svg.number(y) + "H" + Svg.number(to) + "m" + Svg.number(back) + " -4l"
                        + Svg.number(-back) + " 4l" + Svg.number(back) + " 4");
    }

    private void shape(Svg svg, double x, double y, String soft) {
        String style = "mark-" + shape + soft;
        switch (shape) {
            case "own" -> svg.circle(style, x, y, RADIUS);
            case "opponent" -> svg.rect(style, x - 4.5, y - 4.5, 9, 9);
            case "sum" -> svg.path(style, "M" + Svg.number(x) + " " + Svg.number(y - 6) + "l5.5 10h-11z");
            case "ignored" -> svg.path(style, "M" + Svg.number(x - 4) + " " + Svg.number(y - 4) + "l8 8m0 -8l-8 8");
            case "computed" -> svg.line(style, x, y - 6, x, y + 6);
            default -> svg.circle(style, x, y, 4.5);
        }
    }
}
