package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts for tables of counts by period, with totals, blocks, footnotes and numbers that count nobody. */
class DraftedTablesTest {

    @TempDir
    Path folder;

    private String draft(String name, String text) throws IOException {
        return MappingDraft.of(Table.of(Files.writeString(folder.resolve(name), text), TableOptions.NONE))
                .toString();
    }

    /** The rows of the drafted mapping, its header first. */
    private List<String> rows(String text) throws IOException {
        return draft("t.csv", text)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void aMonthInTheNameOfAColumnIsAnEventAndATotalIsNone() throws IOException {
        String table = "Region,Side,Jan 1919,Feb 1919,Total\nNorth,Red,12,8,20\nSouth,Red,4,..,4\nTotal,,16,8,24\n";
        assertEquals(
                List.of(
                        "event,party,place,measure,figure,source,as_of,when",
                        "Jan 1919,[Side],[Region],?,[Jan 1919],t,1919-01,[Region] != Total",
                        "Feb 1919,[Side],[Region],?,[Feb 1919],t,1919-02,[Region] != Total"),
                rows(table));
        String draft = draft("t.csv", table);
        assertTrue(draft.contains("# 5 Total: a total of others in its row, not used; numbers from 4 to 20"), draft);
        assertTrue(draft.contains("# Rows that add up others are left out by when: Total (row 4). "), draft);
    }

    /** Some of those that another column counts: the scope tells them apart, whichever comes first. */
    @Test
    void someOfAnItemHaveAScope() throws IOException {
        assertEquals(
                List.of(
                        "party,scope,measure,figure,source",
                        "[Side],officers,killed,[Officers killed],t",
                        "[Side],,killed,[Killed],t",
                        "[Side],Light,tanks destroyed,[Light tanks destroyed],t",
                        "[Side],,killed_wounded,[Officers and men killed and wounded],t"),
                rows("Side,Officers killed,Killed,Light tanks destroyed,Officers and men killed and wounded\n"
                        + "Red,12,242,3,900\nBlue,5,101,0,400\n"));
    }

    @Test
    void yearsInNamesAreNoParties() throws IOException {
        assertEquals(
                List.of(
                        "event,party,measure,figure,source,as_of",
                        "1915,[side],killed,[killed_1915],t,1915",
                        "1916,[side],killed,[killed_1916],t,1916",
                        "1915,[side],wounded,[wounded_1915],t,1915",
                        "1916,[side],wounded,[wounded_1916],t,1916"),
                rows("side,killed_1915,killed_1916,wounded_1915,wounded_1916\nRed,1,2,3,4\nBlue,5,6,7,8\n"));
        assertEquals(
                List.of(
                        "event,party,measure,figure,source",
                        "1909-10,[side],killed,[killed 1909-10],t",
                        "1914-15,[side],killed,[killed 1914-15],t"),
                rows("side,killed 1909-10,killed 1914-15\nRed,1,2\nBlue,5,6\n"));
    }

    @Test
    void rangesOfPeriodsAndARangeBesideItsFigure() throws IOException {
        assertEquals(
                List.of(
                        "event,party,measure,low,high,source,as_of",
                        "1915,[side],killed,[killed 1915 low],[killed 1915 high],t,1915",
                        "1916,[side],killed,[killed 1916 low],[killed 1916 high],t,1916"),
                rows(
                        "side,killed 1915 low,killed 1915 high,killed 1916 low,killed 1916 high\nRed,1,2,3,4\nBlue,1,2,3,4\n"));
        assertEquals(
                List.of(
                        "event,party,measure,low,best,high,source",
                        "[battle],[side],deaths,[Lower bound],[Deaths],[Upper bound],t"),
                rows("battle,side,Deaths,Lower bound,Upper bound\nFord,Red,100,80,150\nMill,Red,90,70,140\n"));
    }

    @Test
    void aTotalBesideThePartsOfTwoParties() throws IOException {
        assertEquals(
                List.of(
                        "event,party,measure,figure,source",
                        "[battle],Union,killed,[Union killed],t",
                        "[battle],Southern,killed,[Southern killed],t",
                        "[battle],all,killed,[Total killed],t"),
                rows("battle,Union killed,Southern killed,Total killed\nFord,1,2,3\nMill,2,3,5\n"));
    }

    @Test
    void rangesOfSeveralNamesKeepThem() throws IOException {
        assertEquals(
                List.of(
                        "party,place,scope,measure,low,high,source",
                        "all,[place],IBC,?,[IBC min],[IBC max],t",
                        "all,[place],Airwars,?,[Airwars low],[Airwars high],t"),
                rows("place,IBC min,IBC max,Airwars low,Airwars high\nFord,3,5,2,9\nMill,10,12,8,20\n"));
    }

    /** The year of a month is that of its row. */
    @ParameterizedTest
    @CsvSource({"Jan,Feb", "Q1,Q2", "H1,H2", "week 1,week 2"})
    void partsOfTheYearInNamesBesideAColumnOfYears(String first, String second) throws IOException {
        assertEquals(
                List.of(
                        "event,party,measure,figure,source,as_of",
                        "[Year] " + first + ",[side],?,[" + first + "],t,[Year]",
                        "[Year] " + second + ",[side],?,[" + second + "],t,[Year]"),
                rows("side,Year," + first + "," + second + "\nRed,1915,1,2\nRed,1916,3,4\n"));
    }

    /** A single column with a year is a figure of that year's source or event, whichever; nothing says that it is a series. */
    @Test
    void oneYearAloneIsNoSeries() throws IOException {
        assertFalse(rows("side,killed,census 1921\nRed,1,2\nBlue,5,6\n").get(1).contains("1921"));
    }

    @Test
    void countsOfYearsAreEventsAndRunningCountsAreNot() throws IOException {
        String years =
                "side,year,killed,source\nRed,1915,12,Hill\nRed,1916,8,Hill\nRed,1917,9,Hill\nBlue,1915,3,Hill\n";
        assertEquals(
                List.of("event,party,measure,figure,source,as_of", "[year],[side],killed,[killed],[source],[year]"),
                rows(years));
        assertTrue(draft("t.csv", years).contains("# From one date to the next, losses fall in 1 of 2 changes: "));
        StringBuilder running = new StringBuilder("day,killed\n");
        for (int day = 10; day < 31; day++) {
            running.append("1919-01-")
                    .append(day)
                    .append(',')
                    .append(day == 20 ? 17 : day)
                    .append('\n');
        }
        assertEquals(List.of("party,measure,figure,source,as_of", "all,killed,[killed],t,[day]"), rows(running + ""));
        assertTrue(draft("t.csv", running + "").contains("losses fall in 1 of 20 changes: taken as counts up to"));
        String descending = "day,killed\n1919-01-03,9\n1919-01-02,7\n1919-01-01,2\n";
        assertTrue(draft("t.csv", descending).contains("losses fall in 0 of 2 changes"), draft("t.csv", descending));
        assertEquals(
                List.of("party,measure,figure,source,as_of", "[side],strength,[strength],t,[year]"),
                rows("side,year,strength\nRed,1915,12\nRed,1916,8\nRed,1917,9\n"));
    }

    /** Names may say which counts run. Those of each date are left out where a running count adds them up. */
    @Test
    void runningCountsBesideCountsOfEachDate() throws IOException {
        String table = "day,killed_total_cum,killed,wounded to date,missing\n"
                + "1919-01-01,5,5,9,3\n1919-01-02,9,4,8,2\n1919-01-03,12,3,7,5\n";
        assertEquals(
                List.of(
                        "event,party,measure,figure,source,as_of",
                        ",all,killed,[killed_total_cum],t,[day]",
                        ",all,wounded,[wounded to date],t,[day]",
                        "[day],all,missing,[missing],t,[day]"),
                rows(table));
        String draft = draft("t.csv", table);
        assertTrue(draft.contains("# 2 killed_total_cum: killed up to each date; "), draft);
        assertTrue(
                draft.contains(
                        "# 3 killed: killed on each date, which killed_total_cum adds up; not used, since the same would count twice; "),
                draft);
        assertTrue(draft.contains("# 5 missing: missing on each date; "), draft);
    }

    @Test
    void whatIsNewEachDayIsNoRunningCountAndACorrectionIsNoCode() throws IOException {
        String table = "day,killed_new\n1919-01-01,5\n1919-01-02,4\n1919-01-03,-1\n1919-01-04,-99\n";
        assertEquals(
                List.of("event,party,measure,figure,source,as_of", "[day],all,killed,[killed_new],t,[day]"),
                rows(table));
        String draft = draft("t.csv", table);
        assertTrue(draft.contains("#   killed_new,-99,\n"), draft);
        assertFalse(draft.contains("#   killed_new,-1,"), draft);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarter", "period", "Saison"})
    void aPeriodThatIsNoDateIsPartOfTheEvent(String name) throws IOException {
        assertEquals(
                List.of("event,party,measure,figure,source", "[" + name + "],[side],killed,[killed],t"),
                rows(name + ",side,killed\n1914-15,Red,5\n1915–16,Red,9\n"));
    }

    @Test
    void totalsAreLeftOutWhereverTheyStand() throws IOException {
        assertEquals(
                List.of(
                        "party,place,measure,figure,source,as_of,when",
                        "all,[Province],killed,[Killed],t,[Year],"
                                + "[Province] != Grand total; [District] != Subtotal; [Year] != Summe"),
                rows("Province,District,Year,Killed\nNorth,A,1915,10\nNorth,B,1915,5\nNorth,Subtotal,1915,15\n"
                        + "South,C,1915,4\nSouth,D,1915,4\nGrand total,,,23\n,,Summe,23\n"));
    }

    /** A draft must be a mapping, whatever signs names and words have. */
    @Test
    void signsOfConditionsInNamesAndWords() throws IOException {
        String table = "Side; army,Front|sector,killed\nRed,North,5\nBlue,South,7\nTotal,,12\nAll; of them total,,12\n";
        Path file = Files.writeString(folder.resolve("t.csv"), table);
        Path mapping = Files.writeString(folder.resolve("m.csv"), draft("t.csv", table));
        ImportedTable imported = ImportedTable.of(folder, Table.of(file, TableOptions.NONE), Mapping.read(mapping));
        assertEquals(List.of("Red", "Blue", "All; of them total"), imported.column("party"));
        assertTrue(imported.messages().get(0).contains("is about a total"), imported.messages()::toString);
    }

    @Test
    void wordsForTotalsThatAreNoRowsOfThem() throws IOException {
        assertEquals( // a column in which they are the rule, and measures
                List.of("party,measure,figure,source", "[age group],[measure],[value],t"),
                rows("age group,measure,value\nall,killed,5\nall,wounded,7\nall,total,12\n"));
    }

    @Test
    void aPlaceThatStandsOnceForSeveralRowsIsThatOfAllOfThem() throws IOException {
        assertEquals(
                "Red,[Front|down],killed,[Red killed],[Source|down],[Year]",
                rows("Front,Year,Red killed,Blue killed,Source\nNorth,1915,5,6,Hill\n,1916,7,8,\nSouth,1915,9,9,Vale\n,1916,9,9,\n")
                        .get(1));
        assertEquals( // places that are often unknown
                "[side],[place],killed,[killed],t",
                rows("side,place,killed\nRed,Ford,5\nRed,Ford,7\nRed,,8\nRed,,9\nBlue,,1\n")
                        .get(1));
    }

    @Test
    void marksForTheCellAboveAreReadFromAbove() throws IOException {
        assertEquals(
                "[Side|down],[Place],killed,[Killed],[Source|down]",
                rows("Side,Place,Killed,Source\nRed,Ford,5,Hill\nditto,Mill,6,ibid.\nBlue,Hill,7,ibid.\n")
                        .get(1));
    }

    @Test
    void footnotesOfNamesAndHeadersAreNoNames() throws IOException {
        String table =
                "Belligerent,Killed[a],Wounded [note 2],Missing†,Source\n\"Redland[1]\",5,6,7,Hill\nBlueland,8,9,10,Hill\n";
        assertEquals(
                List.of(
                        "party,measure,figure,source",
                        "[Belligerent|/^([^\\[*†‡§¹²³]+)/],killed,[#2],[Source]",
                        "[Belligerent|/^([^\\[*†‡§¹²³]+)/],wounded,[#3],[Source]",
                        "[Belligerent|/^([^\\[*†‡§¹²³]+)/],missing,[Missing†],[Source]"),
                rows(table));
        Path file = Files.writeString(folder.resolve("t.csv"), table);
        Path mapping = Files.writeString(folder.resolve("m.csv"), draft("t.csv", table));
        assertEquals(
                List.of("Redland", "Redland", "Redland", "Blueland", "Blueland", "Blueland"),
                ImportedTable.of(folder, Table.of(file, TableOptions.NONE), Mapping.read(mapping))
                        .column("party"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "killed per 1000",
                "killed_per_100k",
                "mean killed",
                "killed (median)",
                "killed share",
                "age at death",
                "standard error killed",
                "killed sources"
            })
    void ratesMeansAndErrorsAreNoCounts(String name) throws IOException {
        assertEquals(
                List.of("party,measure,figure,source", "[side],killed,[killed],t"),
                rows("side,killed," + name + "\nRed,5,12\nBlue,8,34\n"));
    }

    @Test
    void aListOfPeopleHasNoFigures() throws IOException {
        String draft = draft("t.csv", "name,age,sex,place\nA. One,34,M,North\nB. Two,51,F,North\n");
        assertTrue(draft.endsWith("party,measure,figure,source\n"), draft);
        assertTrue(
                draft.contains("If each row is a person or an event, and has no number, count the rows first."), draft);
    }

    @Test
    void codesOfOneLetterAreDistrictsUnlessTheirColumnSaysOtherwise() throws IOException {
        assertEquals(
                "all,killed,[Killed],t",
                rows("Block,Killed,Wounded\nK,5,1\nW,6,2\nC,7,3\nD,8,4\n").get(1));
    }

    @Test
    void limitsOfConfidenceAreARangeAndToldAsWhatTheyAre() throws IOException {
        String table = "place,estimate,ci_lower,ci_upper\nNorth,1200,950,1600\nSouth,400,250,900\n";
        assertEquals(
                "all,[place],?,[ci_lower],[estimate],[ci_upper],t", rows(table).get(1));
        assertTrue(draft("t.csv", table).contains("# ci_lower and ci_upper are limits of confidence. "));
        assertEquals(
                "all,[place],killed,[killed 95% lower],[killed],[killed 95% upper],t",
                rows("place,killed,killed 95% lower,killed 95% upper\nNorth,12,9,16\nSouth,4,2,9\n")
                        .get(1));
    }

    @Test
    void aUnitOfItsOwnColumnIsTold() throws IOException {
        String draft = draft("t.csv", "side,measure,value,unit\nRed,killed,5,thousands\nRed,wounded,7,persons\n");
        assertTrue(draft.contains("# Column 4 may say in what the figures are: "), draft);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {"|---|---:|:--:| / 2", "|-|-|-| / 3", "|--x--|---|---| / 3"})
    void theLineOfDashesInMarkdownIsNoRow(String rule, int rows) throws IOException {
        Path file = Files.writeString(
                folder.resolve("t.md"),
                "| Side | Killed | Source |\n" + rule + "\n| **Red** | 5 | Hill |\n| Blue | 7 | Hill |\n");
        Path mapping = Files.writeString(
                folder.resolve("m.csv"), "party,measure,figure,source\n[Side],killed,[Killed],Hill\n");
        ImportedTable imported = ImportedTable.of(folder, Table.of(file, TableOptions.NONE), Mapping.read(mapping));
        assertEquals(rows, imported.claims().size());
        assertTrue(imported.column("party").contains("Red"));
    }

    @Test
    void sheetsThatAreNotReadAreTold() throws IOException {
        String rows = "<row r='1'><c r='A1' t='inlineStr'><is><t>Side</t></is></c></row>";
        Path file = Files.write(
                folder.resolve("t.xlsx"),
                new Workbook().sheet("One", rows).sheet("Two", rows).bytes());
        assertEquals(
                "t.xlsx: Excel, sheet \"One\" (1 other not read), 1 header line, 1 column",
                Table.of(file, TableOptions.NONE).toString());
    }

    @Test
    void aColumnForEachSource() throws IOException {
        assertEquals(
                List.of(
                        "event,party,measure,figure,source",
                        "[Battle],[Side],[What],[Hill (1922)],Hill (1922)",
                        "[Battle],[Side],[What],[Brook's memoirs],Brook's memoirs",
                        "[Battle],[Side],[What],[Best estimate (Vale)],Best estimate (Vale)"),
                rows(
                        "Battle,Side,What,Hill (1922),Brook's memoirs,Best estimate (Vale)\n"
                                + "Ford,Red,killed,120,5,100–150\nFord,Blue,prisoners,n/a,,some 40\nMill,Red,killed,about 7,9,8\n"));
        String draft = draft("t.csv", "Battle,Side,Hill,Vale\nFord,Red,120,100–150\nMill,Red,about 7,9\n");
        assertTrue(draft.endsWith("[Battle],[Side],?,[Hill],Hill\n[Battle],[Side],?,[Vale],Vale\n"), draft);
        assertTrue(
                draft.contains("# 4 Vale: the figure of the source of that name, of a measure to be filled in; "),
                draft);
    }

    /** Beside a column of sources, and without one of parties, their names are those of parties. */
    @Test
    void aColumnForEachParty() throws IOException {
        assertEquals(
                List.of(
                        "event,party,measure,figure,source",
                        "[Battle],Union,[Type],[Union],[Author]",
                        "[Battle],South,[Type],[South],[Author]"),
                rows("Battle,Type,Author,Union,South\nFord,killed,Hill,1,2\nFord,wounded,Hill,3,4\n"));
    }

    /** Corps that are numbered are no kinds of thing, and guns are lost whatever else is. */
    @Test
    void aFormationIsPartOfTheParty() throws IOException {
        assertEquals(
                List.of(
                        "party,measure,figure,source",
                        "[Army|down] [Corps],killed,[Killed],t",
                        "[Army|down] [Corps],guns lost,[Guns lost],t"),
                rows(
                        "Army,Corps,Killed,Guns lost\nRed,I Corps,12,1\n,II Corps,8,0\n,Cavalry,4,2\nBlue,Left wing,3,1\n,Right wing,5,1\n"));
        assertEquals(
                List.of("party,measure,figure,source", "[Brigade],killed,[killed],t"),
                rows("Brigade,killed\nKing's,12\nQueen's,8\n"));
    }

    @Test
    void aColumnWithAnItemOfItsOwnKeepsIt() throws IOException {
        assertEquals(
                List.of(
                        "party,scope,measure,figure,source",
                        "[Side],,[Equipment] destroyed,[destroyed],t",
                        "[Side],[Equipment],guns captured,[guns captured],t"),
                rows("Side,Equipment,destroyed,guns captured\nRed,tanks,3,1\nRed,trucks,4,2\nBlue,aircraft,1,0\n"));
    }

    /** English does not know "environ"; "some 40" is no French, and "1,200–1,500" is read alike in both. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "environ 120;1 500;Figures such as 'environ 120' are written in French: say --languages fr when",
                "environ 120;some 40;Figures such as 'environ 120' are written in French and English: say --languages fr,en when",
                "250 bis 300;about 40;Figures such as '250 bis 300' are written in German and English: say --languages de,en when",
            })
    void theLanguageOfFiguresIsTold(String first, String second, String remark) throws IOException {
        String draft = draft("t.csv", "side,killed\nRed," + first + "\nBlue," + second + "\n");
        assertTrue(draft.contains("# " + remark + " you import the table."), draft);
    }

    @ParameterizedTest
    @ValueSource(strings = {"about 120", "1200–1500", "n/a", "20?", "some hundreds", "3400*"})
    void ofEnglishFiguresNothingIsTold(String figure) throws IOException {
        assertFalse(draft("t.csv", "side,killed\nRed," + figure + "\nBlue,40\n").contains("Figures such as"));
    }

    /** Two pages of one work are one voice; of works that are cited once each, nothing is cut off. */
    @Test
    void pagesAreNoPartOfASource() throws IOException {
        String table =
                "side,killed,source\nRed,12,\"Hill 1910, p. 44\"\nBlue,9,\"Hill 1910, pp. 45–46\"\nBlue,7,Vale 1921\n";
        ImportedTable imported = drafted(table);
        assertEquals(List.of("Hill 1910", "Hill 1910", "Vale 1921"), imported.column("source"));
        assertEquals(List.of("p. 44", "pp. 45–46", "row 4"), imported.column("locator"));
        assertTrue(draft("t.csv", table).contains("# Sources are written with pages. "));
        String others = "side,killed,source\nRed,12,\"Hill 1910, p. 44\"\nBlue,9,\"Vale 1921, S. 3\"\n";
        assertEquals(List.of("party,measure,figure,source", "[side],killed,[killed],[source]"), rows(others));
    }

    @Test
    void pagesBehindTheYear() throws IOException {
        assertEquals(
                List.of("Hill 1910", "Hill 1910"),
                drafted("side,killed,source\nRed,12,Hill 1910: 44\nBlue,9,Hill 1910:45\n")
                        .column("source"));
        assertEquals(
                List.of("44", "45"),
                drafted("side,killed,source\nRed,12,Hill 1910: 44\nBlue,9,Hill 1910:45\n")
                        .column("locator"));
    }

    /** The import of a table by the mapping that is drafted for it. */
    private ImportedTable drafted(String table) throws IOException {
        Path draft = Files.writeString(folder.resolve("draft.csv"), draft("t.csv", table));
        return ImportedTable.of(folder, Table.of(folder.resolve("t.csv"), TableOptions.NONE), Mapping.read(draft));
    }

    /** A word for what a column is in is part of neither its measure nor its party. */
    @ParameterizedTest
    @CsvSource({
        "Stärke (in Tsd.), 4, 4000",
        "strength in thousands, 4, 4000",
        "effectif (en milliers), 4, 4000",
        "tropas (en miles), 4, 4000",
        "strength (millions), 1.5, 1500000",
        "Stärke (Mio.), 2, 2000000",
    })
    void multiplesInTheNamesOfColumns(String name, String number, String figure) throws IOException {
        ImportedTable imported = drafted("Gefecht,side," + name + "\nFord,Red," + number + "\n");
        assertEquals(List.of(figure), imported.column("figure"));
        assertEquals(List.of("strength"), imported.column("measure"));
        assertEquals(List.of("Ford"), imported.column("event"));
        assertEquals(List.of("Red"), imported.column("party"));
    }

    /** Headers in each language in which figures are read. */
    @ParameterizedTest
    @CsvSource({
        "Batalla, Fecha, Bando, Fuente, Muertos",
        "Battaglia, Data, Parte, Fonte, Morti",
        "Bataille, Date, Camp, Référence, Morts",
        "Gefecht, Datum, Seite, Quelle, Tote",
        "Slag, Datum, Sida, Källa, Döda",
        "Сражение, Дата, Сторона, Источник, Убитые",
    })
    void headersInOtherLanguages(String event, String date, String party, String source, String dead)
            throws IOException {
        ImportedTable imported =
                drafted(String.join(",", event, date, party, source, dead) + "\nFord,1901-05-02,Red,Hill 1910,12\n");
        assertEquals(List.of("Ford"), imported.column("event"));
        assertEquals(List.of("1901-05-02"), imported.column("as_of"));
        assertEquals(List.of("Red"), imported.column("party"));
        assertEquals(List.of("Hill 1910"), imported.column("source"));
        assertEquals(List.of("12"), imported.column("figure"));
    }
}
