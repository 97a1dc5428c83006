package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code muster report --format csv} against DuckDB grouping the same file ({@link DuckDbGrouping}), both as whole processes in
 * turn, for {@linkplain GeneratedClaims files} of 100,000 claims, in a heap of 1 GB, and of a million, in one of 3 GB; figures are
 * texts. Prints a table of medians of three. Targets: at most 60 times DuckDB's time, the same time for a claim at both sizes
 * within a factor of 1.5, and no file over 200 MB.
 */
public final class LargeReport {

    private static final int ROUNDS = 3;

    private LargeReport() {}

    /**
     * Measures.
     *
     * @param arguments none
     * @throws IOException if there is no room for the files
     * @throws InterruptedException if interrupted
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("large-report");
        Path file = folder.resolve("claims.csv");
        Path out = folder.resolve("out");
        System.out.println("| claims | report, s | DuckDB, s | ratio | report, processor s | DuckDB, processor s | ratio"
                + " | processor, µs a claim | report, MB | largest file, MB |\n|---|---|---|---|---|---|---|---|---|---|");
        for (int claims : List.of(100_000, 1_000_000)) {
            GeneratedClaims.write(file, claims, true, 10_000, 1);
            List<WholeProcess> own = new ArrayList<>();
            List<WholeProcess> peer = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                own.add(WholeProcess.run(claims <= 100_000 ? "-Xmx1g" : "-Xmx3g", "org.muster.cli.Muster", "report",
                        file.toString(), "--format", "csv", "--quiet", "--out", out.toString()));
                peer.add(WholeProcess.run("-Xmx256m", DuckDbGrouping.class.getName(), file.toString(), "text",
                        folder.resolve("peer.csv").toString()));
            }
            double seconds = WholeProcess.median(own, WholeProcess::seconds);
            double peerSeconds = WholeProcess.median(peer, WholeProcess::seconds);
            double processor = WholeProcess.median(own, WholeProcess::processor);
            double peerProcessor = WholeProcess.median(peer, WholeProcess::processor);
            System.out.printf(
                    "| %,d | %.1f | %.2f | %.1f | %.1f | %.2f | %.1f | %.0f | %.0f | %.0f |%n",
                    claims,
                    seconds,
                    peerSeconds,
                    seconds / peerSeconds,
                    processor,
                    peerProcessor,
                    processor / peerProcessor,
                    processor / claims * 1e6,
                    WholeProcess.median(own, WholeProcess::megabytes),
                    largest(out) / 1e6);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path written : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(written);
            }
        }
    }

    private static long largest(Path folder) throws IOException {
        long largest = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                largest = Math.max(largest, Files.size(file));
            }
        }
        return largest;
    }
}
