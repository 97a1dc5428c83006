package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.text.CellText;
import org.muster.text.CsvTable;
import org.muster.text.Lines;
import org.muster.text.Problem;
import org.muster.text.Utf8;

/**
 * Damaged files of claims. The law: under a header that can be read, every line with anything but white space, commas and
 * quotes belongs to one row that is a claim, or stands in the text of an error, and never both. What the damage leaves
 * of the words in a line stands in that claim or error.
 */
class MutationTest {

    private static final int TRIES = Integer.getInteger("jqwik.tries.default", 1000);
    /** The length of hostile texts; the newcomer's build takes shorter ones. */
    private static final int LENGTH = Integer.getInteger("test.length", 1_000_000);

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Path DATASET = Path.of("datasets/manchuria-1945/claims.csv");

    @TempDir
    private Path folder;

    @Test
    void nothingVanishesFromADamagedFile() throws IOException {
        byte[] original = Files.readAllBytes(DATASET);
        int header = new String(original, StandardCharsets.UTF_8).indexOf('\n');
        Random random = new Random(1945);
        for (int i = 0; i < TRIES; i++) {
            byte[] damaged = original;
            for (int faults = 1 + random.nextInt(6); faults > 0; faults--) {
                damaged = damaged(damaged, header + 1, random);
            }
            holdLaw("try " + i, damaged);
        }
    }

    @Test
    void aDamagedHeaderNeverThrows() throws IOException {
        byte[] original = Files.readAllBytes(DATASET);
        Random random = new Random(1939);
        for (int i = 0; i < TRIES / 2; i++) {
            byte[] damaged = original;
            for (int faults = 1 + random.nextInt(3); faults > 0; faults--) {
                damaged = damaged(damaged, 0, random);
            }
            Files.write(folder.resolve("claims.csv"), damaged);
            Dossier dossier = Dossier.read(folder);
            assertTrue(!dossier.claims().isEmpty() || !dossier.problems().isEmpty());
        }
    }

    private void holdLaw(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve("claims.csv"), bytes);
        Dossier dossier = Dossier.read(folder);
        Lines lines = Utf8.decode(bytes);
        BitSet reported = new BitSet();
        for (Problem problem : dossier.errors()) {
            int last = problem.line() + lineBreaks(problem.text());
            assertEquals(lines.between(problem.line(), last), problem.text(), name);
            reported.set(problem.line(), last + 1);
        }
        Map<String, Claim> claims = dossier.claims().stream().collect(Collectors.toMap(Claim::id, Function.identity()));
        BitSet claimed = new BitSet();
        int found = 0;
        CsvTable table = CsvTable.read(
                "claims.csv", bytes, DossierFile.CLAIMS.required(), DossierFile.CLAIMS.columns(), ClaimReader::isWhole);
        for (CsvTable.Row row : table.rows()) {
            if (reported.get(row.line())) {
                continue;
            }
            Claim claim = claims.get(row.get("id").isEmpty() ? "L" + row.line() : row.get("id"));
            assertTrue(claim != null, () -> name + ": no claim for " + row.text());
            found++;
            for (int line = row.line(); line <= row.last(); line++) {
                assertTrue(!claimed.get(line) && !reported.get(line), name + ": line twice: " + line);
                claimed.set(line);
            }
            String all = all(claim);
            List<String> words = new ArrayList<>(words(row.text()));
            if (!row.get("measure").equals(claim.quantity().measure().toString())) {
                String readAs = "\"" + row.get("measure") + "\" is read as "
                        + claim.quantity().measure();
                assertTrue(
                        dossier.problems().stream()
                                .anyMatch(problem -> problem.message().equals(readAs)),
                        () -> name + ": " + row.text() + " became " + all);
                words.removeAll(words(row.get("measure")));
            }
            for (String word : words) {
                assertTrue(all.contains(word), () -> name + ": " + word + " of " + row.text() + " is not in " + all);
            }
        }
        assertEquals(claims.size(), found, name);
        for (int line = 2; line <= lines.count(); line++) {
            if (!claimed.get(line) && !reported.get(line)) {
                String lost = lines.between(line, line);
                assertTrue(
                        lost.chars()
                                .allMatch(c -> c == ','
                                        || c == '"'
                                        || CellText.strip("" + (char) c).isEmpty()),
                        () -> name + ": vanished: " + lost);
            }
        }
    }

    private static String all(Claim claim) {
        Quantity quantity = claim.quantity();
        return String.join(
                " ",
                claim.id(),
                quantity.event(),
                quantity.party(),
                quantity.place(),
                quantity.measure().toString(),
                quantity.scope(),
                claim.figure().toString(),
                String.join(" ", claim.sources()),
                claim.claimant(),
                claim.via(),
                claim.locator(),
                claim.credibility(),
                claim.origin(),
                claim.asOf().toString(),
                claim.note());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : NO_WORD.split(text)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static int lineBreaks(String text) {
        return text.isEmpty() ? 0 : new Lines(text + ".", new BitSet()).count() - 1;
    }

    private static byte[] damaged(byte[] bytes, int from, Random random) {
        int at = from + random.nextInt(bytes.length - from);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 5 : 400));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        int rest = at;
        switch (random.nextInt(8)) {
            case 0 -> {
                out.write(bytes[at] ^ 1 << random.nextInt(8));
                rest = at + 1;
            }
            case 1 -> rest = at + length;
            case 2 -> out.write(bytes, at, length);
            case 3 -> out.writeBytes("\"".getBytes(StandardCharsets.UTF_8));
            case 4 -> out.writeBytes((random.nextBoolean() ? "\n" : "\r").getBytes(StandardCharsets.UTF_8));
            case 5 -> out.writeBytes(",".getBytes(StandardCharsets.UTF_8));
            case 6 -> out.writeBytes("\",\"".getBytes(StandardCharsets.UTF_8));
            default -> {
                // a quote at the edge of a cell, where it opens or closes
                while (rest < bytes.length && bytes[rest] != ',') {
                    out.write(bytes[rest++]);
                }
                out.writeBytes((random.nextBoolean() ? "\"" : ",\"").getBytes(StandardCharsets.UTF_8));
                rest += random.nextBoolean() && rest < bytes.length ? 1 : 0;
            }
        }
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }

    /** Files that are all fault, each some megabytes: reading looks at a line a bounded number of times. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Japan,killed,\"5,coox\n",
                "Japan,killed,5\",coox\n",
                "a\",x,\"c\n",
                "\"\"\"\n",
                "\"\"\",\n",
                "\"a\"b\n",
                "\"\n",
                "\n",
                "\r",
                ",,,\n"
            })
    void hostileLinesTakeTimeInProportion(String line) throws IOException {
        Path file = folder.resolve("hostile.csv");
        Files.writeString(file, "party,measure,figure,source\n" + line.repeat(LENGTH / 5));
        Dossier dossier = assertTimeout(Duration.ofSeconds(5), () -> Dossier.read(file));
        assertEquals(
                0,
                dossier.claims().stream()
                        .filter(claim -> !claim.sources().contains("coox"))
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", ",", "\"\",", "a", " ", "\0", "5 ", "5 killed, "})
    void hostileRowsTakeTimeInProportion(String part) throws IOException {
        String header = "party,measure,figure,source\n";
        String good = "Japan,killed,5,coox\n";
        Path file = folder.resolve("hostile.csv");
        Files.writeString(file, header + part.repeat(LENGTH / part.length()) + "\n" + good);
        Dossier alone = assertTimeout(Duration.ofSeconds(5), () -> Dossier.read(file));
        assertEquals(1, alone.claims().size());
        Files.writeString(
                file, header + "Japan,killed,\"" + part.replace("\"", "\"\"").repeat(LENGTH / 2) + "\",coox\n" + good);
        Dossier cell = assertTimeout(Duration.ofSeconds(5), () -> Dossier.read(file));
        assertEquals("L3", cell.claims().get(cell.claims().size() - 1).id());
    }

    @Test
    void aGiantCellCostsItsRowAlone() throws IOException {
        Path file = folder.resolve("giant.csv");
        Files.writeString(
                file,
                "party,measure,figure,source\nJapan,killed," + "x".repeat(20_000_000) + ",coox\nJapan,killed,5,coox\n");
        Dossier dossier = assertTimeout(Duration.ofSeconds(10), () -> Dossier.read(file));
        assertEquals(1, dossier.claims().size());
        assertEquals("figure", dossier.errors().get(0).column());
        assertTrue(dossier.errors().get(0).message().contains("more than 16777216 characters"));
        assertTrue(dossier.errors().get(0).text().length() > 20_000_000);
    }

    @Test
    void veryManyColumnsAreReadOrRefusedInOneMessage() throws IOException {
        Path file = folder.resolve("wide.csv");
        StringBuilder header = new StringBuilder("party,measure,figure,source");
        for (int i = 0; i < 16_000; i++) {
            header.append(",c").append(i);
        }
        Files.writeString(file, header + "\nJapan,killed,5,coox" + ",".repeat(16_000) + "\n");
        Dossier wide = assertTimeout(Duration.ofSeconds(5), () -> Dossier.read(file));
        assertEquals(1, wide.claims().size());
        assertEquals(21, wide.problems().size());
        Files.writeString(file, header + ",".repeat(1_000_000) + "\nJapan,killed,5,coox\n");
        Dossier wider = assertTimeout(Duration.ofSeconds(5), () -> Dossier.read(file));
        assertEquals(1, wider.problems().size());
        assertTrue(wider.problems().get(0).message().contains("more than 16384 cells"));
    }
}
