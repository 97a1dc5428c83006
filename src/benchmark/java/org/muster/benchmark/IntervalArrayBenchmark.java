package org.muster.benchmark;

import java.util.concurrent.TimeUnit;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
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

/** Columns of ten million: nanoseconds for one element, the making of the result included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(IntervalArrayBenchmark.SIZE)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms5g", "-Xmx5g", "-Xmn2500m", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
public class IntervalArrayBenchmark {
    static final int SIZE = 10_000_000;

    @Param({"reals", "counts"})
    public String operands = "";

    private PlainArray plainX = new PlainArray(new double[0], new double[0]);
    private PlainArray plainY = plainX;
    private IntervalArray x = IntervalArray.of();
    private IntervalArray y = x;

    @Setup
    public void setUp() {
        plainX = Operands.make(operands, 1, SIZE);
        plainY = Operands.make(operands, 2, SIZE);
        x = IntervalArray.of(plainX.lo, plainX.hi);
        y = IntervalArray.of(plainY.lo, plainY.hi);
    }

    @Benchmark
    public Object copyPlain() {
        return plainX.copy();
    }

    @Benchmark
    public Object add() {
        return x.add(y);
    }

    @Benchmark
    public Object addPlain() {
        return plainX.add(plainY);
    }

    /** With a column in between that is new every time: what is known of its ends has to be found out. */
    @Benchmark
    public Object addTwice() {
        return x.add(y).add(y);
    }

    @Benchmark
    public Object addTwicePlain() {
        return plainX.add(plainY).add(plainY);
    }

    @Benchmark
    public Object addWidened() {
        return plainX.addWidened(plainY);
    }

    @Benchmark
    public Object subtract() {
        return x.subtract(y);
    }

    @Benchmark
    public Object subtractPlain() {
        return plainX.subtract(plainY);
    }

    @Benchmark
    public Object multiply() {
        return x.multiply(y);
    }

    @Benchmark
    public Object multiplyPlain() {
        return plainX.multiply(plainY);
    }

    @Benchmark
    public Object multiplyWidened() {
        return plainX.multiplyWidened(plainY);
    }

    @Benchmark
    public Object divide() {
        return x.divide(y);
    }

    @Benchmark
    public Object dividePlain() {
        return plainX.divide(plainY);
    }

    @Benchmark
    public Interval sum() {
        return x.sum();
    }

    @Benchmark
    public Object sumPlain() {
        return plainX.sum();
    }
}
