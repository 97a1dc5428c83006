package org.muster.plot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.muster.compare.NumberText;
import org.muster.compare.Ratio;
import org.muster.compare.Ratios;
import org.muster.dossier.Names;
import org.muster.exact.Rational;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;

/**
 * Force and loss exchange ratios on a logarithmic axis that is symmetric about "equal". Where figures are in conflict, each
 * voice has a row and the range over all has none, since nothing lies between two camps. Ratios with a part missing are drawn
 * only where there are no others, and of the pairs of parties the first two: the sides, and their first members.
 */
public final class RatioPlot extends Picture {

    private static final int MOST_ROWS = 20;

    /** A small ally's ratios would stretch the axis until nothing else can be told apart. */
    private static final int MOST_PAIRS = 2;

    private final List<Row> rows;
    private final double greatest;
    private final String part;

    private RatioPlot(List<Row> rows, double greatest, String part) {
        this.rows = rows;
        this.greatest = greatest;
        this.part = part;
    }

    /**
     * Returns the pictures of ratios.
     *
     * @param ratios the ratios
     * @param names the names of voices
     * @return pictures with the same axis, of at most 20 ratios each, in the order of the report
     */
    public static List<RatioPlot> of(Ratios ratios, Names names) {
        List<Ratio> complete = drawn(ratios.rows(), false);
        List<Ratio> shown = complete.isEmpty() ? drawn(ratios.rows(), true) : complete;
        List<Row> rows = new ArrayList<>();
        double greatest = 2;
        for (Ratio ratio : shown) {
            Interval range = drawn(value(ratio));
            greatest = Math.max(greatest, 1 / range.inf());
            greatest = Math.max(greatest, range.sup() < Double.POSITIVE_INFINITY ? range.sup() : range.inf());
            rows.add(row(ratio, range, names));
        }
        List<RatioPlot> pictures = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            int to = Math.min(rows.size(), from + MOST_ROWS);
            String part = rows.size() <= MOST_ROWS ? "" : ", rows " + (from + 1) + " to " + to + " of " + rows.size();
            pictures.add(new RatioPlot(List.copyOf(rows.subList(from, to)), greatest, part));
        }
        return pictures;
    }

    private static List<Ratio> drawn(List<Ratio> all, boolean withMissing) {
        List<Ratio> shown = new ArrayList<>();
        Set<List<String>> pairs = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Ratio ratio = all.get(i);
            boolean isOfTwo = ratio.kind() == Ratio.Kind.FORCE || ratio.kind() == Ratio.Kind.LOSS_EXCHANGE;
            boolean hasVoices = ratio.basis().equals(Ratio.RANGES)
                    && i + 1 < all.size()
                    && !all.get(i + 1).basis().equals(Ratio.RANGES);
            if (isOfTwo
                    && isAmongFirst(pairs, ratio)
                    && !hasVoices
                    && ratio.missing().isEmpty() != withMissing
                    && value(ratio).low().signum() > 0) {
                shown.add(ratio);
            }
        }
        return shown;
    }

    private static boolean isAmongFirst(Set<List<String>> pairs, Ratio ratio) {
        List<String> pair = List.of(ratio.event(), ratio.partyA(), ratio.partyB());
        return pairs.contains(pair) || pairs.size() < MOST_PAIRS && pairs.add(pair);
    }

    /** The range as near as a picture needs it. */
    private static Interval drawn(RationalRange range) {
        double low = quotient(range.low());
        double high = range.high().map(RatioPlot::quotient).orElse(Double.POSITIVE_INFINITY);
        return Double.isFinite(low) && low <= high ? Interval.of(low, high) : range.toInterval();
    }

    private static double quotient(Rational ratio) {
        return ratio.numerator().doubleValue() / ratio.denominator().doubleValue();
    }

    private static RationalRange value(Ratio ratio) {
        return ratio.missing().isEmpty() ? ratio.range() : ratio.known();
    }

    private static Row row(Ratio ratio, Interval range, Names names) {
        String measure = ratio.measure().label();
        String name = measure.substring(0, 1).toUpperCase(Locale.ROOT)
                + measure.substring(1)
                + (ratio.place().isEmpty() ? "" : ", " + ratio.place())
                + (ratio.scope().isEmpty() ? "" : ", " + ratio.scope());
        boolean isForce = ratio.kind() == Ratio.Kind.FORCE;
        String direction =
                isForce ? ratio.partyA() + " to " + ratio.partyB() : ratio.partyB() + " to " + ratio.partyA();
        String by = ratio.basis().equals(Ratio.RANGES) ? "" : "by " + names.voice(ratio.basis());
        Mark mark = new Mark("computed", range, false, ratio.soft(), OptionalDouble.empty());
        return new Row(
                by.isEmpty() ? name : name + ", " + by,
                direction,
                mark,
                (ratio.soft() ? "c. " : "") + NumberText.ratio(value(ratio)));
    }

    @Override
    public String title() {
        return "Ratios between the parties" + part;
    }

    @Override
    public String description() {
        List<String> told = new ArrayList<>();
        rows.forEach(row -> told.add(row.name() + ", " + row.more() + ": " + row.value()));
        return String.join("; ", told) + ".";
    }

    @Override
    double draw(Svg svg, Width width) {
        double left = RowsPicture.left(rows, width);
        Axis axis = Axis.ofRatios(1 / greatest, greatest, left, width.units() - 10, width);
        return RowsPicture.draw(svg, rows, axis, width, "");
    }
}
