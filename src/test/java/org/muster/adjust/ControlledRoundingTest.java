package org.muster.adjust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.muster.adjust.LinearConstraint.Term;
import org.muster.exact.Sense;

/** Rounding that keeps sums, against all choices of floor and ceiling, tried one by one. */
class ControlledRoundingTest {

    /** 0.4 + 0.4 + 0.2 men: one of the two larger parts is rounded up, the first. */
    @Test
    void largestRemainder() {
        assertEquals(List.of(1L, 0L, 0L), LargestRemainder.round(List.of(0.4, 0.4, 0.2), 1));
        assertEquals(List.of(3L, 4L, 3L), LargestRemainder.round(List.of(3.2, 3.5, 3.3), 10));
        assertEquals(List.of(-1L, 2L), LargestRemainder.round(List.of(-1.5, 2.5), 1));
        assertEquals(List.of(4L, 6L), LargestRemainder.round(List.of(3.9999999996, 6.0), 10));
        assertEquals(List.of(), LargestRemainder.round(List.of(), 0));
    }

    @Test
    void aTotalOutOfReachIsRefused() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> LargestRemainder.round(List.of(1.5, 2.5), 6));
        assertEquals(
                "parts rounded to adjacent integers add up to 3 to 5, but not to the total 6", thrown.getMessage());
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e16}) {
            assertThrows(IllegalArgumentException.class, () -> LargestRemainder.round(List.of(bad), 0));
            assertThrows(IllegalArgumentException.class, () -> ControlledRounding.of(List.of(bad), List.of()));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> ControlledRounding.of(List.of(1.0), List.of(LinearConstraint.sum("men", 0, List.of(1)))));
    }

    private static double moved(List<Double> values, List<Long> rounded) {
        double moved = 0;
        for (int k = 0; k < values.size(); k++) {
            moved += Math.abs(values.get(k) - rounded.get(k));
            assertTrue(rounded.get(k) == Math.floor(values.get(k)) || rounded.get(k) == Math.ceil(values.get(k)));
        }
        return moved;
    }

    /** The least move of any choice of floors and ceilings that satisfies the rules; infinite where none does. */
    private static double leastMove(List<Double> values, List<LinearConstraint> rules) {
        double least = Double.POSITIVE_INFINITY;
        for (long choice = 0; choice < 1L << values.size(); choice++) {
            double[] rounded = new double[values.size()];
            double moved = 0;
            for (int k = 0; k < rounded.length; k++) {
                rounded[k] = (choice >> k & 1) == 0 ? Math.floor(values.get(k)) : Math.ceil(values.get(k));
                moved += Math.abs(values.get(k) - rounded[k]);
            }
            if (moved < least && rules.stream().allMatch(rule -> holds(rule, rounded))) {
                least = moved;
            }
        }
        return least;
    }

    private static boolean holds(LinearConstraint rule, double[] values) {
        double left = 0;
        for (Term term : rule.terms()) {
            left += term.coefficient() * values[term.quantity()];
        }
        return switch (rule.sense()) {
            case EQUAL -> left == rule.constant();
            case AT_MOST -> left <= rule.constant();
            case AT_LEAST -> left >= rule.constant();
        };
    }

    private static void assertBest(List<Double> values, List<LinearConstraint> rules) {
        ControlledRounding rounding = ControlledRounding.of(values, rules);
        assertEquals(List.of(), rounding.broken());
        double[] rounded = rounding.values().stream().mapToDouble(x -> x).toArray();
        for (LinearConstraint rule : rules) {
            assertTrue(holds(rule, rounded), rule + " with " + rounding.values());
        }
        assertEquals(leastMove(values, rules), moved(values, rounding.values()), 1e-9);
    }

    /** Eighths, so that sums are exact. */
    private static double eighths(int number) {
        return number / 8.0;
    }

    @Property
    void largestRemaindersMoveLeast(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -40, max = 40) Integer> eighths) {
        List<Double> parts = new ArrayList<>(
                eighths.stream().map(ControlledRoundingTest::eighths).toList());
        double sum = parts.stream().mapToDouble(x -> x).sum();
        parts.add(Math.ceil(sum) - sum);
        long total = (long) Math.ceil(sum);
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            terms.add(new Term(k, 1));
        }
        List<LinearConstraint> rules = List.of(new LinearConstraint("total", terms, Sense.EQUAL, total));
        List<Long> rounded = LargestRemainder.round(parts, total);
        assertEquals(total, rounded.stream().mapToLong(x -> x).sum());
        assertEquals(leastMove(parts, rules), moved(parts, rounded), 1e-9);
        assertBest(parts, rules);
    }

    /** x0 = x1 + x2 + x3, x1 = x4 + x5, x2 = x6 + x7, and x8 at most x4, x8 + x9 at most x3. */
    @Property
    void treesWithBounds(@ForAll @Size(8) List<@IntRange(min = 0, max = 40) Integer> eighths) {
        double[] x = new double[10];
        for (int k = 4; k < 8; k++) {
            x[k] = eighths(eighths.get(k - 4));
        }
        x[1] = x[4] + x[5];
        x[2] = x[6] + x[7];
        x[3] = eighths(eighths.get(4));
        x[0] = x[1] + x[2] + x[3];
        x[8] = Math.min(eighths(eighths.get(5)), x[3]);
        x[9] = Math.min(eighths(eighths.get(6)), x[3] - x[8]);
        List<LinearConstraint> rules = List.of(
                LinearConstraint.sum("army", 0, List.of(1, 2, 3)),
                LinearConstraint.sum("first", 1, List.of(4, 5)),
                LinearConstraint.sum("second", 2, List.of(6, 7)),
                LinearConstraint.bound("of the third", 3, List.of(8, 9)),
                new LinearConstraint("at least", List.of(new Term(0, 1)), Sense.AT_LEAST, (long) x[0]));
        List<Double> values = IntStream.range(0, 10).mapToObj(k -> x[k]).toList();
        ControlledRounding rounding = ControlledRounding.of(values, rules);
        assertEquals(List.of(), rounding.broken());
        moved(values, rounding.values());
        List<LinearConstraint> sums = rules.subList(0, 3);
        assertBest(values, sums);
    }

    /** A table of 2 × 3 with margins and total: 12 numbers. */
    @Property
    void twoWayTables(@ForAll @Size(6) List<@IntRange(min = 0, max = 40) Integer> eighths) {
        double[] x = new double[12];
        for (int k = 0; k < 6; k++) {
            x[k] = eighths(eighths.get(k));
            x[6 + k / 3] += x[k];
            x[8 + k % 3] += x[k];
            x[11] += x[k];
        }
        List<LinearConstraint> rules = List.of(
                LinearConstraint.sum("row 0", 6, List.of(0, 1, 2)),
                LinearConstraint.sum("row 1", 7, List.of(3, 4, 5)),
                LinearConstraint.sum("column 0", 8, List.of(0, 3)),
                LinearConstraint.sum("column 1", 9, List.of(1, 4)),
                LinearConstraint.sum("column 2", 10, List.of(2, 5)),
                LinearConstraint.sum("rows", 11, List.of(6, 7)),
                LinearConstraint.sum("columns", 11, List.of(8, 9, 10)));
        assertBest(IntStream.range(0, 12).mapToObj(k -> x[k]).toList(), rules);
    }

    /** Three parts, of which each two add up to 1, are halves: no whole numbers do. */
    @Test
    void whatCannotBeKeptIsNamed() {
        List<LinearConstraint> rules = List.of(pair("a and b", 0, 1), pair("b and c", 1, 2), pair("a and c", 0, 2));
        ControlledRounding rounding = ControlledRounding.of(List.of(0.5, 0.5, 0.5), rules);
        assertTrue(!rounding.broken().isEmpty() && rounding.broken().size() < 3, rounding.toString());
        double[] rounded = rounding.values().stream().mapToDouble(x -> x).toArray();
        assertEquals(rules.stream().filter(rule -> !holds(rule, rounded)).toList(), rounding.broken());
    }

    private static LinearConstraint pair(String name, int first, int second) {
        return new LinearConstraint(name, List.of(new Term(first, 1), new Term(second, 1)), Sense.EQUAL, 1);
    }

    /** One total of three breakdowns goes to the nearest whole number first, and all three still hold. */
    @Test
    void threeBreakdownsOfOneTotal() {
        List<LinearConstraint> rules = List.of(
                LinearConstraint.sum("by place", 0, List.of(1, 2)),
                LinearConstraint.sum("by month", 0, List.of(3, 4)),
                LinearConstraint.sum("by arm", 0, List.of(5, 6)));
        assertBest(List.of(10.75, 5.375, 5.375, 2.25, 8.5, 0.125, 10.625), rules);
    }

    @Test
    void ruleWithOtherCoefficientsOrAFractionIsLeftToLuck() {
        LinearConstraint twice =
                new LinearConstraint("twice", List.of(new Term(0, 2), new Term(1, -1)), Sense.EQUAL, 0);
        assertEquals(
                List.of(twice),
                ControlledRounding.of(List.of(1.25, 2.5), List.of(twice)).broken());
        assertEquals(
                List.of(),
                ControlledRounding.of(List.of(1.0, 2.0), List.of(twice)).broken());
        LinearConstraint half = new LinearConstraint("half", List.of(new Term(0, 1)), Sense.EQUAL, 0.5);
        assertEquals(
                List.of(half),
                ControlledRounding.of(List.of(0.5), List.of(half)).broken());
    }

    /** 100 × 50 cells with margins: 5,151 numbers in well under the time that a person waits. */
    @Test
    void aLargeTable() {
        int height = 100;
        int width = 50;
        double[] x = new double[height * width + height + width + 1];
        List<LinearConstraint> rules = new ArrayList<>();
        int total = x.length - 1;
        for (int k = 0; k < height * width; k++) {
            x[k] = (k * 7919L % 1000) / 8.0;
            x[height * width + k / width] += x[k];
            x[height * width + height + k % width] += x[k];
            x[total] += x[k];
        }
        for (int i = 0; i < height; i++) {
            int row = i;
            rules.add(LinearConstraint.sum(
                    "row " + i,
                    height * width + i,
                    IntStream.range(0, width).map(j -> row * width + j).boxed().toList()));
        }
        for (int j = 0; j < width; j++) {
            int column = j;
            rules.add(LinearConstraint.sum(
                    "column " + j,
                    height * width + height + j,
                    IntStream.range(0, height)
                            .map(i -> i * width + column)
                            .boxed()
                            .toList()));
        }
        int rows = height * width;
        rules.add(LinearConstraint.sum(
                "rows", total, IntStream.range(rows, rows + height).boxed().toList()));
        rules.add(LinearConstraint.sum(
                "columns", total, IntStream.range(rows + height, total).boxed().toList()));
        List<Double> values = IntStream.range(0, x.length).mapToObj(k -> x[k]).toList();
        ControlledRounding rounding = ControlledRounding.of(values, rules);
        assertEquals(List.of(), rounding.broken());
        moved(values, rounding.values());
    }
}
