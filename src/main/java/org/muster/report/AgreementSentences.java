package org.muster.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.compare.Agreement;
import org.muster.compare.NumberText;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.compare.Side;
import org.muster.compare.Statement;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Names;
import org.muster.exact.Rational;
import org.muster.interval.Interval;
import org.muster.text.Excerpt;

/** Sentences about what voices say of one quantity: where they exclude one another, and where one contradicts itself. */
final class AgreementSentences {

    private static final int MOST = 4;

    private final Names names;
    private final Ranges ranges;

    AgreementSentences(Names names, Ranges ranges) {
        this.names = names;
        this.ranges = ranges;
    }

    /**
     * Returns a sentence such as {@code Japan, killed: 21,389 (Japan) or 83,737 (Soviet Union), 3.9 times as many}.
     *
     * @param row a quantity on which the verdict is a conflict
     */
    Finding conflict(Agreement row) {
        boolean isLoss = ranges.dossier().hierarchy().isLoss(row.quantity().measure());
        Map<Side, List<String>> sides = Side.of(row);
        Side.Opposed apart = Side.widest(sides.keySet(), isLoss).orElseThrow();
        Side low = apart.low();
        Side high = apart.high();
        List<Side> others = new ArrayList<>(sides.keySet());
        others.remove(low);
        others.remove(high);
        String also = others.isEmpty()
                ? ""
                : others.size() <= 2
                        ? "; also " + told(others, sides, row, " and ")
                        : "; also " + others.size() + " other figures";
        return Finding.of(
                apart.weight(),
                names.quantity(row.quantity()) + ": " + told(low, sides, row) + " or " + told(high, sides, row) + ", "
                        + apart(low.range(), high.range())
                        + assuming(low, high, row) + also,
                row.quantity());
    }

    /** What has to be assumed where a figure is only about, nearly or rounded, or where one strength has a date and one has none. */
    private String assuming(Side low, Side high, Agreement row) {
        boolean lowIsSoft = low.firmness() == Firmness.SOFT;
        boolean highIsSoft = high.firmness() == Firmness.SOFT;
        List<String> assumed = new ArrayList<>();
        if (lowIsSoft && highIsSoft) {
            assumed.add("both are " + ranges.tolerance().assumption());
        } else if (lowIsSoft || highIsSoft) {
            assumed.add((lowIsSoft ? low : high).text(row) + " is "
                    + ranges.tolerance().assumption());
        }
        boolean isLoss = ranges.dossier().hierarchy().isLoss(row.quantity().measure());
        if (!isLoss && low.asOf().isGiven() != high.asOf().isGiven()) {
            assumed.add((low.asOf().isGiven() ? high : low).text(row) + ", for which no date is given, also held then");
        }
        return assumed.isEmpty() ? "" : ", if " + String.join(", and ", assumed);
    }

    /**
     * Returns a sentence such as {@code Germany, captured: 10,755 (Frieser 2007, as of 2 July 1943), then 16,000 or more
     * (…), at least 1.5 times as many}, in the order of the dates.
     */
    String byDate(Agreement row) {
        Map<Side, List<String>> sides = Side.of(row);
        List<Side> sorted = new ArrayList<>(sides.keySet());
        sorted.sort((a, b) -> a.asOf().isGiven() != b.asOf().isGiven()
                ? Boolean.compare(b.asOf().isGiven(), a.asOf().isGiven())
                : Boolean.compare(a.asOf().beginsAfter(b.asOf()), b.asOf().beginsAfter(a.asOf())));
        return names.quantity(row.quantity()) + ": " + told(sorted, sides, row, ", then ")
                + (sorted.size() == 2
                        ? change(sorted.get(0).range(), sorted.get(1).range())
                        : "");
    }

    /** By how much a later figure differs from an earlier one: {@code , 7.6 times as many}, {@code , 100 fewer}. */
    private static String change(Interval before, Interval after) {
        if (after.sup() < before.inf()) {
            return ", " + (before.isSingleton() && after.isSingleton() ? "" : "at least ")
                    + NumberText.difference(Interval.of(before.inf()).subtract(Interval.of(after.sup()))) + " fewer";
        }
        return before.sup() < after.inf() ? ", " + apart(before, after) : "";
    }

    /**
     * Returns a sentence such as {@code Japan, missing: 500 (A, as of January 1945), but later only 400 (B, as of February
     * 1945)}.
     */
    String lower(LowerCounts counts) {
        return names.quantity(counts.earlier().quantity()) + ": " + told(counts.earlier()) + ", but later only "
                + told(counts.later());
    }

    private String told(Statement statement) {
        return statement.rangeText() + " (" + few(statement.voices()) + ", " + asOf(statement.asOf()) + ")";
    }

    /**
     * Returns a sentence such as {@code Finland, killed: 1,666 (Kivi 1950) and up to 3,500 (Berg 1960)}, with closed
     * figures before bounds.
     */
    String notExcluded(Agreement row) {
        Map<Side, List<String>> sides = Side.of(row);
        List<Side> sorted = new ArrayList<>(sides.keySet());
        sorted.sort(Comparator.comparing(side -> side.firmness() == Firmness.BOUND));
        return names.quantity(row.quantity()) + ": " + told(sorted, sides, row, " and ");
    }

    /**
     * Returns the two claims of one voice that exclude one another most strongly.
     *
     * @param said what a voice says
     * @return the lesser and the greater claim; empty where no two exclude one another
     */
    Optional<List<Claim>> contradiction(Said said) {
        Optional<List<Claim>> worst = Optional.empty();
        double widest = 0;
        for (AsOf date : said.dates()) {
            List<Claim> together = said.claims().stream()
                    .filter(claim -> !claim.asOf().isDifferentFrom(date))
                    .toList();
            Claim least = together.stream()
                    .min(Comparator.comparingDouble(claim -> range(claim).sup()))
                    .orElseThrow();
            Claim most = together.stream()
                    .max(Comparator.comparingDouble(claim -> range(claim).inf()))
                    .orElseThrow();
            boolean apart = range(least).precedes(range(most)) && range(least).isDisjoint(range(most));
            if (apart && !least.asOf().isDifferentFrom(most.asOf())) {
                double separation = Side.separation(range(least), range(most));
                if (separation > widest) {
                    widest = separation;
                    worst = Optional.of(List.of(least, most));
                }
            }
        }
        return worst;
    }

    /** Returns a sentence such as {@code A, killed: Smith 1990 gives both 100 (p. 5) and 200 (p. 40), 2.0 times as many}. */
    Finding contradiction(Said said, Claim low, Claim high) {
        return Finding.of(
                Side.separation(range(low), range(high)) - 1,
                names.quantity(said.quantity()) + ": " + names.voice(said.voice()) + " gives both "
                        + claimed(said.voice(), low) + " and " + claimed(said.voice(), high) + ", "
                        + apart(range(low), range(high)),
                said.quantity());
    }

    /**
     * Returns a voice's own figure, with its work where that is not the voice itself, its place in the work, and its
     * date.
     */
    String claimed(String voice, Claim claim) {
        List<String> where = new ArrayList<>();
        if (!claim.sources().equals(List.of(voice))) {
            where.add(names.works(List.of(claim)));
        }
        where.add(Excerpt.of(claim.locator()));
        where.add(asOf(claim.asOf()));
        where.removeIf(String::isEmpty);
        return number(claim) + (where.isEmpty() ? "" : " (" + String.join(", ", where) + ")");
    }

    private static String asOf(AsOf date) {
        return date.isGiven() ? "as of " + date.label() : "";
    }

    String number(Claim claim) {
        return NumberText.range(range(claim), Firmness.of(claim), List.of(claim));
    }

    Interval range(Claim claim) {
        return ranges.tolerance().range(claim.figure()).orElseThrow();
    }

    /** Returns {@code 3.9 times as many} or, where the figures are close to one another, {@code 19 more}. */
    static String apart(Interval low, Interval high) {
        String atLeast = low.isSingleton() && high.isSingleton() ? "" : "at least ";
        return Side.separation(low, high) >= NumberText.TELLING_RATIO && low.sup() > 0
                ? atLeast + NumberText.times(Rational.of(high.inf()).divide(Rational.of(low.sup()))) + " times as many"
                : atLeast + NumberText.difference(Interval.of(high.inf()).subtract(Interval.of(low.sup()))) + " more";
    }

    private String told(List<Side> some, Map<Side, List<String>> sides, Agreement row, String separator) {
        List<String> told = new ArrayList<>();
        for (Side side : some.subList(0, Math.min(MOST, some.size()))) {
            told.add(told(side, sides, row));
        }
        return String.join(separator, told) + (some.size() > MOST ? " and " + (some.size() - MOST) + " more" : "");
    }

    private String told(Side side, Map<Side, List<String>> sides, Agreement row) {
        String date = asOf(side.asOf());
        return side.text(row) + " (" + few(sides.getOrDefault(side, List.of())) + (date.isEmpty() ? "" : ", " + date)
                + ")";
    }

    /** Returns the names of the first few voices; the reports list them all. */
    String few(List<String> voices) {
        return voices.size() <= MOST
                ? names.voices(voices)
                : names.voices(voices.subList(0, MOST - 1)) + " and " + (voices.size() - MOST + 1) + " more";
    }
}
