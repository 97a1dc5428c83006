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
        return run(out(), Arrays.stream(files).map(Path::toString).toArray(String[]::new));
    }

    private static Run run(Path into, String... more) {
        List<String> arguments = new ArrayList<>(List.of("summarize", "--by", "event,party"));
        arguments.addAll(List.of("--out", into.toString()));
        arguments.addAll(List.of(more));
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
        assertRefused(sentence, Arrays.stream(files).map(Path::toString).toArray(String[]::new));
    }

    private void assertRefused(String sentence, String... arguments) throws IOException {
        Files.writeString(out(), EARLIER);
        Run run = run(out(), arguments);
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

    /** Rows of three folders and of a file with another name: each its own event, and its own place in messages. */
    @Test
    void filesOfTheSameName() throws IOException {
        String faulty = "Blue,killed,2,1,S\n";
        Path first = file("one/claims.csv", HEADER + ROW + faulty);
        Path second = file("two/claims.csv", HEADER + ROW + faulty);
        Path packed = folder.resolve("three/claims.csv.gz");
        Files.createDirectories(packed.getParent());
        Files.write(packed, gzip(HEADER + ROW));
        Path other = file("two/four.csv", HEADER + ROW);
        Run run = summarize(first, second, packed, other);
        assertEquals(1, run.code, run::toString);
        assertTrue(run.err.contains("error: " + first + ":3, column low: "), run::toString);
        assertTrue(run.err.contains("error: " + second + ":3, column low: "), run::toString);
        List<String> lines = Files.readAllLines(out());
        int holder = List.of(lines.get(0).split(",", -1)).indexOf("least_high_claim");
        List<String> found = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            found.add(cells.get(0) + " " + cells.get(holder));
        }
        assertEquals(
                List.of(
                        "four " + other + ":L2",
                        "one " + first + ":L2",
                        "three " + packed + ":L2",
                        "two " + second + ":L2"),
                found);
    }

    @Test
    void aFileGivenTwice() throws IOException {
        Path file = file("a/claims.csv", HEADER + ROW);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        Path detour = folder.resolve("a/../a/claims.csv");
        assertRefused(file + " is given twice; expected each file once", file, file);
        assertRefused(file + " and " + link + " are the same file; expected each file once", file, link);
        assertRefused(file + " and " + detour + " are the same file; expected each file once", file, detour);
    }

    @Test
    void whatIsNoFile() throws IOException, InterruptedException {
        Path good = file("b1/claims.csv", HEADER + ROW);
        Path claims = folder.resolve("b1");
        assertRefused(claims + " is a folder; expected a CSV file of claims, such as " + good, claims);
        Path pipe = folder.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0);
        String refused = ", which cannot be read, since files are read in parts; expected a CSV file of claims";
        assertRefused(pipe + " is a pipe" + refused, good, pipe);
        assertRefused("/dev/zero is a device" + refused, Path.of("/dev/zero"));
    }

    /** A compressed file that is cut off anywhere, or damaged, is refused by name; two that are joined are read as one. */
    @Test
    void compressedDataThatAreNotWhole() throws IOException {
        byte[] whole = gzip(HEADER + ROW.repeat(50));
        Path file = folder.resolve("x.csv.gz");
        for (int length = 2; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(file + ": the compressed data end too early", file);
        }
        byte[] changed = whole.clone();
        changed[whole.length - 6] ^= 1; // the checksum
        byte[] second = Arrays.copyOf(whole, 2 * whole.length); // two files in one, as cat joins them
        System.arraycopy(whole, 0, second, whole.length, whole.length);
        second[whole.length] ^= 1;
        byte[] header = whole.clone();
        header[2] ^= 1;
        for (byte[] damaged : List.of(changed, second, header, Arrays.copyOf(whole, whole.length + 1))) {
            Files.write(file, damaged);
            assertRefused(file + ": the compressed data are damaged", file);
        }
        second[whole.length] ^= 1;
        Files.write(file, second);
        Run run = summarize(file);
        assertTrue(run.out.startsWith("100 claims in 1 group"), run::toString);
        assertTrue(run.err.contains("x.csv.gz:52, column "), run::toString); // the second header
    }

    private Path mapping() throws IOException {
        file("mapping/values.csv", "column,from,to\nn,-9,\n");
        return file("mapping/claims.csv", "party,measure,figure,source\n[side],killed,[n],[who]\n")
                .getParent();
    }

    /** What an import prints stands above the groups, also where nothing is said of progress. */
    @Test
    void tablesByAMapping() throws IOException {
        Path table = file("fords.csv", "Losses||\nside|n|who\nRed|1,5|Hill\nBlue|-9|Hill\n|4|Hill\n");
        String mapping = mapping().toString();
        Run run = run(out(), table.toString(), "--mapping", mapping, "--delimiter", "|", "--header", "2", "--quiet");
        assertEquals(1, run.code, run::toString);
        assertEquals(
                List.of(
                        "fords.csv: separated by |, UTF-8, decimal comma, 2 header lines, 3 columns",
                        "2 claims from 3 rows; 0 rows left out by when; 1 claim without a figure",
                        "  values.csv:2: [n] -9 → blank: 1 cell",
                        "2 claims in 2 groups by event,party in " + out()),
                run.out.lines().toList());
        assertEquals(
                List.of("error: fords.csv:5, column party: the cell is blank; expected the party"),
                run.err.lines().toList());
        assertTrue(Files.readAllLines(out()).get(2).startsWith("fords,Red,1,1,claims,1.5,1.5,"), run::toString);
    }

    /** The works are those beside the mapping, unless others are given. */
    @Test
    void sourcesOfAMapping() throws IOException {
        String table = file("fords.csv", "side,n,who\nRed,1,Hill\nRed,2,Vale\n").toString();
        String mapping = mapping().toString();
        file("mapping/sources.csv", "id\nHill\n");
        Run beside = run(out(), table, "--mapping", mapping);
        assertEquals(1, beside.code, beside::toString);
        assertEquals("error: fords.csv:3, column source: \"Vale\" is not an id in sources.csv", beside.err.strip());
        String given = file("other/sources.csv", "id\nHill\nVale\n").toString();
        Run other = run(out(), table, "--mapping", mapping, "--sources", given);
        assertEquals(0, other.code, other::toString);
        assertEquals("", other.err);
    }

    /** Without the language, the message says which one would read the figure; with it, claims and tables are read alike. */
    @Test
    void figuresInAnotherLanguage() throws IOException {
        String claims = file("dorf.csv", "party,measure,figure,source\nRed,killed,3 Tausend,S\n")
                .toString();
        Run english = run(out(), claims, file("b.csv", HEADER + ROW).toString());
        assertEquals(1, english.code, english::toString);
        assertTrue(english.err.contains("in German (--languages de) it is [3000, 3000]"), english::toString);
        Run german = run(out(), claims, "--languages", "de,en");
        assertEquals(0, german.code, german::toString);
        assertTrue(Files.readAllLines(out()).get(1).startsWith("dorf,Red,1,1,claims,3000,3000,"), german::toString);
        String table = file("tal.csv", "side,n,who\nRed,3 Tausend,Hill\n").toString();
        Run mapped = run(out(), table, "--mapping", "" + mapping(), "--languages", "de");
        assertEquals(0, mapped.code, mapped::toString);
        assertTrue(Files.readAllLines(out()).get(1).startsWith("tal,Red,1,1,claims,3000,3000,"), mapped::toString);
        assertRefused("language \"xx\" is not one of: en, de, fr, ru, sv, es, it", claims, "--languages", "xx");
    }

    @Test
    void misuseOfAMapping() throws IOException {
        String table = file("fords.csv", "side,n,who\nRed,,Hill\n").toString();
        Path mapping = mapping();
        assertRefused(table + " is given twice; expected each file once", table, table, "--mapping", "" + mapping);
        assertRefused(mapping + " is a folder; expected a file with a table", "" + mapping, "--mapping", "" + mapping);
        assertRefused(folder + "/no is absent; expected a file", table, "--mapping", folder + "/no");
        assertRefused(
                "no claim could be read from " + table + "; nothing was written", table, "--mapping", "" + mapping);
        Path packed = Files.write(folder.resolve("fords.csv.gz"), gzip("side,n,who\nRed,1,Hill\n"));
        assertRefused(
                packed + " is compressed by gzip; expected the table that is in it",
                packed.toString(),
                "--mapping",
                mapping.toString());
        Path values = mapping.resolve("values.csv");
        String before = Files.readString(values);
        Run onto = run(values, table, "--mapping", mapping.toString());
        assertEquals(2, onto.code);
        assertEquals("muster: " + values + " is read; expected another file for --out", onto.err.strip());
        assertEquals(before, Files.readString(values));
        Run alone = run(out(), table, "--header", "2");
        assertEquals(2, alone.code, alone::toString);
        assertEquals(
                "delimiter, encoding, decimal, header and sheet are those of tables, which need --mapping.",
                alone.err.lines().findFirst().orElseThrow());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
