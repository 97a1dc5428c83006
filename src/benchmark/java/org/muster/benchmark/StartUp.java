package org.muster.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whole process time of {@code muster report} by its launcher, with the page and without it, and on a plain JVM, and of {@link CopyCommand} on a plain
 * JVM, run in turns. Prints the medians, in milliseconds, and their ratios to that of the copy. The launcher is the one
 * that {@code mvn package} has put into {@code target/muster}.
 */
public final class StartUp {

    private static final int WARM_UP = 5;
    private static final int RUNS = 41;
    private static final String JAVA_HOME = System.getProperty("java.home");

    /** A program to measure. */
    private record Program(String name, List<String> command, List<String> options, double[] times) {

        Program(String name, List<String> options, String... command) {
            this(name, List.of(command), options, new double[RUNS]);
        }

        /** Has no flags of its own but those that its command names. */
        double run() throws IOException, InterruptedException {
            List<String> arguments =
                    List.of("report", "datasets/manchuria-1945", "--out", "target/start-up/" + name.replaceAll("\\W+", "-"));
            ProcessBuilder process = new ProcessBuilder(Stream.of(command, arguments, options)
                            .flatMap(List::stream)
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target/start-up.log"));
            process.environment().put("JAVA_HOME", JAVA_HOME);
            long start = System.nanoTime();
            int code = process.start().waitFor();
            double time = (System.nanoTime() - start) / 1e6;
            if (code != 0) {
                throw new IOException(name + " ended with " + code + ", see target/start-up.log");
            }
            return time;
        }

        double median() {
            return times[RUNS / 2];
        }
    }

    private StartUp() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        String java = Path.of(JAVA_HOME, "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        Program copy = new Program("copy", List.of(), java, "-cp", classPath, "org.muster.benchmark.CopyCommand");
        List<String> tables = List.of("--format", "csv");
        List<Program> programs = List.of(
                new Program("launcher", tables, "target/muster/bin/muster"),
                new Program("launcher, page", List.of(), "target/muster/bin/muster"),
                new Program("plain JVM", tables, java, "-cp", classPath, "org.muster.cli.Muster"),
                copy);
        programs.get(0).run();
        Thread.sleep(10_000); // the launcher's archive is made after its first start
        for (int i = -WARM_UP; i < RUNS; i++) {
            for (Program program : programs) {
                double time = program.run();
                if (i >= 0) {
                    program.times[i] = time;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "JDK %s, this JVM's flags %s, medians of %d runs in turns%n",
                System.getProperty("java.version"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                RUNS);
        programs.forEach(program -> Arrays.sort(program.times));
        for (Program program : programs) {
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %4.0f ms (%.0f to %.0f), ratio to the copy %.2f%n",
                    program.name,
                    program.median(),
                    program.times[0],
                    program.times[RUNS - 1],
                    program.median() / copy.median());
        }
    }
}
