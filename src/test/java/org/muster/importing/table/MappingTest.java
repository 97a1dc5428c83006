package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.dossier.Dossier;

/** What a mapping says, sign by sign (docs/importing.md). */
class MappingTest {

    @TempDir
    Path folder;

    private ImportedTable imported(String table, String claims, String values) throws IOException {
        return ImportedTable.of(folder, table, claims, values);
    }

    @Test
    void literalsReferencesBracketsAndNumbers() throws IOException {
        ImportedTable imported = imported(
                "a  name,b,b\nBlue,12,Hill\n",
                "party,measure,figure,source,note,scope\n[a name]s,killed,[#2],[#3] 1900,[[see] [#3],side [a name]\n",
                "");
        assertEquals(
                List.of(Map.of(
                        "id",
                        "r2.1",
                        "party",
                        "Blues",
                        "measure",
                        "killed",
                        "figure",
                        "12",
                        "source",
                        "Hill 1900",
                        "note",
                        "[see] Hill",
                        "scope",
                        "side Blue",
                        "locator",
                        "row 2")),
                imported.claims());
        assertEquals(List.of(), imported.problems());
    }

    @Test
    void aStarMakesARowOfEachTextThatFitsAllReferences() throws IOException {
        ImportedTable imported = imported(
                "side,killed_min,killed_max,wounded_min,wounded_max,missing_min\nBlue,1,2,3,4,5\n",
                "party,measure,low,high,source\n[side],*,[*_min],[*_max],S\n",
                "");
        assertEquals(List.of("r2.1.killed", "r2.1.wounded"), imported.column("id"));
        assertEquals(List.of("killed", "wounded"), imported.column("measure"));
        assertEquals(List.of("2", "4"), imported.column("high"));
    }

    @Test
    void blankFiguresMakeNoClaimAndCodedOnesAreUnknown() throws IOException {
        ImportedTable imported = imported(
                "side,low,best,high\nA,1,,9\nB,,,\nC,NA,-999,NA\nD,5,-999,6\n",
                "party,measure,low,best,high,qualifier,source\n[side],killed,[low],[best],[high],about,S\n",
                "column,from,to\n*,NA,\nbest,-999,\nlow,77,\n");
        assertEquals(List.of("A", "C", "D"), imported.column("party"));
        assertEquals(List.of("", "unknown", ""), imported.column("figure"));
        assertEquals(List.of("about", "", "about"), imported.column("qualifier"));
        assertEquals(List.of("", "", ""), imported.column("best"));
        assertEquals(
                List.of(
                        "table.csv: separated by commas, UTF-8, decimal point, 1 header line, 4 columns",
                        "3 claims from 4 rows; 0 rows left out by when; 1 blank figure without a claim; 1 claim without a figure",
                        "  values.csv:2: [*] NA → blank: 2 cells",
                        "  values.csv:3: [best] -999 → blank: 2 cells",
                        "  values.csv:4: [low] 77 → blank: 0 cells"),
                imported.summary());
        assertEquals(List.of(), imported.problems());
    }

    /** In values.csv, {@code dead*} is also {@code dead} itself: a code that is left there would be a count. */
    @Test
    void aStarInValuesMayBeNoCharacter() throws IOException {
        ImportedTable imported = ImportedTable.of(
                folder,
                "side,dead,dead_low,dead_high\nRed,999,999,999\nBlue,12,10,15\n",
                "party,measure,low,best,high,source\n[side],killed,[dead_low],[dead],[dead_high],S\n",
                "column,from,to\ndead*,999,\n");
        assertEquals("unknown", imported.claims().get(0).get("figure"));
        assertEquals("12", imported.claims().get(1).get("best"));
        assertTrue(imported.summary().contains("  values.csv:2: [dead*] 999 → blank: 3 cells"));
    }

    @Test
    void anOpenEndIsWrittenForABlankCell() throws IOException {
        ImportedTable imported = imported(
                "side,min,max\nA,600,\nB,,\nC,1,2\n",
                "party,measure,low,high,source\n[side],strength,[min],[max],S\n",
                "column,from,to\nmax,blank,Infinity\n");
        assertEquals(List.of("A", "C"), imported.column("party"));
        assertEquals(List.of("Infinity", "2"), imported.column("high"));
        assertEquals(List.of(), imported.problems());
    }

    @Test
    void whenSeesTheTextOfTheTable() throws IOException {
        ImportedTable imported = imported(
                "type,side,n\nTanks,A,1\nLosses of all,A,2\n,A,3\nGuns,A,4\nGuns,B,5\n",
                "party,measure,figure,source,when\n"
                        + "[side],killed,[n],S,[type] != Losses* | blank; [side] = A | C\n"
                        + "[side],wounded,[n],S,[type] = blank\n",
                "column,from,to\ntype,Tanks,Losses of tanks\n");
        assertEquals(List.of("1", "3", "4"), imported.column("figure"));
        assertTrue(imported.summary().get(1).contains("2 rows left out by when"), imported.summary()::toString);
    }

    @Test
    void downTakesTheCellAbove() throws IOException {
        ImportedTable imported = imported(
                "war,side,n\n,A,1\nFirst,A,2\n,B,3\nSecond,A,4\n,,\n,B,5\n",
                "event,party,measure,figure,source\n[war|down],[side],killed,[n],S\n",
                "");
        assertEquals(List.of("First", "First", "Second", "Second"), imported.column("event"));
        assertEquals(List.of("table.csv:2, column event: the cell is blank; expected the event"), imported.messages());
    }

    @Test
    void numbersAreMultipliedAndWidenedExactly() throws IOException {
        ImportedTable imported = imported(
                "n,thousands,more,less\n11500,1.5,0,-5\n300,0.001,10,\n7,2,,\n33,about 4,1,1%\n,,,\n",
                "event,party,measure,figure,source\n[n],A,strength,[n|+%more|-%less],S\n[n],B,strength,[thousands|x1000],S\n",
                "");
        assertEquals(List.of("11500", "1500", "300", "1", "7", "2000", "33"), imported.column("figure"));
        assertEquals(List.of("10925", "", "300", "", "", "", "32.67"), imported.column("low"));
        assertEquals(List.of("11500", "", "330", "", "", "", "33.33"), imported.column("high"));
        assertEquals(List.of("11500", "", "300", "", "", "", "33"), imported.column("best"));
        assertEquals(
                List.of("table.csv:5, column figure: \"about 4\" is no number, which x1000 could multiply"),
                imported.messages());
        assertEquals(List.of(), Dossier.read(imported.dossier()).problems(), "the text is the best value of its range");
    }

    @Test
    void regularExpressionsGiveTheirFirstGroup() throws IOException {
        ImportedTable imported = imported(
                "losses,who\n\"12 killed, 30 wounded\",x|A]\n\"5 wounded\",x|B]\n",
                "party,measure,figure,source\n"
                        + "[who|/[|]([A-Z])[]]/],killed,[losses|/(\\d+) killed/],S\n"
                        + "[who|/[A-Z]/],wounded,[losses|/(\\d+) wounded/],S\n",
                "");
        assertEquals(List.of("12", "30", "5"), imported.column("figure"));
        assertEquals(List.of("A", "A", "B"), imported.column("party"));
        assertEquals(
                List.of(
                        "table.csv:3, column figure: nothing is left of the figure once it is read as the mapping says"),
                imported.messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(.*a){12}b", "(a*)*(a*)*(a*)*b"})
    void aRegularExpressionIsLimitedInSteps(String regex) {
        LimitedRegex limited = LimitedRegex.of(regex);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertTrue(limited.first("a".repeat(5000)).isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(((a{900}){900}){900}){900}", "a{99999999999}", "(a"})
    void aRegularExpressionThatCannotBeRunIsRefused(String regex) {
        assertThrows(IllegalArgumentException.class, () -> LimitedRegex.of(regex));
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd, 1945-08-09, 1945-08-09",
        "d.M.yyyy, 9.8.1945, 1945-08-09",
        "dd.MM.yyyy, 9.8.1945, ''",
        "yyyyMMdd, 19450809, 1945-08-09",
        "MMM yyyy, Aug 1945, 1945-08",
        "'MMMM d, yyyy', 'August 9, 1945', 1945-08-09",
        "d MMM yyyy, 9 sept 1945, 1945-09-09",
        "yyyy-MM-dd HH:mm:ss, 1989-05-10 23:59:59, 1989-05-10",
        "yyyy-MM-dd HH:mm:ss, 1989-05-10 24:00:00, ''",
        "yyyy-MM-dd'T'HH:mm:ss.000'Z', 1854-04-01T07:00:00.000Z, 1854-04-01",
        "d.M.yyyy, 30.2.1945, ''",
        "yyyy, 945, ''",
        "y, 945, 0945",
        "yyyy, -0489, -0489",
        "M/yyyy, 8/1945, 1945-08",
        "yyyy-MM-dd, 1945-08-09x, ''",
    })
    void datesAreAsPreciseAsTheirPattern(String pattern, String text, String date) {
        Dates dates = new Dates();
        dates.add(DatePattern.of(pattern.replace("''", "'")));
        assertEquals(date, dates.read(text).orElse(""));
    }

    @Test
    void datesOfTwoDigitsAreOfTheCenturyOfTheOthers() throws IOException {
        String claims = "party,measure,figure,source,as_of\nA,killed,[n],S,[d|d.M.yyyy|d.M.yy]\n";
        ImportedTable imported = imported("n,d\n1,9.8.45\n2,1.5.1944\n3,\n4,8.45\n", claims, "");
        assertEquals(List.of("1945-08-09", "1944-05-01", ""), imported.column("as_of"));
        assertEquals(
                List.of(
                        "table.csv:5, column as_of: \"8.45\" is no date of the form d.M.yyyy or d.M.yy",
                        "table.csv:4, column as_of: 1 claim has no date, which means the event as a whole: if the cell"
                                + " repeats the one above, add |down"),
                imported.messages());
        assertEquals(
                "table.csv:2, column as_of: \"9.8.45\" has a year of two digits, and the other dates of the column are of"
                        + " several centuries",
                imported("n,d\n1,9.8.45\n2,1.5.1944\n3,1.5.1899\n", claims, "")
                        .messages()
                        .get(0));
    }

    @Test
    void rowsThatGiveOneQuantityAndDateFromOneSourceAreCountedOnce() throws IOException {
        ImportedTable imported = imported(
                "side,n,d\nA,1,1945\nA,2,1945\nA,3,1946\nB,4,1945\nA,1,1945\n",
                "party,measure,figure,source,as_of\n[side],killed,[n],S,[d]\n[side],killed,[n],S,[d]\n",
                "");
        assertEquals(10, imported.claims().size());
        assertEquals(
                List.of(
                        "table.csv:3: 2 rows give a quantity and date that an earlier row gives from the same source; this"
                                + " is the first"),
                imported.messages());
        assertFalse(imported.problems().get(0).isError());
    }

    @Test
    void whatTheReaderOfDossiersRefusesIsWrittenForRepair() throws IOException {
        ImportedTable imported = imported(
                "side,low,best,high\nA,3,2,3\nB,5,5,4\nC,-1,2,3\nD,1,2,3\n",
                "party,measure,low,best,high,source\n[side],killed,[low],[best],[high],S\n",
                "");
        assertEquals(4, imported.claims().size());
        assertEquals(
                List.of(
                        "table.csv:2, column best: 2 lies outside [3, 3]; to include it: [2, 3]",
                        "table.csv:3, column low: 5 is above high 4; if the two were swapped: low 4, high 5",
                        "table.csv:4, column low: -1 is below 0; a count is never negative"),
                imported.messages());
        Dossier dossier = Dossier.read(imported.dossier());
        assertEquals(1, dossier.claims().size());
        assertEquals(3, dossier.errors().size());
        assertTrue(imported.summary().get(1).contains("3 claims with a fault"), imported.summary()::toString);
    }

    @Test
    void allColumnsThatAreNotThereAreNamedAtOnce() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> imported(
                        "side,n,n\nA,1,2\n",
                        "party,measure,figure,source,when\n[sid],killed,[n],[*_by],[#9] = x\n",
                        "column,from,to\nm,1,2\n"));
        assertEquals(
                "table.csv has no column [sid], [n] (columns 2 and 3 have this name; write [#2] or [#3]), [*_by], [#9],"
                        + " [m]; its columns are: side, n, n",
                refused.getMessage());
    }

    @Test
    void allFaultsOfAMappingAreToldAtOnce() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> imported(
                        "side,n\nA,1\n",
                        "party,measure,figure,source,as_of,when\n"
                                + "[side,killed,[n|xx],?,[n|dd],n = 1\n"
                                + ",killed,,[n|/(/],[n|QQ],\n",
                        "column,from,to\nn,,x\nn,1,?\n"));
        for (String fault : List.of(
                "claims.csv:2, column party: \"[side\" has no closing ]",
                "claims.csv:2, column figure: \"xx\" is not x and a number",
                "claims.csv:2, column source: ? stands for what you know",
                "claims.csv:2, column as_of: date pattern \"dd\" lacks the year",
                "claims.csv:2, column when: \"n = 1\" is no condition",
                "claims.csv:3, column party: the cell is blank",
                "claims.csv:3: figure, low, high and best are blank",
                "claims.csv:3, column source: /(/ is no regular expression",
                "claims.csv:3, column as_of: \"QQ\" is no reading",
                "values.csv:2: the cell from is blank",
                "values.csv:3: 1 is taken as ?")) {
            assertTrue(
                    String.valueOf(refused.getMessage()).contains(fault), () -> fault + " in " + refused.getMessage());
        }
    }

    @Test
    void remarksAboveTheHeaderAreSkipped() throws IOException {
        Path mapping = Files.writeString(
                folder.resolve("m.csv"),
                "# a remark, with a comma\r\n\"# one that a spreadsheet saved\",,\r\n\r\nparty,measure,figure,source\r\nA,killed,[n],S\r\n");
        Path table = Files.writeString(folder.resolve("t.csv"), "n\n7\n");
        ImportedTable imported = ImportedTable.of(folder, Table.of(table, TableOptions.NONE), Mapping.read(mapping));
        assertEquals(List.of("7"), imported.column("figure"));
    }

    @Test
    void controlCharactersAreDroppedAndFormulasTold() throws IOException {
        ImportedTable imported = imported(
                "side,n,note\nA\u0007\u001b[31m,1,=cmd()\nB,2,@x\n",
                "party,measure,figure,source,note\n[side],killed,[n],S,[note]\n",
                "");
        assertEquals(List.of("A[31m", "B"), imported.column("party"));
        assertEquals(
                List.of("table.csv:2, column note: 2 cells begin like a formula: a spreadsheet in which the dossier is"
                        + " edited may work it out; this is the first"),
                imported.messages());
    }

    @Test
    void sourcesAndHierarchyAreCopiedAsTheyAre() throws IOException {
        Path mapping = Files.createDirectories(folder.resolve("mapping"));
        String sources = "id,author\r\nH,Hill\r\n";
        String hierarchy =
                "dimension,whole,partition,part,complete\nitem,all_things,,carts,yes\nitem,all_things,,boats,yes\n";
        Files.writeString(mapping.resolve("sources.csv"), sources);
        Files.writeString(mapping.resolve("hierarchy.csv"), hierarchy);
        ImportedTable imported =
                imported("what,n\ncarts,3\nsleds,4\n", "party,measure,figure,source\nA,[what] lost,[n],H\n", "");
        assertEquals(sources, Files.readString(imported.dossier().resolve("sources.csv")));
        assertEquals(hierarchy, Files.readString(imported.dossier().resolve("hierarchy.csv")));
        assertEquals(1, imported.problems().size());
        assertTrue(imported.messages().get(0).contains("item \"sleds\" is new"), imported.messages()::toString);
        Files.writeString(
                mapping.resolve("hierarchy.csv"), "dimension,whole,partition,part,complete\nplanet,a,,b,yes\n");
        assertThrows(
                IllegalArgumentException.class,
                () -> imported("what,n\ncarts,3\n", "party,measure,figure,source\nA,killed,[n],H\n", ""));
    }
}
