package org.muster.interval;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A column of intervals, for data too large to be held as objects: two arrays of ends.
 *
 * <p>Every operation gives, element by element, bit for bit the result of the operation of the same name on
 * {@link Interval}, for all elements: empty, unbounded, subnormal or near overflow. Elements of moderate size are
 * processed at about memory speed; see {@code docs/benchmarks.md}. An operation with one interval in place of a column
 * treats it as a column that repeats the interval. Two columns must be of the same length.
 *
 * <p>Columns are immutable and equal by value. A column may have no elements; each operation says what it returns then.
 *
 * <p>The class is long because it mirrors the operations of {@link Interval}, with a column and with one interval as
 * the other operand; the loops are in package-private classes.
 */
public final class IntervalArray {
    private static final int SHOWN = 10;

    // As in Interval, an empty element has NaN at both ends, and there are no negative zeros, so that equal elements
    // have equal bits.
    private final double[] lo;
    private final double[] hi;
    private final ArrayEnds ends;

    private IntervalArray(double[] lo, double[] hi) {
        this(new ArrayEnds(lo, hi, false));
    }

    private IntervalArray(ArrayEnds ends) {
        this.lo = ends.lo;
        this.hi = ends.hi;
        this.ends = ends;
    }

    /**
     * Returns the column of the intervals between the ends in two arrays, which are copied.
     *
     * @param low the low ends, {@link Double#NEGATIVE_INFINITY} for none
     * @param high the high ends, {@link Double#POSITIVE_INFINITY} for none
     * @return the column of [low[i], high[i]]
     * @throws IllegalArgumentException if the lengths differ, or if {@link Interval#of(double, double)} rejects a pair
     *     of ends; the message names its index
     */
    public static IntervalArray of(double[] low, double[] high) {
        if (low.length != high.length) {
            throw new IllegalArgumentException("low has " + low.length + " ends, high has " + high.length);
        }
        double[] lo = new double[low.length];
        double[] hi = new double[low.length];
        for (int i = 0; i < lo.length; i++) {
            double from = low[i];
            double to = high[i];
            if (!(from <= to && from < Double.POSITIVE_INFINITY && to > Double.NEGATIVE_INFINITY)) {
                throw new IllegalArgumentException("at index " + i + ", " + Interval.refusal(from, to));
            }
            lo[i] = from + 0.0;
            hi[i] = to + 0.0;
        }
        return new IntervalArray(lo, hi);
    }

    /**
     * Returns the column of some intervals.
     *
     * @param intervals the elements, which may be empty
     * @return the column
     */
    public static IntervalArray of(Interval... intervals) {
        return of(Arrays.asList(Objects.requireNonNull(intervals, "intervals")));
    }

    /**
     * Returns the column of the intervals in a list.
     *
     * @param intervals the elements, which may be empty
     * @return the column
     */
    public static IntervalArray of(List<Interval> intervals) {
        double[] lo = new double[Objects.requireNonNull(intervals, "intervals").size()];
        double[] hi = new double[lo.length];
        int i = 0;
        for (Interval interval : intervals) {
            Objects.requireNonNull(interval, "interval");
            lo[i] = interval.isEmpty() ? Double.NaN : interval.inf();
            hi[i] = interval.isEmpty() ? Double.NaN : interval.sup();
            i++;
        }
        return new IntervalArray(lo, hi);
    }

    /**
     * Returns the column of intervals that each contain a single number.
     *
     * @param points the numbers
     * @return the column of [points[i], points[i]]
     * @throws IllegalArgumentException if a point is NaN or infinite; the message names its index
     */
    public static IntervalArray points(double... points) {
        double[] ends = new double[points.length];
        for (int i = 0; i < ends.length; i++) {
            if (!(Math.abs(points[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("at index " + i + ", point: " + points[i] + " is not a real number");
            }
            ends[i] = points[i] + 0.0;
        }
        return new IntervalArray(ends, ends);
    }

    // Elements.

    /**
     * Returns the number of elements.
     *
     * @return the length of the column
     */
    public int size() {
        return lo.length;
    }

    /**
     * Returns an element.
     *
     * @param index from 0 to size − 1
     * @return the interval there
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public Interval get(int index) {
        return new Interval(lo[index], hi[index]);
    }

    /**
     * Returns the low end of an element, as {@link Interval#inf()} does.
     *
     * @param index from 0 to size − 1
     * @return the low end, positive infinity for an empty element
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public double inf(int index) {
        return get(index).inf();
    }

    /**
     * Returns the high end of an element, as {@link Interval#sup()} does.
     *
     * @param index from 0 to size − 1
     * @return the high end, negative infinity for an empty element
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public double sup(int index) {
        return get(index).sup();
    }

    /**
     * Returns the elements as an unmodifiable list, which is a view and needs no memory of its own.
     *
     * @return the intervals
     */
    public List<Interval> toList() {
        return Collections.unmodifiableList(new View(this));
    }

    // Arithmetic, element by element.

    /**
     * Returns the sums of the elements of this and that column.
     *
     * @param that the other summands
     * @return the column of {@code get(i).add(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public IntervalArray add(IntervalArray that) {
        return apply(ArrayOperation.ADD, that);
    }

    /**
     * Returns the sums of the elements and an interval.
     *
     * @param that the other summand
     * @return the column of {@code get(i).add(that)}
     */
    public IntervalArray add(Interval that) {
        return apply(ArrayOperation.ADD, Objects.requireNonNull(that, "that"));
    }

    /**
     * Returns the differences of the elements of this and that column.
     *
     * @param that what is subtracted
     * @return the column of {@code get(i).subtract(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public IntervalArray subtract(IntervalArray that) {
        return apply(ArrayOperation.SUBTRACT, that);
    }

    /**
     * Returns the differences of the elements and an interval.
     *
     * @param that what is subtracted
     * @return the column of {@code get(i).subtract(that)}
     */
    public IntervalArray subtract(Interval that) {
        return apply(ArrayOperation.SUBTRACT, Objects.requireNonNull(that, "that"));
    }

    /**
     * Returns the products of the elements of this and that column.
     *
     * @param that the other factors
     * @return the column of {@code get(i).multiply(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public IntervalArray multiply(IntervalArray that) {
        return apply(ArrayOperation.MULTIPLY, that);
    }

    /**
     * Returns the products of the elements and an interval.
     *
     * @param that the other factor
     * @return the column of {@code get(i).multiply(that)}
     */
    public IntervalArray multiply(Interval that) {
        return apply(ArrayOperation.MULTIPLY, Objects.requireNonNull(that, "that"));
    }

    /**
     * Returns the elements multiplied by a number.
     *
     * @param factor the number
     * @return the column of {@code get(i).multiply(Interval.of(factor))}
     * @throws IllegalArgumentException if the factor is NaN or infinite
     */
    public IntervalArray scale(double factor) {
        if (!(Math.abs(factor) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("factor: " + factor + " is not a real number");
        }
        return multiply(Interval.of(factor));
    }

    /**
     * Returns the quotients of the elements of this and that column.
     *
     * @param that the divisors
     * @return the column of {@code get(i).divide(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public IntervalArray divide(IntervalArray that) {
        return apply(ArrayOperation.DIVIDE, that);
    }

    /**
     * Returns the quotients of the elements and an interval.
     *
     * @param that the divisor
     * @return the column of {@code get(i).divide(that)}
     */
    public IntervalArray divide(Interval that) {
        return apply(ArrayOperation.DIVIDE, Objects.requireNonNull(that, "that"));
    }

    /**
     * Returns the negatives of the elements.
     *
     * @return the column of {@code get(i).negate()}
     */
    public IntervalArray negate() {
        double[] low = new double[size()];
        double[] high = new double[size()];
        for (int i = 0; i < low.length; i++) {
            low[i] = 0.0 - hi[i];
            high[i] = 0.0 - lo[i];
        }
        return new IntervalArray(low, high);
    }

    /**
     * Returns the absolute values of the elements.
     *
     * @return the column of {@code get(i).abs()}
     */
    public IntervalArray abs() {
        double[] low = new double[size()];
        double[] high = new double[size()];
        for (int i = 0; i < low.length; i++) {
            // The mignitude without a branch: the part of an end on the far side of 0.
            low[i] = Math.max(0, Math.max(lo[i], 0.0 - hi[i]));
            high[i] = Math.max(Math.abs(lo[i]), Math.abs(hi[i]));
        }
        return new IntervalArray(low, high);
    }

    /**
     * Returns the lesser of the elements of this and that column.
     *
     * @param that the other operands
     * @return the column of {@code get(i).min(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public IntervalArray min(IntervalArray that) {
        return apply(ArrayOperation.MIN, that);
    }

    /**
     * Returns the greater of the elements of this and that column.
     *
     * @param that the other operands
     * @return the column of {@code get(i).max(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public IntervalArray max(IntervalArray that) {
        return apply(ArrayOperation.MAX, that);
    }

    /**
     * Returns the intersections of the elements of this and that column.
     *
     * @param that the other column
     * @return the column of {@code get(i).intersection(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public IntervalArray intersection(IntervalArray that) {
        return apply(ArrayOperation.INTERSECTION, that);
    }

    /**
     * Returns the hulls of the elements of this and that column.
     *
     * @param that the other column
     * @return the column of {@code get(i).convexHull(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public IntervalArray convexHull(IntervalArray that) {
        return apply(ArrayOperation.HULL, that);
    }

    private IntervalArray apply(ArrayOperation operation, IntervalArray that) {
        requireSameSize(that);
        return new IntervalArray(operation.apply(ends, that.ends, size()));
    }

    private IntervalArray apply(ArrayOperation operation, Interval that) {
        return new IntervalArray(operation.apply(ends, ArrayEnds.repeat(that, size()), size()));
    }

    private void requireSameSize(IntervalArray that) {
        if (size() != that.size()) {
            throw new IllegalArgumentException("that has " + that.size() + " elements, this has " + size());
        }
    }

    // All elements together.

    /**
     * Returns the sum of all elements: every sum of one number from each, computed exactly and rounded once. Adding one
     * by one would round each time.
     *
     * @return the tightest interval that contains the sums; empty if an element is, [0, 0] without elements
     */
    public Interval sum() {
        return new Interval(ArraySum.down(lo, 1), ArraySum.up(hi, 1));
    }

    /**
     * Returns the mean of all elements: every mean of one number from each.
     *
     * @return the tightest interval that contains the means; empty if an element is, or without elements
     */
    public Interval mean() {
        return size() == 0 ? Interval.EMPTY : new Interval(ArraySum.down(lo, size()), ArraySum.up(hi, size()));
    }

    /**
     * Returns the least of all elements: every minimum of one number from each.
     *
     * @return [least low end, least high end]; empty if an element is, or without elements
     */
    public Interval min() {
        return size() == 0 ? Interval.EMPTY : new Interval(least(lo), least(hi));
    }

    /**
     * Returns the greatest of all elements: every maximum of one number from each.
     *
     * @return [greatest low end, greatest high end]; empty if an element is, or without elements
     */
    public Interval max() {
        return size() == 0 ? Interval.EMPTY : new Interval(greatest(lo), greatest(hi));
    }

    private static double least(double[] ends) {
        double least = Double.POSITIVE_INFINITY;
        for (double end : ends) {
            least = Math.min(least, end);
        }
        return least;
    }

    private static double greatest(double[] ends) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double end : ends) {
            greatest = Math.max(greatest, end);
        }
        return greatest;
    }

    /**
     * Returns the smallest interval that contains all elements.
     *
     * @return [least low end, greatest high end] of the elements that are not empty; empty if there are none
     */
    public Interval hull() {
        Interval hull = Interval.EMPTY;
        for (int i = 0; i < lo.length; i++) {
            hull = hull.convexHull(get(i));
        }
        return hull;
    }

    /**
     * Returns the intersection of all elements.
     *
     * @return the numbers that lie in every element; all reals without elements
     */
    public Interval intersectionOfAll() {
        if (size() == 0) {
            return Interval.ENTIRE;
        }
        double low = greatest(lo);
        double high = least(hi);
        return low <= high ? new Interval(low, high) : Interval.EMPTY;
    }

    /**
     * Returns the sum of the elements of each group, rounded once as in {@link #sum()}.
     *
     * @param keys for each element the number of its group, from 0 to groups − 1
     * @param groups the number of groups
     * @return for each group the tightest interval that contains the sums; empty if an element of the group is, [0, 0]
     *     for a group without elements
     * @throws IllegalArgumentException if the number of keys is not that of the elements, if the number of groups is
     *     negative, or if a key is not the number of a group; the message names its index
     */
    public IntervalArray sumByKey(int[] keys, int groups) {
        if (keys.length != size()) {
            throw new IllegalArgumentException("keys: " + keys.length + " for " + size() + " elements");
        }
        if (groups < 0) {
            throw new IllegalArgumentException("groups: " + groups + " is negative");
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] < 0 || keys[i] >= groups) {
                throw new IllegalArgumentException(
                        "at index " + i + ", key: " + keys[i] + " is not one of the " + groups + " groups");
            }
        }
        return new IntervalArray(ArraySum.byKey(lo, keys, groups, true), ArraySum.byKey(hi, keys, groups, false));
    }

    // Relations, as the indices of the elements for which they hold.

    /**
     * Returns where the element is empty.
     *
     * @return the indices of empty elements
     */
    public BitSet isEmpty() {
        return where(i -> Double.isNaN(lo[i]));
    }

    /**
     * Returns where a number lies in the element.
     *
     * @param number any double
     * @return the indices at which {@code get(i).contains(number)}
     */
    public BitSet contains(double number) {
        return where(i -> get(i).contains(number));
    }

    /**
     * Returns where the element of this column is the same set as that of the other.
     *
     * @param that the other column
     * @return the indices at which {@code get(i).equals(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public BitSet isEqual(IntervalArray that) {
        requireSameSize(that);
        return where(i -> get(i).equals(that.get(i)));
    }

    /**
     * Returns where the element of this column lies in that of the other.
     *
     * @param that the other column
     * @return the indices at which {@code get(i).isSubset(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public BitSet isSubset(IntervalArray that) {
        requireSameSize(that);
        return where(i -> get(i).isSubset(that.get(i)));
    }

    /**
     * Returns where the element of this and that of the other column have no number in common.
     *
     * @param that the other column
     * @return the indices at which {@code get(i).isDisjoint(that.get(i))}; those that overlap are the others
     * @throws IllegalArgumentException if the lengths differ
     */
    public BitSet isDisjoint(IntervalArray that) {
        requireSameSize(that);
        return where(i -> get(i).isDisjoint(that.get(i)));
    }

    /**
     * Returns where the element is certainly at most that of the other column.
     *
     * @param that the other column
     * @return the indices at which {@code get(i).precedes(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public BitSet precedes(IntervalArray that) {
        requireSameSize(that);
        return where(i -> get(i).precedes(that.get(i)));
    }

    /**
     * Returns where the element is certainly less than that of the other column.
     *
     * @param that the other column
     * @return the indices at which {@code get(i).strictlyPrecedes(that.get(i))}
     * @throws IllegalArgumentException if the lengths differ
     */
    public BitSet strictlyPrecedes(IntervalArray that) {
        requireSameSize(that);
        return where(i -> get(i).strictlyPrecedes(that.get(i)));
    }

    /**
     * Returns where the element is possibly less than that of the other column: some number of the one is below some
     * number of the other.
     *
     * @param that the other column
     * @return the indices at which lo &lt; hi'; none at which an element is empty
     * @throws IllegalArgumentException if the lengths differ
     */
    public BitSet mayStrictlyPrecede(IntervalArray that) {
        requireSameSize(that);
        return where(i -> lo[i] < that.hi[i]);
    }

    private BitSet where(IntPredicate holds) {
        BitSet bits = new BitSet(size());
        for (int i = 0; i < lo.length; i++) {
            if (holds.test(i)) {
                bits.set(i);
            }
        }
        return bits;
    }

    /**
     * Returns the elements at the indices of a set, in order.
     *
     * @param indices the indices
     * @return the column of these
     * @throws IndexOutOfBoundsException if there is no element at an index
     */
    public IntervalArray select(BitSet indices) {
        return select(indices.stream().toArray());
    }

    /**
     * Returns the elements at some indices, in the order of the indices, which may repeat.
     *
     * @param indices the indices
     * @return the column of {@code get(indices[i])}
     * @throws IndexOutOfBoundsException if there is no element at an index
     */
    public IntervalArray select(int... indices) {
        double[] low = new double[indices.length];
        double[] high = new double[indices.length];
        for (int i = 0; i < low.length; i++) {
            int index = Objects.checkIndex(indices[i], size());
            low[i] = lo[index];
            high[i] = hi[index];
        }
        return new IntervalArray(low, high);
    }

    // Values and text.

    /**
     * Returns whether an object is a column of the same intervals in the same order.
     *
     * @param object any object
     * @return true if it is
     */
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof IntervalArray that && Arrays.equals(lo, that.lo) && Arrays.equals(hi, that.hi);
    }

    /**
     * Returns a hash code that equal columns share.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lo) + Arrays.hashCode(hi);
    }

    /**
     * Returns the elements as text, for a long column the first ten and the length, as in
     * {@code [[9780, 12031], [300, Infinity]]}.
     *
     * @return the text
     */
    @Override
    public String toString() {
        if (size() <= SHOWN) {
            return toList().toString();
        }
        String first = toList().subList(0, SHOWN).toString();
        return first.substring(0, first.length() - 1) + ", ... " + size() + " in all]";
    }

    private static final class View extends AbstractList<Interval> implements RandomAccess {
        private final IntervalArray column;

        View(IntervalArray column) {
            this.column = column;
        }

        @Override
        public Interval get(int index) {
            return column.get(index);
        }

        @Override
        public int size() {
            return column.size();
        }
    }
}
