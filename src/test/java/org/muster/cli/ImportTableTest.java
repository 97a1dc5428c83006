package org.muster.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code import table} and {@code mapping}: exit codes, what they print, and that they spoil nothing. */
class ImportTableTest {

    private record Run(int code, String out, String err) {}

    @TempDir
    Path folder;

    private Path table;
    private Path mapping;

    @BeforeEach
    void writeTableAndMapping() throws IOException {
        table = Files.writeString(folder.resolve("fords.csv"), "side,killed,wounded\nRed,12,about 30\nBlue,-9,40\n");
        mapping = Files.createDirectory(folder.resolve("mapping"));
        Files.writeString(
                mapping.resolve("claims.csv"),
                "party,measure,figure,source\n[side],killed,[killed],Hill\n[side],wounded,[wounded],Hill\n");
        Files.writeString(mapping.resolve("values.csv"), "column,from,to\nkilled,-9,\n");
    }

    private static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int code = Muster.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Run(code, out.toString(), err.toString());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Run imported(Object... more) {
        Object[] arguments = new Object[7 + more.length];
        List<Object> first = List.of("import", "table", table, "--mapping", mapping, "--out", out());
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i < 7 ? first.get(i) : more[i - 7];
        }
        return run(arguments);
    }

    @Test
    void aTableBecomesADossier() throws IOException {
        Run run = imported();
        assertEquals(
                List.of(
                        "fords.csv: separated by commas, UTF-8, decimal point, 1 header line, 3 columns",
                        "4 claims from 2 rows; 0 rows left out by when; 1 claim without a figure",
                        "  values.csv:2: [killed] -9 → blank: 1 cell",
                        "Dossier in " + out()),
                run.out.lines().toList());
        assertEquals(0, run.code, run::toString);
        assertFalse(Files.exists(out().resolve("problems.csv")));
        Run report = run("report", out(), "--out", folder.resolve("reports"));
        assertEquals(0, report.code, report::toString);
        assertTrue(report.out.startsWith("fords: 4 claims about 4 quantities from 1 source, no problems"), report.out);
    }

    @Test
    void aFigureThatBecameNoClaimIsExitCodeOne() throws IOException {
        Files.writeString(table, "side,killed,wounded\nRed,12,1\n,13,2\nBlue,x 7 y 8,3\n");
        Run run = imported();
        assertEquals(1, run.code, run::toString);
        assertTrue(
                run.out.contains(
                        "  error: fords.csv:3, column party: the cell is blank; expected the party (2 times in 1 row)"),
                run.out);
        assertTrue(Files.readString(out().resolve("problems.csv")).contains("fords.csv,3,party,error,"));
    }

    @Test
    void theLanguagesOfATableAreThoseOfItsDossier() throws IOException {
        Files.writeString(table, "side,killed,wounded\nRed,environ 12,1\n");
        Run english = imported();
        assertTrue(english.out.contains("\"environ\" is not read; in French (--languages fr) it means"), english.out);
        Run french = imported("--languages", "fr", "--replace");
        assertEquals(0, french.code, french::toString);
        assertFalse(french.out.contains("environ"), french.out);
        Run report = run("report", out(), "--out", folder.resolve("reports"));
        assertTrue(report.out.startsWith("fords: 2 claims about 2 quantities from 1 source, no problems"), report.out);
        assertTrue(Files.readString(folder.resolve("reports").resolve("quantities.csv"))
                .contains(",12,12,,,"));
        assertEquals(2, imported("--languages", "xx", "--replace").code);
    }

    @Test
    void rowsLeftOutByWhenAreExitCodeZero() throws IOException {
        Files.writeString(
                mapping.resolve("claims.csv"),
                "party,measure,figure,source,when\n[side],killed,[killed],Hill,[side] = Red\n");
        Run run = imported();
        assertEquals(0, run.code, run::toString);
        assertTrue(run.out.contains("1 claim from 2 rows; 1 row left out by when;"), run.out);
    }

    @Test
    void whatCannotBeUsedWritesNothing() throws IOException {
        Files.writeString(mapping.resolve("claims.csv"), "party,measure,figure,source\n[sid],killed,[kill],Hill\n");
        Run unknown = imported();
        assertEquals(2, unknown.code);
        assertEquals(
                "muster: fords.csv has no column [sid], [kill]; its columns are: side, killed, wounded",
                unknown.err.strip());
        Files.writeString(
                mapping.resolve("claims.csv"), "party,measure,figure,source\n[side],killed,[wounded|/x/],Hill\n");
        Run none = imported();
        assertEquals(2, none.code);
        assertTrue(
                none.err.endsWith(
                        "no claim could be read from " + table + "; nothing was written" + System.lineSeparator()),
                none.err);
        for (List<String> option : List.of(
                List.of("--delimiter", "ab"),
                List.of("--encoding", "no such"),
                List.of("--decimal", ";"),
                List.of("--header", "0"),
                List.of("--sheet", "One"))) {
            Run run = imported(option.get(0), option.get(1));
            assertEquals(2, run.code, run::toString);
            assertTrue(run.err.contains(option.get(0)), run.err);
        }
        assertFalse(Files.exists(out()));
    }

    @Test
    void optionsSayHowATableIsWritten() throws IOException {
        Files.write(table, "Title|||\nside|killed|wounded|x\nR\u00e4d|1,5|2|\n".getBytes("windows-1252"));
        Run run = imported("--delimiter", "|", "--encoding", "windows-1252", "--decimal", ",", "--header", "2");
        assertEquals(0, run.code, run::toString);
        assertTrue(
                Files.readString(out().resolve("claims.csv")).contains("r3.1,,R\u00e4d,,killed,,1.5,"), run::toString);
    }

    @Test
    void anEditedDossierIsKeptAndAnInputNeverReplaced() throws IOException {
        assertEquals(0, imported().code);
        assertEquals(0, imported().code, "nobody has edited it");
        Path claims = out().resolve("claims.csv");
        Files.writeString(claims, Files.readString(claims).replace("12", "13"));
        byte[] edited = Files.readAllBytes(claims);
        assertEquals(2, imported().code);
        assertArrayEquals(edited, Files.readAllBytes(claims));
        assertEquals(0, imported("--replace").code);
        byte[] before = Files.readAllBytes(mapping.resolve("claims.csv"));
        Run onto = run("import", "table", table, "--mapping", mapping, "--out", mapping, "--replace");
        assertEquals(2, onto.code, onto::toString);
        assertArrayEquals(before, Files.readAllBytes(mapping.resolve("claims.csv")));
    }

    @Test
    void aMappingIsPrintedOrWrittenButNeverOverAFile() throws IOException {
        Run printed = run("mapping", table);
        assertEquals(0, printed.code, printed::toString);
        assertTrue(printed.out.contains("[side],killed,[killed],fords\n"), printed.out);
        Path drafted = folder.resolve("drafted");
        Run written = run("mapping", table, "--out", drafted);
        assertEquals(0, written.code, written::toString);
        assertEquals(
                drafted.resolve("claims.csv").toString(),
                written.out.lines().findFirst().orElseThrow());
        assertEquals(2, run("mapping", table, "--out", drafted).code);
        assertEquals(2, run("mapping", folder.resolve("nowhere.csv")).code);
        mapping = drafted;
        Run run = imported();
        assertEquals(0, run.code, run::toString);
        assertTrue(run.out.contains("4 claims from 2 rows"), run.out);
    }

    /** What is printed can be copied into a shell, and reads the table as the draft did. */
    @Test
    void theCommandThatComesNextIsPrintedInFull() throws IOException {
        Path german = Files.writeString(folder.resolve("zwei Furten.csv"), "Seite;Gefallene\nRot;etwa 1.200\n");
        Path drafted = folder.resolve("next");
        Run run = run("mapping", german, "--delimiter", ";", "--decimal", ",", "--out", drafted);
        assertTrue(
                run.out.endsWith("Look it through, then: muster import table \"" + german
                        + "\" --delimiter \";\" --decimal , --languages de --mapping " + drafted + " --out DOSSIER"
                        + System.lineSeparator()),
                run::toString);
        Run imported = run(
                "import",
                "table",
                german,
                "--delimiter",
                ";",
                "--decimal",
                ",",
                "--languages",
                "de",
                "--mapping",
                drafted,
                "--out",
                out());
        assertEquals(0, imported.code, imported::toString);
    }
}
