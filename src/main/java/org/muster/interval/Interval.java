package org.muster.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A closed set of real numbers between two ends, such as [9780, 12031] killed.
 *
 * <p>An interval contains every real number from its low end to its high end, both included. It may be empty, and it
 * may be unbounded on one side or both: [300, Infinity] is "at least 300". Infinity itself is never a number of the
 * set. The ends are doubles.
 *
 * <p>Arithmetic follows the set-based flavour of IEEE 1788-2015, the standard for interval arithmetic. The result of an
 * operation encloses every exact result for numbers taken from the operands, where the operation is defined, and is the
 * tightest interval with double ends that does, on any input. With an empty operand the result is empty. Tightness
 * holds for a single operation; an expression in which one interval occurs twice, as in x − x, still encloses its exact
 * range but may be wider.
 *
 * <p>Intervals are immutable and equal by value: two intervals are equal if they are the same set. They are not
 * {@link Comparable}, since two ranges that overlap have no natural order. The relations that people mean by "less"
 * have names of their own: {@link #precedes}, {@link #strictlyPrecedes}, {@link #isLess}, {@link #isStrictlyLess}.
 *
 * <p>The class is long because the standard defines all these operations on one type. Each is a few lines; the
 * algorithms are in package-private classes.
 */
public final class Interval {
    /** The empty set. */
    public static final Interval EMPTY = new Interval(Double.NaN, Double.NaN);

    /** The set of all real numbers. */
    public static final Interval ENTIRE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final Interval ONE = new Interval(1, 1);

    // NaN at both ends of the empty set, so that emptiness flows through most arithmetic without a test.
    private final double lo;
    private final double hi;

    /** Creates an interval from ends that are known to be in order and free of negative zero. */
    Interval(double lo, double hi) {
        this.lo = lo;
        this.hi = hi;
    }

    /**
     * Returns the interval between two ends.
     *
     * @param low the low end, {@link Double#NEGATIVE_INFINITY} for none
     * @param high the high end, {@link Double#POSITIVE_INFINITY} for none
     * @return the numbers from low to high, both included
     * @throws IllegalArgumentException if an end is NaN, if low is above high, or if no real number lies between them
     *     because low is positive or high negative infinity
     */
    public static Interval of(double low, double high) {
        if (!(low <= high && low < Double.POSITIVE_INFINITY && high > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(refusal(low, high));
        }
        return new Interval(low + 0.0, high + 0.0);
    }

    /** Returns why two ends do not make an interval. */
    static String refusal(double low, double high) {
        if (Double.isNaN(low)) {
            return "low: NaN is not the end of an interval";
        }
        if (Double.isNaN(high)) {
            return "high: NaN is not the end of an interval";
        }
        if (low == Double.POSITIVE_INFINITY) {
            return "low: no real number lies above Infinity";
        }
        if (high == Double.NEGATIVE_INFINITY) {
            return "high: no real number lies below -Infinity";
        }
        return "low: " + low + " is above high: " + high;
    }

    /**
     * Returns the interval that contains a single number. The number is the double itself: {@code of(0.1)} contains the
     * double nearest to one tenth, {@code parse("0.1")} encloses one tenth.
     *
     * @param point the number
     * @return the set of this number only
     * @throws IllegalArgumentException if the point is NaN or infinite
     */
    public static Interval of(double point) {
        if (!(Math.abs(point) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("point: " + point + " is not a real number");
        }
        return new Interval(point + 0.0, point + 0.0);
    }

    /**
     * Returns the tightest interval that encloses the numbers between two decimal ends. An end beyond the greatest
     * double becomes infinite.
     *
     * @param low the low end, rounded down
     * @param high the high end, rounded up
     * @return the enclosure
     * @throws IllegalArgumentException if low is above high
     */
    public static Interval of(BigDecimal low, BigDecimal high) {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low: " + low + " is above high: " + high);
        }
        return new Interval(Rounding.down(low), Rounding.up(high));
    }

    /**
     * Returns the tightest interval that encloses a fraction.
     *
     * @param numerator the numerator
     * @param denominator the denominator, above 0
     * @return a point if the fraction is a double, otherwise two neighbouring doubles around it
     * @throws IllegalArgumentException if the denominator is not above 0
     */
    public static Interval ofFraction(BigInteger numerator, BigInteger denominator) {
        Objects.requireNonNull(numerator, "numerator");
        if (Objects.requireNonNull(denominator, "denominator").signum() <= 0) {
            throw new IllegalArgumentException("denominator: " + denominator + " is not above 0");
        }
        return new Interval(Rounding.down(numerator, denominator), Rounding.up(numerator, denominator));
    }

    /**
     * Returns a figure with its errors in percent: {@code withError(28_063, 0, 27)} is from 28,063 to 27 percent more.
     * Numbers are taken as the decimals that Java prints, and each end is rounded outward once.
     *
     * @param figure the figure
     * @param below by how many percent the true value may be below it, from 0 up
     * @param above by how many percent the true value may be above it, from 0 up
     * @return the tightest interval of all values
     * @throws IllegalArgumentException if a number is NaN or infinite, or an error is below 0
     */
    public static Interval withError(double figure, double below, double above) {
        if (!Double.isFinite(figure)) {
            throw new IllegalArgumentException("figure: " + figure + " is not a number");
        }
        BigDecimal hundredth = BigDecimal.valueOf(figure).movePointLeft(2).abs();
        BigDecimal low = BigDecimal.valueOf(figure).subtract(hundredth.multiply(percent(below, "below")));
        BigDecimal high = BigDecimal.valueOf(figure).add(hundredth.multiply(percent(above, "above")));
        return of(low, high);
    }

    private static BigDecimal percent(double error, String name) {
        if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": " + error + " is not a number from 0 up");
        }
        return BigDecimal.valueOf(error);
    }

    /**
     * Parses an interval, rounding outward any end that is not a double.
     *
     * <p>The accepted texts are the literals of IEEE 1788-2015 for bare intervals, and a number without brackets. Letters may be in upper or lower case.
     *
     * <ul>
     *   <li>Two ends {@code [9780, 12031]}; an end that is missing, {@code infinity} or {@code inf} means unbounded, as in {@code
     *       [300, Infinity]}, {@code [300,]}, {@code [,]}; {@code [empty]} or {@code [ ]}; {@code [entire]}.
     *   <li>A single number {@code [80]} or {@code 80}.
     *   <li>A number with an uncertainty in units of its last digit: {@code 1234?5} is [1229, 1239], {@code 1230?}
     *       half a unit to both sides, {@code 3.56?1u} upward only, {@code 3.56?1d} downward only, {@code 3.56??u}
     *       from 3.56 up, unbounded, {@code 10?2e3} is [8000, 12000].
     * </ul>
     *
     * <p>Numbers are decimal, with or without an exponent of at most nine digits; fractions of whole numbers {@code
     * 1/3}; or hexadecimal {@code 0x1.8p-2} with an exponent of at most four digits.
     *
     * @param text the text of an interval, at most 4096 characters
     * @return the tightest interval that encloses what the text says
     * @throws IllegalArgumentException if the text is not an interval; the message says what was found and what was expected
     */
    public static Interval parse(String text) {
        return IntervalText.read(Objects.requireNonNull(text, "text"));
    }

    // Ends and kinds.

    /**
     * Returns the low end.
     *
     * @return the greatest lower bound: negative infinity if there is none, positive infinity for the empty set
     */
    public double inf() {
        return isEmpty() ? Double.POSITIVE_INFINITY : lo;
    }

    /**
     * Returns the high end.
     *
     * @return the least upper bound: positive infinity if there is none, negative infinity for the empty set
     */
    public double sup() {
        return isEmpty() ? Double.NEGATIVE_INFINITY : hi;
    }

    /**
     * Returns whether this is the empty set.
     *
     * @return true if no number lies in this interval
     */
    public boolean isEmpty() {
        return Double.isNaN(lo);
    }

    /**
     * Returns whether this is the set of all real numbers.
     *
     * @return true if neither end is bounded
     */
    public boolean isEntire() {
        return lo == Double.NEGATIVE_INFINITY && hi == Double.POSITIVE_INFINITY;
    }

    /**
     * Returns whether this interval contains a single number.
     *
     * @return true if both ends are the same number, false for the empty set
     */
    public boolean isSingleton() {
        return lo == hi;
    }

    /**
     * Returns whether this interval is what IEEE 1788 calls a common interval: not empty and bounded on both sides.
     *
     * @return true if both ends are numbers
     */
    public boolean isCommon() {
        return lo > Double.NEGATIVE_INFINITY && hi < Double.POSITIVE_INFINITY;
    }

    /**
     * Returns whether a number lies in this interval.
     *
     * @param number any double
     * @return true if the number is neither below the low nor above the high end; false for NaN and infinity, which are
     *     not real numbers
     */
    public boolean contains(double number) {
        return lo <= number && number <= hi && Math.abs(number) <= Double.MAX_VALUE;
    }

    // Arithmetic.

    /**
     * Returns the sum: every x + y with x from this and y from that interval.
     *
     * @param that the other summand
     * @return [lo + lo', hi + hi'], empty if an operand is
     */
    public Interval add(Interval that) {
        return new Interval(Rounding.addDown(lo, that.lo), Rounding.addUp(hi, that.hi));
    }

    /**
     * Returns the difference: every x − y with x from this and y from that interval.
     *
     * @param that what is subtracted
     * @return [lo − hi', hi − lo'], empty if an operand is
     */
    public Interval subtract(Interval that) {
        return new Interval(Rounding.subtractDown(lo, that.hi), Rounding.subtractUp(hi, that.lo));
    }

    /**
     * Returns the product: every x · y with x from this and y from that interval.
     *
     * @param that the other factor
     * @return the least to the greatest product of two ends, where 0 · infinity is 0; empty if an operand is
     */
    public Interval multiply(Interval that) {
        // Counts are not negative: for them the ends are known without a search.
        if (lo >= 0 && that.lo >= 0) {
            return new Interval(Rounding.multiplyDown(lo, that.lo), Rounding.multiplyUp(hi, that.hi));
        }
        if (isEmpty() || that.isEmpty()) {
            return EMPTY;
        }
        return product(lo, hi, that.lo, that.hi);
    }

    /**
     * Returns the product [a, b] · [c, d]: a factor that keeps its sign says which end of the other makes the least
     * product and which the greatest.
     */
    private static Interval product(double a, double b, double c, double d) {
        if (a >= 0) {
            return new Interval(Rounding.multiplyDown(c >= 0 ? a : b, c), Rounding.multiplyUp(d >= 0 ? b : a, d));
        }
        if (b <= 0) {
            return new Interval(Rounding.multiplyDown(d >= 0 ? a : b, d), Rounding.multiplyUp(c >= 0 ? b : a, c));
        }
        if (c >= 0 || d <= 0) {
            return product(c, d, a, b);
        }
        return new Interval(
                Math.min(Rounding.multiplyDown(a, d), Rounding.multiplyDown(b, c)),
                Math.max(Rounding.multiplyUp(a, c), Rounding.multiplyUp(b, d)));
    }

    /**
     * Returns the quotient: every x / y with x from this and y other than 0 from that interval. If 0 lies inside the
     * divisor, the two branches are joined into one interval.
     *
     * <p>A divisor with the end 0 gives an unbounded result, as in [1, 2] / [0, 4] = [0.25, Infinity]. The divisor [0,
     * 0] gives the empty set. The dividend [0, 0] gives [0, 0] with any other divisor.
     *
     * @param that the divisor
     * @return the tightest interval that contains all quotients; empty if an operand is, or if the divisor is [0, 0]
     */
    public Interval divide(Interval that) {
        if (lo >= 0 && that.lo > 0) {
            return new Interval(Rounding.divideDown(lo, that.hi), Rounding.divideUp(hi, that.lo));
        }
        if (isEmpty() || that.isEmpty() || (that.lo == 0 && that.hi == 0)) {
            return EMPTY;
        }
        if (lo == 0 && hi == 0) {
            return this;
        }
        if (that.lo < 0 && that.hi > 0) {
            return ENTIRE;
        }
        // x / y = (-x) / (-y) leaves only divisors that are not negative.
        return that.lo < 0 ? quotient(-hi, -lo, 0.0 - that.hi, -that.lo) : quotient(lo, hi, that.lo, that.hi);
    }

    /**
     * Returns the quotient [a, b] / [c, d] for c ≥ 0 and d > 0. The end of the dividend that is nearer to 0 is paired
     * with the end of the divisor that is farther from it.
     */
    private static Interval quotient(double a, double b, double c, double d) {
        double low = a >= 0 ? Rounding.divideDown(a, d) : c == 0 ? Double.NEGATIVE_INFINITY : Rounding.divideDown(a, c);
        double high = b <= 0 ? Rounding.divideUp(b, d) : c == 0 ? Double.POSITIVE_INFINITY : Rounding.divideUp(b, c);
        return new Interval(low, high);
    }

    /**
     * Returns every −x with x from this interval.
     *
     * @return [−hi, −lo]
     */
    public Interval negate() {
        return new Interval(0.0 - hi, 0.0 - lo);
    }

    /**
     * Returns every |x| with x from this interval.
     *
     * @return [{@link #mig()}, {@link #mag()}]
     */
    public Interval abs() {
        return new Interval(mig(), mag());
    }

    /**
     * Returns the lesser of x and y for every x from this and y from that interval.
     *
     * @param that the other operand
     * @return [min(lo, lo'), min(hi, hi')], empty if an operand is
     */
    public Interval min(Interval that) {
        return new Interval(Math.min(lo, that.lo), Math.min(hi, that.hi));
    }

    /**
     * Returns the greater of x and y for every x from this and y from that interval.
     *
     * @param that the other operand
     * @return [max(lo, lo'), max(hi, hi')], empty if an operand is
     */
    public Interval max(Interval that) {
        return new Interval(Math.max(lo, that.lo), Math.max(hi, that.hi));
    }

    /**
     * Returns every x² with x from this interval. Unlike in {@code x.multiply(x)}, where the factors vary
     * independently, the square is never negative.
     *
     * @return [mig², mag²], empty if this is
     */
    public Interval sqr() {
        return isEmpty() ? EMPTY : new Interval(Rounding.multiplyDown(mig(), mig()), Rounding.multiplyUp(mag(), mag()));
    }

    /**
     * Returns the square root of every number of this interval that has one.
     *
     * @return the roots of the numbers that are not negative; empty if there are none
     */
    public Interval sqrt() {
        return hi >= 0 ? new Interval(Rounding.sqrtDown(Math.max(lo, 0)), Rounding.sqrtUp(hi)) : EMPTY;
    }

    /**
     * Returns every xⁿ with x from this interval, x other than 0 if n is negative. 0⁰ is 1. This is {@code pown} of
     * IEEE 1788.
     *
     * @param n the exponent, any whole number
     * @return the tightest interval that contains all powers, as one interval even if 0 lies inside and n is negative;
     *     empty if this is, or if this is [0, 0] and n is negative
     */
    public Interval pow(int n) {
        if (isEmpty() || (n < 0 && lo == 0 && hi == 0)) {
            return EMPTY;
        }
        if (n == 0) {
            return ONE;
        }
        if ((n & 1) == 0 && lo < 0) {
            return abs().pow(n);
        }
        if (n > 0) {
            return new Interval(IntegerPower.down(lo, n), IntegerPower.up(hi, n));
        }
        if (lo < 0 && hi > 0) {
            return ENTIRE;
        }
        return new Interval(
                hi == 0 ? Double.NEGATIVE_INFINITY : IntegerPower.down(hi, n),
                lo == 0 ? Double.POSITIVE_INFINITY : IntegerPower.up(lo, n));
    }

    /**
     * Returns every 1 / x with x other than 0 from this interval.
     *
     * @return the tightest interval that contains all reciprocals; empty if this is, or if this is [0, 0]
     */
    public Interval reciprocal() {
        return ONE.divide(this);
    }

    /**
     * Returns every x · y + z with x from this interval and y and z from the others, rounded once at each end.
     *
     * @param factor the interval of y
     * @param summand the interval of z
     * @return the tightest interval that contains all results; empty if an operand is
     */
    public Interval fma(Interval factor, Interval summand) {
        if (isEmpty() || factor.isEmpty() || summand.isEmpty()) {
            return EMPTY;
        }
        double low = Math.min(
                Math.min(Rounding.fmaDown(lo, factor.lo, summand.lo), Rounding.fmaDown(lo, factor.hi, summand.lo)),
                Math.min(Rounding.fmaDown(hi, factor.lo, summand.lo), Rounding.fmaDown(hi, factor.hi, summand.lo)));
        double high = Math.max(
                Math.max(Rounding.fmaUp(lo, factor.lo, summand.hi), Rounding.fmaUp(lo, factor.hi, summand.hi)),
                Math.max(Rounding.fmaUp(hi, factor.lo, summand.hi), Rounding.fmaUp(hi, factor.hi, summand.hi)));
        return new Interval(low, high);
    }

    /**
     * Undoes a subtraction: returns the tightest interval z for which z − that encloses this. This is
     * {@code x.cancelMinus(y.negate())}.
     *
     * @param that what was subtracted
     * @return [lo + hi', hi + lo'], or as {@link #cancelMinus(Interval)} in the other cases
     */
    public Interval cancelPlus(Interval that) {
        return cancelMinus(that.negate());
    }

    /**
     * Undoes an addition: returns the tightest interval z for which that + z encloses this. Where a subtraction would
     * add the widths, this subtracts one from the other: {@code x.add(y).cancelMinus(y)} is x up to rounding.
     *
     * @param that what was added
     * @return [lo − lo', hi − hi']; empty if this is empty and that bounded; all reals where the standard gives no
     *     result: if either is unbounded, if only that is empty, or if that is wider than this
     */
    public Interval cancelMinus(Interval that) {
        boolean bounded = (isEmpty() || isCommon()) && (that.isEmpty() || that.isCommon());
        if (!bounded) {
            return ENTIRE;
        }
        if (isEmpty()) {
            return EMPTY;
        }
        return that.isEmpty() || that.isWiderThan(this)
                ? ENTIRE
                : new Interval(Rounding.subtractDown(lo, that.lo), Rounding.subtractUp(hi, that.hi));
    }

    /**
     * Compares bounded intervals by their exact widths; rounding keeps their order except where it makes them equal.
     */
    private boolean isWiderThan(Interval that) {
        double width = hi - lo;
        double other = that.hi - that.lo;
        return width == other ? exactWidth().compareTo(that.exactWidth()) > 0 : width > other;
    }

    private BigDecimal exactWidth() {
        return new BigDecimal(hi).subtract(new BigDecimal(lo));
    }

    /**
     * Divides into two pieces: returns every x for which x · y lies in that interval for some y from this one. Unlike
     * {@link #divide(Interval)} it keeps the gap around 0 if 0 lies inside this: x times a number from [−1, 2] is in
     * [4, 6] only if x is at most −4 or at least 2.
     *
     * @param product the interval of the products
     * @return the pieces, each as tight as possible; one piece if 0 is not an inner number of this, or is in the
     *     product (all reals if 0 is in both); none if an operand is empty, or if this is [0, 0] and 0 is not in the
     *     product
     */
    public IntervalPair mulRevToPair(Interval product) {
        if (contains(0) && product.contains(0)) {
            return new IntervalPair(ENTIRE, EMPTY);
        }
        if (!(lo < 0 && hi > 0) || product.isEmpty()) {
            return new IntervalPair(product.divide(this), EMPTY);
        }
        return new IntervalPair(
                product.divide(product.lo > 0 ? new Interval(lo, 0) : new Interval(0, hi)),
                product.divide(product.lo > 0 ? new Interval(0, hi) : new Interval(lo, 0)));
    }

    // Whole numbers.

    /**
     * Returns the sign of every number of this interval.
     *
     * @return the hull of −1, 0, 1 for the signs that occur
     */
    public Interval sign() {
        return new Interval(Math.signum(lo) + 0.0, Math.signum(hi) + 0.0);
    }

    /**
     * Returns every number of this interval rounded down to a whole number.
     *
     * @return [⌊lo⌋, ⌊hi⌋]
     */
    public Interval floor() {
        return new Interval(Math.floor(lo), Math.floor(hi));
    }

    /**
     * Returns every number of this interval rounded up to a whole number.
     *
     * @return [⌈lo⌉, ⌈hi⌉]
     */
    public Interval ceil() {
        return new Interval(Math.ceil(lo) + 0.0, Math.ceil(hi) + 0.0);
    }

    /**
     * Returns every number of this interval without its fraction.
     *
     * @return both ends rounded towards 0
     */
    public Interval trunc() {
        return new Interval(Rounding.wholeTowardsZero(lo), Rounding.wholeTowardsZero(hi));
    }

    /**
     * Returns every number of this interval rounded to the nearest whole number, halves to the even one.
     *
     * @return both ends rounded
     */
    public Interval roundTiesToEven() {
        return new Interval(Math.rint(lo) + 0.0, Math.rint(hi) + 0.0);
    }

    /**
     * Returns every number of this interval rounded to the nearest whole number, halves away from 0.
     *
     * @return both ends rounded
     */
    public Interval roundTiesToAway() {
        return new Interval(Rounding.wholeTiesToAway(lo), Rounding.wholeTiesToAway(hi));
    }

    /**
     * Returns the hull of the whole numbers in this interval: a count from 9.5 to 12.2 is one from 10 to 12. Every
     * double from 2^53 on is whole, so this contracts nothing there.
     *
     * @return [⌈lo⌉, ⌊hi⌋]; empty if no whole number lies in this
     */
    public Interval toWholeNumbers() {
        double low = Math.ceil(lo) + 0.0;
        double high = Math.floor(hi);
        return low <= high ? new Interval(low, high) : EMPTY;
    }

    /**
     * Returns the number of whole numbers in this interval, which is exact for any ends. Beyond 2^53 not every whole
     * number is a double, so an end may already have been rounded outward by {@link #parse} or an operation;
     * {@code (double) Long.MAX_VALUE} is rounded by Java itself.
     *
     * @return the count, 0 for the empty set; absent if an end is infinite
     */
    public Optional<BigInteger> wholeNumberCount() {
        return WholeNumbers.countIn(this);
    }

    // Exponential and logarithms.

    /**
     * Returns e^x for every x from this interval.
     *
     * @return the tightest interval that contains all values; empty if this is
     */
    public Interval exp() {
        return isEmpty() ? EMPTY : new Interval(Elementary.exp(lo, false), Elementary.exp(hi, true));
    }

    /**
     * Returns the natural logarithm of every number above 0 in this interval.
     *
     * @return the tightest interval that contains all values; empty if no number above 0 lies in this
     */
    public Interval log() {
        return hi > 0 ? new Interval(Elementary.log(Math.max(lo, 0), false), Elementary.log(hi, true)) : EMPTY;
    }

    /**
     * Returns the logarithm to base 2 of every number above 0 in this interval.
     *
     * @return the tightest interval that contains all values, whole ends for powers of 2; empty if no number above 0
     *     lies in this
     */
    public Interval log2() {
        return hi > 0 ? new Interval(Elementary.log2(Math.max(lo, 0), false), Elementary.log2(hi, true)) : EMPTY;
    }

    /**
     * Returns the logarithm to base 10 of every number above 0 in this interval.
     *
     * @return the tightest interval that contains all values, whole ends for powers of 10; empty if no number above 0
     *     lies in this
     */
    public Interval log10() {
        return hi > 0 ? new Interval(Elementary.log10(Math.max(lo, 0), false), Elementary.log10(hi, true)) : EMPTY;
    }

    /**
     * Returns every x^y with x from this and y from that interval where it is defined: for x above 0, and for x = 0
     * with y above 0. For powers of negative numbers see {@link #pow(int)}.
     *
     * @param that the exponent
     * @return the tightest interval that contains all powers; empty if none is defined
     */
    public Interval pow(Interval that) {
        if (!(hi >= 0) || that.isEmpty()) {
            return EMPTY;
        }
        if (hi == 0) {
            return that.hi > 0 ? new Interval(0, 0) : EMPTY;
        }
        // y · ln x has its least and its greatest value at a corner.
        double low = Math.max(lo, 0);
        return new Interval(
                Math.min(
                        Math.min(Elementary.pow(low, that.lo, false), Elementary.pow(low, that.hi, false)),
                        Math.min(Elementary.pow(hi, that.lo, false), Elementary.pow(hi, that.hi, false))),
                Math.max(
                        Math.max(Elementary.pow(low, that.lo, true), Elementary.pow(low, that.hi, true)),
                        Math.max(Elementary.pow(hi, that.lo, true), Elementary.pow(hi, that.hi, true))));
    }

    /**
     * Returns the square root of x² + y² for every x from this and y from that interval, without intermediate overflow.
     *
     * @param that the other operand
     * @return the tightest interval that contains all values; empty if an operand is
     */
    public Interval hypot(Interval that) {
        return isEmpty() || that.isEmpty()
                ? EMPTY
                : new Interval(Elementary.hypot(mig(), that.mig(), false), Elementary.hypot(mag(), that.mag(), true));
    }

    // Sets.

    /**
     * Returns the intersection of this and that interval.
     *
     * @param that the other interval
     * @return the numbers that lie in both; empty if there are none
     */
    public Interval intersection(Interval that) {
        double low = Math.max(lo, that.lo);
        double high = Math.min(hi, that.hi);
        return low <= high ? new Interval(low, high) : EMPTY;
    }

    /**
     * Returns the smallest interval that contains this and that interval and what lies between them.
     *
     * @param that the other interval
     * @return [min(lo, lo'), max(hi, hi')]; if one is empty, the other
     */
    public Interval convexHull(Interval that) {
        if (isEmpty()) {
            return that;
        }
        return that.isEmpty() ? this : new Interval(Math.min(lo, that.lo), Math.max(hi, that.hi));
    }

    // Relations, IEEE 1788-2015, table 10.3. The negated comparisons are true where an end is the NaN of the empty set.

    /**
     * Returns whether every number of this interval lies in that one.
     *
     * @param that the other interval
     * @return true if lo' ≤ lo and hi ≤ hi', or if this is empty
     */
    public boolean isSubset(Interval that) {
        return isEmpty() || (that.lo <= lo && hi <= that.hi);
    }

    /**
     * Returns whether this interval lies in that one without touching an end of it. An unbounded side has no end to
     * touch: the set of all reals is interior to itself.
     *
     * @param that the other interval
     * @return true if lo' &lt; lo and hi &lt; hi', where infinity counts as below and above itself, or if this is empty
     */
    public boolean isInterior(Interval that) {
        return isEmpty()
                || ((that.lo < lo || that.lo == Double.NEGATIVE_INFINITY)
                        && (hi < that.hi || that.hi == Double.POSITIVE_INFINITY));
    }

    /**
     * Returns whether this and that interval have no number in common.
     *
     * @param that the other interval
     * @return true if hi &lt; lo' or hi' &lt; lo, or if either is empty
     */
    public boolean isDisjoint(Interval that) {
        return !(lo <= that.hi && that.lo <= hi);
    }

    /**
     * Returns whether no number of this interval is above any number of that one.
     *
     * @param that the other interval
     * @return true if hi ≤ lo', or if either is empty
     */
    public boolean precedes(Interval that) {
        return !(hi > that.lo);
    }

    /**
     * Returns whether every number of this interval is below every number of that one.
     *
     * @param that the other interval
     * @return true if hi &lt; lo', or if either is empty
     */
    public boolean strictlyPrecedes(Interval that) {
        return !(hi >= that.lo);
    }

    /**
     * Returns whether for every number of this interval that one has one at least as great, and for every number of
     * that interval this one has one at most as great.
     *
     * @param that the other interval
     * @return true if lo ≤ lo' and hi ≤ hi', or if both are empty; false if one is
     */
    public boolean isLess(Interval that) {
        return (lo <= that.lo && hi <= that.hi) || (isEmpty() && that.isEmpty());
    }

    /**
     * Returns whether for every number of this interval that one has a greater one, and for every number of that
     * interval this one has a lesser one.
     *
     * @param that the other interval
     * @return true if lo &lt; lo' and hi &lt; hi', where infinity counts as below and above itself, or if both are
     *     empty; false if one is
     */
    public boolean isStrictlyLess(Interval that) {
        if (isEmpty() || that.isEmpty()) {
            return isEmpty() && that.isEmpty();
        }
        return (lo < that.lo || lo == Double.NEGATIVE_INFINITY)
                && (hi < that.hi || that.hi == Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the position of this interval relative to that one.
     *
     * @param that the other interval
     * @return the one of the sixteen states of IEEE 1788 that holds
     */
    public Overlap overlap(Interval that) {
        if (isEmpty()) {
            return that.isEmpty() ? Overlap.BOTH_EMPTY : Overlap.FIRST_EMPTY;
        }
        if (that.isEmpty()) {
            return Overlap.SECOND_EMPTY;
        }
        if (hi < that.lo) {
            return Overlap.BEFORE;
        }
        if (that.hi < lo) {
            return Overlap.AFTER;
        }
        if (lo < that.lo) {
            // Meeting comes before ending together: [1, 2] meets [2, 3], but [2, 2] finishes [1, 2].
            if (hi == that.hi) {
                return Overlap.FINISHED_BY;
            }
            return hi == that.lo ? Overlap.MEETS : hi < that.hi ? Overlap.OVERLAPS : Overlap.CONTAINS;
        }
        if (lo == that.lo) {
            return hi < that.hi ? Overlap.STARTS : hi == that.hi ? Overlap.EQUALS : Overlap.STARTED_BY;
        }
        if (hi == that.hi) {
            return Overlap.FINISHES;
        }
        return lo == that.hi ? Overlap.MET_BY : hi < that.hi ? Overlap.CONTAINED_BY : Overlap.OVERLAPPED_BY;
    }

    // Measures.

    /**
     * Returns the middle (lo + hi) / 2. It is a computational value, not an estimate.
     *
     * @return the middle rounded to nearest; 0 for all reals; if one side is unbounded, the greatest finite double of
     *     its sign; NaN for the empty set
     */
    public double mid() {
        if (lo == Double.NEGATIVE_INFINITY) {
            return hi == Double.POSITIVE_INFINITY ? 0 : -Double.MAX_VALUE;
        }
        if (hi == Double.POSITIVE_INFINITY) {
            return Double.MAX_VALUE;
        }
        double sum = lo + hi;
        // Halving is exact unless the sum is so small that it was exact itself, so only one step rounds.
        return (Double.isInfinite(sum) ? lo / 2 + hi / 2 : sum / 2) + 0.0;
    }

    /**
     * Returns the radius about {@link #mid()}.
     *
     * @return the smallest double r for which [mid − r, mid + r] encloses this interval; infinite if this is unbounded,
     *     NaN for the empty set
     */
    public double rad() {
        double mid = mid();
        return Math.max(Rounding.subtractUp(mid, lo), Rounding.subtractUp(hi, mid));
    }

    /**
     * Returns the middle and the radius about it.
     *
     * @return {@link #mid()} and {@link #rad()}
     */
    public MidRad midRad() {
        return new MidRad(mid(), rad());
    }

    /**
     * Returns the width hi − lo.
     *
     * @return the width rounded up; infinite if this is unbounded, NaN for the empty set
     */
    public double wid() {
        return Rounding.subtractUp(hi, lo);
    }

    /**
     * Returns the magnitude, the greatest absolute value in this interval.
     *
     * @return max(|lo|, |hi|); infinite if this is unbounded, NaN for the empty set
     */
    public double mag() {
        return Math.max(Math.abs(lo), Math.abs(hi));
    }

    /**
     * Returns the mignitude, the least absolute value in this interval.
     *
     * @return 0 if this contains 0, else min(|lo|, |hi|); NaN for the empty set
     */
    public double mig() {
        return lo <= 0 && hi >= 0 ? 0 : Math.min(Math.abs(lo), Math.abs(hi));
    }

    /**
     * Returns the gap between this and that interval.
     *
     * @param that the other interval
     * @return the least |x − y| with x from this and y from that interval, rounded to nearest; 0 if they touch or
     *     overlap; NaN if either is empty
     */
    public double distance(Interval that) {
        return Math.max(0, Math.max(that.lo - hi, lo - that.hi));
    }

    /**
     * Returns the overlap of two ranges of counts as a share: the number of whole numbers in both, over the number of
     * whole numbers in at least one (the index of P. Jaccard, 1901). For [100, 200] and [150, 300] it is 51 / 201.
     *
     * @param that the other interval
     * @return the share rounded to nearest, from 0 (nothing shared) to 1 (the same whole numbers); absent if an end of
     *     either is infinite, or if neither contains a whole number
     */
    public OptionalDouble wholeNumberOverlap(Interval that) {
        return WholeNumbers.overlap(this, Objects.requireNonNull(that, "that"));
    }

    // Values and text.

    /**
     * Returns whether an object is the same set as this interval.
     *
     * @param object any object
     * @return true if it is an interval with the same ends, or both are empty
     */
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Interval that && ((lo == that.lo && hi == that.hi) || (isEmpty() && that.isEmpty()));
    }

    /**
     * Returns a hash code that equal intervals share.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        // Counts differ in their upper bits only, which the multiplication spreads.
        long bits = 31 * Double.doubleToLongBits(lo) + Double.doubleToLongBits(hi);
        return (int) (0x9E3779B97F4A7C15L * bits >>> Integer.SIZE);
    }

    /**
     * Returns this interval as text that {@link #parse} reads, such as {@code [9780, 12031]}, {@code [300, Infinity]}
     * or {@code [empty]}. Whole ends below 1e21 are exact. Other ends are rounded outward to the shortest decimal that is closer
     * than the next double, with at most 17 digits, and with an exponent if they are larger, or smaller than 1e-6; the text never shows less than
     * the set.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return IntervalText.write(this);
    }

    /**
     * Returns this interval with all decimal digits of its ends, so that {@code parse(x.toExactString()).equals(x)}.
     * These can be a thousand digits.
     *
     * @return the text
     */
    public String toExactString() {
        return IntervalText.writeExact(this);
    }
}
