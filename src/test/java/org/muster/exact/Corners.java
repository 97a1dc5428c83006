package org.muster.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All corners of a small set with a finite size: every choice of ends, as many as there are variables, solved by elimination. */
final class Corners {

    private static final Fraction ZERO = Fraction.of("0");

    /** Coefficients, then the end. */
    private final List<Fraction[]> ends = new ArrayList<>();

    private final LinearProgram program;
    private final List<List<Fraction>> corners = new ArrayList<>();

    private Corners(LinearProgram program) {
        this.program = program;
        for (int variable = 0; variable < program.variables(); variable++) {
            add(LinearForm.variable(variable), program.bounds().get(variable));
        }
        program.constraints().forEach(constraint -> add(constraint.form(), constraint.bounds()));
        choose(0, new ArrayList<>());
    }

    private void add(LinearForm form, Bounds bounds) {
        bounds.low().ifPresent(low -> ends.add(row(form, low)));
        bounds.high().ifPresent(high -> ends.add(row(form, high)));
    }

    private Fraction[] row(LinearForm form, Rational end) {
        int variables = program.variables();
        Fraction[] row = new Fraction[variables + 1];
        Arrays.fill(row, ZERO);
        form.coefficients().forEach((variable, coefficient) -> row[variable] = Fraction.of(coefficient));
        row[variables] = Fraction.of(end);
        return row;
    }

    static List<List<Fraction>> of(LinearProgram program) {
        return new Corners(program).corners;
    }

    static Optional<Fraction> greatest(LinearProgram program, LinearForm form) {
        return of(program).stream().map(corner -> value(form, corner)).max(Fraction::compareTo);
    }

    static Fraction value(LinearForm form, List<Fraction> point) {
        Fraction sum = ZERO;
        for (Map.Entry<Integer, Rational> part : form.coefficients().entrySet()) {
            sum = sum.plus(Fraction.of(part.getValue()).times(point.get(part.getKey())));
        }
        return sum;
    }

    private void choose(int from, List<Fraction[]> chosen) {
        if (chosen.size() == program.variables()) {
            solve(chosen).filter(this::isInside).ifPresent(corners::add);
            return;
        }
        for (int next = from; next < ends.size(); next++) {
            chosen.add(ends.get(next));
            choose(next + 1, chosen);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** By Gauss and Jordan. */
    private static Optional<List<Fraction>> solve(List<Fraction[]> chosen) {
        int size = chosen.size();
        Fraction[][] rows = chosen.stream().map(Fraction[]::clone).toArray(Fraction[][]::new);
        for (int column = 0; column < size; column++) {
            int pivot = column;
            while (pivot < size && rows[pivot][column].signum() == 0) {
                pivot++;
            }
            if (pivot == size) {
                return Optional.empty();
            }
            Fraction[] line = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = line;
            for (int row = 0; row < size; row++) {
                if (row != column && rows[row][column].signum() != 0) {
                    Fraction factor = rows[row][column].dividedBy(line[column]);
                    for (int each = column; each <= size; each++) {
                        rows[row][each] = rows[row][each].minus(factor.times(line[each]));
                    }
                }
            }
        }
        List<Fraction> point = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            point.add(rows[row][size].dividedBy(rows[row][row]));
        }
        return Optional.of(point);
    }

    private boolean isInside(List<Fraction> point) {
        for (int variable = 0; variable < point.size(); variable++) {
            if (!isInside(program.bounds().get(variable), point.get(variable))) {
                return false;
            }
        }
        return program.constraints().stream()
                .allMatch(constraint -> isInside(constraint.bounds(), value(constraint.form(), point)));
    }

    private static boolean isInside(Bounds bounds, Fraction value) {
        return bounds.low().map(low -> Fraction.of(low).compareTo(value) <= 0).orElse(true)
                && bounds.high()
                        .map(high -> Fraction.of(high).compareTo(value) >= 0)
                        .orElse(true);
    }
}
