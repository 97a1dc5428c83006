package org.muster.capture;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.rows.Rows;

/**
 * All hierarchical log-linear models of capture histories, each with its estimate: how the answer depends on the model.
 *
 * <p>The work is bounded: at most 6,893 models of five lists, each with at most 100 steps.
 */
public final class LogLinearModels implements Rows<LogLinearFit> {
    private static final Comparator<LogLinearFit> BY_BIC =
            Comparator.comparingDouble(fit -> fit.bic().orElse(Double.POSITIVE_INFINITY));

    private final List<LogLinearFit> fits;

    private LogLinearModels(List<LogLinearFit> fits) {
        this.fits = fits;
    }

    /**
     * Fits all hierarchical models.
     *
     * @param histories the counts
     * @return the fits of the 1, 8, 113 or 6,893 models of two, three, four or five lists
     */
    public static LogLinearModels of(CaptureHistories histories) {
        return of(
                histories,
                Objects.requireNonNull(histories, "histories").lists().size() - 1);
    }

    /**
     * Fits all hierarchical models with terms of at most so many lists.
     *
     * @param histories the counts
     * @param largest the greatest number of lists that may depend on each other; with 2, there are 1,024 models of five lists
     * @return the fits
     * @throws IllegalArgumentException if the number is not from 1 to one less than there are lists
     */
    public static LogLinearModels of(CaptureHistories histories, int largest) {
        Objects.requireNonNull(histories, "histories");
        return new LogLinearModels(LogLinearModel.all(histories.lists().size(), largest).stream()
                .map(model -> LogLinearFit.of(histories, model))
                .sorted(BY_BIC)
                .toList());
    }

    @Override
    public String name() {
        return "models";
    }

    /**
     * Returns the fits.
     *
     * @return the fitted models by BIC, lowest first, then those without a fit; of equals, that with fewer terms first
     */
    @Override
    public List<LogLinearFit> rows() {
        return fits;
    }

    @Override
    public List<Column<LogLinearFit>> columns() {
        return List.of(
                Column.text("model", LogLinearFit::modelText),
                Column.text("outcome", fit -> fit.outcome().toString()),
                Column.count("parameters", fit -> fit.model().parameters()),
                Column.number("estimate", LogLinearFit::estimate),
                Column.number("standard_error", LogLinearFit::standardError),
                Column.number("deviance", LogLinearFit::deviance),
                Column.count("degrees_of_freedom", LogLinearFit::degreesOfFreedom),
                Column.number("aic", LogLinearFit::aic),
                Column.number("bic", LogLinearFit::bic));
    }

    /**
     * Returns the model with the lowest AIC.
     *
     * @return the fit; absent if no model could be fitted
     */
    public Optional<LogLinearFit> bestByAic() {
        return best(LogLinearFit::aic);
    }

    /**
     * Returns the model with the lowest BIC.
     *
     * @return the fit; absent if no model could be fitted
     */
    public Optional<LogLinearFit> bestByBic() {
        return best(LogLinearFit::bic);
    }

    private Optional<LogLinearFit> best(Function<LogLinearFit, OptionalDouble> criterion) {
        return fits.stream()
                .filter(fit -> fit.outcome() == LogLinearFit.Outcome.FITTED)
                .min(Comparator.comparingDouble(fit -> criterion.apply(fit).orElseThrow()));
    }

    /**
     * Returns from the least to the greatest estimate of all fitted models.
     *
     * @return the spread over the models, empty if none could be fitted
     */
    public Interval spread() {
        return fits.stream()
                .flatMapToDouble(fit -> fit.estimate().stream())
                .mapToObj(Interval::of)
                .reduce(Interval.EMPTY, Interval::convexHull);
    }

    /** Returns how many models were fitted, and the spread. */
    @Override
    public String toString() {
        long fitted = fits.stream()
                .filter(fit -> fit.outcome() == LogLinearFit.Outcome.FITTED)
                .count();
        return fitted + " of " + fits.size() + " models fitted, estimates " + spread();
    }
}
