package org.muster.plot;

import java.util.ArrayList;
import java.util.List;
import org.muster.compare.NumberText;
import org.muster.interval.Interval;
import org.muster.plot.Svg.Anchor;
import org.muster.statistics.EmpiricalDistribution;
import org.muster.statistics.EmpiricalDistribution.Step;
import org.muster.statistics.Sample;

/**
 * The p-box of a sample of ranges: for each number, between what shares of the values can lie at or below it. The left edge takes
 * all values at their low ends, the right edge at their high ends.
 */
public final class PBoxPlot extends Picture {

    private static final int MOST_STEPS = 200;
    private static final double GUTTER = 48;
    private static final double WIDE_HEIGHT = 200;
    private static final double NARROW_HEIGHT = 170;

    private final Sample sample;
    private final Interval before; // the share below all finite ends
    private final List<Step> steps;

    private PBoxPlot(Sample sample) {
        this.sample = sample;
        EmpiricalDistribution distribution = EmpiricalDistribution.of(sample);
        this.steps = distribution.steps();
        this.before = steps.isEmpty()
                ? distribution.cumulative(0)
                : distribution.cumulative(Math.nextDown(steps.get(0).number()));
    }

    /**
     * Returns the picture of a sample. Above 200 ends of ranges several share a step, which encloses them.
     *
     * @param sample the ranges
     * @return its p-box
     */
    public static PBoxPlot of(Sample sample) {
        return new PBoxPlot(sample);
    }

    @Override
    public String title() {
        return "Distribution of " + count();
    }

    private String count() {
        return sample.size() == 1 ? "1 value" : NumberText.grouped(Integer.toString(sample.size())) + " values";
    }

    @Override
    public String description() {
        return summary() + "; the least is " + range(sample.minimum()) + ", the greatest " + range(sample.maximum())
                + ".";
    }

    private String summary() {
        return count() + ", median " + range(sample.median()) + ", mean " + range(sample.mean());
    }

    /** A range, whose ends may be open or below 0. */
    private static String range(Interval range) {
        return range.inf() >= 0
                ? NumberText.range(range)
                : range.isSingleton() ? end(range.inf()) : end(range.inf()) + " to " + end(range.sup());
    }

    private static String end(double end) {
        String size = Double.isInfinite(end) ? "any number" : NumberText.range(Interval.of(Math.abs(end)));
        return end < 0 && !Double.isInfinite(end) ? "−" + size : size;
    }

    @Override
    double draw(Svg svg, Width width) {
        double right = width.units() - 14.0;
        double y = 14;
        for (String line : Face.VALUE.lines(summary(), width.units())) {
            svg.text(Face.VALUE, 0, y, Anchor.START, line);
            y += 17;
        }
        double top = y;
        double height = width == Width.WIDE ? WIDE_HEIGHT : NARROW_HEIGHT;
        Axis axis = Axis.ofValues(finiteEnds(), GUTTER, right, width);
        List<double[]> left = edge(axis, false);
        List<double[]> back = edge(axis, true);
        StringBuilder band = new StringBuilder(path(left, top, height));
        for (int i = back.size() - 1; i >= 0; i--) {
            band.append('L').append(point(back.get(i), top, height));
        }
        Svg marks = new Svg();
        marks.path("band", band + "L" + point(left.get(0), top, height) + "z");
        for (int quarter = 0; quarter <= 4; quarter++) {
            double level = top + height - height * quarter / 4;
            marks.line("grid", GUTTER, level, right, level);
            if (quarter % 2 == 0) {
                double baseline = quarter == 0 ? level : level + 4; // clear of the labels of the axis
                marks.text(Face.SMALL, GUTTER - 8, baseline, Anchor.END, 25 * quarter + " %");
            }
        }
        marks.path("reference", path(left, top, height));
        marks.path("reference", path(back, top, height));
        double end = axis.draw(
                svg,
                top,
                top + height,
                width.units(),
                " Up: the share of the values at or below a number; it lies in the band. Left edge: every value at its low end;"
                        + " right edge: at its high end.");
        svg.add(marks);
        return end;
    }

    private List<Double> finiteEnds() {
        return steps.isEmpty()
                ? List.of(0.0, 1.0)
                : steps.stream().map(Step::number).toList();
    }

    /** The corners of an edge, as places on the axis and shares. The left one rises with the first of several, the right one last. */
    private List<double[]> edge(Axis axis, boolean isRight) {
        List<double[]> corners = new ArrayList<>();
        double share = isRight ? before.inf() : before.sup();
        corners.add(new double[] {axis.left(), share});
        int groups = Math.min(MOST_STEPS, steps.size());
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) steps.size() * group / groups);
            int to = (int) ((long) steps.size() * (group + 1) / groups) - 1;
            Interval after = steps.get(to).share();
            double then = isRight ? after.inf() : after.sup();
            if (then > share) {
                double x = axis.at(steps.get(isRight ? to : from).number());
                corners.add(new double[] {x, share});
                corners.add(new double[] {x, then});
                share = then;
            }
        }
        corners.add(new double[] {axis.right(), share});
        return corners;
    }

    private static String path(List<double[]> corners, double top, double height) {
        StringBuilder path = new StringBuilder("M" + point(corners.get(0), top, height));
        for (double[] corner : corners.subList(1, corners.size())) {
            path.append('L').append(point(corner, top, height));
        }
        return path.toString();
    }

    private static String point(double[] corner, double top, double height) {
        return Svg.number(corner[0]) + " " + Svg.number(top + height * (1 - corner[1]));
    }
}
