package org.muster.adjust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;

/**
 * Two-way tables of counts with margins and total. The tables that satisfy the sums are the cone of those that are
 * spanned by one cell each, which counts in its row, its column and the total. So x is nearest to y exactly if, with
 * gᵢ = (xᵢ − yᵢ) / vᵢ, g·x = 0 and g·e ≥ 0 for the table e of each cell (the Karush–Kuhn–Tucker conditions of a cone).
 */
class TableAdjustmentTest {

    private static final Interval COUNT = Interval.of(0, Double.POSITIVE_INFINITY);

    private record Table(int height, int width) {

        int cell(int i, int j) {
            return i * width + j;
        }

        int row(int i) {
            return height * width + i;
        }

        int column(int j) {
            return height * width + height + j;
        }

        int total() {
            return height * width + height + width;
        }

        List<LinearConstraint> sums() {
            List<LinearConstraint> sums = new ArrayList<>();
            for (int i = 0; i < height; i++) {
                int fixed = i;
                sums.add(LinearConstraint.sum("row " + i, row(i), numbers(width, j -> cell(fixed, j))));
            }
            for (int j = 0; j < width; j++) {
                int fixed = j;
                sums.add(LinearConstraint.sum("column " + j, column(j), numbers(height, i -> cell(i, fixed))));
            }
            sums.add(LinearConstraint.sum("rows", total(), numbers(height, this::row)));
            sums.add(LinearConstraint.sum("columns", total(), numbers(width, this::column)));
            return sums;
        }

        private static List<Integer> numbers(int size, IntUnaryOperator number) {
            return IntStream.range(0, size).map(number).boxed().toList();
        }

        double[] truth(Random random, int most) {
            double[] truth = new double[total() + 1];
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    double count = random.nextInt(4) == 0 ? 0 : random.nextInt(most);
                    truth[cell(i, j)] = count;
                    truth[row(i)] += count;
                    truth[column(j)] += count;
                    truth[total()] += count;
                }
            }
            return truth;
        }

        WeightedLeastSquares assertNearest(List<Observation> observations, double tolerance) {
            WeightedLeastSquares adjustment = WeightedLeastSquares.of(observations, sums());
            double[] x = new double[total() + 1];
            double[] g = new double[total() + 1];
            double along = 0;
            double size = 0;
            for (int q = 0; q < x.length; q++) {
                OptionalDouble adjusted = adjustment.values().get(q).adjusted();
                x[q] = adjusted.orElse(Double.NaN);
                assertTrue(!(x[q] < 0), "x" + q + " is " + x[q]);
                Observation observation = observations.get(q);
                if (observation.value().isPresent()) {
                    g[q] = (x[q] - observation.value().getAsDouble()) / observation.variance();
                    along += g[q] * x[q];
                    size += Math.abs(g[q]) * (1 + Math.abs(x[q]));
                }
            }
            assertEquals(0, along, tolerance * size, "g·x");
            double steepest = 0;
            for (double slope : g) {
                steepest = Math.max(steepest, Math.abs(slope));
            }
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    double slope = g[cell(i, j)] + g[row(i)] + g[column(j)] + g[total()];
                    assertTrue(slope >= -tolerance * steepest, "cell " + i + ", " + j + " pulls up by " + -slope);
                }
            }
            for (LinearConstraint sum : sums()) {
                double off = sum.misfit(x);
                assertTrue(
                        !(Math.abs(off) > 1e-11 * adjustment.values().size() * size), sum.name() + " misses by " + off);
            }
            return adjustment;
        }
    }

    @Property
    void smallTablesWithErrorsInEveryNumber(
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns,
            @ForAll @IntRange(min = 0, max = 100_000) int seed) {
        Table table = new Table(rows, columns);
        Random random = new Random(seed);
        List<Observation> observations = new ArrayList<>();
        for (double value : table.truth(random, 10)) {
            double error = random.nextInt(3) == 0 ? 0 : random.nextInt(21) - 10;
            observations.add(
                    random.nextInt(6) == 0
                            ? Observation.none(COUNT)
                            : Observation.of(value + error, 1 + random.nextInt(9), COUNT));
        }
        table.assertNearest(observations, 1e-8);
    }

    /**
     * 336 counts, one in ten not observed, half of the standard errors up to a million times apart. The squares cannot be
     * more than those of the table that the observations were made from.
     */
    @Test
    void aLargeTable() {
        Table table = new Table(20, 15);
        Random random = new Random(5);
        List<Observation> observations = new ArrayList<>();
        double squares = 0;
        for (double value : table.truth(random, 100_000)) {
            double deviation = random.nextBoolean() ? 1 : Math.pow(10, random.nextInt(7));
            double error = random.nextGaussian() * Math.min(deviation, 1000);
            boolean hidden = random.nextInt(10) == 0;
            observations.add(
                    hidden ? Observation.none(COUNT) : Observation.of(value + error, deviation * deviation, COUNT));
            squares += hidden ? 0 : error * error / (deviation * deviation);
        }
        WeightedLeastSquares adjustment = table.assertNearest(observations, 1e-6);
        assertTrue(adjustment.squares() <= squares, adjustment.squares() + " of " + squares);
        assertTrue(adjustment.iterations() > 0);
    }
}
