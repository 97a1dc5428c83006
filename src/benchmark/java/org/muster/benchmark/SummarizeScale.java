package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code muster summarize}, with the flags of the launcher, against DuckDB grouping the same file ({@link DuckDbGrouping}),
 * both as whole processes in turn, as a {@linkplain ClaimFile file} grows. Prints a table of medians of five: wall time and the most memory that the process had.
 * Targets for ten million claims: 1.5 times DuckDB with low and high, 3 times with figures as text, 400 MB.
 */
public final class SummarizeScale {

    private static final int ROUNDS = 5;
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private record Run(double seconds, double megabytes) {}

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
                ClaimFile.write(file, claims, form.equals("text"), 10_000, 1);
                List<Run> own = new ArrayList<>();
                List<Run> peer = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    own.add(run("-Xmx256m", "-XX:+UseSerialGC", "-XX:CompileThresholdScaling=10", "org.muster.cli.Muster", "summarize", file.toString(), "--by",
                            "event,party,measure", "--quiet", "--out", folder.resolve("own.csv").toString()));
                    peer.add(run("-Xmx256m", DuckDbGrouping.class.getName(), file.toString(), form,
                            folder.resolve("peer.csv").toString()));
                }
                double seconds = median(own, Comparator.comparingDouble(Run::seconds)).seconds;
                double peerSeconds = median(peer, Comparator.comparingDouble(Run::seconds)).seconds;
                System.out.printf(
                        "| %s | %,d | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f |%n",
                        form,
                        claims,
                        seconds,
                        peerSeconds,
                        seconds / peerSeconds,
                        seconds / claims * 1e6,
                        median(own, Comparator.comparingDouble(Run::megabytes)).megabytes,
                        median(peer, Comparator.comparingDouble(Run::megabytes)).megabytes);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Run median(List<Run> runs, Comparator<Run> by) {
        return runs.stream().sorted(by).toList().get(ROUNDS / 2);
    }

    private static Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-cp", System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        double most = 0;
        while (process.isAlive()) {
            most = Math.max(most, megabytes(process.pid()));
            Thread.sleep(10);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
        return new Run(seconds, most);
    }

    /** The most memory that a process had so far, as Linux counts it. */
    private static double megabytes(long process) throws IOException {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (NoSuchFileException e) {
            // it has just ended
        }
        return 0;
    }
}
