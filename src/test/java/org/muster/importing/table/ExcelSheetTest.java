package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in Excel workbooks, harmless and hostile ones. */
class ExcelSheetTest {

    private static final String ROWS = "<row r='1'><c r='A1' t='inlineStr'><is><t>Losses</t></is></c></row>"
            + "<row r='3'><c r='A3' t='s'><v>0</v></c><c r='B3' t='inlineStr'><is><t>Day</t></is></c>"
            + "<c r='C3' t='inlineStr'><is><t>Killed</t></is></c><c r='D3' t='inlineStr'><is><t>Error</t></is></c></row>"
            // serial numbers of days: 615 is 6 September 1901, counted by the JDK from 30 December 1899
            + "<row r='4'><c r='A4' t='s'><v>1</v></c><c r='B4' s='1'><v>615</v></c><c r='C4'><v>1200</v></c>"
            + "<c r='D4' s='3'><v>0.05</v></c></row>"
            + "<row r='6'><c r='B6' s='2'><v>616.5</v></c><c r='C6'><f>6*7</f><v>42</v></c></row>";
    private static final String STRINGS = "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
            + "<si><t>Side</t></si><si><r><t>Bl</t></r><r><t>ue</t></r></si></sst>";
    private static final String CLAIMS = "party,measure,figure,source,as_of\n"
            + "[Side|down],killed,[Killed|+%Error],S,[Day|yyyy-MM-dd|yyyy-MM-dd'T'HH:mm:ss]\n";

    @TempDir
    Path folder;

    private Path file(Workbook workbook) throws IOException {
        return Files.write(folder.resolve("t.xlsx"), workbook.bytes());
    }

    private ImportedTable imported(Path file) throws IOException {
        Path mapping = Files.writeString(folder.resolve("m.csv"), CLAIMS);
        return ImportedTable.of(folder, Table.of(file, TableOptions.NONE), Mapping.read(mapping));
    }

    @Test
    void numbersDatesPercentagesFormulasAndGapsOfASheet() throws IOException {
        ImportedTable imported =
                imported(file(new Workbook().sheet("Losses", ROWS).sharedStrings(STRINGS)));
        assertEquals(List.of("Blue", "Blue"), imported.column("party"));
        assertEquals(List.of("1200", "42"), imported.column("figure"));
        assertEquals(List.of("1260", ""), imported.column("high"));
        assertEquals(List.of("1901-09-06", "1901-09-07"), imported.column("as_of"));
        assertEquals(List.of("row 4", "row 6"), imported.column("locator"));
        assertTrue(imported.summary().get(0).contains("Excel, sheet \"Losses\", 3 header lines, 4 columns"));
        assertEquals(List.of(), imported.problems());
    }

    @Test
    void aFormulaWhoseResultWasNotSavedIsNoFigure() throws IOException {
        String rows =
                "<row r='1'><c r='A1' t='inlineStr'><is><t>Side</t></is></c><c r='B1' t='inlineStr'><is><t>Killed</t>"
                        + "</is></c></row><row r='2'><c r='A2' t='inlineStr'><is><t>Blue</t></is></c><c r='B2'><f>3+4</f></c></row>";
        Path mapping =
                Files.writeString(folder.resolve("m.csv"), "party,measure,figure,source\n[Side],killed,[Killed],S\n");
        Path file = file(new Workbook().sheet("Losses", rows));
        ImportedTable imported = ImportedTable.of(folder, Table.of(file, TableOptions.NONE), Mapping.read(mapping));
        assertEquals(1, imported.problems().size());
        assertTrue(imported.messages().get(0).contains("no result of =3+4 was saved"), imported.messages()::toString);
    }

    @Test
    void aSheetIsChosenByName() throws IOException {
        Path file = file(new Workbook()
                .sheet("One", ROWS)
                .sheet("Two", ROWS.replace("Day", "When"))
                .sharedStrings(STRINGS));
        TableOptions two = new TableOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of("Two"));
        assertEquals(
                List.of("Side", "When", "Killed", "Error"), Table.of(file, two).header());
        TableOptions three = new TableOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of("Three"));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Table.of(file, three));
        assertTrue(String.valueOf(refused.getMessage()).endsWith("has no sheet \"Three\"; it has: One, Two"));
    }

    @Test
    void entitiesAreNotExpandedAndOtherFilesNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "a secret");
        StringBuilder entities = new StringBuilder("<!ENTITY e0 'lol'><!ENTITY f SYSTEM '" + secret.toUri() + "'>");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e" + i + " '" + ("&e" + (i - 1) + ";").repeat(10) + "'>");
        }
        for (String entity : List.of("&e29;", "&f;")) {
            String xml = "<?xml version='1.0'?><!DOCTYPE worksheet [" + entities + "]>"
                    + "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                    + ROWS.replace("Losses", entity) + "</sheetData></worksheet>";
            Path file = file(new Workbook().xml("Losses", xml).sharedStrings(STRINGS));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                try {
                    String header = Table.of(file, TableOptions.NONE).header().toString();
                    assertFalse(header.contains("secret"), header);
                    assertTrue(header.length() < 1000, header);
                } catch (IOException e) {
                    assertFalse(String.valueOf(e.getMessage()).contains("a secret"), e::getMessage);
                }
            });
        }
    }

    @Test
    void aFileThatUnpacksIntoFarMoreIsRefused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Workbook().sheet("Losses", ROWS).sharedStrings(STRINGS).write(out, 120);
        }
        assertTrue(Files.size(file) < 1 << 20);
        IOException refused = assertThrows(IOException.class, () -> Table.of(file, TableOptions.NONE));
        assertTrue(String.valueOf(refused.getMessage()).contains("unpacks into more than 100 MB"), refused::getMessage);
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        Path cut = file(new Workbook().sheet("Losses", ROWS).sharedStrings(STRINGS));
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThrows(IOException.class, () -> Table.of(cut, TableOptions.NONE));
        Path old = Files.write(
                folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
        IOException refused = assertThrows(IOException.class, () -> Table.of(old, TableOptions.NONE));
        assertTrue(String.valueOf(refused.getMessage()).contains("Excel 97"), refused::getMessage);
        Path broken = file(new Workbook().xml("Losses", "<worksheet><sheetData><row r='1'><c"));
        assertThrows(IOException.class, () -> Table.of(broken, TableOptions.NONE));
        Path none = file(new Workbook());
        assertThrows(IOException.class, () -> Table.of(none, TableOptions.NONE));
    }

    @Test
    void aRowWithAHugeNumberMakesNoRowsBeforeIt() throws IOException {
        Path file = file(new Workbook()
                .sheet(
                        "Losses",
                        ROWS.replace("r='6'", "r='1048576'")
                                .replace("B6", "B1048576")
                                .replace("C6", "C1048576"))
                .sharedStrings(STRINGS));
        assertEquals(List.of("row 4", "row 1048576"), imported(file).column("locator"));
    }
}
