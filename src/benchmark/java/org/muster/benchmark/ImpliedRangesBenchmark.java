package org.muster.benchmark;

import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.LinearRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.LinearRules;
import org.muster.propagate.VariableId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The exact ranges of all quantities of a tree of sums, ten parts to a whole, each stated with a range: the time for the
 * whole tree, which should grow with its size and no faster. The peer is the smaller tree.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
        value = 3,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseParallelGC"})
public class ImpliedRangesBenchmark {
    private static final int PARTS = 10;

    @Param({"10000", "100000", "1000000"})
    public int size;

    private List<Bounds> given = List.of();
    private LinearNetwork network = LinearNetwork.of(0, List.of());
    private double[] low = {};
    private double[] high = {};

    @Setup
    public void setUp() {
        Random random = new Random(1);
        low = new double[size];
        high = new double[size];
        List<VariableId> variables =
                IntStream.range(0, size).mapToObj(VariableId::new).toList();
        List<LinearRule> rules = new ArrayList<>();
        for (int whole = size - 1; whole >= 0; whole--) {
            int first = PARTS * whole + 1;
            if (first >= size) {
                low[whole] = random.nextInt(1000);
                high[whole] = low[whole] + random.nextInt(100);
            } else {
                List<VariableId> parts = new ArrayList<>();
                for (int i = 0; i < Math.min(PARTS, size - first); i++) {
                    parts.add(variables.get(first + i));
                    low[whole] += low[first + i];
                    high[whole] += high[first + i];
                }
                rules.add(LinearRules.sum("sum", variables.get(whole), parts));
            }
        }
        given = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            double slack = Math.floor((high[i] - low[i]) / 4); // so that wholes narrow parts and parts wholes
            given.add(Bounds.of(Rational.of(low[i] + slack), Rational.of(high[i] + slack)));
        }
        network = LinearNetwork.of(size, rules);
    }

    @Benchmark
    public Object impliedRanges() {
        return ImpliedRanges.of(network, variable -> given.get(variable.number()));
    }
}
