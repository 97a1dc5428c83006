package org.muster.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ten million ranges as an array of objects: nanoseconds for one element, the making of the result included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(IntervalArrayObjectsBenchmark.SIZE)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms5g", "-Xmx5g", "-Xmn2500m", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
public class IntervalArrayObjectsBenchmark {
    static final int SIZE = 10_000_000;

    @Param({"reals", "counts"})
    public String operands = "";

    private final PlainRange[] x = new PlainRange[SIZE];
    private final PlainRange[] y = new PlainRange[SIZE];

    @Setup
    public void setUp() {
        PlainArray first = Operands.make(operands, 1, SIZE);
        PlainArray second = Operands.make(operands, 2, SIZE);
        for (int i = 0; i < SIZE; i++) {
            x[i] = new PlainRange(first.lo[i], first.hi[i]);
            y[i] = new PlainRange(second.lo[i], second.hi[i]);
        }
    }

    @Benchmark
    public Object addObjects() {
        PlainRange[] results = new PlainRange[SIZE];
        for (int i = 0; i < SIZE; i++) {
            results[i] = x[i].add(y[i]);
        }
        return results;
    }

    @Benchmark
    public Object multiplyObjects() {
        PlainRange[] results = new PlainRange[SIZE];
        for (int i = 0; i < SIZE; i++) {
            results[i] = x[i].multiply(y[i]);
        }
        return results;
    }
}
