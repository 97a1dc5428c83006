package org.muster.statistics;

import org.muster.interval.Interval;

/**
 * A statistic as {@link VertexSearch} needs it: a function of two sums over the values, whose maximum over a relaxation
 * puts a value at its high end if its key is above a threshold, which is itself a function of the two sums.
 *
 * <p>The methods with doubles guide the search and may err. Those with intervals, and bounds, are proofs.
 */
interface VertexProblem {
    /** Returns what a value adds to the first sum. */
    double first(double x);

    /** Returns what a value adds to the second sum. */
    double second(double x);

    /** Returns the threshold at which a value may be at either end of its range. */
    double key(double low, double high);

    /** Returns the key, enclosed. */
    Interval exactKey(double low, double high);

    /** Positive if a number is above the threshold that the sums belong to. It rises as values are lowered. */
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

        /** At least the absolute value of the term; the term is off by at most eight half units of it. */
        double magnitude(double x);

        /** Returns an upper bound of the statistic. */
        double bound(double sum);
    }
}
