package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;
import org.muster.rows.Rows;

/** The order in which somebody typed the rows of a dossier means nothing: the reports hold the same rows. */
class RowOrderPropertiesTest {

    private static final List<Path> DOSSIERS = List.of(
            Path.of("datasets/manchuria-1945"), Path.of("src/test/resources/org/muster/report/pass-campaign-1919"));

    private Path folder = Path.of("");

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("muster");
    }

    @AfterTry
    void deleteFolder() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.sorted(Comparator.reverseOrder()).forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    @Property(tries = 12)
    void reportsHoldTheSameRows(@ForAll @IntRange(max = 1) int dossier, @ForAll long seed) throws IOException {
        Path original = DOSSIERS.get(dossier);
        Path shuffled = folder.resolve(original.getFileName());
        Files.createDirectory(shuffled);
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                if (file.toString().endsWith(".csv")) {
                    Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
                }
                Files.write(shuffled.resolve(file.getFileName()), lines);
            }
        }
        assertEquals(reports(original), reports(shuffled));
    }

    /**
     * The rows of the reports in an order of their own, the lists in their cells and the parts in their rules too. Ratios
     * are left out: which of two parties is a and which is b follows the dossier.
     */
    private Map<String, List<String>> reports(Path original) throws IOException {
        Dossier dossier = Dossier.read(original);
        Report report = Report.of(dossier, Tolerance.NONE);
        Map<String, List<String>> reports = new TreeMap<>();
        for (Rows<?> rows : List.of(report.quantities(), report.discrepancies(), report.voices(), report.checks())) {
            reports.put(rows.name(), cells(rows));
        }
        return reports;
    }

    private <R> List<String> cells(Rows<R> rows) throws IOException {
        List<String> sorted = new ArrayList<>();
        for (Map<String, String> row : Csv.read(Report.write(folder, rows))) {
            List<String> cells = new ArrayList<>();
            row.forEach((column, cell) -> {
                String[] listed = cell.split("; | \\+ | >= | = ");
                Arrays.sort(listed);
                cells.add(column + "=" + String.join("; ", listed));
            });
            sorted.add(String.join(", ", cells));
        }
        Collections.sort(sorted);
        return sorted;
    }
}
