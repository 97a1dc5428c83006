package org.muster.meta;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.muster.interval.Interval;
import org.muster.statistics.RangeEnclosure;

/**
 * The range of Q = Σw(y − μ)² over a box of estimates y and variances 1/w, where μ = Σwy/Σw. What guides the search is
 * computed in doubles; every bound and every value is enclosed in interval arithmetic.
 */
final class WeightedSquares {
    /** A part is closed when its bound exceeds the best value by less than this share. */
    private static final double TOLERANCE = 5e-13;

    private static final byte LOW = -1;
    private static final byte FREE = 0;
    private static final byte HIGH = 1;

    private final int n;
    private final Interval[] y;
    private final Interval[] variances;

    /** A part of the box: which estimates are at their low or high ends. Not a record, since it holds an array. */
    private static final class Node {
        final byte[] ends;
        final double bound;
        final int age;

        Node(byte[] ends, double bound, int age) {
            this.ends = ends;
            this.bound = bound;
            this.age = age;
        }
    }

    /** Sorted, so that the result does not depend on the order of the studies, and equal studies are neighbours. */
    WeightedSquares(List<Interval> estimates, List<Interval> variances) {
        n = estimates.size();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer i) -> estimates.get(i).inf())
                        .thenComparingDouble(i -> estimates.get(i).sup())
                        .thenComparingDouble(i -> variances.get(i).inf())
                        .thenComparingDouble(i -> variances.get(i).sup()))
                .mapToInt(i -> i)
                .toArray();
        y = Arrays.stream(order).mapToObj(estimates::get).toArray(Interval[]::new);
        this.variances = Arrays.stream(order).mapToObj(variances::get).toArray(Interval[]::new);
    }

    RangeEnclosure range(int nodes) {
        Interval low = least();
        if (Arrays.stream(y).allMatch(Interval::isSingleton)
                && Arrays.stream(variances).allMatch(Interval::isSingleton)) {
            return new RangeEnclosure(low, low, true);
        }
        Search search = new Search();
        boolean settled = search.run(nodes);
        return new RangeEnclosure(low, Interval.of(search.best, search.ceiling), settled);
    }

    // The least value: at the greatest variances, with y = clip(m, low, high) for the m with the least sum.

    private Interval least() {
        Interval[] w = weights(Interval::sup);
        double from = Arrays.stream(y).mapToDouble(Interval::inf).min().orElseThrow();
        double to = Arrays.stream(y).mapToDouble(Interval::sup).max().orElseThrow();
        double m = Roots.sink(at -> -slope(w, at).mid(), from, to);
        Interval at = squares(clipped(m), w, m);
        // The sum is convex in m, so nowhere below its tangent; its least value is where the slope changes its sign.
        Interval place = Interval.of(from, to).subtract(Interval.of(m));
        for (double step = Math.ulp(m); step < to - from; step *= 2) {
            if (slope(w, m - step).sup() < 0 && slope(w, m + step).inf() > 0) {
                place = Interval.of(-step, step).intersection(place);
                break;
            }
        }
        double low = at.add(slope(w, m).multiply(place)).inf();
        return Interval.of(Math.min(at.sup(), Math.max(0, low)), at.sup());
    }

    /** Returns the estimates that are nearest to a number. */
    private double[] clipped(double m) {
        return Arrays.stream(y)
                .mapToDouble(range -> Math.min(Math.max(m, range.inf()), range.sup()))
                .toArray();
    }

    /** Returns the slope of the least Σw(y − m)² by m. */
    private Interval slope(Interval[] w, double m) {
        return sum(clipped(m), w, m).multiply(Interval.of(-2));
    }

    private Interval[] weights(ToDoubleFunction<Interval> end) {
        return Arrays.stream(variances)
                .map(range -> Interval.of(end.applyAsDouble(range)).reciprocal())
                .toArray(Interval[]::new);
    }

    /** Returns Σw(y − m). */
    private static Interval sum(double[] values, Interval[] w, double m) {
        Interval sum = Interval.of(0);
        for (int i = 0; i < w.length; i++) {
            sum = sum.add(w[i].multiply(Interval.of(values[i]).subtract(Interval.of(m))));
        }
        return sum;
    }

    /** Returns Σw(y − m)². */
    private static Interval squares(double[] values, Interval[] w, double m) {
        Interval sum = Interval.of(0);
        for (int i = 0; i < w.length; i++) {
            sum = sum.add(w[i].multiply(
                    Interval.of(values[i]).subtract(Interval.of(m)).sqr()));
        }
        return sum;
    }

    /** The search for the greatest value, for fixed weights. */
    private final class Search {
        private final Interval[] w = weights(Interval::inf);
        private final double[] weight =
                Arrays.stream(w).mapToDouble(Interval::mid).toArray();
        private final Interval total = Arrays.stream(w).reduce(Interval.of(0), Interval::add);
        private double best;
        private double ceiling;

        /** Returns whether the search ended within a number of nodes. */
        boolean run(int nodes) {
            byte[] all = new byte[n];
            for (int i = 0; i < n; i++) {
                all[i] = y[i].isSingleton() ? LOW : FREE;
            }
            PriorityQueue<Node> open = new PriorityQueue<>(
                    Comparator.comparingDouble((Node node) -> -node.bound).thenComparingInt(node -> node.age));
            open.add(new Node(all, Double.POSITIVE_INFINITY, 0));
            int visited = 0;
            while (!open.isEmpty() && open.element().bound > enough() && visited < nodes) {
                visited++;
                visit(open.remove(), open, visited);
            }
            ceiling = open.isEmpty() ? ceiling : Math.max(ceiling, open.element().bound);
            return open.isEmpty() || open.element().bound <= enough();
        }

        private double enough() {
            return best * (1 + TOLERANCE);
        }

        private void visit(Node node, PriorityQueue<Node> open, int visited) {
            double m = middle(node.ends);
            double[] far = new double[n];
            int nearest = -1;
            for (int i = 0; i < n; i++) {
                far[i] = node.ends[i] == LOW || node.ends[i] == FREE && m > y[i].mid() ? y[i].inf() : y[i].sup();
                if (node.ends[i] == FREE
                        && (nearest < 0 || Math.abs(y[i].mid() - m) < Math.abs(y[nearest].mid() - m))) {
                    nearest = i;
                }
            }
            double bound = Math.min(node.bound, squares(far, w, m).sup());
            consider(balanced(node.ends, far, m));
            if (nearest < 0 || bound <= enough()) {
                ceiling = Math.max(ceiling, nearest < 0 ? best : bound);
                return;
            }
            // Of equal studies, those at their high ends may come first.
            byte[] high = node.ends.clone();
            byte[] low = node.ends.clone();
            int first = nearest;
            while (first > 0 && isEqual(first - 1, nearest) && node.ends[first - 1] == FREE) {
                first--;
            }
            high[first] = HIGH;
            for (int i = first; i < n && isEqual(i, first); i++) {
                low[i] = LOW;
            }
            open.add(new Node(high, bound, 2 * visited));
            open.add(new Node(low, bound, 2 * visited + 1));
        }

        private boolean isEqual(int i, int j) {
            return y[i].equals(y[j]) && variances[i].equals(variances[j]);
        }

        /** Returns the m at which the bound of a node, a convex function, is about least. */
        private double middle(byte[] ends) {
            double from = Arrays.stream(y).mapToDouble(Interval::inf).min().orElseThrow();
            double to = Arrays.stream(y).mapToDouble(Interval::sup).max().orElseThrow();
            return Roots.sink(
                    m -> {
                        double sum = 0;
                        for (int i = 0; i < n; i++) {
                            boolean isLow = ends[i] == LOW || ends[i] == FREE && m > y[i].mid();
                            sum += weight[i] * ((isLow ? y[i].inf() : y[i].sup()) - m);
                        }
                        return sum;
                    },
                    from,
                    to);
        }

        /** Returns the far ends, except that estimates about whose middles m lies are put on both sides in turn. */
        private double[] balanced(byte[] ends, double[] far, double m) {
            double[] values = far.clone();
            double sum = 0;
            boolean[] even = new boolean[n];
            for (int i = 0; i < n; i++) {
                even[i] = ends[i] == FREE && Math.abs(y[i].mid() - m) <= 1e-9 * y[i].wid();
                sum += even[i] ? 0 : weight[i] * (far[i] - m);
            }
            for (int i = 0; i < n; i++) {
                if (even[i]) {
                    values[i] = sum < 0 ? y[i].sup() : y[i].inf();
                    sum += weight[i] * (values[i] - m);
                }
            }
            return values;
        }

        /** Takes note of the value of a choice: Σw(y − m)² − (Σw(y − m))²/Σw for any m. */
        private void consider(double[] values) {
            double m = 0;
            for (int i = 0; i < n; i++) {
                m += weight[i] / total.mid() * values[i];
            }
            Interval off = sum(values, w, m).sqr().divide(total);
            Interval value = squares(values, w, m).subtract(off);
            best = Math.max(best, value.inf());
            ceiling = Math.max(ceiling, value.sup());
        }
    }
}
