package org.muster.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whole process time of {@code muster report} and of {@link CopyCommand}, run in turns on this class path. Prints both
 * medians, in milliseconds, and their ratio.
 */
public final class StartUp {

    private static final int WARM_UP = 5;
    private static final int RUNS = 41;

    private StartUp() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        double[] muster = new double[RUNS];
        double[] copy = new double[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            double first = run("org.muster.cli.Muster", "target/start-up/muster");
            double second = run("org.muster.benchmark.CopyCommand", "target/start-up/copy");
            if (i >= 0) {
                muster[i] = first;
                copy[i] = second;
            }
        }
        Arrays.sort(muster);
        Arrays.sort(copy);
        System.out.printf(
                Locale.ROOT,
                "JDK %s, this JVM's flags %s%nmuster report: median %.0f ms (%.0f to %.0f)%n"
                        + "picocli and FastCSV: median %.0f ms (%.0f to %.0f)%nratio of medians: %.2f%n",
                System.getProperty("java.version"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                muster[RUNS / 2],
                muster[0],
                muster[RUNS - 1],
                copy[RUNS / 2],
                copy[0],
                copy[RUNS - 1],
                muster[RUNS / 2] / copy[RUNS / 2]);
    }

    /** One fresh JVM with no flags of its own. */
    private static double run(String main, String out) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main,
                "report",
                "datasets/manchuria-1945",
                "--out",
                out);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/start-up.log"))
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(main + " ended with " + code + ", see target/start-up.log");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
