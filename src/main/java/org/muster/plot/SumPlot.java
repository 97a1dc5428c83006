package org.muster.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.check.Check;
import org.muster.check.Check.Kind;
import org.muster.check.Check.Verdict;
import org.muster.check.PartFigure;
import org.muster.compare.NumberText;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.compare.Ranges;
import org.muster.dossier.Names;
import org.muster.dossier.WholePartRule;
import org.muster.interval.Interval;
import org.muster.plot.Svg.Anchor;

/**
 * A rule that fails: a bar for the whole, one for its parts from the same 0, and what does not fit between. A gap under 1
 * per cent of the whole is too small to draw.
 */
public final class SumPlot extends Picture {

    private static final double SMALLEST_GAP = .01;
    private static final int MOST_PARTS = 12;
    private static final double BAR = 26;
    private static final double GUTTER = 158;
    private static final double PADDING = 5;

    private final String title;
    private final String whole;
    private final Interval wholeRange;
    private final String by;
    private final Interval partsRange;
    private final String partsBy;
    private final List<Piece> pieces;
    private final double gapFrom;
    private final double gapTo;
    private final String gap;

    /** A part: what it is called, what is said of it, and how much of that is certain. */
    private record Piece(String label, double low) {}

    private SumPlot(Check check, List<Piece> pieces, Names names) {
        boolean isShort = check.verdict() == Verdict.SHORT;
        this.title = check.quantity().map(names::quantity).orElse("Rule");
        this.wholeRange = check.whole().range();
        this.partsRange = check.parts().range();
        this.whole = NumberText.range(
                wholeRange, Firmness.of(check.whole().claims()), check.whole().claims());
        this.by = names.voices(check.whole().voices());
        this.partsBy = names.voices(check.parts().voices());
        this.pieces = pieces;
        this.gapFrom = isShort ? wholeRange.sup() : partsRange.sup();
        this.gapTo = isShort ? partsRange.inf() : wholeRange.inf();
        Interval residual = isShort ? check.residual().negate() : check.residual();
        this.gap = NumberText.difference(residual) + (isShort ? " short" : " over");
    }

    /**
     * Returns the picture of a check.
     *
     * @param check a check
     * @param ranges the ranges that it was made from
     * @param names the names of voices and quantities
     * @return the picture; empty where the check does not fail, or fails by less than 1 per cent of the whole, and for a
     *     later count or a copy, which have no parts
     */
    public static Optional<SumPlot> of(Check check, Ranges ranges, Names names) {
        boolean hasParts = check.kind() != Kind.SERIES && check.kind() != Kind.COPY;
        return hasParts && check.isFailed() && check.share() >= SMALLEST_GAP
                ? Optional.of(new SumPlot(check, pieces(check, ranges), names))
                : Optional.empty();
    }

    /** The parts with a figure, where these make up what the whole is checked against; else their total as one. */
    private static List<Piece> pieces(Check check, Ranges ranges) {
        List<Piece> pieces = new ArrayList<>();
        double sum = 0;
        for (PartFigure part : PartFigure.of(check, ranges)) {
            if (part.figure().range().isPresent()) {
                Interval range = part.figure().range().get();
                String name = check.breakdown()
                        .map(rule -> rule.label(part.quantity()))
                        .orElse("");
                pieces.add(new Piece(name + " " + part.text(), range.inf()));
                sum += range.inf();
            }
        }
        boolean isGreatest = check.kind() == Kind.BOUND
                && check.breakdown()
                        .filter(rule -> rule.kind() == WholePartRule.Kind.SHARED)
                        .isPresent();
        return pieces.isEmpty()
                        || pieces.size() > MOST_PARTS
                        || isGreatest
                        || sum != check.parts().range().inf()
                ? List.of(new Piece(
                        NumberText.range(check.parts().range()),
                        check.parts().range().inf()))
                : pieces;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        List<String> told = new ArrayList<>();
        pieces.forEach(piece -> told.add(piece.label()));
        return "The whole, " + whole + " (" + by + "), is " + gap + " against its parts: " + String.join(", ", told)
                + (partsBy.isEmpty() ? "." : " (" + partsBy + ").");
    }

    @Override
    double draw(Svg svg, Width width) {
        boolean wide = width == Width.WIDE;
        String total = pieces.size() > 1 ? "Parts: " + NumberText.range(partsRange) : "Parts";
        double left = wide ? Math.max(GUTTER, Face.NAME.width(total) + 12) : 2;
        double most = Math.max(finite(wholeRange), finite(partsRange));
        Axis axis = Axis.fromZero(most * 1.06, left, width.units() - 6, width);
        double between = wide ? 22 : 40;
        double first = wide ? 4 : 23;
        double second = first + BAR + between;
        Svg bars = new Svg();
        label(bars, first, "Whole", by, left, width);
        label(bars, second, total, partsBy, left, width);
        bar(bars, axis, first, wholeRange, "whole");
        double wholeEnd = axis.at(wholeRange.inf());
        boolean inside = Face.INVERSE.width(whole) + 2 * PADDING <= wholeEnd - left;
        if (inside) {
            bars.text(Face.INVERSE, left + PADDING, first + 17.5, Anchor.START, whole);
        } else {
            double x = axis.at(finite(wholeRange)) + 8 + (isOpen(wholeRange) ? 24 : 0);
            bars.text(
                    Face.VALUE,
                    Math.min(x, width.units() - Face.VALUE.width(whole)),
                    first + 17.5,
                    Anchor.START,
                    whole);
        }
        Staircase steps = new Staircase(width.units());
        parts(bars, axis, second, steps);
        double bottom = second + BAR + 2 + steps.height() + 8;
        double height = axis.draw(svg, 2, bottom, width.units(), "");
        gap(svg, axis, first, second, width.units());
        svg.add(bars);
        return height;
    }

    private static boolean isOpen(Interval range) {
        return range.sup() == Double.POSITIVE_INFINITY;
    }

    private static double finite(Interval range) {
        return isOpen(range) ? range.inf() : range.sup();
    }

    private static void label(Svg svg, double bar, String name, String more, double left, Width width) {
        if (width == Width.WIDE) {
            svg.text(Face.NAME, 0, bar + 11, Anchor.START, name);
            svg.text(Face.SMALL, 0, bar + 26, Anchor.START, Face.SMALL.cut(more, left - 12));
        } else {
            double end = Face.NAME.width(name) + 8;
            svg.text(Face.NAME, 0, bar - 7, Anchor.START, name);
            svg.text(Face.SMALL, end, bar - 7, Anchor.START, Face.SMALL.cut(more, width.units() - end));
        }
    }

    /** The certain part of a bar, and what may come on top. */
    private static void bar(Svg svg, Axis axis, double top, Interval range, String style) {
        double low = axis.at(range.inf());
        svg.rect(style, axis.left(), top, low - axis.left(), BAR);
        open(svg, axis, top, range);
    }

    private static void open(Svg svg, Axis axis, double top, Interval range) {
        double low = axis.at(range.inf());
        if (isOpen(range)) {
            svg.path(
                    "arrow line-third",
                    "M" + Svg.number(low + 2) + " " + Svg.number(top + BAR / 2) + "H"
                            + Svg.number(Math.min(axis.right(), low + 40)) + "m-6 -4l6 4l-6 4");
        } else if (range.sup() > range.inf()) {
            svg.rect("possible", low, top, axis.at(range.sup()) - low, BAR);
        }
    }

    private void parts(Svg svg, Axis axis, double top, Staircase steps) {
        double sum = 0;
        List<Double> starts = new ArrayList<>();
        for (Piece piece : pieces) {
            starts.add(sum);
            sum += piece.low();
        }
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            double from = axis.at(starts.get(i));
            double to = axis.at(starts.get(i) + piece.low());
            double gapBetween = i < pieces.size() - 1 ? 1 : 0;
            svg.rect(i % 2 == 0 ? "part-even" : "part-odd", from, top, Math.max(.5, to - from - gapBetween), BAR);
            if (Face.SMALL.width(piece.label()) + 2 * PADDING <= to - from) {
                svg.text(Face.SMALL, "on-part", (from + to) / 2, top + 17.5, Anchor.MIDDLE, piece.label());
            } else {
                steps.hang(svg, Face.SMALL, (from + to) / 2, top + BAR, piece.label());
            }
        }
        open(svg, axis, top, partsRange);
    }

    private void gap(Svg svg, Axis axis, double first, double second, double all) {
        double from = axis.at(gapFrom);
        double to = axis.at(gapTo);
        svg.rect("gap-ground", from, first + BAR, to - from, second - first - BAR);
        for (double x : new double[] {from, to}) {
            svg.line("gap-edge", x, first, x, second + BAR);
        }
        double wide = Face.FINDING.width(gap);
        boolean onLeft = from - 7 - wide >= axis.left();
        boolean onRight = to + 7 + wide <= all;
        double y = first + BAR + (all > Width.NARROW.units() ? 15 : 13);
        double x = onLeft
                ? from - 7 - wide
                : onRight ? to + 7 : Math.max(axis.left(), Math.min(all - wide, (from + to - wide) / 2));
        svg.text(Face.FINDING, "gap-text", x, y, Anchor.START, gap);
    }
}
