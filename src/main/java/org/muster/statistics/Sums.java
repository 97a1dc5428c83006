package org.muster.statistics;

import java.util.Arrays;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/** Sums of doubles, enclosed within a few units in the last place, and their certain signs. */
final class Sums {
    /** Beyond this, differences could overflow. */
    private static final double LARGE = 0x1p1000;

    /** Below this, squares of differences could underflow. */
    private static final double TINY = 0x1p-400;

    /** Half a unit in the last place of 1, a little enlarged to cover the rounding of the bounds themselves. */
    private static final double UNIT = 0x1.01p-53;

    private Sums() {}

    /**
     * Encloses Σ(x − mean)² within about four units in the last place. The differences from a double next to the mean
     * are split into two doubles without error, and their squares added up without error; the distance of that double
     * from the mean is corrected for: Σ(x − m)² − (Σ(x − m))²/n.
     */
    static Interval squares(double[] x) {
        int n = x.length;
        if (n < 2) {
            return Interval.of(0);
        }
        double m = Reductions.sum(x) / n;
        if (!(Math.abs(m) <= LARGE) || Arrays.stream(x).anyMatch(value -> Math.abs(value) > LARGE)) {
            return Interval.of(0, Double.POSITIVE_INFINITY);
        }
        double[] d = new double[n];
        double[] e = new double[n];
        int inexact = 0;
        for (int i = 0; i < n; i++) {
            // The error of a difference (D. E. Knuth, The Art of Computer Programming 2, 4.2.2, theorem B).
            d[i] = x[i] - m;
            double part = d[i] - x[i];
            e[i] = (x[i] - (d[i] - part)) - (m + part);
            inexact += e[i] == 0 ? 0 : 1;
        }
        // (d + e)² = d² + 2de + e²
        double[] first = Arrays.copyOf(d, n + 2 * inexact);
        double[] second = Arrays.copyOf(d, n + 2 * inexact);
        double[] differences = Arrays.copyOf(d, n + inexact);
        int at = n;
        for (int i = 0; i < n && inexact > 0; i++) {
            if (e[i] != 0) {
                differences[n + (at - n) / 2] = e[i];
                first[at] = 2 * d[i];
                second[at++] = e[i];
                first[at] = e[i];
                second[at++] = e[i];
            }
        }
        Interval off = Reductions.enclosedSum(differences).sqr().divide(Interval.of(n));
        Interval squares = Reductions.enclosedDot(first, second).subtract(off);
        return Interval.of(Math.max(0, squares.inf()), squares.sup());
    }

    /** Encloses √(Σ(x − mean)² / divisor), also for numbers whose squares underflow. */
    static Interval deviation(double[] x, int divisor) {
        double by = enlargement(Arrays.stream(x).map(Math::abs).max().orElse(0));
        double[] large = by == 1 ? x : Arrays.stream(x).map(value -> value * by).toArray();
        return squares(large).divide(Interval.of(divisor)).sqrt().divide(Interval.of(by));
    }

    /** Returns the sign of a sum of a number of terms if its rounding leaves no doubt, else 0. */
    static int certainSign(double sum, double magnitudes, int terms) {
        double doubt = magnitudes * (terms + 8.0) * UNIT + (terms + 1) * Double.MIN_VALUE;
        return sum > doubt ? 1 : sum < -doubt ? -1 : 0;
    }

    /**
     * Returns an upper bound of a sum of a number of terms, each of which is off by at most eight units of its
     * magnitude.
     */
    static double upperBound(double sum, double magnitudes, int terms) {
        return Math.nextUp(sum + (magnitudes * (terms + 16.0) * UNIT + (terms + 1) * Double.MIN_VALUE));
    }

    static int sign(Interval enclosure) {
        return enclosure.inf() > 0 ? 1 : enclosure.sup() < 0 ? -1 : 0;
    }

    /** Returns the sign of the sum of products, never in doubt: only 0 has the tightest enclosure [0, 0]. */
    static int signOfDot(double[] first, double[] second) {
        Interval sum = Reductions.enclosedDot(first, second);
        return sum.sup() > 0 && sum.inf() >= 0 ? 1 : sum.inf() < 0 && sum.sup() <= 0 ? -1 : 0;
    }

    /**
     * Returns the power of two by which tiny numbers are multiplied, without error, so that their squares do not
     * underflow; 1 for others.
     *
     * @param greatest the greatest absolute value of the numbers
     */
    static double enlargement(double greatest) {
        return greatest > 0 && greatest < TINY ? Math.scalb(1.0, Math.min(1000, -Math.getExponent(greatest))) : 1;
    }

    /** Returns numbers from 0 up, all multiplied by their {@link #enlargement}: their ratios are the same. */
    static double[] enlarged(double[] x) {
        double by = enlargement(Arrays.stream(x).max().orElse(0));
        return by == 1 ? x : Arrays.stream(x).map(value -> value * by).toArray();
    }

    static Interval sum(double[] x, int from, int to) {
        return Reductions.enclosedSum(Arrays.copyOfRange(x, from, to));
    }

    static Interval log(double x) {
        if (x == 0) {
            return Interval.of(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE);
        }
        // The documentation of StrictMath guarantees one unit in the last place.
        double log = StrictMath.log(x);
        return log == 0 ? Interval.of(0) : Interval.of(Math.nextDown(log), Math.nextUp(log));
    }

    /** Returns an enclosure of ln(x / unit) for positive numbers. */
    static Interval logRatio(double x, double unit) {
        Interval ratio = Interval.of(x).divide(Interval.of(unit));
        return ratio.inf() >= Double.MIN_NORMAL && ratio.sup() < Double.POSITIVE_INFINITY
                ? Interval.of(log(ratio.inf()).inf(), log(ratio.sup()).sup())
                : log(x).subtract(log(unit));
    }
}
