package org.muster.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on files that are not as they should be: what it says, its exit code, and that an earlier result stays. */
class SummarizeCommandTest {

    private static final String HEADER = "party,measure,low,high,source\n";
    private static final String ROW = "Blue,killed,1,2,S\n";
    private static final String EARLIER = "an earlier result\n";

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private Path out() {
        return folder.resolve("summary.csv");
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Run summarize(Path... files) {
        List<String> arguments = new ArrayList<>(List.of("summarize", "--by", "event,party"));
        arguments.addAll(List.of("--out", out().toString()));
        Arrays.stream(files).map(Path::toString).forEach(arguments::add);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> Muster.run(
                        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new)));
        return new Run(code, out.toString(), err.toString());
    }

    /** The last line says why, the exit code is 2, and the earlier result stays. */
    private void assertRefused(String sentence, Path... files) throws IOException {
        Files.writeString(out(), EARLIER);
        Run run = summarize(files);
        assertTrue(run.err.endsWith("muster: " + sentence + System.lineSeparator()), run::toString);
        assertEquals(2, run.code, run::toString);
        assertEquals(EARLIER, Files.readString(out()));
    }

    @Test
    void aRowThatCannotBeReadIsNamed() throws IOException {
        Run run = summarize(file("a.csv", HEADER + ROW + "Blue,killed,Infinity,Infinity,S\n"));
        assertEquals(1, run.code, run::toString);
        assertTrue(run.err.contains("a.csv:3, column low: \"Infinity\" is not a number"), run::toString);
        assertEquals("a,Blue,1,", Files.readAllLines(out()).get(1).substring(0, 9));
    }

    @Test
    void withoutAClaimNothingIsWritten() throws IOException {
        byte[] bytes = new byte[5000];
        new Random(7).nextBytes(bytes);
        Path random = Files.write(folder.resolve("random.csv"), bytes);
        Path wide = Files.write(folder.resolve("wide.csv"), (HEADER + ROW).getBytes(StandardCharsets.UTF_16));
        List<Path> all = List.of(
                random,
                wide,
                file("empty.csv", ""),
                file("column.csv", "party,low,high,source\nBlue,1,2,S\n"),
                file("header.csv", HEADER),
                file("faulty.csv", HEADER + "Blue,killed,2,1,S\n"));
        for (Path each : all) {
            assertRefused("no claim could be read from " + each + "; nothing was written", each);
        }
        assertRefused("no claim could be read from the 6 files; nothing was written", all.toArray(Path[]::new));
        assertEquals(1, summarize(random, file("a.csv", HEADER + ROW)).code);
    }
}
