package org.muster.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.muster.interval.Interval;

/**
 * A band of ratios, such as force ratios from 1.5 to 2, and the pairs of ranges whose ratio may lie in it. A pair is
 * <i>certainly</i> in the band if its whole range of ratios is, and <i>possibly</i> if part of it is, so it may be in
 * several bands.
 *
 * <p>Each result is the range over all choices of ratios. A pair that is possibly in the band counts or does not, so
 * that the results for several bands are exact by themselves but not attained together.
 *
 * @param from the least ratio of the band
 * @param to the number that all ratios of the band are below; positive infinity for none
 * @param members the pairs that are certainly or possibly in the band, in the order given
 */
public record RatioBand(double from, double to, List<Member> members) {

    /** Copies the list. */
    public RatioBand {
        members = List.copyOf(Objects.requireNonNull(members, "members"));
    }

    /**
     * A pair of ranges in a band.
     *
     * @param index the index of the pair in the lists from which the bands were made
     * @param isCertain whether it is in the band whatever the true values are
     * @param numerator the numerator, restricted to values that put the ratio into the band
     * @param denominator the denominator, restricted in the same way
     */
    public record Member(int index, boolean isCertain, Interval numerator, Interval denominator) {

        /** Checks that nothing is null. */
        public Member {
            Objects.requireNonNull(numerator, "numerator");
            Objects.requireNonNull(denominator, "denominator");
        }

        Interval weight() {
            return isCertain ? Interval.of(1) : Interval.of(0, 1);
        }
    }

    /**
     * Returns the bands between edges, in O(nk) for k bands.
     *
     * @param numerators ranges from 0 up, such as the strengths of attackers; empty for unknown
     * @param denominators as many ranges from 0 up; empty for unknown
     * @param edges at least two numbers in ascending order; a band includes its lower edge, but not its upper one; the
     *     last edge may be positive infinity
     * @return the bands in ascending order; a pair with an unknown range, or a ratio outside of all edges, is in none
     * @throws IllegalArgumentException if there are fewer or more denominators than numerators, or a range extends below
     *     0, or there are fewer than two edges, or one is not above the one before
     */
    public static List<RatioBand> of(List<Interval> numerators, List<Interval> denominators, double... edges) {
        Objects.requireNonNull(numerators, "numerators");
        Objects.requireNonNull(denominators, "denominators");
        Objects.requireNonNull(edges, "edges");
        if (numerators.size() != denominators.size()) {
            throw new IllegalArgumentException(
                    "denominators: " + denominators.size() + " for " + numerators.size() + " numerators");
        }
        if (edges.length < 2) {
            throw new IllegalArgumentException("edges: " + edges.length + " given, at least two are needed");
        }
        List<RatioBand> bands = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            if (!(edges[i] >= 0) || i > 0 && edges[i] <= edges[i - 1]) {
                throw new IllegalArgumentException("edges: " + edges[i] + " at index " + i
                        + " is not a number from 0 up and above the one before");
            }
            if (i > 0) {
                bands.add(between(numerators, denominators, edges[i - 1], edges[i]));
            }
        }
        return List.copyOf(bands);
    }

    private static RatioBand between(List<Interval> numerators, List<Interval> denominators, double from, double to) {
        Interval band = Interval.of(from, to);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < numerators.size(); i++) {
            Interval numerator = numerators.get(i);
            Interval denominator = denominators.get(i);
            if (numerator.inf() < 0 || denominator.inf() < 0) {
                throw new IllegalArgumentException(
                        "ratio: " + numerator + " to " + denominator + " at index " + i + " extends below 0");
            }
            Interval ratio = numerator.divide(denominator);
            if (ratio.sup() >= from && ratio.inf() < to) {
                members.add(new Member(
                        i,
                        ratio.inf() >= from && ratio.sup() < to,
                        numerator.intersection(denominator.multiply(band)),
                        denominator.intersection(numerator.divide(band))));
            }
        }
        return new RatioBand(from, to, members);
    }

    /**
     * Returns how many pairs are in the band. Exact.
     *
     * @return from the number of those certainly in it to that of those possibly in it
     */
    public Interval count() {
        return count(member -> true);
    }

    /**
     * Returns how many pairs with a property, such as an outcome, are in the band. Exact.
     *
     * @param property what is asked of each pair, such as {@code member -> won.get(member.index())}
     * @return from the number of those certainly in it to that of those possibly in it
     */
    public Interval count(Predicate<Member> property) {
        Objects.requireNonNull(property, "property");
        long possible = members.stream().filter(property).count();
        long certain =
                members.stream().filter(property).filter(Member::isCertain).count();
        return Interval.of((double) certain, (double) possible);
    }

    /**
     * Returns the share of pairs with a property among those in the band, from 0 to 1. Exact: both ends are rounded
     * once. One end has every possible pair with the property and no other possible pair, the other end the opposite.
     *
     * @param property what is asked of each pair
     * @return the tightest interval of all shares; empty if no pair can be in the band
     */
    public Interval share(Predicate<Member> property) {
        return share(property, 1);
    }

    /**
     * Returns that share in percent, rounded once as well.
     *
     * @param property what is asked of each pair
     * @return the tightest interval of all shares, from 0 to 100; empty if no pair can be in the band
     */
    public Interval percent(Predicate<Member> property) {
        return share(property, 100);
    }

    private Interval share(Predicate<Member> property, int whole) {
        Interval with = count(property);
        Interval without = count(property.negate());
        return Interval.of(whole * with.inf())
                .divide(Interval.of(with.inf() + without.sup()))
                .convexHull(Interval.of(whole * with.sup()).divide(Interval.of(with.sup() + without.inf())));
    }

    /**
     * Returns the confidence limits of that share: the lower one for the least share, the upper one for the greatest.
     *
     * @param property what is asked of each pair
     * @param method how limits of a proportion are computed
     * @param confidence above 0 and below 1, such as 0.95
     * @return from the lower to the upper limit, in [0, 1]; all of it if no pair may be in the band at either end
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1
     */
    public Interval shareLimits(Predicate<Member> property, BinomialLimits method, double confidence) {
        Objects.requireNonNull(method, "method");
        Tail.requireConfidence(confidence);
        Interval with = count(property);
        Interval without = count(property.negate());
        double least = with.inf() + without.sup();
        double greatest = with.sup() + without.inf();
        double low = least == 0
                ? 0
                : method.of(Interval.of(with.inf()), Interval.of(least), confidence)
                        .low()
                        .inf();
        double high = greatest == 0
                ? 1
                : method.of(Interval.of(with.sup()), Interval.of(greatest), confidence)
                        .high()
                        .sup();
        return Interval.of(low, high);
    }

    /**
     * Returns rates to the numerators, such as loss rates of attackers, for {@link #mean} and {@link #median}.
     *
     * @param amounts an amount for each pair in the lists from which the bands were made; empty for unknown
     * @return the amount divided by the numerator, as the band restricts it
     */
    public static Function<Member, Interval> perNumerator(List<Interval> amounts) {
        List<Interval> copy = List.copyOf(Objects.requireNonNull(amounts, "amounts"));
        return member -> copy.get(member.index).divide(member.numerator);
    }

    /**
     * Returns rates to the denominators, for {@link #mean} and {@link #median}.
     *
     * @param amounts an amount for each pair in the lists from which the bands were made; empty for unknown
     * @return the amount divided by the denominator, as the band restricts it
     */
    public static Function<Member, Interval> perDenominator(List<Interval> amounts) {
        List<Interval> copy = List.copyOf(Objects.requireNonNull(amounts, "amounts"));
        return member -> copy.get(member.index).divide(member.denominator);
    }

    /**
     * Returns the mean of a quantity over the pairs in the band, such as a loss rate. Pairs for which it is unknown are left out.
     *
     * @param quantity the quantity of each pair; empty for unknown
     * @return an interval of all means, as exact as {@link Sample#weightedMean}; empty if the quantity is known for none
     * @throws IllegalArgumentException if a quantity is unbounded
     */
    public Interval mean(Function<Member, Interval> quantity) {
        Objects.requireNonNull(quantity, "quantity");
        List<Member> known = members.stream()
                .filter(member -> !quantity.apply(member).isEmpty())
                .toList();
        return known.isEmpty()
                ? Interval.EMPTY
                : Sample.of(known.stream().map(quantity).toList())
                        .weightedMean(
                                Sample.of(known.stream().map(Member::weight).toList()));
    }

    /**
     * Returns the median of a quantity over the pairs in the band. Exact, in O(n log n): pairs possibly in the band are added one by
     * one, those with the least values first for the low end, those with the greatest first for the high end.
     *
     * @param quantity the quantity of each pair; empty for unknown, which is left out
     * @return the tightest interval of all medians; empty if the quantity is known for none
     */
    public Interval median(Function<Member, Interval> quantity) {
        Objects.requireNonNull(quantity, "quantity");
        double[] certain = lows(true, quantity);
        double[] possible = lows(false, quantity);
        if (certain.length + possible.length == 0) {
            return Interval.EMPTY;
        }
        double low = leastMedian(certain, possible);
        Function<Member, Interval> opposite = member -> quantity.apply(member).negate();
        return Interval.of(low, 0.0 - leastMedian(lows(true, opposite), lows(false, opposite)));
    }

    private double[] lows(boolean areCertain, Function<Member, Interval> quantity) {
        return members.stream()
                .filter(member -> member.isCertain() == areCertain)
                .map(quantity)
                .filter(range -> !range.isEmpty())
                .mapToDouble(Interval::inf)
                .sorted()
                .toArray();
    }

    /** Returns the least median of all certain values and some of the possible ones, both in ascending order. */
    private static double leastMedian(double[] certain, double[] possible) {
        double least = Double.POSITIVE_INFINITY;
        for (int in = certain.length == 0 ? 1 : 0; in <= possible.length; in++) {
            int n = certain.length + in;
            Interval two = Interval.of(ofRank((n - 1) / 2, certain, possible, in))
                    .add(Interval.of(ofRank(n / 2, certain, possible, in)));
            least = Math.min(least, two.divide(Interval.of(2)).inf());
        }
        return least;
    }

    /** Returns the value of a rank, from 0, among all certain values and the first so many of the possible ones. */
    private static double ofRank(int rank, double[] certain, double[] possible, int in) {
        // Of the values before it, so many are certain and the others possible; found by bisection.
        int fewest = Math.max(0, rank - in);
        int most = Math.min(rank, certain.length);
        while (fewest < most) {
            int middle = (fewest + most) / 2;
            if (certain[middle] < possible[rank - middle - 1]) {
                fewest = middle + 1;
            } else {
                most = middle;
            }
        }
        double next = fewest < certain.length ? certain[fewest] : Double.POSITIVE_INFINITY;
        return rank - fewest < in ? Math.min(next, possible[rank - fewest]) : next;
    }

    /** Returns {@code 1.5 to 2.0}, {@code below 0.5} or {@code 5.0 and more}. */
    @Override
    public String toString() {
        if (to == Double.POSITIVE_INFINITY) {
            return from + " and more";
        }
        return from == 0 ? "below " + to : from + " to " + to;
    }
}
