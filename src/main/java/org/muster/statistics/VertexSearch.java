package org.muster.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.interval.Interval;

/**
 * The greatest value of a convex statistic over all choices of values, which is attained with every value at an end of
 * its range. There are 2ⁿ such choices and the search is NP-hard in general (G. Xiang, M. Ceberio and V. Kreinovich,
 * Computing population variance and entropy under interval uncertainty, Reliable Computing 13, 2007); branch and bound with a concave relaxation ends soon on most data.
 *
 * <p>The relaxation replaces the square of a value by the chord over its range, so that its maximum has a simple form:
 * for some number c, the values whose key (for squares, the middle of the range) is above c are at their high ends,
 * those below at their low ends, and at most those with key c lie in between. Equal ranges form a group, for which only
 * the number of high ends counts. A node restricts these numbers. It is closed when it contains no better choice than
 * the best one found: because its bound, computed with all rounding upward, is not above the best value; or because its
 * own maximum is such a choice, which is proved by comparing all keys with c in interval arithmetic.
 */
final class VertexSearch {
    private final VertexProblem problem;
    private final int groups;
    private final double[] lo;
    private final double[] hi;
    private final int[] count;
    private final double[] key;
    private final double[] first;
    private final double[] second;
    private final double[] firstStep;
    private final double[] secondStep;

    /** By group: the least and the greatest number of values at the high end, and the number in the node's choice. */
    private final int[] least;

    private final int[] most;
    private final int[] chosen;

    private double best = Double.NEGATIVE_INFINITY;
    private double ceiling = Double.NEGATIVE_INFINITY;

    /** A restriction of one group on top of those of the parent. */
    private record Node(@Nullable Node parent, int group, int least, int most, double bound) {}

    private VertexSearch(VertexProblem problem, double[] lows, double[] highs) {
        this.problem = problem;
        int n = lows.length;
        double[] keys = new double[n];
        for (int i = 0; i < n; i++) {
            keys[i] = problem.key(lows[i], highs[i]);
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> keys[i])
                        .thenComparingDouble(i -> lows[i])
                        .thenComparingDouble(i -> highs[i]))
                .mapToInt(i -> i)
                .toArray();
        lo = new double[n];
        hi = new double[n];
        count = new int[n];
        int found = 0;
        for (int i : order) {
            if (found == 0 || lo[found - 1] != lows[i] || hi[found - 1] != highs[i]) {
                lo[found] = lows[i];
                hi[found] = highs[i];
                found++;
            }
            count[found - 1]++;
        }
        groups = found;
        key = new double[groups];
        first = new double[groups];
        second = new double[groups];
        firstStep = new double[groups];
        secondStep = new double[groups];
        least = new int[groups];
        most = new int[groups];
        chosen = new int[groups];
        for (int g = 0; g < groups; g++) {
            key[g] = problem.key(lo[g], hi[g]);
            first[g] = problem.first(lo[g]);
            second[g] = problem.second(lo[g]);
            firstStep[g] = problem.first(hi[g]) - first[g];
            secondStep[g] = problem.second(hi[g]) - second[g];
        }
    }

    /** An enclosure of the greatest value, and whether the search ended within the given number of nodes. */
    record Result(Interval value, boolean settled) {}

    /** Searches ranges with finite ends. */
    static Result greatest(VertexProblem problem, double[] lows, double[] highs, int nodes) {
        return new VertexSearch(problem, lows, highs).search(nodes);
    }

    private Result search(int nodes) {
        PriorityQueue<Node> open = new PriorityQueue<>(
                Comparator.comparingDouble((Node node) -> -node.bound).thenComparingInt(Node::group));
        open.add(new Node(null, -1, 0, 0, Double.POSITIVE_INFINITY));
        int visited = 0;
        while (!open.isEmpty() && open.element().bound > best && visited < nodes) {
            visited++;
            visit(open.remove(), open);
        }
        boolean settled = open.isEmpty() || open.element().bound <= best;
        double upper = settled ? ceiling : Math.max(ceiling, open.element().bound);
        return new Result(Interval.of(Math.min(best, upper), upper), settled);
    }

    private void visit(Node node, PriorityQueue<Node> open) {
        Arrays.fill(least, 0);
        for (int g = 0; g < groups; g++) {
            // A known value leaves no choice.
            most[g] = lo[g] == hi[g] ? 0 : count[g];
        }
        for (Node each = node; each != null; each = each.parent) {
            if (each.group >= 0) {
                least[each.group] = Math.max(least[each.group], each.least);
                most[each.group] = Math.min(most[each.group], each.most);
            }
        }
        double s1 = 0;
        double s2 = 0;
        for (int g = 0; g < groups; g++) {
            chosen[g] = most[g];
            s1 += count[g] * first[g] + most[g] * firstStep[g];
            s2 += count[g] * second[g] + most[g] * secondStep[g];
        }
        // Lower the groups one by one until c reaches the key of the next.
        int split = -1;
        double part = 0;
        for (int g = 0; g < groups; g++) {
            int width = most[g] - least[g];
            if (width > 0) {
                double before = problem.excess(key[g], s1, s2);
                if (before >= 0) {
                    break;
                }
                double after = problem.excess(key[g], s1 - width * firstStep[g], s2 - width * secondStep[g]);
                double lowered = after >= 0 ? width * (before / (before - after)) : width;
                s1 -= lowered * firstStep[g];
                s2 -= lowered * secondStep[g];
                chosen[g] = least[g];
                if (after >= 0) {
                    split = g;
                    part = most[g] - lowered;
                    break;
                }
            }
        }
        boolean whole = true;
        if (split >= 0) {
            int down = (int) Math.min(Math.max(Math.floor(part), least[split]), most[split] - 1.0);
            whole = part == down || part == down + 1.0;
            chosen[split] = whole ? (int) part : better(split, down, part, s1, s2);
        }
        int doubtful = evaluate(whole);
        if (whole && doubtful < 0) {
            return;
        }
        double bound = Math.min(node.bound, bound(s1, s2));
        if (bound <= best) {
            return;
        }
        int group = whole ? doubtful : split;
        int end = whole
                ? chosen[group] > least[group] ? chosen[group] - 1 : chosen[group]
                : (int) Math.min(Math.max(Math.floor(part), least[group]), most[group] - 1.0);
        open.add(new Node(node, group, least[group], end, bound));
        open.add(new Node(node, group, end + 1, most[group], bound));
    }

    private int better(int split, int down, double part, double s1, double s2) {
        double low = problem.value(s1 + (down - part) * firstStep[split], s2 + (down - part) * secondStep[split]);
        double high =
                problem.value(s1 + (down + 1 - part) * firstStep[split], s2 + (down + 1 - part) * secondStep[split]);
        return low > high ? down : down + 1;
    }

    /**
     * Evaluates the chosen values. Returns a group that prevents the proof that they are the best of the node, or −1 if
     * they are.
     */
    private int evaluate(boolean prove) {
        double[] values = values();
        Interval value = problem.value(values);
        best = Math.max(best, value.inf());
        ceiling = Math.max(ceiling, value.sup());
        if (!prove) {
            return -1;
        }
        Interval threshold = problem.threshold(values);
        for (int g = 0; g < groups; g++) {
            if (least[g] < most[g]) {
                Interval exact = problem.exactKey(lo[g], hi[g]);
                if (chosen[g] > least[g] && !(exact.inf() >= threshold.sup())
                        || chosen[g] < most[g] && !(exact.sup() <= threshold.inf())) {
                    return g;
                }
            }
        }
        return -1;
    }

    private double[] values() {
        double[] values = new double[Arrays.stream(count, 0, groups).sum()];
        int i = 0;
        for (int g = 0; g < groups; g++) {
            Arrays.fill(values, i, i + count[g] - chosen[g], lo[g]);
            Arrays.fill(values, i + count[g] - chosen[g], i + count[g], hi[g]);
            i += count[g];
        }
        return values;
    }

    /**
     * Returns an upper bound of all choices of the node: any parameters give a bound, those of the relaxation the best.
     */
    private double bound(double s1, double s2) {
        VertexProblem.Bound terms = problem.bound(s1, s2);
        double sum = 0;
        double magnitudes = 0;
        for (int g = 0; g < groups; g++) {
            double high = terms.term(hi[g]);
            double low = terms.term(lo[g]);
            int t = high > low ? most[g] : least[g];
            sum += t * high + (count[g] - t) * low;
            magnitudes += t * terms.magnitude(hi[g]) + (count[g] - t) * terms.magnitude(lo[g]);
        }
        return terms.bound(Sums.upperBound(sum, magnitudes, groups));
    }
}
