package org.muster.capture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.LinearForm;
import org.muster.exact.LinearProgram;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;

/**
 * Whether the likelihood of a log-linear model has a maximum at finite parameters. It has none if and only if there is a
 * direction of the parameters that changes no combination with people and only lowers, somewhere, combinations without (S.
 * J. Haberman, The Analysis of Frequency Data, 1974; S. E. Fienberg and A. Rinaldo, Maximum likelihood estimation in
 * log-linear models, Annals of Statistics 40, 2012). In capture–recapture, lists that do not overlap cause it (L. Chan, B. W.
 * Silverman and K. Vincent, Multiple systems estimation for sparse capture data, JASA 116, 2021).
 */
final class MaximumExists {
    /** A prime below 2³¹, so that products fit a long. */
    private static final long PRIME = 2_147_483_647L;

    private MaximumExists() {}

    /** Decides the question in whole numbers, without rounding. */
    static boolean test(LogLinearModel model, long[] counts) {
        List<int[]> filled = new ArrayList<>();
        List<int[]> empty = new ArrayList<>();
        for (int cell = 1; cell < counts.length; cell++) {
            (counts[cell] > 0 ? filled : empty).add(row(model, cell));
        }
        // If nobody is on all lists of a term, its parameter alone is such a direction.
        for (int set : model.terms()) {
            if (IntStream.range(1, counts.length).noneMatch(cell -> (cell & set) == set && counts[cell] > 0)) {
                return false;
            }
        }
        // If no direction at all leaves the filled combinations as they are, there is no such one. The rank by a prime
        // is
        // never above the true one.
        return empty.isEmpty() || rank(filled) == model.parameters() || !canLower(model, filled, empty);
    }

    private static int[] row(LogLinearModel model, int cell) {
        return model.terms().stream()
                .mapToInt(set -> (set & cell) == set ? 1 : 0)
                .toArray();
    }

    private static int rank(List<int[]> rows) {
        List<long[]> rest = new ArrayList<>();
        for (int[] row : rows) {
            long[] copy = new long[row.length];
            for (int i = 0; i < row.length; i++) {
                copy[i] = row[i];
            }
            rest.add(copy);
        }
        int rank = 0;
        for (int column = 0; column < rows.get(0).length; column++) {
            long[] pivot = null;
            for (long[] row : rest) {
                if (pivot == null && row[column] != 0) {
                    pivot = row;
                } else if (pivot != null && row[column] != 0) {
                    long first = row[column];
                    long by = pivot[column];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = Math.floorMod(row[i] * by % PRIME - pivot[i] * first % PRIME, PRIME);
                    }
                }
            }
            if (pivot != null) {
                rest.remove(pivot);
                rank++;
            }
        }
        return rank;
    }

    /** Solves a linear programme: lower the empty combinations by at most 1 each, the filled ones by nothing. */
    private static boolean canLower(LogLinearModel model, List<int[]> filled, List<int[]> empty) {
        List<Constraint> constraints = new ArrayList<>();
        LinearForm all = LinearForm.ZERO;
        for (int[] row : filled) {
            constraints.add(Constraint.exactly(form(row), Rational.ZERO));
        }
        for (int[] row : empty) {
            constraints.add(new Constraint(form(row), Bounds.of(Rational.ZERO, Rational.ONE)));
            all = all.add(form(row));
        }
        LinearProgram program = new LinearProgram(Collections.nCopies(model.parameters(), Bounds.NONE), constraints);
        return Simplex.of(program).maximum(all).value().orElseThrow().signum() > 0;
    }

    private static LinearForm form(int[] row) {
        Map<Integer, Rational> coefficients = new TreeMap<>();
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                coefficients.put(i, Rational.ONE);
            }
        }
        return LinearForm.of(coefficients);
    }
}
