package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.figure.Qualifier;
import org.muster.text.Problem;

/** Cells that mean "missing": 0, −1, −9, −99, −999, blank, NA and unknown occur in published tables. */
class MissingCodesTest {

    private static final String HEADER = "party,measure,figure,low,high,best,qualifier,as_of,claimant,source\n";

    @TempDir
    private Path folder;

    private Dossier read(MissingCodes codes, String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("claims.csv"), HEADER + String.join("\n", rows) + "\n");
        return Dossier.read(file, codes);
    }

    private static MissingCodes codes(String... texts) {
        return MissingCodes.parse(List.of(texts));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0, 0.0",
        "0, -0",
        "-1, -1",
        "-9, -9",
        "-9, -9.0",
        "-9, −9",
        "−9, -9",
        "-99, -99",
        "-999, -999.00",
        "blank, ''",
        "BLANK, ''",
        "NA, NA",
        "NA, na",
        "na, NA",
        "unknown, Unknown",
        "n/a, N/A",
        "., .",
    })
    void aCodedFigureIsAClaimWithoutANumber(String code, String cell) throws IOException {
        Dossier read = read(codes("figure=" + code), "A,killed," + cell + ",,,,,,,s");
        assertEquals(1, read.claims().size(), () -> read.problems().toString());
        assertEquals(Qualifier.UNKNOWN, read.claims().get(0).figure().qualifier());
        assertEquals(cell, read.claims().get(0).figure().text());
        assertTrue(read.claims().get(0).figure().range().isEmpty());
        assertEquals(1, read.problems().size());
        Problem problem = read.problems().get(0);
        assertEquals(Problem.Severity.WARNING, problem.severity());
        assertEquals("claims.csv", problem.file());
        assertEquals("figure", problem.column());
        assertEquals("1 cell is read as missing, as coded: " + code + " (1)", problem.message());
    }

    @ParameterizedTest
    @CsvSource({"0, 00.1", "-9, 9", "-9, 90", "9, 99", "NA, N A", "NA, NAN", "-9, '-9,0'", "blank, 7", "1, 1000"})
    void whatIsNotTheCodeIsLeftAlone(String code, String cell) throws IOException {
        String row = "A,killed,\"" + cell + "\",,,,,,,s";
        Dossier coded = read(codes("figure=" + code), row);
        Dossier plain = read(MissingCodes.NONE, row);
        assertEquals(plain.claims(), coded.claims());
        assertEquals(plain.problems(), coded.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-9", "-99", "-999", "NA", "unknown"})
    void aCodedRangeIsReadFromTheFigureOrIsUnknown(String code) throws IOException {
        Dossier read = read(
                codes("low,high,best=" + code),
                "A,killed,70–75," + code + "," + code + "," + code + ",,,,s",
                "B,killed,," + code + "," + code + ",,,,,s",
                "C,killed,,3,4,3,,,,s");
        assertEquals(3, read.claims().size(), () -> read.problems().toString());
        assertEquals("[70, 75]", range(read, 0));
        assertEquals(Qualifier.UNKNOWN, read.claims().get(1).figure().qualifier());
        assertEquals("", range(read, 1));
        assertEquals("[3, 4]", range(read, 2));
        assertEquals(
                List.of(
                        "claims.csv, column low: 2 cells are read as missing, as coded: " + code + " (2)",
                        "claims.csv, column high: 2 cells are read as missing, as coded: " + code + " (2)",
                        "claims.csv, column best: 1 cell is read as missing, as coded: " + code + " (1)"),
                read.problems().stream().map(Problem::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"qualifier", "as_of", "claimant"})
    void otherColumnsThatMayBeBlankMayBeCoded(String column) throws IOException {
        Dossier read = read(
                codes(column + "=NA,-9"),
                "A,killed,5,,,,NA,NA,NA,s"
                        .replace(
                                "NA,NA,NA",
                                switch (column) {
                                    case "qualifier" -> "NA,,";
                                    case "as_of" -> ",NA,";
                                    default -> ",,NA";
                                }));
        assertEquals("[5, 5]", range(read, 0));
        assertEquals(
                "",
                read.claims().get(0).asOf().toString() + read.claims().get(0).claimant());
        assertEquals(column, read.problems().get(0).column());
        assertEquals(1, read.problems().size());
    }

    @Test
    void aColumnHasItsOwnCodes() throws IOException {
        Dossier read =
                read(codes("low,high=-9"), "A,killed,0,,,,,,,s", "B,killed,0,0,0,,,,,s", "C,killed,5,-9,-9,,,,,s");
        assertEquals(List.of("[0, 0]", "[0, 0]", "[5, 5]"), List.of(range(read, 0), range(read, 1), range(read, 2)));
    }

    @Test
    void nothingIsCodedUnlessSomebodySaysSo() throws IOException {
        Dossier read = read(MissingCodes.NONE, "A,killed,0,,,,,,,s", "B,killed,5,-9,-9,,,,,s");
        assertEquals("[0, 0]", range(read, 0));
        assertEquals(1, read.claims().size());
        assertEquals(2, read.errors().size(), "-9 is below 0, twice");
        assertEquals(Dossier.read(folder.resolve("claims.csv")).problems(), read.problems());
    }

    @Test
    void halfARangeIsStillAFault() throws IOException {
        Dossier read = read(codes("low=-9"), "A,killed,5,-9,6,,,,,s");
        assertEquals(0, read.claims().size());
        assertTrue(read.errors().get(0).text().contains("-9"), "the row as it stands in the file");
    }

    @Test
    void aCodedFigureGivesWayToARange() throws IOException {
        Dossier read = read(codes("figure=-9"), "A,killed,-9,3,4,,,,,s");
        assertEquals("[3, 4]", range(read, 0));
        assertEquals(1, read.problems().size());
    }

    @Test
    void whatWasTakenForMissingStaysSoWhenItIsWritten() throws IOException {
        Dossier read = read(codes("figure=NA,0", "low,high=-9"), "A,killed,NA,,,,,,,s", "B,killed,,-9,-9,,,,,s");
        read.write(folder.resolve("written"));
        Dossier again = Dossier.read(folder.resolve("written"));
        assertEquals(
                read.claims().stream().map(Claim::figure).toList(),
                again.claims().stream().map(Claim::figure).toList());
        assertEquals(List.of(), again.problems());
    }

    @Test
    void codesMayBeGivenAsAMap() throws IOException {
        Map<String, List<String>> map = new LinkedHashMap<>();
        map.put("low", List.of("-9", "-99"));
        map.put("figure", List.of("NA"));
        assertEquals("figure=NA; low=-9,-99", MissingCodes.of(map).toString());
        assertEquals("none", MissingCodes.NONE.toString());
        assertEquals("none", MissingCodes.of(Map.of()).toString());
        assertEquals("low=-9,-99; high=-9", codes("low,high=-9", "low=-99").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "party=NA | every claim needs a party",
                "measure=NA | every claim needs a measure",
                "source=NA | every claim needs a source",
                "lwo=-9 | \"lwo\" is not a column of claims.csv",
                "low | has no =",
                "low= | has an empty code; write blank",
                "low=-9,,0 | has an empty code",
                "=-9 | is not a column of claims.csv",
            })
    void unusableCodesAreRefused(String text, String message) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> codes(text));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
    }

    @Test
    void unusableMapsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> MissingCodes.of(Map.of("lwo", List.of("-9"))));
        assertThrows(IllegalArgumentException.class, () -> MissingCodes.of(Map.of("party", List.of("-9"))));
        assertThrows(IllegalArgumentException.class, () -> MissingCodes.of(Map.of("low", List.of())));
    }

    /** A number is missing exactly if it equals a code. */
    @Property(tries = 200)
    void numbersCompareAsNumbers(
            @ForAll @IntRange(min = -12, max = 12) int code,
            @ForAll @IntRange(min = -12, max = 12) int cell,
            @ForAll @IntRange(min = 0, max = 3) int zeros) {
        String written = cell + (zeros == 0 ? "" : "." + "0".repeat(zeros));
        assertEquals(code == cell, codes("low=" + code).code("low", written).isPresent());
    }

    private static String range(Dossier dossier, int claim) {
        return dossier.claims()
                .get(claim)
                .figure()
                .range()
                .map(Object::toString)
                .orElse("");
    }
}
