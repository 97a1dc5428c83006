package org.muster.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.text.CsvTable;
import org.muster.text.Lines;
import org.muster.text.Utf8;

/**
 * The whole command on damaged files of every kind. It ends with 0, 1 or 2, with 2 it says why in words, and every line of
 * the claims is one of the reports: as a claim, or as a problem.
 */
class MutatedInputTest {

    /** 100,000 in the profile strict. */
    private static final int MUTATIONS = Integer.getInteger("jqwik.tries.default", 100) >= 1000
            ? Integer.getInteger("jqwik.tries.default", 100) * 50
            : 400;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Map<String, String> DOSSIER = new TreeMap<>(Map.of(
            "claims.csv", """
            party,place,measure,figure,source,claimant,as_of,note
            Red,,killed,"9,780–12,031",smith,,1945-08,
            Red,North,killed,5000,smith,,,first
            Red,South,killed,about 5000,jones,Blue,,
            Blue,,tanks strength,300+,jones,,1945,"two
            lines"
            Blue,,tanks lost,up to 120,smith;jones,,,
            Coalition,,strength,1.5 million,copy,,,
            Green,,strength,unknown,jones,,,heavy
            """, "sources.csv", """
            id,author,title,year,grade,origin
            smith,Smith,A History,1960,B,
            jones,Jones,Another,1971,,
            copy,Copyist,Again,1980,D,jones
            """, "hierarchy.csv", """
            dimension,whole,partition,part,complete
            place,,fronts,North,yes
            place,,fronts,South,yes
            party,Coalition,,Blue,no
            party,Coalition,,Green,no
            """, "rules.csv", """
            id,rule,note
            R1,{Blue | tanks lost} <= {Blue | tanks strength},
            R2,{Red | killed} + 2 * {Red | North | killed} >= 100,
            """, "datapackage.json", """
            {"name": "fords", "resources": [{"path": "claims.csv", "hash": "sha256:00"}, {"path": "sources.csv"}]}
            """));

    private static final String WIKITEXT = """
            {{Infobox military conflict
            | conflict = Fords
            | combatant1 = {{flag|Red}}<br>Green
            | combatant2 = Blue<ref>{{cite book|last=Smith|year=1960|p=5}}</ref>
            | strength1 = 12,000 men<br />300 tanks
            | strength2 = 9,500–11,000
            | casualties1 = 300+ killed<ref name="a">Jones, p. 7</ref>
            | casualties2 = {{plainlist|* 120 killed * 4 captured}}
            }}
            """;

    private static final String COPIED = """
            Battle of Fords
            Belligerents
            Red\tBlue
            Strength
            12,000 men\t9,500 men
            Casualties and losses
            300 killed[1]\t1,200 killed or wounded
            """;

    private static final String LINES = "9,780–12,031 killed\n300+ tanks\\nabout 5\nheavy\n\n1.5 million\n";

    private static final List<String> BITS = List.of(
            "\"",
            ",",
            "\n",
            "\r",
            ";",
            "\t",
            "\0",
            "\u202e",
            "\u2028",
            "\u00ad",
            "=1+1",
            "'",
            "-",
            "9".repeat(60),
            "Infinity",
            "{",
            "}",
            "[",
            "]",
            "{Red | killed}",
            "<=",
            "1e400",
            "|",
            "{{",
            "}}",
            "<br>",
            "<ref>",
            "&#xD800;",
            "\\ud800",
            "0",
            ".",
            "–",
            "about ",
            "-0489",
            "2020-02-30",
            "\ufffd",
            "Red",
            "killed",
            "yes",
            "off",
            "smith",
            "null",
            "\ufeff");

    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {}

    private Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = assertTimeoutPreemptively(
                LIMIT, () -> Muster.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments));
        return new Ran(code, out.toString(), err.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void assertEnds(Ran ran, String input) {
        assertTrue(ran.code >= 0 && ran.code <= 2, () -> ran + "\n" + input);
        assertTrue(ran.code != 2 || ran.err.contains("muster: "), () -> ran + "\n" + input);
        assertFalse(ran.err.contains("Exception") || ran.err.contains("\tat "), () -> ran + "\n" + input);
    }

    /** Tries mutations of one kind of input within a folder of its own. */
    private interface Tries {
        void run(Path own, Random random, int number) throws IOException;
    }

    /** Half of the mutations on each of two threads; which they are depends on the seed alone. */
    private void inHalves(int number, long seed, Tries tries) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> halves = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                Path own = Files.createDirectory(folder.resolve("half" + half));
                Random random = new Random(seed + 1000L * half);
                halves.add(() -> {
                    tries.run(own, random, number / 2);
                    return null;
                });
            }
            for (Future<Void> half : threads.invokeAll(halves)) {
                half.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void dossiers() throws Exception {
        inHalves(MUTATIONS / 5, 1943, this::dossiers);
    }

    private void dossiers(Path folder, Random random, int number) throws IOException {
        Path dossier = Files.createDirectory(folder.resolve("dossier"));
        String out = folder.resolve("out").toString();
        List<String> names = List.copyOf(DOSSIER.keySet());
        List<String> commands =
                List.of("report", "report", "check", "report", "report", "report", "reconcile", "report");
        for (int i = 0; i < number; i++) {
            for (String name : names) {
                Files.write(dossier.resolve(name), bytes(DOSSIER.getOrDefault(name, "")));
            }
            String name = names.get(random.nextInt(names.size()));
            byte[] mutated = mutated(bytes(DOSSIER.getOrDefault(name, "")), random);
            Files.write(dossier.resolve(name), mutated);
            String command = commands.get(i % commands.size());
            boolean withPage = i % 4 == 0 || !command.equals("report");
            Ran ran = withPage
                    ? run(command, dossier.toString(), "--out", out)
                    : run(command, dossier.toString(), "--out", out, "--format", "csv");
            String input =
                    command + ", mutation " + i + " of " + name + ": " + new String(mutated, StandardCharsets.UTF_8);
            assertEnds(ran, input);
            if (ran.code < 2 && command.equals("report")) {
                assertEveryLineIsTold(Files.readAllBytes(dossier.resolve("claims.csv")), folder.resolve("out"), input);
            }
        }
    }

    /** Every line of claims.csv with a letter or digit under a readable header is a claim, or part of a problem. */
    private static void assertEveryLineIsTold(byte[] claims, Path out, String input) throws IOException {
        List<String> required = List.of("party", "measure", "figure", "source");
        CsvTable table = CsvTable.read(
                "claims.csv",
                claims,
                required,
                List.of(),
                row -> !row.get("party").isEmpty()
                        && !row.get("measure").isEmpty()
                        && !row.get("source").isEmpty());
        if (!table.isReadable()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        for (CsvTable.Row row : rows(out, "quantities.csv")) {
            ids.addAll(Arrays.asList(row.get("claim_ids").split("; ")));
        }
        BitSet told = new BitSet();
        boolean allTold = false;
        for (CsvTable.Row row : rows(out, "problems.csv")) {
            if (row.get("file").equals("claims.csv") && row.get("severity").equals("error")) {
                int line = row.get("line").isEmpty() ? 0 : Integer.parseInt(row.get("line"));
                allTold |= line == 0;
                told.set(
                        line,
                        line
                                + 1
                                + (int) row.get("text")
                                        .chars()
                                        .filter(c -> c == '\n' || c == '\r')
                                        .count());
            }
        }
        for (CsvTable.Row row : table.rows()) {
            if (ids.contains("L" + row.line()) || row.has("id")) {
                told.set(row.line(), row.last() + 1);
            }
        }
        Lines lines = Utf8.decode(claims);
        for (int line = headerEnd(lines) + 1; line <= lines.count() && !allTold; line++) {
            int at = line;
            boolean says = lines.between(line, line).chars().anyMatch(Character::isLetterOrDigit);
            assertTrue(!says || told.get(line), () -> "line " + at + " is neither claim nor problem\n" + input);
        }
    }

    /** The last line of the header, which runs on as long as a quote is open. */
    private static int headerEnd(Lines lines) {
        int line = 1;
        while (lines.between(line, line).isBlank()) {
            line++;
        }
        int first = line;
        while (line < lines.count()
                && lines.between(first, line).chars().filter(c -> c == '"').count() % 2 == 1) {
            line++;
        }
        return line;
    }

    private static List<CsvTable.Row> rows(Path out, String report) throws IOException {
        byte[] bytes = Files.readAllBytes(out.resolve(report));
        return CsvTable.read(report, bytes, List.of(), List.of(), row -> false).rows();
    }

    @Test
    void infoboxes() throws Exception {
        inHalves(MUTATIONS * 2 / 5, 1944, this::infoboxes);
    }

    private void infoboxes(Path folder, Random random, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            byte[] mutated = mutated(bytes(i % 2 == 0 ? WIKITEXT : COPIED), random);
            Path file = Files.write(folder.resolve("fords.txt"), mutated);
            assertEnds(
                    run("import", "infobox", file.toString(), "--replace", "--out", folder.resolve("made") + ""),
                    "mutation " + i + ": " + new String(mutated, StandardCharsets.UTF_8));
        }
    }

    @Test
    void linesToRead() throws Exception {
        inHalves(MUTATIONS * 2 / 5, 1945, this::linesToRead);
    }

    private void linesToRead(Path folder, Random random, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            byte[] mutated = mutated(bytes(LINES), random);
            Path file = Files.write(folder.resolve("lines.txt"), mutated);
            Ran ran = run(
                    "read",
                    "--lines",
                    file.toString(),
                    "--out",
                    folder.resolve("read.csv").toString());
            String input = "mutation " + i + ": " + new String(mutated, StandardCharsets.UTF_8);
            assertEnds(ran, input);
            if (ran.code < 2) {
                byte[] read = Files.readAllBytes(folder.resolve("read.csv"));
                Set<String> numbers = new HashSet<>();
                CsvTable.read("read.csv", read, List.of(), List.of(), row -> false)
                        .rows()
                        .forEach(row -> numbers.add(row.get("line")));
                int count = Utf8.decode(mutated).count();
                for (int line = 1; line <= count; line++) {
                    assertTrue(numbers.contains(Integer.toString(line)), input + "\nline " + line);
                }
            }
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] mutated = original;
        for (int faults = 1 + random.nextInt(5); faults > 0; faults--) {
            mutated = mutatedOnce(mutated, random);
        }
        return mutated;
    }

    private static byte[] mutatedOnce(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(random.nextInt(10) == 0 ? 200 : 6));
        ByteArrayOutputStream mutated = new ByteArrayOutputStream();
        mutated.write(bytes, 0, from);
        switch (random.nextInt(6)) {
            case 0 -> {} // takes away a stretch
            case 1 -> { // doubles one
                mutated.write(bytes, from, to - from);
                mutated.write(bytes, from, to - from);
            }
            case 2 -> mutated.write(random.nextInt(256));
            case 3 -> { // copies another here
                int other = random.nextInt(bytes.length + 1);
                mutated.write(bytes, other, Math.min(bytes.length - other, random.nextInt(80)));
                mutated.write(bytes, from, to - from);
            }
            default -> {
                mutated.writeBytes(bytes(BITS.get(random.nextInt(BITS.size()))));
                if (random.nextBoolean()) {
                    mutated.write(bytes, from, to - from);
                }
            }
        }
        mutated.write(bytes, to, bytes.length - to);
        return mutated.toByteArray();
    }
}
