package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code muster summarize}, with the flags of the launcher, against DuckDB grouping the same file ({@link DuckDbGrouping}),
 * both as whole processes in turn, as a {@linkplain GeneratedClaims file} grows. Prints a table of medians of five: wall time and the most memory that the process had.
 * Targets for ten million claims: 1.5 times DuckDB with low and high, 3 times with figures as text, 400 MB.
 */
public final class SummarizeScale {

    private static final int ROUNDS = 5;

    private SummarizeScale() {}

    /**
     * Measures.
     *
     * @param arguments the numbers of claims; by default 100000, 1000000 and 10000000
     * @throws IOException if there is no room for the files
     * @throws InterruptedException if interrupted
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> sizes = arguments.length > 0 ? List.of(arguments) : List.of("100000", "1000000", "10000000");
        Path folder = Files.createTempDirectory("summarize-scale");
        System.out.printf("| figures | claims | summarize, s | DuckDB, s | ratio | µs a claim | summarize, MB | DuckDB, MB |%n"
                + "|---|---|---|---|---|---|---|---|%n");
        for (String form : List.of("ranges", "text")) {
            for (String size : sizes) {
                Path file = folder.resolve("claims.csv");
                long claims = Long.parseLong(size);
                GeneratedClaims.write(file, claims, form.equals("text"), 10_000, 1);
                List<WholeProcess> own = new ArrayList<>();
                List<WholeProcess> peer = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    own.add(WholeProcess.run("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "org.muster.cli.Muster", "summarize", file.toString(), "--by",
                            "event,party,measure", "--quiet", "--out", folder.resolve("own.csv").toString()));
                    peer.add(WholeProcess.run("-Xmx256m", DuckDbGrouping.class.getName(), file.toString(), form,
                            folder.resolve("peer.csv").toString()));
                }
                double seconds = WholeProcess.median(own, WholeProcess::seconds);
                double peerSeconds = WholeProcess.median(peer, WholeProcess::seconds);
                System.out.printf(
                        "| %s | %,d | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f |%n",
                        form,
                        claims,
                        seconds,
                        peerSeconds,
                        seconds / peerSeconds,
                        seconds / claims * 1e6,
                        WholeProcess.median(own, WholeProcess::megabytes),
                        WholeProcess.median(peer, WholeProcess::megabytes));
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
