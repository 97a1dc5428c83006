package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mappings that are part of Muster, on rows of invented battles under the headers of the published tables. */
class FormatsTest {

    @TempDir
    Path folder;

    private ImportedTable imported(String format, String text) throws IOException {
        Table table = Table.of(Files.writeString(folder.resolve("t.csv"), text), TableOptions.NONE);
        return ImportedTable.of(folder, table, Mapping.ofFormat(format, table));
    }

    @Test
    void theFormats() {
        assertEquals(
                Set.of("ucdp-ged", "ucdp-brd", "prio", "cow", "cdb90"),
                Mapping.formats().keySet());
    }

    @Test
    void uppsalaEvents() throws IOException {
        ImportedTable imported = imported(
                "ucdp-ged",
                "id,conflict_name,side_a,side_b,source_article,date_start,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low\n"
                        + "7,Redland: Hills,Redland,Hill Front,a,1989-05-10 00:00:00.000,1,2,0,4,7,9,6\n");
        assertEquals(List.of("Redland", "Hill Front", "civilians", "unknown", "all"), imported.column("party"));
        assertEquals(List.of("1", "2", "0", "4", ""), imported.column("figure"));
        assertEquals(List.of("", "", "", "", "7"), imported.column("best"));
        assertEquals("1989-05-10", imported.column("as_of").get(4));
        assertEquals("7 Redland: Hills", imported.column("event").get(0));
    }

    @Test
    void uppsalaDyadsUnderTwoSetsOfNames() throws IOException {
        for (String names : List.of("bd_best,bd_low,bd_high", "deaths,bdlow,bdhigh")) {
            ImportedTable imported = imported(
                    "ucdp-brd", "year,side_a,side_b," + names + ",version\n1991,Redland,Hill Front,30,28,137,18.1\n");
            assertEquals(List.of("28"), imported.column("low"));
            assertEquals(List.of("30"), imported.column("best"));
            assertEquals(List.of("137"), imported.column("high"));
            assertEquals(List.of("UCDP BRD 18.1"), imported.column("source"));
            assertEquals(List.of(), imported.problems());
        }
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> imported("ucdp-brd", "year,side_a\n1991,Redland\n"));
        assertEquals(
                "t.csv has no column [side_b], [bd_low], [bd_high], [bd_best], [version]; its columns are: year, side_a",
                refused.getMessage());
    }

    @Test
    void prio() throws IOException {
        ImportedTable imported = imported(
                "prio",
                "year;side_a;side_b;bdeadlow;bdeadhig;bdeadbes;territory_name;note\n"
                        + "1964;Redland;Blueland;104;400;-999;Marches;x\n1965;Redland;Blueland;NA;NA;NA;Marches;\n");
        assertEquals(List.of("104", ""), imported.column("low"));
        assertEquals(List.of("", ""), imported.column("best"));
        assertEquals(List.of("", "unknown"), imported.column("figure"));
    }

    @Test
    void correlatesOfWarCountToTheEndOfTheLastSpell() throws IOException {
        ImportedTable imported = imported(
                "cow",
                "WarName,StateName,Side,EndYear1,EndYear2,BatDeath\nFords,Redland,1,1941,1945,5000\nFords,Blueland,2,1943,-8,-9\n");
        assertEquals(List.of("1945", "1943"), imported.column("as_of"));
        assertEquals(List.of("5000", "unknown"), imported.column("figure"));
        assertEquals(List.of("side 1", "side 2"), imported.column("scope"));
    }

    @Test
    void battlesWithErrorsInPercent() throws IOException {
        ImportedTable imported = imported(
                "cdb90",
                "ISQNO,NAME,NAMA,NAMD,STRA,CODEA,CASA,STRD,CODED,CASD,CAVA,TANKA,CTANKA,ARTYA,CARTYA,CFLYA,CAVD,TANKD,CTANKD,"
                        + "ARTYD,CARTYD,CFLYD,STRAPL,STRAMI,CASAPL,CASAMI,STRDPL,STRDMI,CASDPL,CASDMI\n"
                        + "1,TWO FORDS,RED ARMY,BLUE ARMY,11500,1,4000,7500,3,-1,1400,0,-1,8,-1,0,0,0,0,8,8,0,0,-5,33,-25,,,20,0\n");
        assertEquals(16, imported.claims().size());
        assertEquals(List.of("10925", "3000"), imported.column("low").subList(0, 2));
        assertEquals(List.of("11500", "5320"), imported.column("high").subList(0, 2));
        assertEquals(List.of("11500", "4000"), imported.column("best").subList(0, 2));
        assertEquals(List.of("7500", "unknown"), imported.column("figure").subList(8, 10));
        assertEquals(List.of("", ""), imported.column("low").subList(8, 10));
        assertEquals("BLUE ARMY", imported.column("party").get(8));
        assertEquals("tanks lost", imported.column("measure").get(4));
        assertEquals(List.of(), imported.problems());
    }
}
