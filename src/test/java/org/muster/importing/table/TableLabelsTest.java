package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.dossier.Dossier;

/** Cells that say of whom, where and when: blank ones, marks for the cell above, totals; and figures that are blank in part. */
class TableLabelsTest {

    private static final String MAPPING =
            "party,place,measure,figure,source,as_of\n[side],[front],killed,[dead],[author],[year]\n";

    @TempDir
    Path folder;

    private ImportedTable imported(String table, String claims) throws IOException {
        return ImportedTable.of(folder, table, claims);
    }

    @Test
    void aBlankPlaceOrDateIsTold() throws IOException {
        ImportedTable imported = imported(
                "front,side,year,dead,author\nNorth,Red,1916,5,Hill\n,Red,1917,7,Hill\n,Blue,,9,Hill\n", MAPPING);
        assertEquals(List.of("North", "", ""), imported.column("place"));
        assertEquals(
                List.of(
                        "table.csv:3, column place: 2 claims have a blank place, which means the whole area: if the cell"
                                + " repeats the one above, add |down; this is the first",
                        "table.csv:4, column as_of: 1 claim has no date, which means the event as a whole: if the cell"
                                + " repeats the one above, add |down"),
                imported.messages());
        assertEquals(
                List.of("North", "North", "North"),
                imported(
                                "front,side,year,dead,author\nNorth,Red,1916,5,Hill\n,Red,1917,7,Hill\n,Blue,1917,9,Hill\n",
                                MAPPING.replace("[front]", "[front|down]"))
                        .column("place"));
    }

    /** The marks are those of printed tables. A mark is no name, and what it repeats is the cell above. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\"\"\"", "ditto", "do.", "〃", "″", "-\"\"-", "ibid.", "Ebd.", "то же"})
    void aMarkForTheCellAboveIsNoName(String mark) throws IOException {
        String cell = mark.equals("-\"\"-") ? "\"-\"\"-\"" : mark;
        String table = "front,side,year,dead,author\nNorth,Red,1916,5,Hill\nNorth," + cell + ",1917,7," + cell
                + "\nNorth,Blue,1917,9,Hill\n";
        ImportedTable refused = imported(table, MAPPING);
        assertEquals(List.of("Red", "Blue"), refused.column("party"));
        assertTrue(
                refused.messages().get(0).endsWith(" stands for the cell above; add |down to the column in brackets"),
                refused.messages()::toString);
        ImportedTable filled =
                imported(table, MAPPING.replace("[side]", "[side|down]").replace("[author]", "[author|down]"));
        assertEquals(List.of("Red", "Red", "Blue"), filled.column("party"));
        assertEquals(List.of("Hill", "Hill", "Hill"), filled.column("source"));
        assertEquals(List.of(), filled.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total",
                "TOTAL:",
                "**Total**",
                "Grand total",
                "Entente total",
                "Summe",
                "Всего",
                "All",
                "Sub-total"
            })
    void aTotalIsTold(String word) throws IOException {
        String table = "side,dead\nRed,5\nBlue,7\n" + word + ",12\n";
        String claims = "party,measure,figure,source\n[side],killed,[dead],Hill\n";
        assertEquals(
                List.of(
                        "table.csv:4, column party: 1 claim is about a total, which is taken for one more party: leave the"
                                + " row out by when, or say in hierarchy.csv what it is made of"),
                imported(table, claims).messages());
    }

    @Test
    void aTotalThatTheHierarchyExplainsIsAWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "side,dead\nRed,5\nBlue,7\nTotal,12\n");
        Path mapping = Files.createDirectories(folder.resolve("mapping"));
        Files.writeString(mapping.resolve("claims.csv"), "party,measure,figure,source\n[side],killed,[dead],Hill\n");
        Files.writeString(
                mapping.resolve("hierarchy.csv"),
                "dimension,whole,part,complete\nparty,Total,Red,yes\nparty,Total,Blue,yes\n");
        ImportedTable imported = ImportedTable.of(folder, Table.of(file, TableOptions.NONE), Mapping.read(mapping));
        assertEquals(List.of(), imported.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Totalitarian League", "Allied Army", "Sumatra", "Ensemble 3", "Total War"})
    void aNameThatBeginsLikeATotalIsAName(String word) throws IOException {
        assertEquals(
                List.of(),
                imported(
                                "side,dead\nRed,5\n" + word + ",7\n",
                                "party,measure,figure,source\n[side],killed,[dead],Hill\n")
                        .problems());
    }

    @Test
    void aBestValueWithoutARangeIsTheFigure() throws IOException {
        String mapping = "party,measure,low,best,high,source\n[side],killed,[low],[best],[high],S\n";
        ImportedTable imported = ImportedTable.of(
                folder,
                "side,low,best,high\nRed,8,12,15\nBlue,-99,20,-99\nGreen,,7,\nWhite,-99,-99,-99\nGrey,,,\n",
                mapping,
                "column,from,to\n*,-99,\n");
        assertEquals(List.of("", "20", "7", "unknown"), imported.column("figure"));
        assertEquals(List.of("12", "", "", ""), imported.column("best"));
        assertEquals(List.of(), imported.problems());
        assertEquals(List.of(), Dossier.read(imported.dossier()).problems());
        assertEquals(
                "4 claims from 5 rows; 0 rows left out by when; 1 blank figure without a claim; 1 claim without a figure",
                imported.summary().get(1));
    }
}
