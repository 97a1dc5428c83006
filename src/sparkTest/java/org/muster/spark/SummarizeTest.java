package org.muster.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Muster;

/** What {@code spark-submit} runs, against the command. */
class SummarizeTest {

    @TempDir
    private Path folder;

    /** The job takes the session that is there, and stops it. */
    @BeforeEach
    void start() {
        Local.spark(folder);
    }

    private Path claims(String rows) throws IOException {
        return Files.writeString(folder.resolve("claims.csv"), "party,measure,figure,source\n" + rows);
    }

    private static List<String> parts(Path out) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path part : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(part));
            }
        }
        return Local.withOneHeading(lines);
    }

    /** Runs the job, and returns what it prints on standard output and standard error. */
    private static List<String> told(String... arguments) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            Summarize.main(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void writesTheRowsAndTellsTheProblemsOfTheCommand() throws IOException {
        Path file = claims("B,killed,\"1,200–1,500\",b\nA,killed,14,\nA,KIA,300+,b\nA,killed,12,a\n");
        Path sources = Files.writeString(folder.resolve("sources.csv"), "id,origin\na,\nb,\nc,\n,x\n");
        Path expected = folder.resolve("summary.csv");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] given = {file.toString(), "--by", "event,party,measure", "--sources", sources.toString(), "--out"};
        Muster.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.concat(Stream.of("summarize"), Stream.concat(Stream.of(given), Stream.of(expected.toString())))
                        .toArray(String[]::new));
        Path found = folder.resolve("summary");
        List<String> told = told(
                Stream.concat(Stream.of(given), Stream.of(found.toString())).toArray(String[]::new));
        assertEquals(Files.readAllLines(expected), parts(found));
        assertEquals(err.toString().lines().toList(), told.subList(0, told.size() - 1));
        assertEquals("3 claims by event,party,measure in " + found, told.get(told.size() - 1));
    }

    @Test
    void readsWhatSparkReads() throws IOException {
        Path json = Files.writeString(
                folder.resolve("claims.json"),
                "{\"party\": \"A\", \"measure\": \"killed\", \"low\": 5, \"high\": 8.5, \"source\": \"a\", \"id\": \"x\"}\n");
        Path found = folder.resolve("summary");
        List<String> told = told(json.toString(), "--format", "json", "--by", "party", "--out", found.toString());
        assertEquals(List.of("1 claim by party in " + found), told);
        assertEquals(
                "A,1,1,claims,5,8.5,5,8.5,,,,,1,,single,8.5,a,x,,5,a,x,,",
                parts(found).get(1));
    }

    @Test
    void withoutAClaimItFails() throws IOException {
        Path file = claims("A,killed,14,\n");
        String[] arguments = {
            file.toString(), "--by", "party", "--out", folder.resolve("none").toString()
        };
        String message = assertThrows(IllegalArgumentException.class, () -> told(arguments))
                .getMessage();
        assertTrue(message.startsWith("no claim could be read from "), message);
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void otherArgumentsAreRefused() {
        for (String[] arguments : new String[][] {
            {},
            {"claims.csv"},
            {"claims.csv", "--by", "party"},
            {"--by", "party", "--out", "summary"},
            {"claims.csv", "--by", "party", "--out"},
            {"claims.csv", "--by", "front", "--out", "summary"},
            {"claims.csv", "--by", "party", "--out", "summary", "--max-voices", "0"},
            {"claims.csv", "--by", "party", "--out", "summary", "--max-voices", "many"},
            {"claims.csv", "--by", "party", "--out", "summary", "--loudly", "yes"}
        }) {
            assertThrows(IllegalArgumentException.class, () -> Summarize.main(arguments));
        }
        assertFalse(Files.exists(Path.of("summary")));
    }
}
