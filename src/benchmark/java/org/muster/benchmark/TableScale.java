package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;
import org.muster.report.Report;
import org.muster.tablesaw.Tabular;

/**
 * How long the table of an analysis takes beside its CSV file, by turns in one run: the medians of many rounds, without the
 * analysis itself. Prints a table; the ratio is to be at most 1.5.
 */
public final class TableScale {

    private static final int ROUNDS = 61;

    private TableScale() {}

    /**
     * Measures.
     *
     * @param arguments a dossier, by default that of Manchuria
     * @throws IOException if it cannot be read
     */
    public static void main(String... arguments) throws IOException {
        Dossier dossier = Dossier.read(Path.of(arguments.length > 0 ? arguments[0] : "datasets/manchuria-1945"));
        Report report = Report.of(dossier, Tolerance.NONE);
        Path folder = Files.createTempDirectory("table-scale");
        System.out.println("| analysis | rows | CSV, ms | table, ms | ratio |\n|---|---|---|---|---|");
        List<Tabular<?>> analyses =
                List.of(report.quantities(), report.discrepancies(), report.voices(), report.ratios(), report.checks());
        double allCsv = 0;
        double allTables = 0;
        for (Tabular<?> analysis : analyses) {
            double[] csv = new double[ROUNDS];
            double[] table = new double[ROUNDS];
            for (int round = -ROUNDS; round < ROUNDS; round++) { // the first half warms up
                long start = System.nanoTime();
                Report.write(folder, analysis);
                long between = System.nanoTime();
                int rows = analysis.table().rowCount();
                long end = System.nanoTime();
                if (rows != analysis.rows().size()) {
                    throw new IllegalStateException("a row is lost");
                }
                if (round >= 0) {
                    csv[round] = (between - start) / 1e6;
                    table[round] = (end - between) / 1e6;
                }
            }
            print(analysis.name(), analysis.rows().size(), median(csv), median(table));
            allCsv += median(csv);
            allTables += median(table);
        }
        print("all", analyses.stream().mapToInt(each -> each.rows().size()).sum(), allCsv, allTables);
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String name, int rows, double csv, double table) {
        System.out.printf("| %s | %,d | %.2f | %.2f | %.2f |%n", name, rows, csv, table, table / csv);
    }
}
