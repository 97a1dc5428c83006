package org.muster.benchmark;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs JMH benchmarks with the arguments of JMH, then prints the median over the forks of each, with the ratio to its
 * peer on plain doubles from the same run, and the flags that the forks had.
 *
 * <p>The peer of {@code add}, {@code addWidened} and {@code addObjects} is {@code addPlain}.
 */
public final class Benchmarks {

    private static final String PLAIN = "Plain";

    private Benchmarks() {}

    public static void main(String... arguments) throws CommandLineOptionException, RunnerException {
        Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
        Map<String, RunResult> byName = new TreeMap<>();
        for (RunResult result : results) {
            byName.put(name(result), result);
        }
        System.out.printf(Locale.ROOT, "%n%-52s %10s %8s %8s%n", "median over forks", "ns", "ratio", "B");
        byName.forEach((name, result) -> {
            RunResult peer = byName.get(peer(name));
            System.out.printf(
                    Locale.ROOT,
                    "%-52s %10.3f %8s %8s%n",
                    name,
                    median(result),
                    peer == null ? "" : String.format(Locale.ROOT, "%.2f", median(result) / median(peer)),
                    bytes(result));
        });
        results.stream()
                .map(result -> result.getParams().getJdkVersion() + " "
                        + result.getParams().getVmName() + " "
                        + result.getParams().getJvmArgs())
                .distinct()
                .forEach(flags -> System.out.println("forks: JDK " + flags));
    }

    private static String name(RunResult result) {
        String name = result.getParams().getBenchmark();
        int type = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
        StringBuilder text = new StringBuilder(name.substring(type + 1));
        for (String key : result.getParams().getParamsKeys()) {
            text.append(' ').append(result.getParams().getParam(key));
        }
        return text.toString();
    }

    private static String peer(String name) {
        int space = name.indexOf(' ') < 0 ? name.length() : name.indexOf(' ');
        String method = name.substring(0, space);
        for (String suffix : List.of(PLAIN, "Widened", "Objects")) {
            if (method.endsWith(suffix)) {
                method = method.substring(0, method.length() - suffix.length());
            }
        }
        return method + PLAIN + name.substring(space);
    }

    private static double median(RunResult result) {
        double[] forks = result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getPrimaryResult)
                .mapToDouble(Result::getScore)
                .sorted()
                .toArray();
        return (forks[(forks.length - 1) / 2] + forks[forks.length / 2]) / 2;
    }

    /** Allocation for one operation, where {@code -prof gc} measured it. */
    private static String bytes(RunResult result) {
        double[] rates = result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .toArray();
        return rates.length == 0 ? "" : String.format(Locale.ROOT, "%.2f", Arrays.stream(rates).max().orElseThrow());
    }
}
