package org.muster.benchmark;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.muster.cli.Muster;

/**
 * How long {@code muster import table} takes as a table grows, against FastCSV copying the same file in the same run, in
 * processor time of the whole JVM. Prints a table; the time of a row is to stay the same within a factor of 1.5, and a
 * million rows are to take at most 20 times the copy, in a heap of 400 MB ({@code JDK_JAVA_OPTIONS=-Xmx400m}).
 */
public final class ImportScale {

    private static final List<Integer> SIZES = List.of(50_000, 200_000, 1_000_000);
    private static final String ONE = "event,party,place,measure,low,high,source,as_of,locator\n"
            + "[battle],[side],[place],killed,[killed_low],[killed_high],[source],[date],p. [page]\n";
    private static final String THREE = "event,party,place,measure,figure,low,high,source,as_of\n"
            + "[battle],[side],[place],killed,,[killed_low],[killed_high],[source],[date|yyyy-MM-dd]\n"
            + "[battle],[side],[place],strength,[strength],,,[source],[date|yyyy-MM-dd]\n"
            + "[battle],[side],[place],wounded,[wounded],,,[source],[date|yyyy-MM-dd]\n";

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ImportScale() {}

    /**
     * Measures.
     *
     * @param arguments none
     * @throws IOException if there is no room for the tables
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("import-scale");
        System.out.printf(
                "heap of %d MB%n| claims a row | rows | copy, s | import, s | ratio | µs a row |%n|---|---|---|---|---|---|%n",
                Runtime.getRuntime().maxMemory() >> 20);
        Path table = folder.resolve("table.csv");
        for (int claims : List.of(1, 3)) {
            Path mapping = Files.writeString(folder.resolve("mapping.csv"), claims == 1 ? ONE : THREE);
            write(table, 50_000);
            measure(table, mapping, 8);
            for (int rows : SIZES) {
                write(table, rows);
                double[] seconds = measure(table, mapping, rows < 1_000_000 ? 5 : 3);
                System.out.printf(
                        "| %d | %,d | %.2f | %.2f | %.1f | %.1f |%n",
                        claims, rows, seconds[0], seconds[1], seconds[1] / seconds[0], seconds[1] / rows * 1e6);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The least processor times of several rounds, in seconds: of the copy, and of the import. They do not depend on who else works on the machine. */
    private static double[] measure(Path table, Path mapping, int rounds) throws IOException {
        double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        for (int i = 0; i < rounds; i++) {
            long start = PROCESS.getProcessCpuTime();
            copy(table, table.resolveSibling("copy.csv"));
            least[0] = Math.min(least[0], (PROCESS.getProcessCpuTime() - start) / 1e9);
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            start = PROCESS.getProcessCpuTime();
            int code = Muster.run(
                    nowhere,
                    nowhere,
                    "import",
                    "table",
                    table.toString(),
                    "--mapping",
                    mapping.toString(),
                    "--out",
                    table.resolveSibling("dossier").toString());
            least[1] = Math.min(least[1], (PROCESS.getProcessCpuTime() - start) / 1e9);
            if (code != 0) {
                throw new IllegalStateException("exit code " + code);
            }
        }
        return least;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(from);
                CsvWriter csv = CsvWriter.builder().build(to)) {
            for (CsvRecord row : rows) {
                csv.writeRecord(row.getFields());
            }
        }
    }

    private static void write(Path table, int rows) throws IOException {
        Random random = new Random(1990);
        try (BufferedWriter out = Files.newBufferedWriter(table)) {
            out.write("id,battle,side,place,date,strength,killed_low,killed_high,wounded,source,page,note\n");
            for (int i = 0; i < rows; i++) {
                out.write(i + ",Battle of " + i / 2 + "," + (i % 2 == 0 ? "Blue" : "Red") + ",\"Hill, no. "
                        + random.nextInt(500) + "\",19" + (10 + random.nextInt(80)) + "-0" + (1 + random.nextInt(9)) + "-1"
                        + random.nextInt(9) + "," + random.nextInt(50_000) + "," + (100 + random.nextInt(100)) + ","
                        + (300 + random.nextInt(900)) + "," + random.nextInt(3_000) + ",Author " + random.nextInt(40) + ","
                        + random.nextInt(400) + ",from the war diary of unit " + random.nextInt(1_000) + "\n");
            }
        }
    }
}
