package org.muster.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Small linear programmes of every kind: with and without bounds, equalities, repeated and contradictory rows, corners in which
 * many bounds meet, whole numbers, fractions, and numbers beyond a long.
 */
class Programs extends DomainContextBase {

    @Provide
    static Arbitrary<LinearProgram> programs() {
        return Arbitraries.randomValue(random -> program(random, random.nextInt(8), random.nextInt(7)));
    }

    static LinearProgram program(Random random, int variables, int constraints) {
        int numbers = random.nextInt(5);
        int openness = random.nextInt(3);
        List<Bounds> bounds = new ArrayList<>();
        for (int i = 0; i < variables; i++) {
            bounds.add(bounds(random, numbers, openness));
        }
        List<Constraint> rows = new ArrayList<>();
        for (int i = 0; i < constraints; i++) {
            if (i > 0 && random.nextInt(6) == 0) {
                rows.add(rows.get(random.nextInt(i)));
            } else {
                rows.add(new Constraint(form(random, variables, numbers), bounds(random, numbers, openness)));
            }
        }
        return new LinearProgram(bounds, rows);
    }

    static LinearForm form(Random random, int variables, int numbers) {
        Map<Integer, Rational> parts = new TreeMap<>();
        for (int i = 0; i < variables; i++) {
            if (random.nextInt(3) > 0) {
                parts.put(i, numbers < 2 ? Rational.of(random.nextInt(3) - 1) : number(random, numbers));
            }
        }
        return LinearForm.of(parts);
    }

    static Bounds bounds(Random random, int numbers, int openness) {
        Rational a = number(random, numbers);
        Rational b = number(random, numbers);
        boolean ordered = a.compareTo(b) <= 0;
        Rational low = ordered ? a : b;
        Rational high = ordered ? b : a;
        return switch (random.nextInt(12)) {
            case 0 -> Bounds.exactly(a);
            case 1 -> random.nextInt(8) == 0 ? Bounds.of(high, low) : Bounds.of(low, high);
            case 2, 3 -> openness == 0 ? Bounds.of(low, high) : Bounds.atLeast(low);
            case 4, 5 -> openness == 0 ? Bounds.of(low, high) : Bounds.atMost(high);
            case 6, 7, 8 -> openness < 2 ? Bounds.of(low, high) : Bounds.NONE;
            default -> Bounds.of(low, high);
        };
    }

    private static Rational number(Random random, int numbers) {
        return switch (numbers) {
            case 0, 2 -> Rational.of(random.nextInt(7) - 2);
            case 1 -> Rational.of(random.nextInt(4_000_000));
            case 3 -> Rational.of(random.nextInt(41) - 20, 1 + random.nextInt(9));
            default ->
                Rational.of(Math.scalb((double) (random.nextInt(2_000_001) - 1_000_000), random.nextInt(75) - 20));
        };
    }
}
