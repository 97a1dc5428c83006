package org.muster.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.muster.cli.Muster;

/**
 * How long {@code muster report} takes as a dossier grows: battles of two sides with strengths and losses, as in CDB90, and
 * claims of as many sources about one quantity. Prints a table; the time of a claim is to stay the same within a factor of
 * 1.5. The command runs within this process, some rounds of each size before those that count, so that the start-up of a JVM
 * and its compiler do not stand for a few claims.
 */
public final class ReportScale {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final List<String> MEASURES =
            List.of("strength", "killed", "tanks strength", "tanks destroyed", "guns strength", "guns lost");

    private ReportScale() {}

    /**
     * Measures.
     *
     * @param arguments none
     * @throws IOException if there is no room for the dossiers
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("report-scale");
        System.out.println("| shape | claims | s | µs a claim |\n|---|---|---|---|");
        for (String shape : List.of("battles", "one quantity")) {
            measure(folder, shape, 10_000, 5);
            for (int claims : SIZES) {
                double seconds = measure(folder, shape, claims, 400_000 / claims + 1);
                System.out.printf("| %s | %,d | %.2f | %.0f |%n", shape, claims, seconds, seconds / claims * 1e6);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The least time of several rounds, in seconds. */
    private static double measure(Path folder, String shape, int claims, int rounds) throws IOException {
        Path file = folder.resolve("claims.csv");
        Files.write(file, shape.equals("battles") ? battles(claims) : oneQuantity(claims));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(rounds, 60); i++) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            long start = System.nanoTime();
            int code = Muster.run(
                    nowhere, nowhere, "report", file.toString(), "--out", folder.resolve("out").toString());
            least = Math.min(least, (System.nanoTime() - start) / 1e9);
            if (code != 0) {
                throw new IllegalStateException("exit code " + code);
            }
        }
        return least;
    }

    private static List<String> oneQuantity(int claims) {
        List<String> rows = new ArrayList<>(List.of("party,measure,figure,source"));
        for (int i = 0; i < claims; i++) {
            rows.add("A,killed," + (i + 1) + ",S" + i);
        }
        return rows;
    }

    private static List<String> battles(int claims) {
        Random random = new Random(1990);
        List<String> rows = new ArrayList<>(List.of("event,party,measure,figure,source"));
        for (int battle = 0; rows.size() <= claims; battle++) {
            for (String side : List.of("A", "B")) {
                int army = random.nextInt(200);
                for (String measure : MEASURES) {
                    rows.add("battle " + battle + "," + side + army + "," + measure + "," + (1 + random.nextInt(100_000))
                            + ",CDB90");
                }
            }
        }
        return rows.subList(0, claims + 1);
    }
}
