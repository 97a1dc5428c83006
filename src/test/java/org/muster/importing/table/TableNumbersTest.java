package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.compare.Ranges;
import org.muster.dossier.Dossier;

/** From a number in a table to the number that the dossier compares: the value is that of the cell, by hand. */
class TableNumbersTest {

    private static final String MAPPING = "party,measure,figure,source\n[side],killed,[dead],S\n";
    private static final String ENDS = "party,measure,low,high,source\n[side],killed,[dead],[dead],S\n";

    @TempDir
    Path folder;

    private static List<String> read(ImportedTable imported) throws IOException {
        Ranges ranges = Ranges.of(Dossier.read(imported.dossier()));
        return ranges.dossier().quantities().stream()
                .map(quantity -> ranges.of(quantity).range().orElseThrow().toString())
                .toList();
    }

    /** The second number of each table shows which sign is the decimal one; the first is read by it, as text or as an end. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {
                "1,250 / 0,5 / [1.25, 1.25]",
                "1.250 / 0,5 / [1250, 1250]",
                "1.250 / 0.5 / [1.25, 1.25]",
                "1,250 / 0.5 / [1250, 1250]",
                "2.250 / 1,250,000 / [2.25, 2.25]",
                ".125 / 0.5 / [0.125, 0.125]",
                "1234.125 / 0.5 / [1234.125, 1234.125]",
                "1.250 / 1.250.000 / [1250, 1250]",
            })
    void threeDigitsBehindTheSign(String number, String other, String range) throws IOException {
        String table = "side;dead\nBlue;" + number + "\nRed;" + other + "\n";
        assertEquals(range, read(ImportedTable.of(folder, table, MAPPING)).get(0));
        assertEquals(
                range,
                read(ImportedTable.of(Files.createDirectory(folder.resolve("ends")), table, ENDS))
                        .get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {
                "0,125 / 1,500 / [125, 125]",
                "0.125 / 1.500 / [125, 125]",
                "1,125 / 0,5 / [1125, 1125]",
                "1.125 / 0.5 / [1125, 1125]",
                "0,001125 / 0,5 / [1.125, 1.125]",
                "0.001125 / 0.5 / [1.125, 1.125]",
            })
    void inThousands(String number, String other, String range) throws IOException {
        String table = "side;dead\nBlue;" + number + "\nRed;" + other + "\n";
        String mapping = MAPPING.replace("[dead]", "[dead|x1000]");
        assertEquals(range, read(ImportedTable.of(folder, table, mapping)).get(0));
    }

    @Test
    void whereNoNumberShowsTheDecimalSignItIsSaidHowOneIsRead() throws IOException {
        ImportedTable imported = ImportedTable.of(folder, "side,dead\nBlue,1.250\nRed,900\nGreen,12.500\n", MAPPING);
        assertEquals(List.of("[1250, 1250]", "[900, 900]", "[12500, 12500]"), read(imported));
        assertEquals(
                List.of(
                        "table.csv:2, column figure: 2 figures with a point before three digits are read as thousands, as"
                                + " 1234 for 1.234, since no other number shows the decimal sign: if that is the point, say"
                                + " --decimal .; this is the first"),
                imported.messages());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {
                "1,200 (950–1,600) / 950 / 1200 / 1600",
                "15 [10, 20] / 10 / 15 / 20",
                "15 (95% CI 10 to 20) / 10 / 15 / 20",
                "15 (95% CI: 10-20) / 10 / 15 / 20",
                "12 500 (12 000–13 000) / 12000 / 12500 / 13000",
                "15 (15–20) / 15 / 15 / 20",
                "1.5 (0.5–2.5) / 0.5 / 1.5 / 2.5",
            })
    void anEstimateWithItsRangeInBrackets(String cell, String low, String best, String high) throws IOException {
        ImportedTable imported = ImportedTable.of(folder, "side;dead\nBlue;" + cell + "\nRed;0.5\n", MAPPING);
        assertEquals(List.of(low, ""), imported.column("low"));
        assertEquals(List.of(best, ""), imported.column("best"));
        assertEquals(List.of(high, ""), imported.column("high"));
        assertEquals(
                List.of(
                        "table.csv:2, column figure: 1 figure with a range in brackets is taken as a best value and that range:"
                                + " if it is one of confidence, it does not exclude what lies outside"),
                imported.messages());
        assertEquals(List.of(), Dossier.read(imported.dossier()).problems());
    }

    /** Parts of the number before them, other things, and what is no range. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,150 (640, 480)",
                "15 (10)",
                "15 (16–20)",
                "15 (10–20 officers)",
                "15 (20–10)",
                "15 (15–15)",
                "(10–20)",
                "10–20",
                "1914 (10-20) 3"
            })
    void otherNumbersInBrackets(String cell) {
        assertEquals(Optional.empty(), EstimateCell.of(cell));
    }

    /** Imports a sheet with a header and some rows more. */
    private ImportedTable ofSheet(String rows) throws IOException {
        Path file = Files.write(
                folder.resolve("t.xlsx"),
                new Workbook()
                        .sheet(
                                "Losses",
                                "<row r='1'><c r='A1' t='inlineStr'><is><t>side</t></is></c>"
                                        + "<c r='B1' t='inlineStr'><is><t>dead</t></is></c></row>" + rows)
                        .bytes());
        Path mapping = Files.writeString(folder.resolve("m.csv"), MAPPING);
        return ImportedTable.of(folder, Table.of(file, TableOptions.NONE), Mapping.read(mapping));
    }

    @Test
    void aNumberOfASheetHasADecimalPoint() throws IOException {
        ImportedTable imported =
                ofSheet("<row r='2'><c r='A2' t='inlineStr'><is><t>Blue</t></is></c><c r='B2'><v>1.125</v></c></row>"
                        + "<row r='3'><c r='A3' t='inlineStr'><is><t>Red</t></is></c><c r='B3'><v>1250</v></c></row>");
        assertEquals(List.of("[1.125, 1.125]", "[1250, 1250]"), read(imported));
    }

    /** A sheet takes no --decimal, so it is not proposed. */
    @Test
    void aNumberThatIsTextInASheetIsToldAsSuch() throws IOException {
        ImportedTable imported = ofSheet("<row r='2'><c r='A2' t='inlineStr'><is><t>Blue</t></is></c>"
                + "<c r='B2' t='inlineStr'><is><t>1.125</t></is></c></row>");
        assertEquals(List.of("[1125, 1125]"), read(imported));
        assertEquals(
                List.of(
                        "t.xlsx:2, column figure: 1 figure with a point before three digits is read as thousands, as 1234"
                                + " for 1.234, since no other number shows the decimal sign: if that is the point, make the cells of"
                                + " the sheet numbers"),
                imported.messages());
    }
}
