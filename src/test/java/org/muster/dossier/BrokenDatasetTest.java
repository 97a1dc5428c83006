package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.cli.Muster;
import org.muster.text.Problem;

/** Broken copies of the dataset, one for each kind of fault: an error that names the place, and nothing else lost. */
class BrokenDatasetTest {

    private static final Path DATASET = Path.of("datasets/manchuria-1945");
    private static final int LINE = 21;

    @TempDir
    private Path folder;

    /** The fault, how the line is written with it, the column at fault, and what the message quotes. */
    static Stream<Arguments> faultyRows() {
        return Stream.of(
                Arguments.of(
                        "low above high", cells("low", "12031", "high", "9780"), "low", "12031 is above high 9780"),
                Arguments.of("low alone", cells("low", "9780"), "high", "the cell is blank"),
                Arguments.of("unreadable number", cells("low", "60OO", "high", "7000"), "low", "\"60OO\""),
                Arguments.of("negative number", cells("low", "-5", "high", "7000"), "low", "-5 is below 0"),
                Arguments.of("unknown source", cells("source", "coox1958"), "source", "\"coox1958\""),
                Arguments.of("blank source", cells("source", ""), "source", "the cell is blank"),
                Arguments.of("doubled id", cells("id", "infobox-soviet-troops"), "id", "\"infobox-soviet-troops\""),
                Arguments.of("unknown measure", cells("measure", "tanks captrued"), "measure", "\"captrued\""),
                Arguments.of("measure without state", cells("measure", "tanks"), "measure", "\"tanks\""),
                Arguments.of("unknown qualifier", cells("qualifier", "circa"), "qualifier", "\"circa\""),
                Arguments.of("impossible date", cells("as_of", "1945-02-30"), "as_of", "\"1945-02-30\""),
                Arguments.of("blank party", cells("party", ""), "party", "the cell is blank"),
                Arguments.of("several figures", cells("figure", "\"5 killed, or 6 killed\""), "figure", "5 killed"),
                Arguments.of("short row", "short,row", "", "2 cells where the header has 16"),
                Arguments.of("long row", cells("note", "a,b"), "", "17 cells where the header has 16"),
                Arguments.of("unclosed quote", cells("figure", "\"72 killed"), "figure", "\"72 killed"),
                Arguments.of("text behind a quote", cells("note", "\"72\" men"), "note", "\"72\" men"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyRows")
    void aFaultyRowIsNamedWithItsTextAndNothingElseIsLost(String fault, String line, String column, String quoted)
            throws IOException {
        Dossier whole = Dossier.read(DATASET);
        List<String> lines = copy();
        String id = lines.get(LINE - 1).substring(0, lines.get(LINE - 1).indexOf(','));
        lines.set(LINE - 1, line);
        Files.write(folder.resolve("claims.csv"), lines);

        Dossier broken = Dossier.read(folder);

        assertEquals(1, broken.problems().size(), () -> broken.problems().toString());
        Problem problem = broken.problems().get(0);
        assertTrue(problem.isError());
        assertEquals("claims.csv", problem.file());
        assertEquals(LINE, problem.line());
        assertEquals(column, problem.column());
        assertTrue(problem.message().contains(quoted), problem::message);
        assertEquals(line, problem.text());
        assertEquals(
                whole.claims().stream().filter(claim -> !claim.id().equals(id)).toList(), broken.claims());
        assertEquals(whole.sources(), broken.sources());
        assertEquals(whole.hierarchy().own(), broken.hierarchy().own());
        assertReported(1, List.of(problem));
    }

    /** A fault in a file beside the claims costs its own row, and no claim. */
    static Stream<Arguments> faultyCompanions() {
        return Stream.of(
                Arguments.of("sources.csv", "coox1985,\"Coox", 5, "author", "\"Coox"),
                Arguments.of("sources.csv", "coox1985,short", 5, "", "2 cells where the header has 9"),
                Arguments.of("sources.csv", "coox1985,,,,,,Z,,", 5, "grade", "\"Z\""),
                Arguments.of("hierarchy.csv", "party,Japan,,Axis,yes", 5, "part", "\"Axis\""),
                Arguments.of("hierarchy.csv", "party,Allies,,Mongolia,no", 3, "complete", "\"no\""),
                Arguments.of("hierarchy.csv", "weather,Allies,,rain,no", 4, "dimension", "\"weather\""),
                Arguments.of("datapackage.json", "{ name: 5 }", 1, "", "not JSON"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faultyCompanions")
    void aFaultBesideTheClaimsLosesNoClaim(String file, String line, int at, String column, String quoted)
            throws IOException {
        copy();
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
        lines.set(at - 1, line);
        Files.write(folder.resolve(file), lines);

        Dossier broken = Dossier.read(folder);

        Problem problem = broken.errors().stream()
                .filter(found -> found.line() >= at)
                .findFirst()
                .orElseThrow();
        assertEquals(file, problem.file());
        assertEquals(column, problem.column());
        assertTrue(problem.message().contains(quoted), problem::message);
        assertEquals(
                Dossier.read(DATASET).claims().stream().map(Claim::id).toList(),
                broken.claims().stream().map(Claim::id).toList());
        assertReported(1, broken.errors());
    }

    @Test
    void aRowThatIsNotUtf8IsNamed() throws IOException {
        List<String> lines = copy();
        String text = lines.get(LINE - 1).replace("72 killed", "72 gefallen in Südsachalin");
        lines.set(LINE - 1, text);
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("claims.csv"), replaced(bytes, "ü".getBytes(StandardCharsets.UTF_8), (byte) 0xFC));

        Dossier broken = Dossier.read(folder);

        assertEquals(1, broken.problems().size());
        assertEquals(LINE, broken.problems().get(0).line());
        assertEquals(text.replace('ü', '\uFFFD'), broken.problems().get(0).text());
        assertEquals(Dossier.read(DATASET).claims().size() - 1, broken.claims().size());
        assertReported(1, broken.problems());
    }

    /** Where no claim can be read there is nothing to report on, and nothing is written. */
    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("empty file", "", "the file is empty"),
                Arguments.of("missing column", "id,party,figure,source\na,Japan,5,coox1985\n", "column measure"),
                Arguments.of("unclosed header", "id,party,\"measure,figure,source\na,Japan,killed,5,x\n", "quote"),
                Arguments.of("header only", "party,measure,figure,source\n", "no rows"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void whatCannotBeReadAtAllIsSaidAndNothingIsWritten(String fault, String claims, String message)
            throws IOException {
        copy();
        Files.writeString(folder.resolve("claims.csv"), claims);
        assertUnusable(message);
    }

    @Test
    void absentClaimsAreSaidAndNothingIsWritten() throws IOException {
        copy();
        Files.delete(folder.resolve("claims.csv"));
        assertUnusable("claims.csv: the file is missing");
    }

    @Test
    void anAbsentFileThatIsListedIsSaid() throws IOException {
        copy();
        Files.delete(folder.resolve("sources.csv"));
        Dossier broken = Dossier.read(folder);
        assertEquals("sources.csv", broken.errors().get(0).file());
        assertEquals(Dossier.read(DATASET).claims(), broken.claims());
        assertReported(1, broken.errors());
    }

    private void assertUnusable(String message) {
        StringWriter err = new StringWriter();
        int code = Muster.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "report",
                folder.toString(),
                "--out",
                folder.resolve("reports").toString());
        assertEquals(2, code);
        assertTrue(err.toString().contains(message), err::toString);
        assertFalse(Files.exists(folder.resolve("reports")));
    }

    private void assertReported(int code, List<Problem> problems) throws IOException {
        StringWriter err = new StringWriter();
        Path reports = folder.resolve("reports");
        assertEquals(
                code,
                Muster.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        "report",
                        folder.toString(),
                        "--out",
                        reports.toString()),
                err::toString);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reports.resolve("problems.csv"))) {
            List<String> texts = csv.stream().map(row -> row.getField("text")).toList();
            for (Problem problem : problems) {
                assertTrue(texts.contains(problem.text()), () -> problem.text() + " is not in " + texts);
            }
        }
    }

    private List<String> copy() throws IOException {
        for (String file : List.of("claims.csv", "sources.csv", "hierarchy.csv", "datapackage.json")) {
            Files.copy(DATASET.resolve(file), folder.resolve(file));
        }
        return new ArrayList<>(Files.readAllLines(folder.resolve("claims.csv")));
    }

    /** A row of claims.csv with some cells of its own. */
    private static String cells(String... own) {
        List<String> named = Arrays.asList(own);
        StringBuilder row = new StringBuilder();
        for (String column :
                "id,event,party,place,measure,scope,figure,low,high,qualifier,claimant,source,via,locator,as_of,note"
                        .split(",")) {
            int at = named.indexOf(column);
            String usual = switch (column) {
                case "id" -> "broken";
                case "party" -> "Mongolia";
                case "measure" -> "killed";
                case "figure" -> named.contains("low") ? "" : "72 killed";
                case "source" -> "coox1985";
                default -> "";
            };
            row.append(row.isEmpty() ? "" : ",").append(at < 0 ? usual : own[at + 1]);
        }
        return row.toString();
    }

    private static byte[] replaced(byte[] bytes, byte[] found, byte by) {
        int at = 0;
        while (!Arrays.equals(Arrays.copyOfRange(bytes, at, at + found.length), found)) {
            at++;
        }
        byte[] result = new byte[bytes.length - found.length + 1];
        System.arraycopy(bytes, 0, result, 0, at);
        result[at] = by;
        System.arraycopy(bytes, at + found.length, result, at + 1, bytes.length - at - found.length);
        return result;
    }

    @Test
    void theDatasetItselfHasTheColumnsThatTheseCopiesAreMadeOf() throws IOException {
        assertEquals(Set.of(), Set.copyOf(Dossier.read(DATASET).problems()));
        assertTrue(
                Files.readAllLines(DATASET.resolve("claims.csv")).get(LINE - 1).contains("72 killed"));
    }
}
