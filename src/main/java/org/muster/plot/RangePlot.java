package org.muster.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.muster.compare.Agreement;
import org.muster.compare.Agreement.Verdict;
import org.muster.compare.NumberText;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.compare.Side;
import org.muster.compare.Statement;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Names;
import org.muster.figure.Figure;
import org.muster.interval.Interval;
import org.muster.plot.Svg.Anchor;

/**
 * The statements about one quantity on one axis, a row each, with what the voices agree on or how far they are apart. What
 * rests on one voice, and figures within 5 per cent of one another, are better told than drawn, and make no picture.
 */
public final class RangePlot extends Picture {

    /** Up to this ratio of the greatest figure to the least, a sentence tells more than a picture. */
    private static final double TOO_CLOSE = 1.05;

    private static final int MOST_ROWS = 20;
    private static final double LEAST_BAND = 6;

    private final String title;
    private final List<Row> rows;
    private final List<Double> ends;
    private final Optional<Interval> agreed;
    private final List<Span> spans;
    private final String description;

    private RangePlot(String title, List<Row> rows, List<Double> ends, Optional<Interval> agreed, List<Span> spans) {
        this.title = title;
        this.rows = rows;
        this.ends = ends;
        this.agreed = agreed;
        this.spans = spans;
        List<String> told = new ArrayList<>();
        rows.forEach(row ->
                told.add(row.name() + (row.more().isEmpty() ? "" : " (" + row.more() + ")") + ": " + row.value()));
        agreed.ifPresent(range -> told.add("agreed " + NumberText.range(range)));
        spans.forEach(span -> told.add(span.label()));
        this.description = String.join("; ", told) + ".";
    }

    /**
     * Returns the pictures of a quantity.
     *
     * @param row what the voices say of it
     * @param ranges the ranges that this was made from
     * @param names the names of voices and sources
     * @return pictures with the same axis, of at most 20 statements each; none where a sentence tells more
     */
    public static List<RangePlot> of(Agreement row, Ranges ranges, Names names) {
        return of(row, ranges, names, VoiceKind.in(ranges.dossier()));
    }

    /**
     * Returns the pictures of a quantity.
     *
     * @param row what the voices say of it
     * @param ranges the ranges that this was made from
     * @param names the names of voices and sources
     * @param voiceKinds who speaks in the claims of the dossier
     * @return pictures, as {@link #of(Agreement, Ranges, Names)} returns them
     */
    public static List<RangePlot> of(Agreement row, Ranges ranges, Names names, VoiceKind.Finder voiceKinds) {
        if (row.voices().size() < 2 && row.verdict() != Verdict.CONTRADICTS_ITSELF) {
            return List.of();
        }
        List<Row> rows = rows(row, ranges, names, voiceKinds);
        List<Double> ends = new ArrayList<>();
        rows.forEach(each -> addEnds(each.mark(), ends));
        double least = ends.stream().mapToDouble(end -> end).min().orElse(0);
        double greatest = ends.stream().mapToDouble(end -> end).max().orElse(0);
        if (rows.size() < 2 || greatest <= least * TOO_CLOSE) {
            return List.of();
        }
        Optional<Interval> agreed = agreed(row);
        List<Span> spans = spans(row, ranges.dossier().hierarchy(), least, greatest);
        List<Double> shown = Axis.deciding(ends); // by all pictures
        List<RangePlot> pictures = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            int to = Math.min(rows.size(), from + MOST_ROWS);
            String part = rows.size() <= MOST_ROWS ? "" : ", rows " + (from + 1) + " to " + to + " of " + rows.size();
            pictures.add(new RangePlot(
                    names.quantity(row.quantity()) + part,
                    List.copyOf(rows.subList(from, to)),
                    shown,
                    agreed,
                    to == rows.size() ? spans : List.of()));
        }
        return pictures;
    }

    private static void addEnds(Mark mark, List<Double> ends) {
        if (!mark.isOpenBelow()) {
            ends.add(mark.range().inf());
        }
        if (!mark.isOpenAbove()) {
            ends.add(mark.range().sup());
        }
    }

    private static List<Row> rows(Agreement row, Ranges ranges, Names names, VoiceKind.Finder voiceKinds) {
        Set<Claim> said = new HashSet<>();
        for (Said each : ranges.said(row.quantity())) {
            said.addAll(each.claims());
        }
        List<Row> counted = new ArrayList<>();
        List<Row> ignored = new ArrayList<>();
        for (Statement statement : Statement.of(ranges.dossier(), row.quantity())) {
            Claim first = statement.claims().stream()
                    .filter(said::contains)
                    .findFirst()
                    .orElse(statement.claims().get(0));
            boolean isSaid = said.contains(first);
            Figure figure = first.figure();
            String value = NumberText.stated(statement.range(), figure.qualifier());
            OptionalDouble best = figure.best();
            if (best.isPresent()) {
                value += ", best " + NumberText.range(Interval.of(best.getAsDouble()));
            }
            (isSaid ? counted : ignored)
                    .add(new Row(
                            names.voices(statement.voices()),
                            more(statement, names),
                            new Mark(
                                    isSaid ? voiceKinds.of(first).style() : "ignored",
                                    statement.range(),
                                    figure.isOneSided(),
                                    statement.soft(),
                                    best),
                            isSaid ? value : value + ", not counted"));
        }
        for (Said each : ranges.said(row.quantity())) {
            if (each.isSum()) {
                counted.add(new Row(
                        names.voice(each.voice()),
                        "sum of its parts",
                        new Mark("sum", each.range(), false, each.firmness() == Firmness.SOFT, OptionalDouble.empty()),
                        NumberText.range(each.range(), each.firmness())));
            }
        }
        Comparator<Row> byRange = Comparator.<Row>comparingDouble(
                        each -> each.mark().range().inf())
                .thenComparingDouble(each -> each.mark().range().sup());
        counted.sort(byRange);
        ignored.sort(byRange);
        counted.addAll(ignored);
        return counted;
    }

    /** The date, and the works where they are not the voices themselves. */
    private static String more(Statement statement, Names names) {
        List<String> more = new ArrayList<>();
        if (statement.asOf().isGiven()) {
            more.add(statement.asOf().shortLabel());
        }
        Set<String> works = new LinkedHashSet<>();
        statement.claims().forEach(claim -> works.addAll(claim.sources()));
        if (!works.equals(Set.copyOf(statement.voices()))) {
            more.add("in " + names.works(statement.claims()));
        }
        return String.join(", ", more);
    }

    private static Optional<Interval> agreed(Agreement row) {
        boolean isOne = row.agreed().size() == 1 && row.agreeing() > 1 && row.verdict() == Verdict.AGREE;
        return isOne && row.agreed().get(0).isCommon()
                ? Optional.of(row.agreed().get(0))
                : Optional.empty();
    }

    /** How far apart the nearer ends of the extreme figures are, in a conflict; and all that is claimed. */
    private static List<Span> spans(Agreement row, Hierarchy hierarchy, double least, double greatest) {
        List<Span> spans = new ArrayList<>();
        Optional<Side.Opposed> opposed =
                row.verdict() == Verdict.CONFLICT ? Side.widest(row, hierarchy) : Optional.empty();
        double low = opposed.map(sides -> sides.low().range().sup()).orElse(0.0);
        double high = opposed.map(sides -> sides.high().range().inf()).orElse(0.0);
        if (opposed.isPresent()) {
            spans.add(new Span("gap", low, high, NumberText.apart(low, high)));
        }
        boolean isGap = !spans.isEmpty() && low == least && high == greatest;
        if (!isGap && row.range().range().isPresent() && row.tolerance().equals(Tolerance.NONE)) {
            Interval range = row.range().range().get();
            if (range.isCommon() && !range.isSingleton() && !agreed(row).equals(Optional.of(range))) {
                spans.add(new Span("hull", range.inf(), range.sup(), "range " + NumberText.range(range)));
            }
        }
        return spans;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    double draw(Svg svg, Width width) {
        boolean wide = width == Width.WIDE;
        double left = wide ? rows.stream().mapToDouble(Row::gutter).max().orElse(0) + 8 : 8;
        Axis axis = Axis.of(ends, left, width.units() - 10, width);
        double top = agreed.isPresent() ? 20 : 2;
        Svg above = new Svg();
        double y = top + 4;
        for (Row row : rows) {
            y = row.draw(above, axis, y, width);
        }
        for (Span span : spans) {
            y += span.draw(above, axis, y, width.units());
        }
        Svg foot = new Svg();
        boolean open = rows.stream()
                .anyMatch(row -> row.mark().isOpenAbove() || row.mark().isOpenBelow());
        double height = axis.draw(foot, top, y, width.units(), open ? " An arrow: no end is stated there." : "");
        if (agreed.isPresent()) {
            double from = axis.at(agreed.get().inf());
            double to = axis.at(agreed.get().sup());
            double band = Math.max(LEAST_BAND, to - from);
            double x = (from + to - band) / 2;
            svg.rect("agreed", x, top, band, y - top);
            String label = "agreed " + NumberText.range(agreed.get());
            double labelled = Face.FINDING.width(label);
            double at = Math.max(0, Math.min(width.units() - labelled, (from + to - labelled) / 2));
            svg.text(Face.FINDING, "agreed-text", at, 13, Anchor.START, label);
        }
        svg.add(foot);
        svg.add(above);
        return height;
    }
}
