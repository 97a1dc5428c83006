package org.muster.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
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
 * claims of as many sources about one quantity. Prints a table of medians: the tables alone ({@code --format csv}), and with the
 * page, which leaves things out above 2,000 and 20,000 claims. Beside the time by the clock that a claim takes, it prints that of
 * a further claim, which leaves out what a run about a single claim takes: reading the arguments, describing the tables, moving
 * files to their places. That is to stay the same within a factor of 1.5.
 *
 * <p>Each line of the table is from a JVM of its own, which runs the command on the same file until its compiler has hardly
 * anything left to do, for a minute or two, so that neither the start of a JVM nor what its compiler learned from another file
 * stands for a claim.
 */
public final class ReportScale {

    private static final List<String> SIZES = List.of("1000", "10000", "100000");
    private static final List<String> MEASURES =
            List.of("strength", "killed", "tanks strength", "tanks destroyed", "guns strength", "guns lost");

    private static final double WARM_UP = 10; // seconds
    private static final double LONGEST_WARM_UP = 150;
    private static final double STILL_COMPILING = 0.05; // of the time
    private static final double MEASURED = 10;
    private static final int LEAST_ROUNDS = 5;

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private ReportScale() {}

    /**
     * Measures.
     *
     * @param arguments none, for all; or a shape and a number of claims
     * @throws IOException if there is no room for the dossiers
     * @throws InterruptedException if interrupted
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            measure(arguments[0], Integer.parseInt(arguments[1]));
            return;
        }
        System.out.println("| shape | claims | tables: one claim, ms | µs a claim | a further claim"
                + " | with the page: one claim, ms | µs a claim | a further claim |\n"
                + "|---|---|---|---|---|---|---|---|");
        for (String shape : List.of("battles", "one quantity")) {
            for (String claims : SIZES) {
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ReportScale.class.getName(),
                                shape,
                                claims)
                        .inheritIO()
                        .start()
                        .waitFor();
            }
        }
    }

    /** Prints a line of the table. */
    private static void measure(String shape, int claims) throws IOException {
        Path folder = Files.createTempDirectory("report-scale");
        Path file = write(folder.resolve("all.csv"), shape, claims);
        Path one = write(folder.resolve("one.csv"), shape, 1);
        System.out.printf("| %s | %,d ", shape, claims);
        for (String format : List.of("csv", "csv,html")) {
            warmUp(folder, file, format);
            double all = median(rounds(folder, file, format, MEASURED));
            double single = median(rounds(folder, one, format, MEASURED));
            System.out.printf(
                    "| %.1f | %.1f | %.1f ", single * 1e3, all / claims * 1e6, (all - single) / (claims - 1) * 1e6);
        }
        System.out.println("|");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path written : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(written);
            }
        }
    }

    private static Path write(Path file, String shape, int claims) throws IOException {
        return Files.write(file, shape.equals("battles") ? battles(claims) : oneQuantity(claims));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static void warmUp(Path folder, Path file, String format) {
        for (double sum = 0; sum < LONGEST_WARM_UP; sum += WARM_UP) {
            long compiled = COMPILER.getTotalCompilationTime();
            rounds(folder, file, format, WARM_UP);
            if ((COMPILER.getTotalCompilationTime() - compiled) / 1e3 < STILL_COMPILING * WARM_UP) {
                return;
            }
        }
    }

    /** Runs the command for so many seconds. Returns the time of each round. */
    private static List<Double> rounds(Path folder, Path file, String format, double seconds) {
        List<Double> rounds = new ArrayList<>();
        for (double sum = 0; sum < seconds || rounds.size() < LEAST_ROUNDS; ) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            long start = System.nanoTime();
            int code = Muster.run(
                    nowhere,
                    nowhere,
                    "report",
                    file.toString(),
                    "--format",
                    format,
                    "--out",
                    folder.resolve("out").toString());
            double time = (System.nanoTime() - start) / 1e9;
            if (code != 0) {
                throw new IllegalStateException("exit code " + code);
            }
            rounds.add(time);
            sum += time;
        }
        return rounds;
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
