package org.muster.statistics;

import java.util.Arrays;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/** Sums of doubles, enclosed within a few units in the last place, and their certain signs. */
final class Sums {
    /** Beyond this, differences could overflow. */
    private static final double LARGE = 0x1p1000;

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

    static int sign(Interval exact) {
        return exact.inf() > 0 ? 1 : exact.sup() < 0 ? -1 : 0;
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
        return Interval.of(log(ratio.inf()).inf(), log(ratio.sup()).sup());
    }
}
