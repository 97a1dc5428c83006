package org.muster.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.reading.FigureReader;
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

/** Reading all figures of one cell, against one pass of a compiled regular expression that only finds the digits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class FigureReaderBenchmark {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** What the reader knows: English alone, or every language. */
    @Param({"english", "all"})
    public String languages = "";

    /** A file with a heading, then a line for each cell: behind a tab its text, {@code \\n} for its line breaks. */
    @Param("cells.tsv")
    public String cellsFile = "";

    private String[] cells = {};
    private FigureReader reader = FigureReader.english();
    private int next;

    @Setup
    public void setUp() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(cellsFile), StandardCharsets.UTF_8);
        cells = lines.subList(1, lines.size()).stream()
                .map(line -> line.substring(line.indexOf('\t') + 1).replace("\\n", "\n").replace("\\t", "\t"))
                .toArray(String[]::new);
        if (languages.equals("all")) {
            reader = FigureReader.of(FigureReader.languages());
        }
    }

    @Benchmark
    public Object readAll() {
        return reader.readAll(cell());
    }

    @Benchmark
    public int readAllPlain() {
        Matcher digits = DIGITS.matcher(cell());
        int found = 0;
        while (digits.find()) {
            found++;
        }
        return found;
    }

    private String cell() {
        next = next + 1 == cells.length ? 0 : next + 1;
        return cells[next];
    }
}
