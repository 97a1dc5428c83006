package org.muster.adjust;

import java.util.ArrayList;
import java.util.List;

/**
 * The point nearest to a centre that satisfies constraints: min Σ ((xᵢ − cᵢ) / sᵢ)², by the dual active set method of
 * Goldfarb and Idnani (1983), "A numerically stable dual method for solving strictly convex quadratic programs",
 * Mathematical Programming 27. It needs no feasible starting point. Each full step increases the distance, and between
 * two full steps constraints are only dropped, so it terminates.
 */
final class DualActiveSet {

    /** The tolerated violation of a constraint, as a share of the greatest number involved. */
    private static final double MISS = 1e-12;

    /** What rounding may leave of a unit normal that depends on others. */
    private static final double DEPENDENT = 1e-11;

    private final List<ScaledConstraint> constraints;
    private final double[] centre;
    private final double[] scale;
    private final int size;
    // Corrections in units of the scales: small numbers, however large the values are.
    private final double[] z;
    // Columns of an orthogonal matrix. The first ones span the normals of the active constraints; r holds their
    // coordinates.
    private final double[][] q;
    private final double[][] r;
    private final List<Integer> active = new ArrayList<>();
    private final List<Double> multipliers = new ArrayList<>();
    // 1, or −1 for equations that were approached from above.
    private final List<Double> sides = new ArrayList<>();
    private final boolean[] isActive;
    private int iterations;

    private DualActiveSet(double[] centre, double[] scale, List<ScaledConstraint> constraints) {
        this.constraints = constraints;
        this.centre = centre;
        this.scale = scale;
        this.size = centre.length;
        this.z = new double[size];
        this.q = new double[size][size];
        this.r = new double[size][size];
        this.isActive = new boolean[constraints.size()];
        for (int i = 0; i < size; i++) {
            q[i][i] = 1;
        }
    }

    /**
     * Finds the nearest point.
     *
     * @throws IllegalArgumentException if no point satisfies all constraints; the message names some that contradict
     *     each other, none of which can be omitted
     * @throws ArithmeticException if it takes more steps than it could in exact arithmetic
     */
    static DualActiveSet nearest(double[] centre, double[] scale, List<ScaledConstraint> constraints) {
        DualActiveSet method = new DualActiveSet(centre, scale, constraints);
        method.run();
        return method;
    }

    /** Returns the nearest point. */
    double[] point() {
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = centre[i] + scale[i] * z[i];
        }
        return x;
    }

    /** Returns the active constraints at the point, which have independent normals. */
    List<ScaledConstraint> active() {
        return active.stream().map(constraints::get).toList();
    }

    /** Returns how many times a constraint was added or dropped. */
    int iterations() {
        return iterations;
    }

    private void run() {
        for (int c = 0; c < constraints.size(); c++) {
            if (constraints.get(c).equality) {
                satisfy(c);
            }
        }
        for (int worst = mostMissed(); worst >= 0; worst = mostMissed()) {
            satisfy(worst);
        }
    }

    private int mostMissed() {
        double[] x = point();
        double tolerance = MISS * greatest(x);
        int worst = -1;
        double farthest = 0;
        for (int c = 0; c < constraints.size(); c++) {
            ScaledConstraint constraint = constraints.get(c);
            if (!constraint.equality && !isActive[c]) {
                double miss = constraint.miss(x);
                double distance = miss / length(constraint);
                if (miss > tolerance && distance > farthest) {
                    farthest = distance;
                    worst = c;
                }
            }
        }
        return worst;
    }

    private double greatest(double[] x) {
        double greatest = Double.MIN_NORMAL;
        for (int i = 0; i < size; i++) {
            greatest = Math.max(greatest, Math.max(Math.abs(x[i]), Math.abs(centre[i])));
        }
        for (ScaledConstraint constraint : constraints) {
            greatest = Math.max(greatest, Math.abs(constraint.constant));
        }
        return greatest;
    }

    private double length(ScaledConstraint constraint) {
        double squares = 0;
        for (int t = 0; t < constraint.quantities.length; t++) {
            double part = constraint.coefficients[t] * scale[constraint.quantities[t]];
            squares += part * part;
        }
        return Math.sqrt(squares);
    }

    /** Moves to the nearest point that satisfies one more constraint. */
    private void satisfy(int added) {
        ScaledConstraint constraint = constraints.get(added);
        double length = length(constraint);
        double slack = constraint.slack(point()) / length;
        // An equation is approached from the side on which it is violated.
        double side = slack > 0 ? -1 : 1;
        double miss = Math.abs(slack);
        if (!Double.isFinite(miss)) {
            throw new ArithmeticException(
                    "values, variances or coefficients are too far apart for double precision in \"" + constraint.name
                            + '"');
        }
        double[] d = new double[size];
        for (int k = 0; k < size; k++) {
            for (int t = 0; t < constraint.quantities.length; t++) {
                int i = constraint.quantities[t];
                d[k] += q[k][i] * constraint.coefficients[t] * scale[i];
            }
            d[k] *= side / length;
        }
        double gained = 0;
        while (true) {
            if (++iterations > 100 + 50 * (size + constraints.size())) {
                throw new ArithmeticException("no adjusted values after " + iterations
                        + " steps: variances or coefficients are too far apart for double precision");
            }
            double free = tailSquares(d);
            boolean dependent = free <= DEPENDENT * DEPENDENT;
            if (dependent && constraint.equality && miss * length <= MISS * 10 * greatest(point())) {
                return;
            }
            double[] w = weights(d);
            int blocking = blocking(w);
            double dualStep = blocking < 0 ? Double.POSITIVE_INFINITY : multipliers.get(blocking) / w[blocking];
            double fullStep = dependent ? Double.POSITIVE_INFINITY : miss / free;
            double step = Math.min(dualStep, fullStep);
            if (step == Double.POSITIVE_INFINITY) {
                throw contradiction(added, w);
            }
            for (int a = 0; a < w.length; a++) {
                multipliers.set(a, multipliers.get(a) - step * w[a]);
            }
            gained += step;
            if (!dependent) {
                for (int k = active.size(); k < size; k++) {
                    for (int i = 0; i < size; i++) {
                        z[i] += step * d[k] * q[k][i];
                    }
                }
                miss -= step * free;
            }
            if (fullStep <= dualStep) {
                add(added, side, d, gained);
                refine();
                return;
            }
            drop(blocking, d);
        }
    }

    /** Moves the point back onto the active constraints, from which rounding has moved it. */
    private void refine() {
        double[] x = point();
        double[] t = new double[active.size()];
        for (int a = 0; a < t.length; a++) {
            ScaledConstraint constraint = constraints.get(active.get(a));
            t[a] = -sides.get(a) * constraint.slack(x) / length(constraint);
            for (int row = 0; row < a; row++) {
                t[a] -= r[row][a] * t[row];
            }
            t[a] /= r[a][a];
        }
        for (int a = 0; a < t.length; a++) {
            for (int i = 0; i < size; i++) {
                z[i] += t[a] * q[a][i];
            }
        }
    }

    private double tailSquares(double[] d) {
        double squares = 0;
        for (int k = active.size(); k < size; k++) {
            squares += d[k] * d[k];
        }
        return squares;
    }

    /**
     * Returns the normal as a combination of active normals, as far as it is one: the rates at which their multipliers
     * fall.
     */
    private double[] weights(double[] d) {
        double[] w = new double[active.size()];
        for (int row = w.length - 1; row >= 0; row--) {
            double sum = d[row];
            for (int a = row + 1; a < w.length; a++) {
                sum -= r[row][a] * w[a];
            }
            w[row] = sum / r[row][row];
        }
        return w;
    }

    /** Returns the active inequality whose multiplier reaches 0 first, or −1. */
    private int blocking(double[] w) {
        int blocking = -1;
        for (int a = 0; a < w.length; a++) {
            boolean falls = !constraints.get(active.get(a)).equality && w[a] > DEPENDENT;
            if (falls && (blocking < 0 || multipliers.get(a) / w[a] < multipliers.get(blocking) / w[blocking])) {
                blocking = a;
            }
        }
        return blocking;
    }

    private IllegalArgumentException contradiction(int added, double[] w) {
        List<String> names = new ArrayList<>();
        for (int a = 0; a < w.length; a++) {
            if (Math.abs(w[a]) > 1e-8) {
                names.add(constraints.get(active.get(a)).name);
            }
        }
        names.add(constraints.get(added).name);
        return new IllegalArgumentException("no values satisfy all of: " + String.join("; ", names));
    }

    /** Reflects the free columns so that the new normal meets only the first of them. */
    private void add(int added, double side, double[] d, double multiplier) {
        int first = active.size();
        double norm = Math.sqrt(tailSquares(d));
        double head = d[first] > 0 ? -norm : norm;
        double[] v = d.clone();
        v[first] -= head;
        double squares = 0;
        for (int k = first; k < size; k++) {
            squares += v[k] * v[k];
        }
        double[] along = new double[size];
        for (int k = first; k < size; k++) {
            if (v[k] != 0) {
                for (int i = 0; i < size; i++) {
                    along[i] += v[k] * q[k][i];
                }
            }
        }
        for (int k = first; k < size; k++) {
            double share = 2 * v[k] / squares;
            if (share != 0) {
                for (int i = 0; i < size; i++) {
                    q[k][i] -= share * along[i];
                }
            }
        }
        for (int row = 0; row < first; row++) {
            r[row][first] = d[row];
        }
        r[first][first] = head;
        active.add(added);
        multipliers.add(multiplier);
        sides.add(side);
        isActive[added] = true;
    }

    /** Removes an active constraint, and rotates r back to triangular form, and q and d with it. */
    private void drop(int dropped, double[] d) {
        isActive[active.remove(dropped)] = false;
        multipliers.remove(dropped);
        sides.remove(dropped);
        int left = active.size();
        for (int column = dropped; column < left; column++) {
            for (int row = 0; row <= column + 1; row++) {
                r[row][column] = r[row][column + 1];
            }
        }
        for (int row = dropped; row < left; row++) {
            double hypot = Math.hypot(r[row][row], r[row + 1][row]);
            double cos = r[row][row] / hypot;
            double sin = r[row + 1][row] / hypot;
            for (int column = row; column < left; column++) {
                double upper = r[row][column];
                r[row][column] = cos * upper + sin * r[row + 1][column];
                r[row + 1][column] = cos * r[row + 1][column] - sin * upper;
            }
            for (int i = 0; i < size; i++) {
                double upper = q[row][i];
                q[row][i] = cos * upper + sin * q[row + 1][i];
                q[row + 1][i] = cos * q[row + 1][i] - sin * upper;
            }
            double upper = d[row];
            d[row] = cos * upper + sin * d[row + 1];
            d[row + 1] = cos * d[row + 1] - sin * upper;
        }
    }
}
