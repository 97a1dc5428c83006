package org.muster.capture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.special.Gamma;
import org.muster.interval.Interval;
import org.muster.statistics.Tail;

/**
 * A log-linear model fitted to capture histories by maximum likelihood, with Poisson counts (Cormack 1989).
 *
 * <p>The estimate is the number seen plus the expected number m₀ on no list; its standard error is √(m₀ + m₀²V), where V is
 * the variance of ln m₀ by the information matrix. AIC is −2L + 2p and BIC is −2L + p ln S, for the logarithm L of the
 * likelihood, p parameters and S people seen. Numbers are found to about ten digits. R. M. Cormack, Log-linear models for
 * capture-recapture, Biometrics 45, 1989; L.-P. Rivest and S. Baillargeon, Rcapture, Journal of Statistical Software 19,
 * 2007.
 */
public final class LogLinearFit {

    /** What became of the fit. */
    public enum Outcome {
        /** The likelihood has a maximum, and it was found. */
        FITTED,
        /** The likelihood has no maximum at finite parameters: the lists overlap too little for the model. */
        NO_MAXIMUM,
        /** The likelihood has a maximum, but counts that differ too much in size kept it from being found. */
        NOT_FOUND;

        /** Returns the outcome in words: {@code no maximum}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final CaptureHistories histories;
    private final LogLinearModel model;
    private final Outcome outcome;
    private final Optional<PoissonFit> fit;

    private LogLinearFit(CaptureHistories histories, LogLinearModel model, Outcome outcome, Optional<PoissonFit> fit) {
        this.histories = histories;
        this.model = model;
        this.outcome = outcome;
        this.fit = fit;
    }

    /**
     * Fits a model.
     *
     * @param histories the counts
     * @param model a model of as many lists
     * @return the fit, with its outcome
     * @throws IllegalArgumentException if the model is of another number of lists
     */
    public static LogLinearFit of(CaptureHistories histories, LogLinearModel model) {
        Objects.requireNonNull(histories, "histories");
        Objects.requireNonNull(model, "model");
        if (model.lists() != histories.lists().size()) {
            throw new IllegalArgumentException("model: " + model + " is of " + model.lists() + " lists, not of "
                    + histories.lists().size());
        }
        if (!MaximumExists.test(model, histories.counts())) {
            return new LogLinearFit(histories, model, Outcome.NO_MAXIMUM, Optional.empty());
        }
        double[] counts = Arrays.stream(histories.counts()).asDoubleStream().toArray();
        Optional<PoissonFit> fit = PoissonFit.ofSeen(model, counts);
        return new LogLinearFit(histories, model, fit.isPresent() ? Outcome.FITTED : Outcome.NOT_FOUND, fit);
    }

    /**
     * Returns the model.
     *
     * @return the model that was to be fitted
     */
    public LogLinearModel model() {
        return model;
    }

    /**
     * Returns the model in the names of the lists.
     *
     * @return the greatest sets of lists, {@code [EXH ABA][OSCE]}
     */
    public String modelText() {
        return model.text(histories.lists());
    }

    /**
     * Returns what became of the fit.
     *
     * @return the outcome; all numbers below are absent unless it is {@link Outcome#FITTED}
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns the estimated number of people, seen and unseen.
     *
     * @return the estimate
     */
    public OptionalDouble estimate() {
        return map(fitted -> histories.seen() + fitted.unseen());
    }

    /**
     * Returns the standard error of the estimate.
     *
     * @return √(m₀ + m₀²V)
     */
    public OptionalDouble standardError() {
        return map(fitted -> {
            double unseen = fitted.unseen();
            return Math.sqrt(unseen + unseen * unseen * fitted.varianceOfLogarithm());
        });
    }

    /**
     * Returns the deviance, twice the logarithm of the likelihood ratio against the counts themselves.
     *
     * @return a number from 0 up; 0 without degrees of freedom, since such a model repeats the counts
     */
    public OptionalDouble deviance() {
        return map(fitted -> degreesOfFreedom() == 0 ? 0 : fitted.deviance());
    }

    /**
     * Returns the degrees of freedom: how many combinations of lists there are beyond the parameters.
     *
     * @return from 0 for the largest models
     */
    public int degreesOfFreedom() {
        return (1 << model.lists()) - 1 - model.parameters();
    }

    /**
     * Returns Akaike's information criterion, which is lower for better models.
     *
     * @return −2L + 2p
     */
    public OptionalDouble aic() {
        return map(fitted -> -2 * fitted.logLikelihood() + 2.0 * model.parameters());
    }

    /**
     * Returns the Bayesian information criterion, which is lower for better models and asks more of additional terms.
     *
     * @return −2L + p ln S
     */
    public OptionalDouble bic() {
        return map(fitted -> -2 * fitted.logLikelihood() + model.parameters() * Math.log((double) histories.seen()));
    }

    private OptionalDouble map(ToDoubleFunction<PoissonFit> number) {
        return fit.isPresent() ? OptionalDouble.of(number.applyAsDouble(fit.get())) : OptionalDouble.empty();
    }

    /**
     * Returns the profile limits of the number of people: all N for which the greatest multinomial likelihood, with N − S
     * people on no list, is not so far below its maximum that the χ² distribution for one degree of freedom rejects it (R.
     * M. Cormack, Interval estimation for mark-recapture studies of closed populations, Biometrics 48, 1992). N is taken as a
     * real number; the limits are found to about eight digits.
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @return the limits, at least the number seen; the upper one is Infinity if even ten thousand times the number seen is not
     *     rejected; absent unless the model was fitted
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1
     */
    public Optional<Interval> profileLimits(double confidence) {
        double z = Tail.normal(confidence);
        return fit.isEmpty() ? Optional.empty() : Optional.of(new Profile().limits(z * z));
    }

    /** The multinomial likelihood by the number of people on no list. */
    private final class Profile {
        private final double seen = histories.seen();
        private final double[] counts =
                Arrays.stream(histories.counts()).asDoubleStream().toArray();

        Interval limits(double allowed) {
            double most = seen * 1e4;
            double top = top(most);
            double greatest = value(top);
            double low =
                    greatest - value(0) <= allowed / 2 ? 0 : border(at -> greatest - value(at) > allowed / 2, 0, top);
            double high = greatest - value(most) <= allowed / 2
                    ? Double.POSITIVE_INFINITY
                    : border(at -> greatest - value(at) <= allowed / 2, top, most);
            return Interval.of(seen + low, seen + high);
        }

        /** Returns where the slope ψ(N + 1) − ψ(n₀ + 1) + ln(m₀/N) changes its sign. */
        private double top(double most) {
            return border(
                    at -> Gamma.digamma(seen + at + 1) - Gamma.digamma(at + 1) + Math.log(fitted(at)[0] / (seen + at))
                            > 0,
                    0,
                    most);
        }

        /** Returns where a condition ends that holds from a number on. */
        private double border(DoublePredicate holds, double from, double to) {
            double low = from;
            double high = to;
            while (high - low > 1e-10 * (seen + low)) {
                double middle = low + (high - low) / 2;
                if (holds.test(middle)) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low + (high - low) / 2;
        }

        /**
         * Returns the greatest logarithm of the multinomial likelihood, ln N! − ln n₀! + Σn ln(m/N) + n₀ ln(m₀/N), up to a
         * constant and without the difference of large numbers.
         */
        private double value(double unseen) {
            double[] expected = fitted(unseen);
            double sum = beyondPower(seen + unseen) - beyondPower(unseen);
            for (int cell = 0; cell < counts.length; cell++) {
                double n = cell == 0 ? unseen : counts[cell];
                sum += n == 0 ? 0 : n * Math.log(expected[cell] / n);
            }
            return sum;
        }

        /** Returns ln x! − x ln x + x, by Stirling's series for large numbers. */
        private static double beyondPower(double x) {
            return x < 100
                    ? Gamma.logGamma(x + 1) - (x == 0 ? 0 : x * Math.log(x)) + x
                    : Math.log(2 * Math.PI * x) / 2 + (1 - (1 / 30.0 - 1 / (105 * x * x)) / (x * x)) / (12 * x);
        }

        private double[] fitted(double unseen) {
            double[] all = counts.clone();
            // With nobody on no list there may be no maximum, but its limit is that of ever fewer people.
            all[0] = Math.max(unseen, 1e-6);
            return PoissonFit.ofAll(model, all).orElseThrow().expected();
        }
    }

    /** Returns the model and the estimate: {@code [EXH ABA][OSCE]: 7394.59 (standard error 129.6)}. */
    @Override
    public String toString() {
        return outcome == Outcome.FITTED
                ? String.format(
                        Locale.ROOT,
                        "%s: %.2f (standard error %.2f)",
                        modelText(),
                        estimate().orElseThrow(),
                        standardError().orElseThrow())
                : modelText() + ": " + outcome;
    }
}
