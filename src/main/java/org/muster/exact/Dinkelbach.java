package org.muster.exact;

import java.util.ArrayList;
import java.util.List;
import org.muster.exact.Solution.Infeasible;
import org.muster.exact.Solution.Limit;
import org.muster.exact.Solution.Optimum;
import org.muster.exact.Solution.Unbounded;
import org.muster.exact.Solution.Undefined;

/**
 * The greatest ratio n/d of two linear forms (W. Dinkelbach, On nonlinear fractional programming, 1967): for a ratio r
 * that some point reaches, the greatest n − r·d is above 0 if and only if there is a greater ratio. Every round ends at
 * another vertex or ray with a greater ratio, so the rounds come to an end; in practice there are few.
 */
final class Dinkelbach {

    private Dinkelbach() {}

    static Solution maximum(Simplex simplex, LinearForm numerator, LinearForm denominator) {
        Solution least = simplex.maximum(denominator.negate());
        if (least instanceof Infeasible) {
            return least;
        }
        if (!(least instanceof Optimum lowest) || lowest.optimum().signum() > 0) {
            throw new IllegalArgumentException(
                    "denominator " + denominator + " can be below 0, expected one that cannot");
        }
        Solution most = simplex.maximum(denominator);
        if (most.value().isPresent() && most.value().get().signum() == 0) {
            return new Undefined();
        }
        List<Rational> start = most instanceof Unbounded open ? sum(open.point(), open.ray()) : point(most);
        List<Rational> best = start;
        List<Rational> ray = List.of();
        Rational ratio = numerator.at(start).divide(denominator.at(start));
        while (true) {
            Solution better = simplex.maximum(numerator.subtract(denominator.multiply(ratio)));
            if (better instanceof Unbounded open) {
                Rational pace = denominator.at(open.ray());
                if (pace.signum() == 0) {
                    // From any point; at this one the denominator is above 0, and stays so.
                    return new Unbounded(start, open.ray());
                }
                ratio = numerator.at(open.ray()).divide(pace);
                best = open.point();
                ray = open.ray();
                continue;
            }
            Optimum corner = (Optimum) better;
            if (corner.optimum().signum() <= 0) {
                return answer(ratio, best, ray, corner, denominator);
            }
            Rational divisor = denominator.at(corner.point());
            if (divisor.signum() == 0) {
                return new Unbounded(corner.point(), difference(start, corner.point()));
            }
            ratio = numerator.at(corner.point()).divide(divisor);
            best = corner.point();
            ray = List.of();
        }
    }

    private static Solution answer(
            Rational ratio, List<Rational> best, List<Rational> ray, Optimum last, LinearForm denominator) {
        if (ray.isEmpty()) {
            return new Optimum(ratio, best, last.proof());
        }
        if (last.optimum().signum() < 0) {
            return new Limit(ratio, best, ray, last.proof());
        }
        // The vertex has the ratio, or numerator and denominator 0; a step along the ray keeps the former and mends the
        // latter.
        boolean whole = denominator.at(last.point()).signum() > 0;
        return new Optimum(ratio, whole ? last.point() : sum(last.point(), ray), last.proof());
    }

    private static List<Rational> point(Solution solution) {
        return ((Optimum) solution).point();
    }

    private static List<Rational> sum(List<Rational> point, List<Rational> ray) {
        List<Rational> sum = new ArrayList<>();
        for (int i = 0; i < point.size(); i++) {
            sum.add(point.get(i).add(ray.get(i)));
        }
        return sum;
    }

    private static List<Rational> difference(List<Rational> end, List<Rational> start) {
        List<Rational> difference = new ArrayList<>();
        for (int i = 0; i < end.size(); i++) {
            difference.add(end.get(i).subtract(start.get(i)));
        }
        return difference;
    }

    /** Returns the least ratio from the greatest ratio of the negated form. */
    static Solution negated(Solution solution) {
        if (solution instanceof Optimum optimum) {
            return new Optimum(optimum.optimum().negate(), optimum.point(), optimum.proof());
        }
        if (solution instanceof Limit limit) {
            return new Limit(limit.limit().negate(), limit.point(), limit.ray(), limit.proof());
        }
        return solution;
    }
}
