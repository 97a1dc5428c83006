package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.dossier.Dossier;

/** From a table that was never seen to a dossier that can be analysed, with at most three lines edited. */
class MappingDraftTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String draft(Path file) throws IOException {
        return MappingDraft.of(Table.of(file, TableOptions.NONE)).toString();
    }

    /** Drafts a mapping, edits it, and imports the table with it. */
    private ImportedTable imported(Path file, String... edits) throws IOException {
        Table table = Table.of(file, TableOptions.NONE);
        Path mapping = folder.resolve("mapping");
        for (Path written : MappingDraft.of(table).write(mapping)) {
            String text = Files.readString(written);
            for (int i = 0; i < edits.length; i += 2) {
                text = text.replace(edits[i], edits[i + 1]);
            }
            Files.writeString(written, text);
        }
        return ImportedTable.of(folder, table, Mapping.read(mapping));
    }

    /** An event table: nines that may be a code or a count, a date that is none, actors some of which are words for people. */
    @Test
    void eventsWithNinesSourcesAndABadDate() throws IOException {
        StringBuilder table = new StringBuilder("event_date;country;actor2;fatalities;sources\n");
        for (int day = 13; day < 23; day++) {
            table.append(day).append("/01/2019;Morvia;").append(day % 2 == 0 ? "Civilians;" : "Sea League;");
            table.append(day == 20 ? 999 : day).append(";\"Wire A; Radio K\"\n");
        }
        Path file = file("events.csv", table + "30/13/2019;Morvia;Police;9;Wire A\n");
        String draft = draft(file);
        assertTrue(draft.contains("""
                # 1 event_date: the date; 11 different texts, written d/M/yyyy; no such date, and so no claim: '30/13/2019'
                # 2 country: the party; 1 text
                # 3 actor2: not used; 3 different texts
                # 4 fatalities: deaths; numbers from 9 to 22; 999 in 1 row, first row 9 (only nines, as codes for missing are)
                # 5 sources: the source; 2 different texts
                # From one date to the next, losses fall in 0 of 8 changes: taken as counts up to the date. If they are of \
                each date alone, add the date to the column event.
                # No column names an event: all rows are about one, and dates say as of when. If each row is an event, \
                add a column event with what tells them apart, such as two columns in brackets.
                """), draft);
        assertTrue(draft.endsWith("""
                #   fatalities,999,?
                party,measure,figure,source,as_of
                [country],deaths,[fatalities],[sources],[event_date|d/M/yyyy]
                """), draft);
        assertEquals(10, imported(file, "999,?", "999,999").claims().size());
    }

    @Test
    void wideWithLowAndHigh() throws IOException {
        Path file = file(
                "wide.csv",
                "Battle,Side,Date,killed_low,killed_high,wounded_low,wounded_high,Source\n"
                        + "Two Fords,Blue,1901-05-02,100,150,300,300,Hill 1910\n"
                        + "Two Fords,Red,1901-05-02,-9,-9,50,80,Hill 1910\n");
        assertTrue(draft(file).endsWith("""
                # To be taken as something else, in values.csv, which --out writes:
                #   column,from,to
                #   killed_low,-9,
                #   killed_high,-9,
                event,party,measure,low,high,source,as_of
                [Battle],[Side],killed,[killed_low],[killed_high],[Source],[Date]
                [Battle],[Side],wounded,[wounded_low],[wounded_high],[Source],[Date]
                """));
        ImportedTable imported = imported(file);
        assertEquals(List.of("killed", "wounded", "killed", "wounded"), imported.column("measure"));
        assertEquals(List.of("100", "300", "", "50"), imported.column("low"));
        assertEquals(List.of("", "", "unknown", ""), imported.column("figure"));
        assertEquals(List.of(), imported.problems());
        assertEquals(List.of(), Dossier.read(imported.dossier()).problems());
    }

    @Test
    void numbersThatAreCodesOrSharesAreNoCounts() throws IOException {
        String text = draft(file(
                "codes.csv",
                "Side,Casualty Type,Number,percent lost,losses_pct\n"
                        + "Blue,1,120,4.1,4\nBlue,2,300,20.6,21\nRed,1,90,7.5,8\nRed,9,5,1,1\n"));
        assertTrue(text.contains("# 2 Casualty Type: the measure"), text);
        assertTrue(text.contains("# 4 percent lost: not used"), text);
        assertTrue(text.contains("# 5 losses_pct: not used"), text);
        assertTrue(text.contains("#   Casualty Type,1,?\n#   Casualty Type,2,?\n#   Casualty Type,9,?"), text);
        assertTrue(text.contains("[Side],[Casualty Type],[Number]"), text);
    }

    @Test
    void longWithCodes() throws IOException {
        Path file = file(
                "long.tsv",
                "engagement\tbelligerent\tcategory\tnumber\tauthor\n"
                        + "Two Fords\tBlue\tKIA\t120\tHill\nTwo Fords\tBlue\tW\t300\tHill\n"
                        + "Two Fords\tRed\tX9\t-99\tHill\nGrey Hill\tRed\tmissing in action\t14\tVale\n");
        ImportedTable imported = imported(file, "X9,?", "X9,captured");
        assertEquals(List.of("killed", "wounded", "captured", "missing"), imported.column("measure"));
        assertEquals(List.of("120", "300", "unknown", "14"), imported.column("figure"));
        assertEquals(List.of("Hill", "Hill", "Hill", "Vale"), imported.column("source"));
        assertEquals(List.of(), imported.problems());
        assertEquals(List.of(), Dossier.read(imported.dossier()).problems());
    }

    @Test
    void whatIsNotKnownMustBeFilledIn() throws IOException {
        Path file = file("codes.csv", "event,country,status,count\nA,X,1,20\nA,X,2,50\n");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> imported(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("values.csv:3: 2 is taken as ?"), refused::getMessage);
    }

    @Test
    void severalLinesOfHeader() throws IOException {
        Path file = file(
                "two.csv",
                ",,Losses of Blue,,Losses of Red,\nBattle,Year,killed,wounded,killed,wounded\n"
                        + "Two Fords,1901,120,300,80,90\nGrey Hill,1902,12,40,NA,10\n");
        ImportedTable imported = imported(file);
        assertEquals(List.of("Blue", "Blue", "Red", "Red", "Blue", "Blue", "Red", "Red"), imported.column("party"));
        assertEquals(List.of("120", "300", "80", "90", "12", "40", "unknown", "10"), imported.column("figure"));
        assertEquals(List.of("1901", "1901", "1901", "1901", "1902", "1902", "1902", "1902"), imported.column("as_of"));
        assertEquals("row 3", imported.column("locator").get(0));
        assertEquals(List.of(), Dossier.read(imported.dossier()).problems());
    }

    @Test
    void semicolonsAndDecimalCommas() throws IOException {
        Path file = Files.write(
                folder.resolve("semikolon.csv"),
                ("Schlacht;Partei;Datum;Gefallene;Verwundete;Verluste in Tausend;Quelle\r\n"
                                + "Zwei Furten;Blau;2.5.1901;1.200;3.000;4,2;Hügel 1910\r\n"
                                + "Grauer Hügel;Rot;11.6.1901;120;k.A.;0,5;Hügel 1910\r\n")
                        .getBytes(Charset.forName("windows-1252")));
        ImportedTable imported = imported(file);
        assertEquals(
                List.of("killed", "wounded", "casualties", "killed", "wounded", "casualties"),
                imported.column("measure"));
        assertEquals(List.of("1200", "3000", "4200", "120", "unknown", "500"), imported.column("figure"));
        assertEquals("1901-05-02", imported.column("as_of").get(0));
        assertEquals("Grauer Hügel", imported.column("event").get(3));
        assertEquals(List.of(), Dossier.read(imported.dossier()).problems());
    }

    @Test
    void excel() throws IOException {
        Path file = Files.write(
                folder.resolve("sheet.xlsx"),
                new Workbook()
                        .sheet(
                                "Losses",
                                row(1, "Battle", "Side", "Date", "Killed", "Tanks lost")
                                        + "<row r='2'><c r='A2' t='inlineStr'><is><t>Two Fords</t></is></c><c r='B2' t='inlineStr'><is>"
                                        + "<t>Blue</t></is></c><c r='C2' s='2'><v>615</v></c><c r='D2'><v>1200</v></c>"
                                        + "<c r='E2'><v>7</v></c></row>"
                                        + "<row r='3'><c r='B3' t='inlineStr'><is><t>Red</t></is></c><c r='C3' s='2'><v>616</v></c>"
                                        + "<c r='D3' t='inlineStr'><is><t>about 300</t></is></c></row>")
                        .bytes());
        ImportedTable imported = imported(file, ",sheet,", ",Hill 1910,");
        assertEquals(List.of("Two Fords", "Two Fords", "Two Fords"), imported.column("event"));
        assertEquals(List.of("killed", "tanks lost", "killed"), imported.column("measure"));
        assertEquals(List.of("1200", "7", "about 300"), imported.column("figure"));
        assertEquals(List.of("1901-09-06", "1901-09-06", "1901-09-07"), imported.column("as_of"));
        assertEquals("Hill 1910", imported.column("source").get(0));
        assertEquals(List.of(), Dossier.read(imported.dossier()).problems());
    }

    private static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < texts.length; i++) {
            row.append("<c r='" + (char) ('A' + i) + number + "' t='inlineStr'><is><t>" + texts[i] + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    @Test
    void remarksSayWhatStandsInEachColumn() throws IOException {
        Path file = file(
                "remarks.csv",
                "war,day,side_a,side_b,deaths_a,deaths_b,strength_min,strength_max,lat,from,to,x|y,,note\n"
                        + "First,3/4/1901,Blue,Red,1,2,600,,-1.5,1,2,a,b,\n,5/4/1901,Blue,Red,-999,4,10,20,-2.5,1,2,a,b,z\n"
                        + ",5/4/1901,Blue,Red,9,4,10,20,2.5,1,2,a,b,z\n");
        String draft = draft(file);
        for (String line : List.of(
                "# 1 war: the event; 1 text, 2 blanks",
                "# 2 day: the date; 2 different texts, written d/M/yyyy, or month before day: no day is above 12",
                "# 4 side_b: the party; 1 text",
                "# 5 deaths_a: deaths; numbers from 1 to 9; -999 in 1 row, first row 3 (below 0)",
                "# 7 strength_min: low end of strength; numbers from 10 to 600",
                "# 9 lat: not used;",
                "# 10 from: not used;",
                "# 12 x|y: not used; 1 text",
                "# 13 (no name): not used; 1 text",
                "# 1 row has a low end and no high end strength_max. If that means 'or more', write into values.csv:"
                        + " strength_max,blank,Infinity",
                "[war|down],[side_a],deaths,[deaths_a],,,remarks,[day|d/M/yyyy],[note]",
                "[war|down],[side_b],deaths,[deaths_b],,,remarks,[day|d/M/yyyy],[note]")) {
            assertTrue(draft.contains(line), () -> line + "\nin\n" + draft);
        }
    }

    @Test
    void aDraftIsAMappingAndReplacesNoFile() throws IOException {
        Path table = file("t.csv", "party,killed\nBlue,7\n");
        Path mapping = file("m.csv", draft(table));
        ImportedTable imported = ImportedTable.of(folder, Table.of(table, TableOptions.NONE), Mapping.read(mapping));
        assertEquals(List.of("7"), imported.column("figure"));
        Path claims = Files.writeString(folder.resolve("claims.csv"), "mine", StandardCharsets.UTF_8);
        MappingDraft draft = MappingDraft.of(Table.of(table, TableOptions.NONE));
        assertThrows(IllegalArgumentException.class, () -> draft.write(folder));
        assertEquals("mine", Files.readString(claims));
    }
}
