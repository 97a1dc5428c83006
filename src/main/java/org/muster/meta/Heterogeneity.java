package org.muster.meta;

import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.special.Gamma;
import org.muster.interval.Interval;
import org.muster.statistics.RangeEnclosure;

/**
 * How far estimates differ, beyond what their standard errors explain. Estimates and variances may be ranges, each of
 * which contains one unknown true value; what is computed is then a range too.
 *
 * <p>Cochran's Q = Σw(y − μ)² with w = 1/v is the least value of Σw(y − m)² over all m, so it rises with every weight:
 * its least value over all choices is at the greatest variances, with every estimate as near to one number as its range
 * allows, and its greatest value at the least variances, with every estimate at an end of its range. The former is found
 * exactly by sorting. The latter, among 2ⁿ choices, is found by branch and bound, where Σw(y − m)² with every estimate at
 * the end farther from m is a bound for every m. W. G. Cochran, The combination of estimates from different experiments,
 * Biometrics 10, 1954.
 *
 * @param q the range of Q: the least value, and the greatest
 * @param studies the number k of estimates, at least 2
 */
public record Heterogeneity(RangeEnclosure q, int studies) {

    /** The number of parts of the box of all choices that a search examines at most. */
    private static final int NODES = 5000;

    /** The number of parts times that of estimates, so that many estimates do not take longer than few. */
    private static final int WORK = 200_000;

    /** Checks the numbers. */
    public Heterogeneity {
        Objects.requireNonNull(q, "q");
        if (studies < 2) {
            throw new IllegalArgumentException("studies: " + studies + " is less than 2");
        }
    }

    /**
     * Returns the range of Q over all choices of estimates and variances.
     *
     * <p>Both ends are guaranteed to lie in {@code q().low()} and {@code q().high()}. If the search is settled, each of
     * these is narrower than 10⁻¹² of itself (for up to a thousand estimates; where the estimates differ by a few units
     * in the last place only, than that rounding). The search for the greatest value is stopped after 5,000 parts, or fewer for
     * more than forty estimates, which takes about a second, and then is not settled. On estimates that differ it ends much
     * sooner; fifteen or more wide ranges with the same middle may stop it.
     *
     * @param estimates at least two ranges of logarithms, without infinite ends
     * @param variances as many ranges of variances, above 0 and without infinite ends
     * @return the range of Q
     * @throws IllegalArgumentException if there are fewer than two estimates, or fewer or more variances than estimates;
     *     or if a range is empty, an estimate is beyond ±10⁹⁰, or a variance is not from 10⁻⁹⁰ to 10⁹⁰
     */
    public static Heterogeneity of(List<Interval> estimates, List<Interval> variances) {
        List<Interval> y = List.copyOf(Objects.requireNonNull(estimates, "estimates"));
        List<Interval> v = List.copyOf(Objects.requireNonNull(variances, "variances"));
        if (y.size() < 2 || v.size() != y.size()) {
            throw new IllegalArgumentException("estimates: " + y.size() + " with " + v.size()
                    + " variances; at least two are needed, with as many variances");
        }
        Interval allowed = Interval.of(-Study.LARGEST, Study.LARGEST);
        for (int i = 0; i < y.size(); i++) {
            if (y.get(i).isEmpty() || !y.get(i).isSubset(allowed)) {
                throw new IllegalArgumentException(
                        "estimates: " + y.get(i) + " at index " + i + " is not a range from -1e90 to 1e90");
            }
            if (v.get(i).isEmpty()
                    || !(v.get(i).inf() >= 1 / Study.LARGEST && v.get(i).sup() <= Study.LARGEST)) {
                throw new IllegalArgumentException(
                        "variances: " + v.get(i) + " at index " + i + " is not a range from 1e-90 to 1e90");
            }
        }
        return new Heterogeneity(
                new WeightedSquares(y, v).range(Math.max(1, Math.min(NODES, WORK / y.size()))), y.size());
    }

    /**
     * Returns I² = max(0, 1 − (k − 1)/Q), the share of the variation that the standard errors do not explain. It rises
     * with Q, so its ends are those of Q. J. P. T. Higgins and S. G. Thompson, Quantifying heterogeneity in a
     * meta-analysis, Statistics in Medicine 21, 2002.
     *
     * @return the range of I², within [0, 1]
     */
    public RangeEnclosure iSquared() {
        return new RangeEnclosure(iSquared(q.low()), iSquared(q.high()), q.settled());
    }

    private Interval iSquared(Interval squares) {
        return Interval.of(
                iSquared(squares.inf()).inf(), iSquared(squares.sup()).sup());
    }

    private Interval iSquared(double squares) {
        return squares <= studies - 1
                ? Interval.of(0)
                : Interval.of(1)
                        .subtract(Interval.of(studies - 1).divide(Interval.of(squares)))
                        .max(Interval.of(0));
    }

    /**
     * Returns the probability of a Q at least as great if all studies estimated the same number, by the χ² distribution
     * for k − 1 degrees of freedom, to about twelve digits.
     *
     * @return from the probability for the greatest to that for the least Q
     */
    public Interval pValue() {
        double half = (studies - 1) / 2.0;
        Interval range = q.range();
        return Interval.of(
                Gamma.regularizedGammaQ(half, range.sup() / 2), Gamma.regularizedGammaQ(half, range.inf() / 2));
    }

    /** Returns both, {@code Q [3.1, 7.2], I² [0.35, 0.72]}. */
    @Override
    public String toString() {
        return "Q " + q + ", I² " + iSquared();
    }
}
