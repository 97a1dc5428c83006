package org.muster.adjust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Two-way tables fitted to margins, against tables that can be computed by hand. */
class BiproportionalFitTest {

    private static void assertTable(BiproportionalFit fit, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                double tolerance = 1e-9 * expected[i][j];
                assertEquals(expected[i][j], fit.value(i, j), tolerance, "row " + i + ", column " + j);
                assertEquals(fit.value(i, j), fit.table().get(i).get(j));
            }
        }
    }

    /**
     * A fit keeps the ratio 1·4 : 2·3 of the cross products. With x in the first cell x (1 + x) = 2/3 (5 − x)(4 − x),
     * that is x² + 21 x − 40 = 0.
     */
    @Test
    void twoByTwo() {
        BiproportionalFit fit =
                BiproportionalFit.of(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 5}, new double[] {4, 6});
        double x = (-21 + Math.sqrt(601)) / 2;
        assertEquals(x, fit.value(0, 0), 1e-9);
        assertEquals(5 - x, fit.value(0, 1), 1e-9);
        assertEquals(4 - x, fit.value(1, 0), 1e-9);
        assertEquals(1 + x, fit.value(1, 1), 1e-9);
    }

    /** From a table of ones the fit is row × column / total. */
    @Test
    void ofOnesTheFitIsIndependence() {
        BiproportionalFit fit = BiproportionalFit.of(
                new double[][] {{1, 1, 1}, {1, 1, 1}}, new double[] {60, 40}, new double[] {50, 30, 20});
        assertTable(fit, new double[][] {{30, 18, 12}, {20, 12, 8}});
    }

    @Test
    void zerosStayZero() {
        BiproportionalFit fit =
                BiproportionalFit.of(new double[][] {{0, 1}, {1, 1}}, new double[] {3, 7}, new double[] {2, 8});
        assertTable(fit, new double[][] {{0, 3}, {2, 5}});
    }

    /** The first column can only be filled from the first row, which is then used up. Scaling alone would take forever. */
    @Test
    void whatCanOnlyBeZeroIsZero() {
        BiproportionalFit fit =
                BiproportionalFit.of(new double[][] {{1, 1}, {0, 1}}, new double[] {1, 1}, new double[] {1, 1});
        assertTable(fit, new double[][] {{1, 0}, {0, 1}});
        assertTrue(fit.iterations() <= 2);
    }

    @Test
    void anEmptyRowStaysEmpty() {
        BiproportionalFit fit =
                BiproportionalFit.of(new double[][] {{5, 5}, {1, 2}}, new double[] {0, 6}, new double[] {2, 4});
        assertTable(fit, new double[][] {{0, 0}, {2, 4}});
        BiproportionalFit nothing = BiproportionalFit.of(new double[][] {{1}}, new double[] {0}, new double[] {0});
        assertEquals(0, nothing.value(0, 0));
    }

    private static String refusal(double[][] table, double[] rows, double[] columns) {
        return assertThrows(IllegalArgumentException.class, () -> BiproportionalFit.of(table, rows, columns))
                .getMessage();
    }

    @Test
    void zerosThatLeaveNoTableAreNamed() {
        double[][] table = {{0, 1, 0}, {0, 2, 0}, {1, 1, 1}};
        assertEquals(
                "no table with these zeros has these margins: rows [0, 1] need 30.0, but the columns they may"
                        + " fill, [1], can take 20.0",
                refusal(table, new double[] {10, 20, 30}, new double[] {25, 20, 15}));
        assertTrue(refusal(new double[][] {{0, 0}, {1, 1}}, new double[] {1, 1}, new double[] {1, 1})
                .contains("rows [0] need 1.0, but the columns they may fill, [], can take 0.0"));
    }

    @Test
    void badInputIsRefused() {
        double[][] table = {{1, 1}, {1, 1}};
        double[] two = {1, 1};
        assertEquals("rows add up to 3.0, but columns to 2.0", refusal(table, new double[] {1, 2}, two));
        double[] huge = {1e308, 1e308};
        assertEquals("rows add up to Infinity, but columns to Infinity", refusal(table, huge, huge));
        assertEquals("2 rows, but 1 sums of rows", refusal(table, new double[] {2}, two));
        assertEquals("row 1 has 1 cells, but there are 2 columns", refusal(new double[][] {{1, 1}, {1}}, two, two));
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertTrue(refusal(new double[][] {{1, 1}, {1, bad}}, two, two).startsWith("row 1, cell 1: "));
            assertTrue(refusal(table, new double[] {1, bad}, two).startsWith("sum of row 1: "));
            assertTrue(refusal(table, two, new double[] {bad, 1}).startsWith("sum of column 0: "));
        }
    }

    /** What defines the fit: the margins, and every ratio of cross products of the table before. */
    @Property(tries = 200)
    void marginsAreMetAndCrossProductsKept(
            @ForAll @Size(9) List<@IntRange(min = 1, max = 1000) Integer> cells,
            @ForAll @Size(9) List<@IntRange(min = 1, max = 1000) Integer> truth) {
        double[][] table = new double[3][3];
        double[] rows = new double[3];
        double[] columns = new double[3];
        for (int k = 0; k < 9; k++) {
            table[k / 3][k % 3] = cells.get(k);
            rows[k / 3] += truth.get(k);
            columns[k % 3] += truth.get(k);
        }
        BiproportionalFit fit = BiproportionalFit.of(table, rows, columns);
        for (int i = 0; i < 3; i++) {
            double row = fit.value(i, 0) + fit.value(i, 1) + fit.value(i, 2);
            double column = fit.value(0, i) + fit.value(1, i) + fit.value(2, i);
            assertEquals(rows[i], row, 1e-10 * rows[i]);
            assertEquals(columns[i], column, 1e-10 * columns[i]);
        }
        for (int i = 1; i < 3; i++) {
            for (int j = 1; j < 3; j++) {
                double before = table[0][0] * table[i][j] / (table[0][j] * table[i][0]);
                double after = fit.value(0, 0) * fit.value(i, j) / (fit.value(0, j) * fit.value(i, 0));
                assertEquals(before, after, 1e-9 * before);
            }
        }
    }

    /**
     * Zeros at random, against all tables of whole numbers with these margins, tried one by one: a fit exists where one of
     * them does, and it is positive just where one of them is.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void aFitExistsWhereATableDoes(
            @ForAll @Size(9) List<@IntRange(min = 0, max = 2) Integer> cells,
            @ForAll @Size(3) List<@IntRange(min = 0, max = 4) Integer> rows,
            @ForAll @IntRange(min = 0, max = 4) int first,
            @ForAll @IntRange(min = 0, max = 4) int second) {
        int total = rows.stream().mapToInt(r -> r).sum();
        int[] columns = {Math.min(first, total), 0, 0};
        columns[1] = Math.min(second, total - columns[0]);
        columns[2] = total - columns[0] - columns[1];
        boolean[] positive = new boolean[9];
        boolean exists = tables(cells, rows, columns, new int[9], 0, positive);
        double[][] table = new double[3][3];
        double[] sums = rows.stream().mapToDouble(r -> r).toArray();
        double[] across = {columns[0], columns[1], columns[2]};
        for (int k = 0; k < 9; k++) {
            table[k / 3][k % 3] = cells.get(k);
        }
        if (!exists) {
            assertTrue(refusal(table, sums, across).startsWith("no table with these zeros"));
            return;
        }
        BiproportionalFit fit = BiproportionalFit.of(table, sums, across);
        for (int k = 0; k < 9; k++) {
            assertEquals(positive[k], fit.value(k / 3, k % 3) > 0, "cell " + k);
        }
    }

    private static boolean tables(
            List<Integer> cells, List<Integer> rows, int[] columns, int[] table, int k, boolean[] positive) {
        if (k == 9) {
            for (int i = 0; i < 3; i++) {
                if (table[3 * i] + table[3 * i + 1] + table[3 * i + 2] != rows.get(i)
                        || table[i] + table[3 + i] + table[6 + i] != columns[i]) {
                    return false;
                }
            }
            for (int c = 0; c < 9; c++) {
                positive[c] |= table[c] > 0;
            }
            return true;
        }
        boolean exists = false;
        int most = cells.get(k) == 0 ? 0 : Math.min(rows.get(k / 3), columns[k % 3]);
        for (table[k] = 0; table[k] <= most; table[k]++) {
            exists |= tables(cells, rows, columns, table, k + 1, positive);
        }
        return exists;
    }
}
