package org.muster.statistics;

import org.muster.interval.Interval;

/**
 * A statistic in the form that {@link VertexSearch} needs: a function of two sums over the values, whose maximum over a
 * relaxation puts a value at its high end if its key is above a threshold, which is itself a function of the two sums.
 *
 * <p>The methods with doubles guide the search and may be inexact. Those with intervals, and the bounds, are rigorous.
 */
interface VertexProblem {
    /** Returns the contribution of a value to the first sum. */
    double first(double x);

    /** Returns the contribution of a value to the second sum. */
    double second(double x);

    /** Returns the threshold at which a value may be at either end of its range. */
    double key(double low, double high);

    /** Returns the key, enclosed. */
    Interval exactKey(double low, double high);

    /**
     * Returns a positive number if c is above the threshold that belongs to the sums. It rises as values are lowered.
     */
    double excess(double c, double s1, double s2);

    /** Returns the statistic. */
    double value(double s1, double s2);

    /** Returns the statistic, enclosed. */
    Interval value(double[] values);

    /** Returns the threshold, enclosed, in the units of exact keys. */
    Interval threshold(double[] values);

    /** Returns a bound by weak duality, at the parameters that belong to the sums. */
    Bound bound(double s1, double s2);

    /** A sum over the values, each of which is taken at the end with the greater term, and a bound from the sum. */
    interface Bound {
        double term(double x);

        /** Returns at least the absolute value of the term; the term is off by at most eight half units of it. */
        double magnitude(double x);

        /** Returns an upper bound of the statistic. */
        double bound(double sum);
    }
}
