package org.muster.statistics;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.muster.interval.Interval;

/**
 * The greatest value of a function over a box by interval branch and bound: a part of the box is discarded when its
 * bound is not above a value that is attained. Bounds are those of interval arithmetic and of the mean value form; a
 * variable in which the function is monotone is fixed at its end (R. E. Moore, R. B. Kearfott and M. J. Cloud,
 * Introduction to Interval Analysis, 2009).
 */
final class BoxSearch {
    /** A part is discarded when its bound exceeds the best value by less than this share. */
    private static final double TOLERANCE = 1e-9;

    private static final int SWEEPS = 2;

    /** A climb takes time quadratic in the number of variables, so there must not be too many. */
    private static final int CLIMBED = 400;

    /** The most variables that all nodes together may hold. */
    private static final int MEMORY = 20_000_000;

    /** A function of several variables. */
    interface Function {
        /** Encloses the function on a box; empty if it is defined nowhere on it. */
        Interval at(Interval[] box);

        /** Encloses the partial derivatives on a box. */
        Interval[] slopes(Interval[] box);

        /** Returns whether the function is linear in each variable, so that its maximum is at ends. */
        boolean isMultilinear();
    }

    /** Not a record, since it holds an array. */
    private static final class Node {
        final Interval[] box;
        final double bound;
        final long age;

        Node(Interval[] box, double bound, long age) {
            this.box = box;
            this.bound = bound;
            this.age = age;
        }
    }

    private final Function function;
    private double best = Double.NEGATIVE_INFINITY;
    private double ceiling = Double.NEGATIVE_INFINITY;

    private BoxSearch(Function function) {
        this.function = function;
    }

    static VertexSearch.Result greatest(Function function, Interval[] box, int nodes) {
        return new BoxSearch(function).search(box, nodes);
    }

    private VertexSearch.Result search(Interval[] box, int nodes) {
        PriorityQueue<Node> open = new PriorityQueue<>(
                Comparator.comparingDouble((Node node) -> -node.bound).thenComparingLong(node -> node.age));
        open.add(new Node(box, Double.POSITIVE_INFINITY, 0));
        if (box.length <= CLIMBED) {
            climb(box);
        }
        int most = Math.min(nodes, Math.max(1, MEMORY / box.length));
        int visited = 0;
        while (!open.isEmpty() && open.element().bound > enough() && visited < most) {
            visited++;
            visit(open.remove(), open, visited);
        }
        boolean settled = open.isEmpty() || open.element().bound <= enough();
        double upper = open.isEmpty() ? ceiling : Math.max(ceiling, open.element().bound);
        return new VertexSearch.Result(
                upper == Double.NEGATIVE_INFINITY ? Interval.EMPTY : Interval.of(Math.min(best, upper), upper),
                settled);
    }

    /** Finds a large value: each variable in turn is set to its low end, its middle or its high end. */
    private void climb(Interval[] box) {
        Interval[] point = box.clone();
        for (int i = 0; i < box.length; i++) {
            point[i] = Interval.of(box[i].mid());
        }
        consider(function.at(point));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < box.length; i++) {
                Interval kept = point[i];
                for (double at : new double[] {box[i].inf(), box[i].mid(), box[i].sup()}) {
                    point[i] = Interval.of(at);
                    double before = best;
                    consider(function.at(point));
                    kept = best > before ? point[i] : kept;
                }
                point[i] = kept;
            }
        }
    }

    private double enough() {
        return best == Double.NEGATIVE_INFINITY ? best : best + Math.abs(best) * TOLERANCE;
    }

    private void visit(Node node, PriorityQueue<Node> open, int visited) {
        Interval[] box = node.box.clone();
        Interval[] slopes = function.slopes(box);
        boolean changed = true;
        for (int round = 0; changed && round < 4; round++) {
            changed = false;
            for (int i = 0; i < box.length; i++) {
                if (!box[i].isSingleton() && (slopes[i].inf() >= 0 || slopes[i].sup() <= 0)) {
                    box[i] = Interval.of(slopes[i].inf() >= 0 ? box[i].sup() : box[i].inf());
                    changed = true;
                }
            }
            slopes = changed ? function.slopes(box) : slopes;
        }
        Interval[] middle = box.clone();
        Interval[] corner = box.clone();
        int widest = -1;
        double weight = -1;
        for (int i = 0; i < box.length; i++) {
            if (!box[i].isSingleton()) {
                middle[i] = Interval.of(box[i].mid());
                corner[i] = Interval.of(slopes[i].mid() > 0 ? box[i].sup() : box[i].inf());
                double part = Math.min(slopes[i].mag(), Double.MAX_VALUE / 0x1p60) * box[i].wid();
                if (part > weight) {
                    weight = part;
                    widest = i;
                }
            }
        }
        Interval value = function.at(middle);
        consider(value);
        if (widest < 0) {
            ceiling = Math.max(ceiling, value.sup());
            return;
        }
        consider(function.at(corner));
        Interval rise = value;
        for (int i = 0; i < box.length; i++) {
            rise = rise.add(box[i].subtract(middle[i]).multiply(slopes[i]));
        }
        double bound = Math.min(node.bound, function.at(box).sup());
        bound = value.isEmpty() ? bound : Math.min(bound, rise.sup());
        if (bound <= enough()) {
            ceiling = Math.max(ceiling, bound);
            return;
        }
        double at = box[widest].mid();
        boolean ends = function.isMultilinear() || at <= box[widest].inf() || at >= box[widest].sup();
        Interval[] low = box.clone();
        low[widest] = ends ? Interval.of(box[widest].inf()) : Interval.of(box[widest].inf(), at);
        Interval[] high = box.clone();
        high[widest] = ends ? Interval.of(box[widest].sup()) : Interval.of(at, box[widest].sup());
        open.add(new Node(low, bound, 2L * visited));
        open.add(new Node(high, bound, 2L * visited + 1));
    }

    private void consider(Interval value) {
        if (!value.isEmpty()) {
            best = Math.max(best, value.inf());
        }
    }
}
