package org.muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muster.compare.NumberText;
import org.muster.compare.Ratio;
import org.muster.exact.RationalRange;
import org.muster.plot.RatioPlot;
import org.muster.report.PageContext.Figure;

/** The ratios of a page: pictures, and a table of all. */
final class RatioSection {

    private static final int MOST_ROWS = 300;
    private static final int MOST_OPEN = 200;
    private static final int MOST_PICTURES = 2;

    /**
     * A ratio.
     *
     * @param measure what is counted
     * @param direction who stands above whom
     * @param count what is divided
     * @param by what it is divided by
     * @param ratio the ratio
     * @param rests what it rests on beside all claims; may be empty
     */
    record Row(String measure, String direction, String count, String by, String ratio, String rests) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final int leftOut;

    RatioSection(PageContext page) {
        List<Ratio> all = page.report.ratios().rows();
        for (Ratio ratio : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
            rows.add(row(page, ratio));
        }
        this.leftOut = all.size() - rows.size();
        for (RatioPlot picture : RatioPlot.of(page.report.ratios(), page.names)) {
            if (figures.size() < MOST_PICTURES) {
                figures.add(page.figure(
                        figures.isEmpty() ? "f-ratios" : "f-ratios-2",
                        figures.isEmpty() ? "How many for each one" : "",
                        figures.isEmpty() && hasOtherPairs(all)
                                ? "The sides and their first members; other pairs stand in the table."
                                : "",
                        picture));
            }
        }
    }

    private static boolean hasOtherPairs(List<Ratio> all) {
        return all.stream()
                        .filter(ratio -> ratio.kind() != Ratio.Kind.LOSS_RATE)
                        .map(ratio -> List.of(ratio.partyA(), ratio.partyB()))
                        .distinct()
                        .count()
                > 2;
    }

    private static Row row(PageContext page, Ratio ratio) {
        String measure = ratio.measure().label();
        String name = measure.substring(0, 1).toUpperCase(Locale.ROOT)
                + measure.substring(1)
                + (ratio.place().isEmpty() ? "" : ", " + ratio.place())
                + (ratio.scope().isEmpty() ? "" : ", " + ratio.scope());
        String direction = switch (ratio.kind()) {
            case FORCE -> ratio.partyA() + " to " + ratio.partyB();
            case LOSS_EXCHANGE -> ratio.partyB() + " to " + ratio.partyA();
            case FRACTIONAL_EXCHANGE -> "share lost, " + ratio.partyA() + " to " + ratio.partyB();
            case LOSS_RATE -> "share of " + ratio.partyA();
        };
        boolean isRate = ratio.kind() == Ratio.Kind.FRACTIONAL_EXCHANGE;
        boolean isSwapped = ratio.kind() == Ratio.Kind.LOSS_EXCHANGE;
        RationalRange above = isSwapped ? ratio.b() : ratio.a();
        RationalRange below = isSwapped ? ratio.a() : ratio.b();
        RationalRange value = ratio.missing().isEmpty() ? ratio.range() : ratio.known();
        List<String> rests = new ArrayList<>();
        if (!ratio.basis().equals(Ratio.RANGES)) {
            rests.add("by " + page.names.voice(ratio.basis()));
        }
        if (ratio.soft()) {
            rests.add("“about”");
        }
        if (!ratio.missing().isEmpty()) {
            rests.add("no figure for " + missing(ratio));
        }
        return new Row(
                name,
                direction,
                isRate ? share(above) : counts(above),
                isRate ? share(below) : counts(below),
                ratio.kind() == Ratio.Kind.LOSS_RATE ? share(value) : NumberText.ratio(value),
                String.join("; ", rests));
    }

    private static String missing(Ratio ratio) {
        List<String> names = new ArrayList<>();
        ratio.missing().forEach(part -> {
            String name = part.party()
                    + (part.measure().equals(ratio.measure())
                            ? ""
                            : " " + part.measure().label());
            if (!names.contains(name)) {
                names.add(name);
            }
        });
        return names.size() <= 4 ? String.join(", ", names) : names.size() + " parts";
    }

    private static String counts(RationalRange range) {
        return NumberText.range(range.toInterval());
    }

    private static String share(RationalRange range) {
        return NumberText.percent(range);
    }

    List<Row> rows() {
        return rows;
    }

    List<Figure> figures() {
        return figures;
    }

    int leftOut() {
        return leftOut;
    }

    boolean isShort() {
        return rows.size() <= MOST_OPEN;
    }

    /** Whether a ratio rests on something beside all claims. */
    boolean hasRests() {
        return rows.stream().anyMatch(row -> !row.rests().isEmpty());
    }

    /** Whether something is left out. */
    boolean isCut() {
        return leftOut() > 0;
    }
}
