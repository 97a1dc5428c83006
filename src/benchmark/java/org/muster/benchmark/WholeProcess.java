package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run of a program in a JVM of its own took.
 *
 * @param seconds from its start to its end
 * @param processor seconds of all cores together, its last hundredth of a second left out
 * @param megabytes the most memory that the process had, as Linux counts it
 */
record WholeProcess(double seconds, double processor, double megabytes) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Runs a program: options of the JVM, its class and its arguments. */
    static WholeProcess run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-cp", System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        double most = 0;
        Duration processor = Duration.ZERO;
        while (process.isAlive()) {
            most = Math.max(most, megabytes(process.pid()));
            processor = process.info().totalCpuDuration().orElse(processor);
            Thread.sleep(10);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
        return new WholeProcess(seconds, processor.toMillis() / 1e3, most);
    }

    /** The median of what several runs took. */
    static double median(List<WholeProcess> runs, ToDoubleFunction<WholeProcess> what) {
        return runs.stream()
                .mapToDouble(what)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double megabytes(long process) throws IOException {
        Path status = Path.of("/proc/" + process + "/status");
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException e) {
            if (Files.exists(status)) { // else it has just ended
                throw e;
            }
        }
        return 0;
    }
}
