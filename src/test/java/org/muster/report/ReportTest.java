package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.exact.RationalRange;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.rows.Rows;

/** The files of a report: their columns, their cells, and that they are there whole or not at all. */
class ReportTest {

    /** The column lists of the documentation, word by word. */
    private static final Map<String, String> HEADERS = Map.of(
            "quantities.csv",
            "event,party,place,measure,scope,claims,sources,voices,basis,low,high,best_low,best_high,hull_low,hull_high,"
                    + "common_low,common_high,agreed_low,agreed_high,agreeing,agreed,verdict,soft,tolerance,claim_ids",
            "discrepancies.csv",
            "event,party,place,measure,scope,claim_a,text_a,qualifier_a,voice_a,claimant_a,source_a,locator_a,as_of_a,"
                    + "low_a,high_a,claim_b,text_b,qualifier_b,voice_b,claimant_b,source_b,locator_b,as_of_b,low_b,"
                    + "high_b,relation,difference_low,difference_high,ratio_low,ratio_high,gap,overlap",
            "voices.csv",
            "voice_a,voice_b,measure,quantities,conflicts,ratio_low,ratio_high,difference_low,difference_high,claim_ids",
            "matrix.csv",
            "event,party,place,measure,scope,verdict,book",
            "ratios.csv",
            "event,ratio,measure,party_a,place_a,party_b,place_b,basis,borrowed,low_a,high_a,low_b,high_b,low,high,known_low,"
                    + "known_high,missing,soft,tolerance,claim_ids",
            "checks.csv",
            "event,party,place,measure,scope,rule,kind,claims,voices,whole_text,whole_as_of,whole_sources,whole_low,"
                    + "whole_high,parts,parts_from,parts_sources,parts_as_of,parts_low,parts_high,residual_low,"
                    + "residual_high,verdict,soft,tolerance",
            "problems.csv",
            "file,line,column,severity,message,text");

    private static final List<String> NAMES = List.of(
            "quantities.csv",
            "discrepancies.csv",
            "voices.csv",
            "matrix.csv",
            "ratios.csv",
            "checks.csv",
            "problems.csv",
            "report.html",
            "datapackage.json");

    @TempDir
    Path folder;

    private static Dossier small() {
        return Dossier.of("battle", Claim.of("Japan", "killed", "21,389", "book"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void alwaysTheSameFilesWithTheSameColumns() throws IOException {
        List<Path> files = Report.of(small(), Tolerance.NONE).write(folder);
        assertEquals(NAMES.stream().map(folder::resolve).toList(), files);
        assertEquals(files.stream().sorted().toList(), files());
        for (Path file : files) {
            String text = Files.readString(file);
            String name = file.getFileName().toString();
            if (HEADERS.containsKey(name)) {
                assertEquals(HEADERS.get(name), text.lines().findFirst().orElseThrow(), name);
            }
            assertTrue(text.endsWith("\n"), name);
            assertFalse(text.contains("\r"), name);
        }
    }

    /** Rows by number, with one column that is tested. */
    private record Made(Column<Integer> column, int size) implements Rows<Integer> {
        @Override
        public String name() {
            return "made";
        }

        @Override
        public List<Integer> rows() {
            return Stream.iterate(0, i -> i + 1).limit(size).toList();
        }

        @Override
        public List<Column<Integer>> columns() {
            return List.of(Column.count("row", row -> row), column);
        }
    }

    private List<String> written(Column<Integer> column, int size) throws IOException {
        Path file = Report.write(folder, new Made(column, size));
        return Csv.read(file).stream()
                .map(row -> String.join(" ", row.values().stream().skip(1).toList()))
                .toList();
    }

    private List<String> written(Interval... ranges) throws IOException {
        return written(Column.range("low", "high", row -> ranges[row]), ranges.length);
    }

    @Test
    void rangesAreRoundedOutward() throws IOException {
        assertEquals(
                List.of(
                        "1 2",
                        "12345678901 12345678902",
                        "0.333333 0.333334",
                        "-0.333334 -0.333333",
                        "0.1 0.100001",
                        "300 Infinity",
                        "-Infinity -12",
                        " ",
                        "0 0"),
                written(
                        Interval.of(1, 2),
                        Interval.of(12345678901.0, 12345678902.0),
                        Interval.of(1.0 / 3),
                        Interval.of(-1.0 / 3),
                        Interval.of(0.1), // the double above 0.1
                        Interval.of(300, Double.POSITIVE_INFINITY),
                        Interval.of(Double.NEGATIVE_INFINITY, -12),
                        Interval.EMPTY,
                        Interval.of(-0.0)));
    }

    @Test
    void ratiosAreRoundedOutwardFromTheExactValue() throws IOException {
        List<RationalRange> ratios = List.of(
                RationalRange.quotient(List.of(Interval.of(2)), List.of(Interval.of(3))),
                RationalRange.quotient(List.of(Interval.of(3704)), List.of(Interval.of(400))),
                RationalRange.quotient(List.of(Interval.of(1)), List.of(Interval.of(3_000_000))),
                RationalRange.quotient(List.of(Interval.of(10_000_001)), List.of(Interval.of(2))),
                RationalRange.ANY);
        assertEquals(
                List.of(
                        "0.666666 0.666667",
                        "9.26 9.26",
                        "0.000000333333 0.000000333334",
                        "5000000 5000010",
                        "0 Infinity"),
                written(Column.ratio("low", "high", ratios::get), ratios.size()));
    }

    @Test
    void numbersAreRoundedToNearest() throws IOException {
        List<OptionalDouble> numbers = List.of(
                OptionalDouble.of(2.0 / 3),
                OptionalDouble.of(1.0 / 3),
                OptionalDouble.of(62348),
                OptionalDouble.of(1e15),
                OptionalDouble.of(Double.POSITIVE_INFINITY),
                OptionalDouble.empty());
        assertEquals(
                List.of("0.666667", "0.333333", "62348", "1000000000000000", "Infinity", ""),
                written(Column.number("number", numbers::get), numbers.size()));
    }

    @Test
    void noTextIsTakenForAFormula() throws IOException {
        List<String> texts = List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx", "1,5 \"x\"\nnext", "'x", "", " =1", "x=1");
        assertEquals(
                List.of("'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "1,5 \"x\"\nnext", "'x", "", " =1", "x=1"),
                written(Column.text("text", texts::get), texts.size()));
        assertEquals(List.of("'=a; =b"), written(Column.list("list", row -> List.of("=a", "=b")), 1));
        assertEquals(List.of("yes", "no"), written(Column.yesOrNo("first", row -> row == 0), 2));
        Dossier dossier = Dossier.of("battle", Claim.of("=cmd()", "killed", "5", "@source"));
        Report.of(dossier, Tolerance.NONE).write(folder);
        assertEquals(
                "'=cmd()", Csv.read(folder.resolve("quantities.csv")).get(0).get("party"));
    }

    @Test
    void aReportThatFailsLeavesTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("made.csv"), "old\n");
        assertThrows(
                UncheckedIOException.class,
                () -> written(
                        Column.text("text", row -> {
                            if (row == 5000) {
                                throw new UncheckedIOException(new IOException("lost"));
                            }
                            return "x".repeat(100);
                        }),
                        6000));
        assertEquals("old\n", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    /** What was cut short stands in problems.csv behind what could not be read. */
    @Test
    void problems() throws IOException {
        Path claims = Files.writeString(
                folder.resolve("claims.csv"),
                "party,measure,figure,source\nA,killed,5,s\nA,killed,60OO,s\n"
                        + IntStream.range(0, 41)
                                .mapToObj(i -> "A,wounded," + i + ",s\n")
                                .collect(Collectors.joining()));
        Report report = Report.of(Dossier.read(claims), Tolerance.NONE);
        List<String> files =
                report.problems().rows().stream().map(problem -> problem.file()).toList();
        assertEquals("discrepancies.csv", files.get(files.size() - 1));
        Path out = folder.resolve("out");
        report.write(out);
        List<Map<String, String>> rows = Csv.read(out.resolve("problems.csv"));
        assertEquals("", rows.get(rows.size() - 1).get("line"));
        assertEquals("limit", rows.get(rows.size() - 1).get("severity"));
    }

    @Test
    void theSettingStandsInEveryReport() throws IOException {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "strength", "about 1,000", "s"),
                Claim.of("A", "killed", "10", "s"),
                Claim.of("B", "strength", "500", "s"));
        Report.of(dossier, Tolerance.about("5%").withRounding()).write(folder);
        for (String name : List.of("quantities.csv", "ratios.csv", "checks.csv")) {
            List<Map<String, String>> rows = Csv.read(folder.resolve(name));
            assertFalse(rows.isEmpty(), name);
            rows.forEach(row -> assertEquals("about 5%; rounding", row.get("tolerance"), name));
        }
    }

    @Test
    void twiceTheSame() throws IOException {
        Dossier dossier = Dossier.read(Path.of("datasets/manchuria-1945"));
        Report.of(dossier, Tolerance.NONE).write(folder.resolve("a"));
        Report.of(Dossier.read(Path.of("datasets/manchuria-1945")), Tolerance.NONE)
                .write(folder.resolve("b"));
        for (String name : NAMES) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("a").resolve(name),
                            folder.resolve("b").resolve(name)));
        }
    }

    /** Data cannot command the terminal, from whichever field they come. */
    @Test
    void controlCharactersStayOffTheTerminal() {
        String evil = "\u001b[2Jevil\u0007\u009b\u202e\n";
        Quantity quantity = new Quantity("", "A" + evil, "", Measure.parse("killed"), "");
        Dossier dossier = Dossier.of(
                "battle" + evil,
                Claim.of(quantity, Figure.of("5" + evil, Interval.of(5), Qualifier.EXACTLY), "s" + evil),
                Claim.of(quantity, Figure.of("6", Interval.of(6), Qualifier.EXACTLY), "t")
                        .claimedBy("B" + evil));
        List<String> lines = Findings.of(Report.of(dossier, Tolerance.NONE)).lines();
        assertTrue(String.join("", lines).contains("evil"));
        for (String line : lines) {
            assertTrue(
                    line.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x202e),
                    () -> "a control character in " + line);
        }
    }
}
