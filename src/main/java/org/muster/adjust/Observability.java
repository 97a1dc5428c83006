package org.muster.adjust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which values an adjustment determines: all observed ones, and those of the others that cannot move while the observed
 * ones keep their adjusted values and all constraints hold.
 *
 * <p>Whether a quantity can move depends only on the directions that the equations and the active inequalities allow.
 * It can move up if and only if it rises along the allowed direction nearest to its own axis.
 */
final class Observability {

    private static final double MOVES = 1e-8;

    private Observability() {}

    /** Returns, for each quantity, whether it is determined at a point that satisfies the constraints. */
    static boolean[] of(
            List<Observation> observations, List<ScaledConstraint> constraints, double[] point, double tolerance) {
        boolean[] determined = new boolean[observations.size()];
        int[] numbers = new int[observations.size()];
        int unobserved = 0;
        for (int i = 0; i < numbers.length; i++) {
            determined[i] = observations.get(i).value().isPresent();
            numbers[i] = determined[i] ? -1 : unobserved++;
        }
        List<ScaledConstraint> equations = new ArrayList<>();
        List<ScaledConstraint> tight = new ArrayList<>();
        for (ScaledConstraint constraint : constraints) {
            if (constraint.equality || constraint.slack(point) <= tolerance) {
                ScaledConstraint directions = constraint.on(numbers).onDirections();
                if (directions.quantities.length > 0) {
                    tight.add(directions);
                    if (directions.equality) {
                        equations.add(directions);
                    }
                }
            }
        }
        double[] still = new double[unobserved];
        double[] free = new double[unobserved];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        EqualityConstrainedLeastSquares byEquations = new EqualityConstrainedLeastSquares(still, free, equations);
        EqualityConstrainedLeastSquares atMost = new EqualityConstrainedLeastSquares(still, free, tight);
        for (int i = 0; i < numbers.length; i++) {
            int number = numbers[i];
            if (number >= 0) {
                determined[i] = byEquations.isDetermined(number)
                        || atMost.isDetermined(number)
                                && !moves(number, 1, unobserved, tight)
                                && !moves(number, -1, unobserved, tight);
            }
        }
        return determined;
    }

    private static boolean moves(int number, double way, int size, List<ScaledConstraint> directions) {
        double[] own = new double[size];
        double[] scales = new double[size];
        Arrays.fill(scales, 1);
        own[number] = way;
        return DualActiveSet.nearest(own, scales, directions).point()[number] * way > MOVES;
    }
}
