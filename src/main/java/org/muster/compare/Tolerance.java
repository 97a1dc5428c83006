package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.muster.figure.Figure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;

/**
 * By how much an analysis widens soft claims. Reading never widens a figure: "about 80" is [80, 80] until an analysis is
 * told what "about" may mean, and its report repeats it.
 *
 * <ul>
 *   <li>About: a figure marked {@code about} may be off by a percentage either way, one marked {@code nearly} may be less
 *       by it.
 *   <li>Rounding: a figure marked {@code rounded} may be off by half a unit of its last written digit: "1.5 million" is
 *       [1450000, 1550000].
 * </ul>
 */
public final class Tolerance {

    /** Nothing is widened. */
    public static final Tolerance NONE = new Tolerance(Optional.empty(), false);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Optional<BigDecimal> percent;
    private final boolean rounding;

    private Tolerance(Optional<BigDecimal> percent, boolean rounding) {
        this.percent = percent;
        this.rounding = rounding;
    }

    /**
     * Returns the tolerance that widens {@code about} and {@code nearly} by a percentage.
     *
     * @param percent from 0 to 100, with the sign: {@code 5%}; 0.05 might mean five per cent, and is refused
     * @return the tolerance
     * @throws IllegalArgumentException if the text is no such percentage
     */
    public static Tolerance about(String percent) {
        return NONE.withAbout(percent);
    }

    /**
     * Returns the tolerance that widens {@code rounded} by half a unit of the last written digit.
     *
     * @return the tolerance
     */
    public static Tolerance rounding() {
        return NONE.withRounding();
    }

    /**
     * Returns this tolerance with a percentage for {@code about} and {@code nearly}.
     *
     * @param percent from 0 to 100, with the sign: {@code 5%}; 0.05 might mean five per cent, and is refused
     * @return the tolerance
     * @throws IllegalArgumentException if the text is no such percentage
     */
    public Tolerance withAbout(String percent) {
        String text = requireNonNull(percent, "percent").strip();
        String digits =
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : "";
        try {
            if (!digits.isEmpty() && digits.length() <= 20 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0) {
                BigDecimal value = new BigDecimal(digits);
                if (value.signum() >= 0 && value.compareTo(HUNDRED) <= 0) {
                    return new Tolerance(Optional.of(value.stripTrailingZeros()), rounding);
                }
            }
        } catch (NumberFormatException e) {
            // falls through to the message below
        }
        throw new IllegalArgumentException(
                "about \"" + percent + "\" is not a percentage; expected 0 to 100 with its sign, such as 5%");
    }

    /**
     * Returns this tolerance with half a unit of the last written digit for {@code rounded}.
     *
     * @return the tolerance
     */
    public Tolerance withRounding() {
        return new Tolerance(percent, true);
    }

    /**
     * Returns the range of a figure under this tolerance. A count is never below 0.
     *
     * @param figure a figure
     * @return its range, widened where the figure is soft in the way that this tolerance speaks of; empty where the
     *     figure has no number
     */
    public Optional<Interval> range(Figure figure) {
        requireNonNull(figure, "figure");
        Qualifier qualifier = figure.qualifier();
        if (figure.range().isEmpty() || !figure.isSoft()) {
            return figure.range();
        }
        Interval range = figure.range().get();
        BigDecimal low = new BigDecimal(range.inf());
        BigDecimal high = new BigDecimal(range.sup());
        if (qualifier == Qualifier.ROUNDED) {
            BigDecimal half = rounding ? new BigDecimal(figure.unit()).divide(BigDecimal.valueOf(2)) : BigDecimal.ZERO;
            return Optional.of(Interval.of(low.subtract(half).max(BigDecimal.ZERO), high.add(half)));
        }
        BigDecimal share = percent.orElse(BigDecimal.ZERO).movePointLeft(2);
        BigDecimal more = qualifier == Qualifier.NEARLY ? BigDecimal.ZERO : share;
        return Optional.of(
                Interval.of(low.multiply(BigDecimal.ONE.subtract(share)), high.multiply(BigDecimal.ONE.add(more))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tolerance that && percent.equals(that.percent) && rounding == that.rounding;
    }

    @Override
    public int hashCode() {
        return 31 * percent.hashCode() + Boolean.hashCode(rounding);
    }

    /**
     * Returns how soft figures are taken, for a sentence that rests on them.
     *
     * @return {@code taken as exact} or, where something is widened, {@code within the tolerance given}
     */
    public String assumption() {
        return equals(NONE) ? "taken as exact" : "within the tolerance given";
    }

    /** Returns the setting as it appears in reports: {@code about 5%; rounding}, blank where nothing is widened. */
    @Override
    public String toString() {
        String about = percent.isPresent() ? "about " + percent.get().toPlainString() + "%" : "";
        String half = rounding ? "rounding" : "";
        return about.isEmpty() || half.isEmpty() ? about + half : about + "; " + half;
    }
}
