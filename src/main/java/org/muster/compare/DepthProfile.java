package org.muster.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.muster.interval.Interval;

/**
 * How many of several ranges cover each number, and where most do. Where several ranges are covered equally often, all
 * are returned (Marzullo 1984 keeps one of them).
 *
 * <p>Ranges are closed: [1, 2] and [2, 3] both cover 2. Made in O(n log n) and O(n) memory; each question takes O(n).
 *
 * <p>Source: K. A. Marzullo, Maintaining the Time in a Distributed System, dissertation, Stanford University 1984.
 */
public final class DepthProfile {

    private static final int MOST_PRINTED = 20;

    private final int ranges;

    /** The distinct ends, in ascending order. */
    private final double[] ends;

    /** How many ranges cover each end. */
    private final int[] at;

    /** How many ranges cover the numbers between each end and the next. */
    private final int[] after;

    private DepthProfile(int ranges, double[] ends, int[] at, int[] after) {
        this.ranges = ranges;
        this.ends = ends;
        this.at = at;
        this.after = after;
    }

    /**
     * A part of the number line that is covered equally often throughout, its ends apart.
     *
     * @param range from its lower to its upper end, which may be covered more often
     * @param depth how many ranges cover it
     */
    public record Region(Interval range, int depth) {}

    /**
     * Returns the profile of some ranges.
     *
     * @param ranges the ranges, none of them empty
     * @return how many of them cover each number
     * @throws IllegalArgumentException if a range is empty; the message names its index
     */
    public static DepthProfile of(List<Interval> ranges) {
        int n = ranges.size();
        double[] lows = new double[n];
        double[] highs = new double[n];
        int next = 0;
        for (Interval range : ranges) {
            if (range.isEmpty()) {
                throw new IllegalArgumentException("ranges: the one at index " + next + " is empty: it covers nothing");
            }
            lows[next] = range.inf();
            highs[next++] = range.sup();
        }
        Arrays.sort(lows);
        Arrays.sort(highs);
        double[] ends = new double[2 * n];
        int[] at = new int[2 * n];
        int[] after = new int[2 * n];
        int depth = 0;
        int size = 0;
        int open = 0;
        for (int closed = 0; closed < n; size++) {
            double end = open < n && lows[open] < highs[closed] ? lows[open] : highs[closed];
            for (; open < n && lows[open] == end; open++) {
                depth++;
            }
            ends[size] = end;
            at[size] = depth;
            for (; closed < n && highs[closed] == end; closed++) {
                depth--;
            }
            after[size] = depth;
        }
        return new DepthProfile(n, Arrays.copyOf(ends, size), Arrays.copyOf(at, size), Arrays.copyOf(after, size));
    }

    /**
     * Returns how many ranges there are.
     *
     * @return from 0 up
     */
    public int ranges() {
        return ranges;
    }

    /**
     * Returns the greatest number of ranges that cover one number.
     *
     * @return from 0, where there are no ranges, to their number
     */
    public int depth() {
        return Arrays.stream(at).max().orElse(0);
    }

    /**
     * Returns how many ranges cover a number.
     *
     * @param number any number
     * @return from 0 up
     */
    public int at(double number) {
        int found = Arrays.binarySearch(ends, number + 0.0); // no negative zero
        return found >= 0 ? at[found] : found == -1 ? 0 : after[-found - 2];
    }

    /**
     * Returns what most ranges cover.
     *
     * @return the maximal ranges that are covered most often, from the lowest; none where there are no ranges
     */
    public List<Interval> deepest() {
        return coveredBy(Math.max(1, depth()));
    }

    /**
     * Returns what enough ranges cover.
     *
     * @param least how many ranges are enough, at least 1
     * @return the maximal ranges of which each number is covered by at least so many, from the lowest; possibly none
     * @throws IllegalArgumentException if the number of ranges is below 1
     */
    public List<Interval> coveredBy(int least) {
        requirePositive(least);
        List<Interval> covered = new ArrayList<>();
        int first = -1;
        for (int i = 0; i < ends.length; i++) {
            if (at[i] >= least && first < 0) {
                first = i;
            }
            if (first >= 0 && after[i] < least) {
                covered.add(range(first, i));
                first = -1;
            }
        }
        return covered;
    }

    /**
     * Returns what enough ranges cover, in parts that are covered equally often. A single number that is covered more
     * often than those around it is a part of its own.
     *
     * @param least how many ranges are enough, at least 1
     * @return the parts, from the lowest
     * @throws IllegalArgumentException if the number of ranges is below 1
     */
    public List<Region> regions(int least) {
        requirePositive(least);
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            int before = i == 0 ? 0 : after[i - 1];
            if (at[i] >= least && at[i] > before && at[i] > after[i]) {
                regions.add(new Region(range(i, i), at[i]));
            }
            if (after[i] >= least) {
                regions.add(new Region(range(i, i + 1), after[i]));
            }
        }
        return regions;
    }

    /**
     * Returns what each maximal agreeing group has in common. A group agrees if one number lies in all its ranges, and is
     * maximal if no other range can join it. [8, 9], [8, 12] and [10, 12] make two: [8, 9] and [10, 12].
     *
     * @return the common range of each group with the number of its ranges, from the lowest
     */
    public List<Region> groups() {
        List<Region> groups = new ArrayList<>();
        int lastOpened = -1;
        for (int i = 0; i < ends.length; i++) {
            if (at[i] > (i == 0 ? 0 : after[i - 1])) {
                lastOpened = i;
            }
            if (after[i] < at[i] && lastOpened >= 0) {
                groups.add(new Region(range(lastOpened, i), at[i]));
                lastOpened = -1;
            }
        }
        return groups;
    }

    private Interval range(int from, int to) {
        return Interval.of(ends[from], ends[to]);
    }

    private static void requirePositive(int least) {
        if (least < 1) {
            throw new IllegalArgumentException("least: " + least + " is below 1");
        }
    }

    /** Returns the first parts and how many ranges cover each: {@code [8, 9] 2, [9, 10] 1, [10, 12] 2}. */
    @Override
    public String toString() {
        List<Region> parts = regions(1);
        String first = parts.stream()
                .limit(MOST_PRINTED)
                .map(part -> part.range() + " " + part.depth())
                .collect(Collectors.joining(", "));
        return parts.size() <= MOST_PRINTED ? first : first + " and " + (parts.size() - MOST_PRINTED) + " more parts";
    }
}
