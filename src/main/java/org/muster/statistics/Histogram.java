package org.muster.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.muster.interval.Interval;

/**
 * The number of values of a sample in each of several bins, as ranges of counts. Each count is exact by itself, but the
 * counts do not vary independently, since every value lies in one bin.
 *
 * @param bins the bins in ascending order
 * @param below the number of values below the first bin
 * @param above the number of values above the last bin
 */
public record Histogram(List<Bin> bins, Interval below, Interval above) {

    /** Copies the list. */
    public Histogram {
        bins = List.copyOf(Objects.requireNonNull(bins, "bins"));
        Objects.requireNonNull(below, "below");
        Objects.requireNonNull(above, "above");
    }

    /**
     * A bin from one edge (inclusive) to the next (exclusive); the last bin includes both.
     *
     * @param from the lower edge
     * @param to the upper edge
     * @param count from the number of ranges entirely in the bin to that of ranges that overlap it
     */
    public record Bin(double from, double to, Interval count) {

        /** Checks that there is a count. */
        public Bin {
            Objects.requireNonNull(count, "count");
        }

        /** Returns the edges and the count: {@code 0.0 to 800.0: [2, 3]}. */
        @Override
        public String toString() {
            return from + " to " + to + ": " + count;
        }
    }

    /**
     * Returns the histogram of a sample, in O((n + k) log k) for k bins.
     *
     * @param sample the ranges of the values
     * @param edges at least two numbers in ascending order
     * @return the counts
     * @throws IllegalArgumentException if there are fewer than two edges, one is not a real number, or one is not above
     *     the one before
     */
    public static Histogram of(Sample sample, double... edges) {
        Objects.requireNonNull(sample, "sample");
        int bins = Objects.requireNonNull(edges, "edges").length - 1;
        if (bins < 1) {
            throw new IllegalArgumentException("edges: " + edges.length + " given, at least two are needed");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || i > 0 && edges[i] <= edges[i - 1]) {
                throw new IllegalArgumentException(
                        "edges: " + edges[i] + " at index " + i + " is not a number above the one before");
            }
        }
        // Place 0 is below the bins, place k + 1 above them. Where ranges begin and end tells how many may be in a
        // place.
        int[] certain = new int[bins + 2];
        int[] changes = new int[bins + 3];
        for (int i = 0; i < sample.size(); i++) {
            int first = place(sample.ranges().inf(i), edges);
            int last = place(sample.ranges().sup(i), edges);
            certain[first] += first == last ? 1 : 0;
            changes[first]++;
            changes[last + 1]--;
        }
        List<Interval> counts = new ArrayList<>();
        int possible = 0;
        for (int place = 0; place < certain.length; place++) {
            possible += changes[place];
            counts.add(Interval.of(certain[place], possible));
        }
        List<Bin> list = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            list.add(new Bin(edges[i], edges[i + 1], counts.get(i + 1)));
        }
        return new Histogram(list, counts.get(0), counts.get(bins + 1));
    }

    private static int place(double end, double[] edges) {
        int found = Arrays.binarySearch(edges, end);
        int place = found >= 0 ? found + 1 : -found - 1;
        return end == edges[edges.length - 1] ? edges.length - 1 : place;
    }

    /** Returns the counts in ascending order: {@code below: [0, 0], 0.0 to 800.0: [2, 3], above: [1, 2]}. */
    @Override
    public String toString() {
        return "below: " + below + ", " + bins.stream().map(Bin::toString).collect(Collectors.joining(", "))
                + ", above: " + above;
    }
}
