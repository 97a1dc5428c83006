package org.muster.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.muster.interval.Interval;
import org.muster.interval.Reductions;

/**
 * The Gini index D / (nS) with D = Σ|x(i) − x(j)| over all pairs and S = Σx.
 *
 * <p>The maximum is attained with each value at an end. D is the integral of N(t)(n − N(t)), where N(t) is the number
 * of values above t; with a share y of each value at its high end, N is linear in y, so that D − τnS is concave. Its
 * tangent at any y bounds it from above, and thereby the index: τ + (greatest rise of the tangent) / (n · least sum).
 * The Frank–Wolfe method finds a good y, and branch and bound continues from there. If a range has both ends at or
 * above those of another, its value need not be at the low end while the other's is at the high end, so few choices
 * remain if few ranges lie within others.
 */
final class GiniIndex {
    /** The number of steps towards the best tangent of a node. More steps give better bounds but cost time. */
    private static final int STEPS = 40;

    /**
     * The most states that all nodes together may hold. Large samples have few ranges that matter, and get fewer nodes.
     */
    private static final int MEMORY = 20_000_000;

    private static final byte FREE = 0;
    private static final byte LOW = 1;
    private static final byte HIGH = 2;

    private final int n;
    private final double[] lo;
    private final double[] hi;
    private final double[] ends;
    private final int[] from;
    private final int[] to;
    private final double error;
    private final double[] share;
    private final double[] count;
    private final double[] integral;

    private double best = Double.NEGATIVE_INFINITY;
    private double ceiling = Double.NEGATIVE_INFINITY;

    /** Not a record, since it holds an array. */
    private static final class Node {
        final byte[] states;
        final double bound;
        final long age;

        Node(byte[] states, double bound, long age) {
            this.states = states;
            this.bound = bound;
            this.age = age;
        }
    }

    private GiniIndex(Sample sample) {
        n = sample.size();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> sample.ranges().inf(i))
                        .thenComparingDouble(i -> sample.ranges().sup(i)))
                .mapToInt(i -> i)
                .toArray();
        lo = Arrays.stream(order).mapToDouble(sample.ranges()::inf).toArray();
        hi = Arrays.stream(order).mapToDouble(sample.ranges()::sup).toArray();
        ends = IntStream.range(0, 2 * n)
                .mapToDouble(i -> i < n ? lo[i] : hi[i - n])
                .sorted()
                .distinct()
                .toArray();
        from = Arrays.stream(lo).mapToInt(x -> Arrays.binarySearch(ends, x)).toArray();
        to = Arrays.stream(hi).mapToInt(x -> Arrays.binarySearch(ends, x)).toArray();
        // N is off by at most 2n roundings of at most n, so the integral is off by a little more than n times that.
        double span = ends[ends.length - 1] - ends[0];
        error = 8.0 * n * n * n * (span + ends[ends.length - 1]) * 0x1p-53;
        share = new double[n];
        count = new double[ends.length];
        integral = new double[ends.length];
    }

    static RangeEnclosure of(Sample sample, int nodes) {
        int n = sample.size();
        Interval low = least(SharesOfTotal.path(sample), n);
        if (nodes == 0) {
            return RangeEnclosure.lowOnly(low);
        }
        if (!sample.isBounded()) {
            return new RangeEnclosure(low, Interval.of(n - 1).divide(Interval.of(n)), true);
        }
        return new GiniIndex(sample).greatest(low, nodes);
    }

    // The least one.

    /**
     * Returns the minimum. The slope is constant between ends, so c is an end. With z certain zeros, the index G of the
     * other m values becomes (mG + z)/n.
     */
    private static Interval least(ClipPath path, int n) {
        Interval zeros = Interval.of(n - path.n);
        if (path.canMeet()) {
            return zeros.divide(Interval.of(n));
        }
        path.settle((c, below, above) -> {
            // To the right of this end more values are fixed at their high ends, to the left more at their low ends.
            if (slope(path, c, path.below(Math.nextUp(c)) - above) < 0) {
                return -1;
            }
            return slope(path, c, below - (path.n - path.upTo(Math.nextDown(c)))) > 0 ? 1 : 0;
        });
        // The minimum is at the first end where the index does not fall or the last one where it does not rise.
        Interval first = at(path, path.below < path.n ? path.hi[path.below] : Double.POSITIVE_INFINITY);
        Interval last = at(path, path.above < path.n ? path.lo[path.n - path.above - 1] : Double.POSITIVE_INFINITY);
        Interval least = first.min(last);
        return least.multiply(Interval.of(path.n)).add(zeros).divide(Interval.of(n));
    }

    private static Interval at(ClipPath path, double c) {
        return c == Double.POSITIVE_INFINITY ? Interval.of(1) : of(path.clipped(c));
    }

    /** Returns the sign of (b − a)S − D, where b − a values more are fixed at their high than at their low ends. */
    private static int slope(ClipPath path, double c, int difference) {
        int below = path.below(c);
        int above = path.n - path.upTo(c);
        double sum = (double) difference * (path.n - below - above) * c;
        double magnitudes = Math.abs(sum);
        for (int i = 0; i < below; i++) {
            double first = difference * path.hi[i];
            double second = (2.0 * i + 1 - path.n) * (path.hi[i] - c);
            sum += first - second;
            magnitudes += Math.abs(first) + Math.abs(second);
        }
        for (int i = path.n - above; i < path.n; i++) {
            double first = difference * path.lo[i];
            double second = (2.0 * i + 1 - path.n) * (path.lo[i] - c);
            sum += first - second;
            magnitudes += Math.abs(first) + Math.abs(second);
        }
        int sign = Sums.certainSign(sum, 4 * magnitudes, below + above);
        if (sign != 0) {
            return sign;
        }
        double[] weights = new double[path.n];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = difference - (2.0 * i + 1 - path.n);
        }
        return Sums.signOfDot(weights, path.clipped(c));
    }

    /** Returns the index of values in ascending order. */
    private static Interval of(double[] sorted) {
        int n = sorted.length;
        double[] ranks = new double[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = 2.0 * i + 1 - n;
        }
        Interval sum = Reductions.enclosedSum(sorted);
        return sum.sup() == 0
                ? Interval.of(0)
                : Reductions.enclosedDot(ranks, sorted).divide(sum.multiply(Interval.of(n)));
    }

    // The greatest one.

    private RangeEnclosure greatest(Interval low, int nodes) {
        PriorityQueue<Node> open = new PriorityQueue<>(
                Comparator.comparingDouble((Node node) -> -node.bound).thenComparingLong(node -> node.age));
        byte[] states = new byte[n];
        for (int i = 0; i < n; i++) {
            // A known value leaves no choice.
            states[i] = lo[i] == hi[i] ? LOW : FREE;
        }
        open.add(new Node(states, 1, 0));
        int visited = 0;
        int most = Math.min(nodes, Math.max(1, MEMORY / n));
        while (!open.isEmpty() && open.element().bound > best && visited < most) {
            visited++;
            visit(open.remove(), open, visited);
        }
        boolean settled = open.isEmpty() || open.element().bound <= best;
        double upper = settled ? ceiling : Math.max(ceiling, open.element().bound);
        return new RangeEnclosure(low, Interval.of(Math.min(best, upper), upper), settled);
    }

    private void visit(Node node, PriorityQueue<Node> open, int visited) {
        byte[] states = node.states;
        double leastSum = 0;
        int free = 0;
        for (int i = 0; i < n; i++) {
            share[i] = states[i] == HIGH ? 1 : states[i] == LOW ? 0 : 0.5;
            free += states[i] == FREE ? 1 : 0;
            leastSum += states[i] == HIGH ? hi[i] : lo[i];
        }
        if (free == 0) {
            evaluate(share);
            return;
        }
        double bound = node.bound;
        double[] slopes = new double[n];
        double[] vertex = new double[n];
        double[] top = share.clone();
        double topValue = -1;
        for (int step = 0; step < STEPS && sum(share) > 0; step++) {
            double index = slopes(slopes);
            double rise = 0;
            for (int i = 0; i < n; i++) {
                vertex[i] = states[i] != FREE ? share[i] : slopes[i] > 0 ? 1 : 0;
                rise += slopes[i] * (vertex[i] - share[i]);
            }
            double tangent = index + 1.0000001 * (rise + 2 * error) / (n * leastSum) + 0x1p-50;
            bound = tangent < bound ? tangent : bound;
            // Not a number, if rounding of the greatest values drowns all others.
            if (bound <= best || !(rise > 0)) {
                break;
            }
            double value = approximate(vertex);
            if (value > topValue) {
                topValue = value;
                top = vertex.clone();
            }
            double curvature = curvature(vertex);
            double move = curvature > 0 ? Math.min(1, rise / (2 * curvature)) : 1;
            for (int i = 0; i < n; i++) {
                share[i] += move * (vertex[i] - share[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            vertex[i] = Math.rint(share[i]);
        }
        evaluate(approximate(vertex) > topValue ? vertex : top);
        if (bound <= best) {
            return;
        }
        int branch = -1;
        double widest = -1;
        for (int i = 0; i < n; i++) {
            double weight = (share[i] * (1 - share[i]) + 1e-6) * (hi[i] - lo[i]);
            if (states[i] == FREE && weight > widest) {
                widest = weight;
                branch = i;
            }
        }
        open.add(new Node(restricted(states, branch, LOW), bound, 2L * visited));
        open.add(new Node(restricted(states, branch, HIGH), bound, 2L * visited + 1));
    }

    /** Returns the states with one more value fixed at an end, and without choices that this makes unnecessary. */
    private byte[] restricted(byte[] states, int branch, byte state) {
        byte[] restricted = states.clone();
        for (int i = 0; i < n; i++) {
            boolean follows = state == LOW
                    ? i <= branch && lo[i] <= lo[branch] && hi[i] <= hi[branch]
                    : i >= branch && lo[i] >= lo[branch] && hi[i] >= hi[branch];
            if (restricted[i] == FREE && follows) {
                restricted[i] = state;
            }
        }
        return restricted;
    }

    /** Sets {@link #count} to N between one end and the next and returns D. */
    private double count(double[] shares) {
        Arrays.fill(count, 0);
        for (int i = 0; i < n; i++) {
            count[from[i]] -= 1 - shares[i];
            count[to[i]] -= shares[i];
        }
        double above = n;
        double d = 0;
        for (int k = 0; k < ends.length; k++) {
            above += count[k];
            count[k] = above;
            d += k + 1 < ends.length ? above * (n - above) * (ends[k + 1] - ends[k]) : 0;
        }
        return d;
    }

    private double sum(double[] shares) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += lo[i] + shares[i] * (hi[i] - lo[i]);
        }
        return sum;
    }

    /** Returns the slopes of D − τnS by the shares, at the present ones with their index τ, which is returned. */
    private double slopes(double[] slopes) {
        double d = count(share);
        double index = d / (n * sum(share));
        integral[0] = 0;
        for (int k = 0; k + 1 < ends.length; k++) {
            integral[k + 1] = integral[k] + (n - 2 * count[k]) * (ends[k + 1] - ends[k]);
        }
        for (int i = 0; i < n; i++) {
            slopes[i] = integral[to[i]] - integral[from[i]] - index * n * (hi[i] - lo[i]);
        }
        return index;
    }

    /** Returns half the rate at which the slope of D falls on the way to a vertex. */
    private double curvature(double[] vertex) {
        double[] changes = new double[ends.length];
        for (int i = 0; i < n; i++) {
            changes[from[i]] += vertex[i] - share[i];
            changes[to[i]] -= vertex[i] - share[i];
        }
        double change = 0;
        double sum = 0;
        for (int k = 0; k + 1 < ends.length; k++) {
            change += changes[k];
            sum += change * change * (ends[k + 1] - ends[k]);
        }
        return sum;
    }

    private double approximate(double[] vertex) {
        double sum = sum(vertex);
        return sum > 0 ? count(vertex) / (n * sum) : 0;
    }

    private void evaluate(double[] vertex) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = vertex[i] > 0 ? hi[i] : lo[i];
        }
        Arrays.sort(values);
        Interval value = of(values);
        best = Math.max(best, value.inf());
        ceiling = Math.max(ceiling, value.sup());
    }
}
