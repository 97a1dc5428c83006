package org.muster.benchmark;

import java.util.concurrent.TimeUnit;
import org.muster.interval.Interval;
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

/** Single operations, 65,536 pairs of operands in turn, results stored: nanoseconds and bytes for one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(IntervalBenchmark.SIZE)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class IntervalBenchmark {
    static final int SIZE = 65_536;

    @Param({"reals", "counts"})
    public String operands = "";

    private final Interval[] x = new Interval[SIZE];
    private final Interval[] y = new Interval[SIZE];
    private final Interval[] results = new Interval[SIZE];
    private final PlainRange[] plainX = new PlainRange[SIZE];
    private final PlainRange[] plainY = new PlainRange[SIZE];
    private final PlainRange[] plainResults = new PlainRange[SIZE];

    @Setup
    public void setUp() {
        PlainArray first = Operands.make(operands, 1, SIZE);
        PlainArray second = Operands.make(operands, 2, SIZE);
        for (int i = 0; i < SIZE; i++) {
            x[i] = Interval.of(first.lo[i], first.hi[i]);
            y[i] = Interval.of(second.lo[i], second.hi[i]);
            plainX[i] = new PlainRange(first.lo[i], first.hi[i]);
            plainY[i] = new PlainRange(second.lo[i], second.hi[i]);
        }
    }

    @Benchmark
    public Object add() {
        for (int i = 0; i < SIZE; i++) {
            results[i] = x[i].add(y[i]);
        }
        return results;
    }

    @Benchmark
    public Object addPlain() {
        for (int i = 0; i < SIZE; i++) {
            plainResults[i] = plainX[i].add(plainY[i]);
        }
        return plainResults;
    }

    @Benchmark
    public Object addWidened() {
        for (int i = 0; i < SIZE; i++) {
            plainResults[i] = plainX[i].addWidened(plainY[i]);
        }
        return plainResults;
    }

    @Benchmark
    public Object multiply() {
        for (int i = 0; i < SIZE; i++) {
            results[i] = x[i].multiply(y[i]);
        }
        return results;
    }

    @Benchmark
    public Object multiplyPlain() {
        for (int i = 0; i < SIZE; i++) {
            plainResults[i] = plainX[i].multiply(plainY[i]);
        }
        return plainResults;
    }

    @Benchmark
    public Object multiplyWidened() {
        for (int i = 0; i < SIZE; i++) {
            plainResults[i] = plainX[i].multiplyWidened(plainY[i]);
        }
        return plainResults;
    }

    @Benchmark
    public Object divide() {
        for (int i = 0; i < SIZE; i++) {
            results[i] = x[i].divide(y[i]);
        }
        return results;
    }

    @Benchmark
    public Object dividePlain() {
        for (int i = 0; i < SIZE; i++) {
            plainResults[i] = plainX[i].divide(plainY[i]);
        }
        return plainResults;
    }

    @Benchmark
    public Object divideWidened() {
        for (int i = 0; i < SIZE; i++) {
            plainResults[i] = plainX[i].divideWidened(plainY[i]);
        }
        return plainResults;
    }
}
