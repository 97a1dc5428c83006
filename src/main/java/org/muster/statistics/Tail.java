package org.muster.statistics;

import java.util.function.DoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;

/**
 * The places at which a tail of a distribution has a given probability, found by Newton's method on the logarithm of the
 * tail, which keeps all digits of small probabilities. Each logarithm here is a concave function of its argument, so
 * that the method converges from every start, after the first step from one side.
 */
public final class Tail {
    private static final int STEPS = 500;

    /** The logarithm of a probability at a place, and its slope there. */
    record Logarithm(double value, double slope) {}

    private Tail() {}

    /** Returns where a logarithm has a value. */
    static double solve(double start, DoubleFunction<Logarithm> logarithm, double value) {
        double x = start;
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            Logarithm at = logarithm.apply(x);
            double move = (value - at.value) / at.slope;
            // Near the end, rounding alone moves to and fro.
            if (Math.abs(move) <= 0x1p-52 * Math.abs(x)
                    || step > 2 && Math.abs(move) >= last && Math.abs(move) < 1e-10) {
                break;
            }
            x += move;
            last = Math.abs(move);
        }
        return x;
    }

    /**
     * Returns the critical value z of the normal distribution: P(|Z| ≤ z) is the confidence. It is found to about fourteen
     * digits.
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @return z, above 0
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1
     */
    public static double normal(double confidence) {
        requireConfidence(confidence);
        double root = Math.sqrt(2);
        double log;
        if (confidence < 0.5) {
            // erf(x) is at most 2x / √π.
            log = solve(
                    Math.log(confidence * Math.sqrt(Math.PI / 2)),
                    at -> {
                        double z = Math.exp(at);
                        double central = Erf.erf(z / root);
                        return new Logarithm(Math.log(central), 2 * z * density(z) / central);
                    },
                    Math.log(confidence));
        } else {
            // The tail is at most e^(−z²/2) / 2.
            double tail = (1 - confidence) / 2;
            log = solve(
                    Math.log(-2 * Math.log(tail)) / 2,
                    at -> {
                        double z = Math.exp(at);
                        double above = Erf.erfc(z / root) / 2;
                        return new Logarithm(Math.log(above), -z * density(z) / above);
                    },
                    Math.log(tail));
        }
        return Math.exp(log);
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /**
     * Returns the critical value t of Student's distribution: P(|T| ≤ t) is the confidence. It is found to about eleven
     * digits for up to 100,000 degrees of freedom.
     *
     * @param degrees the degrees of freedom, above 0
     * @param confidence above 0 and below 1, such as 0.95
     * @return t, above 0
     * @throws IllegalArgumentException if the degrees are not a number above 0, or the confidence is not above 0 and below 1
     */
    public static double student(double degrees, double confidence) {
        requireConfidence(confidence);
        if (!(degrees > 0 && degrees < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("degrees: " + degrees + " is not a number above 0");
        }
        TDistribution distribution = new TDistribution(null, degrees);
        double log;
        if (confidence < 0.5) {
            log = solve(
                    Math.log(confidence / 2 / distribution.density(0)),
                    at -> {
                        double t = Math.exp(at);
                        double central = Beta.regularizedBeta(t * t / (degrees + t * t), 0.5, degrees / 2);
                        return new Logarithm(Math.log(central), 2 * t * distribution.density(t) / central);
                    },
                    Math.log(confidence));
        } else {
            double tail = (1 - confidence) / 2;
            log = solve(
                    Math.log(normal(confidence)),
                    at -> {
                        double t = Math.exp(at);
                        double above = Beta.regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
                        return new Logarithm(Math.log(above), -t * distribution.density(t) / above);
                    },
                    Math.log(tail));
        }
        return Math.exp(log);
    }

    /**
     * Checks a confidence.
     *
     * @param confidence the number to check
     * @throws IllegalArgumentException if it is not above 0 and below 1; the message names it
     */
    public static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: " + confidence + " is not above 0 and below 1");
        }
    }
}
