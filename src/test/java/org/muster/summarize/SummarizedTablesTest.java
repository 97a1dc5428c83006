package org.muster.summarize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.dossier.Works;
import org.muster.importing.table.Mapping;
import org.muster.importing.table.Table;
import org.muster.importing.table.TableImport;
import org.muster.importing.table.TableOptions;
import org.muster.interval.Interval;
import org.muster.summarize.Summaries.Options;
import org.muster.text.AtomicFiles;
import org.muster.text.Problem;

/** Tables summarized by a mapping against the same tables imported, and the claims of their dossiers summarized. */
class SummarizedTablesTest {

    private static final List<String> GROUPINGS =
            List.of("event,party,place,measure,scope", "event,party,measure", "measure,party", "scope");
    private static final TableOptions COMMAS = new TableOptions(
            Optional.of(','),
            Optional.of(StandardCharsets.UTF_8),
            Optional.of(false),
            OptionalInt.of(1),
            Optional.empty());

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path mapping(String claims) throws IOException {
        file("mapping/claims.csv", claims);
        return folder.resolve("mapping");
    }

    private static Summaries summaries(List<Path> tables, Path mapping, Options options) throws IOException {
        return Summaries.of(Table.of(tables, TableOptions.NONE), Mapping.read(mapping), options);
    }

    private static Summaries summaries(List<Path> tables, Path mapping) throws IOException {
        return summaries(tables, mapping, Options.by(Grouping.parse("event,party,measure")));
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream()
                .map(Problem::toString)
                .filter(problem -> !problem.contains("like a formula")) // told of a dossier, which may be edited
                .toList();
    }

    /**
     * Compares both ways, by several columns and with more voices than a group may have. Each dossier has the name of its
     * table, and they are sorted like the tables, since of claims that tie the first by name is given.
     */
    private void assertSaysWhatItsDossiersSay(List<Path> tables, Path mapping, TableOptions read) throws IOException {
        Path dossiers = Files.createTempDirectory(folder, "dossiers");
        List<Path> claims = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path table : tables) {
            String name = table.getFileName().toString();
            Path dossier = dossiers.resolve(claims.size() + "/" + name.substring(0, name.lastIndexOf('.')));
            TableImport imported = TableImport.of(Table.of(table, read), Mapping.read(mapping));
            try (AtomicFiles files = AtomicFiles.in(dossier)) {
                imported.write(files);
                files.takePlaces();
            }
            claims.add(dossier.resolve("claims.csv"));
            for (String problem : told(imported.problems().problems())) {
                problems.add(tables.size() == 1 ? problem : problem.replace(name, table.toString()));
            }
        }
        Path sources = claims.get(0).resolveSibling("sources.csv");
        Works works = Files.exists(sources) ? Works.read(sources) : Works.any();
        for (String by : GROUPINGS) {
            for (int mostVoices : List.of(1000, 2)) {
                Options options = new Options(Grouping.parse(by), works, mostVoices, 2, List.of());
                Summaries expected = Summaries.of(claims, options);
                Options own =
                        new Options(Grouping.parse(by), Mapping.read(mapping).works(), mostVoices, 1, List.of());
                Summaries direct = Summaries.of(Table.of(tables, read), Mapping.read(mapping), own);
                String rows = SummariesTest.csv(expected);
                for (int i = 0; i < tables.size(); i++) {
                    rows = rows.replace(claims.get(i) + ":", tables.get(i) + ":");
                }
                assertEquals(rows, SummariesTest.csv(direct), tables::toString);
                assertEquals(expected.toString(), direct.toString());
                assertTrue(direct.claims() > 0);
                if (!Files.exists(mapping.resolve("hierarchy.csv"))) { // which is not read here
                    assertEquals(problems, told(direct.problems().problems()));
                }
            }
        }
    }

    /** The tables with the traps of published ones: header lines, separators, codes, shares, dates, own hierarchies. */
    @Test
    void tablesLikePublishedOnes() throws IOException {
        Path tables = Path.of("src/test/resources/org/muster/importing/table");
        try (Stream<Path> each = Files.list(tables)) {
            for (Path mapping : each.sorted().toList()) {
                assertSaysWhatItsDossiersSay(List.of(mapping.resolve("table.csv")), mapping, TableOptions.NONE);
            }
        }
    }

    private static final String ANY =
            "event,party,measure,figure,low,high,qualifier,source,claimant,origin,as_of,note\n"
                    + "[event],[party],[measure],[figure],,,[qualifier],[source],[claimant],[origin],[as_of],[note]\n"
                    + ",[party],[measure],,[low],[high],,[source];Survey,,,[as_of|yyyy|yyyy-MM],\n";

    /** Whatever the rows are: quotes, breaks inside cells, faulty numbers, dates and measures; alone and two at once. */
    @Test
    void whateverTheRowsAre() throws IOException {
        Path mapping = mapping(ANY);
        for (int seed = 0; seed < 10; seed++) {
            Path one = file("one.csv", SummariesTest.rows(new Random(seed), 20 + 5 * seed));
            Path two = file("two.csv", SummariesTest.rows(new Random(100 + seed), 20 + 5 * seed));
            assertSaysWhatItsDossiersSay(List.of(one), mapping, COMMAS);
            assertSaysWhatItsDossiersSay(List.of(one, two), mapping, COMMAS);
        }
    }

    /** Who copies whom is said by the sources beside the mapping, and by the claims. */
    @Test
    void sourcesBesideTheMapping() throws IOException {
        Path mapping = mapping(ANY);
        Path one = file("one.csv", SummariesTest.rows(new Random(1), 200));
        Path two = file("two.csv", SummariesTest.rows(new Random(2), 200));
        file("mapping/sources.csv", "id,origin\na,archive\nb,a\nSurvey,\n"); // c may not be cited
        assertSaysWhatItsDossiersSay(List.of(one), mapping, COMMAS);
        assertSaysWhatItsDossiersSay(List.of(one, two), mapping, COMMAS);
        file("mapping/sources.csv", "id,grade\na,Z\n");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Mapping.read(mapping).works());
        assertEquals(
                "the mapping cannot be used: sources.csv:2, column grade: \"Z\" is not one of A, B, C, D, E, F or blank;"
                        + " the source is kept without a grade",
                refused.getMessage());
        Files.delete(mapping.resolve("sources.csv"));
        Files.createSymbolicLink(mapping.resolve("sources.csv"), folder.resolve("absent"));
        assertThrows(IOException.class, () -> Mapping.read(mapping).works());
    }

    /** Files of the same name in two folders: each claim and problem has its path, and the event is that name. */
    @Test
    void tablesOfTheSameName() throws IOException {
        Path mapping = mapping("party,measure,low,high,source,extra\n[side],killed,[low],[high],Hill,\n");
        Path one = file("a/fords.csv", "side,low,high\nRed,10,12\nBlue,9,1\n");
        Path two = file("b/fords.csv", "side,low,high\nBlue,9,1\nRed,20,25\n");
        Summaries both = summaries(List.of(one, two), mapping);
        String holders = "12,Hill," + one + ":r2.1,,20,Hill," + two + ":r3.1,,";
        assertEquals(
                "fords,Red,killed,2,1,claims,10,25,10,25,,,,,1,,contradicts itself," + holders,
                SummariesTest.csv(both).lines().skip(1).findFirst().orElseThrow());
        List<String> problems = told(both.problems().problems());
        assertEquals(3, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("claims.csv:1, column extra: "), problems::toString); // once
        assertTrue(problems.get(1).startsWith(one + ":3, column low: "), problems::toString);
        assertTrue(problems.get(2).startsWith(two + ":2, column low: "), problems::toString);
        assertEquals(
                List.of(
                        one + ": separated by commas, UTF-8, decimal point, 1 header line, 3 columns",
                        "2 claims from 2 rows; 0 rows left out by when; 0 claims without a figure; 1 claim with a fault,"
                                + " left out"),
                both.tables().subList(0, 2));
        assertEquals(4, both.tables().size());
        Path again = folder.resolve("a/../a/fords.csv");
        assertThrows(IllegalArgumentException.class, () -> Table.of(List.of(one, again), TableOptions.NONE));
    }

    @Test
    void theCenturyOfADateIsThatOfItsTable() throws IOException {
        Path dated = mapping("party,measure,figure,source,as_of\n[side],killed,[killed],Hill,[date|d.M.yy|d.M.yyyy]\n");
        Path old = file("old.csv", "side,killed,date\nRed,5,1.2.1805\nRed,6,3.2.05\n");
        Path new_ = file("new.csv", "side,killed,date\nBlue,5,1.2.1905\nBlue,6,3.2.05\n");
        Summaries both = summaries(List.of(old, new_), dated);
        assertEquals(4, both.claims(), told(both.problems().problems())::toString);
        assertEquals(Interval.of(6), both.rows().get(0).says().range()); // the later date counts
    }

    /** As many as one table may have, in each of two. */
    @Test
    @Tag("slow")
    void cellsThatTakeTooManyStepsAreCountedByTable() throws IOException {
        Path matched = mapping("party,measure,figure,source\n[side|/(.*a){12}b/],killed,[killed],Hill\n");
        String fast = "side,killed\n" + "a".repeat(12) + "b,1\n";
        String slow = ("a".repeat(30) + ",5\n").repeat(501); // of which a table may have 1,000
        Path one = file("one.csv", fast + slow);
        Path two = file("two.csv", fast + slow);
        assertEquals(2, summaries(List.of(one, two), matched).claims());
    }

    @Test
    void whatCannotBeMapped() throws IOException {
        Path mapping = mapping("party,measure,figure,source\n[side],killed,[killed],Hill\n");
        Path good = file("good.csv", "side,killed\nRed,1\n");
        Path lacks = file("lacks.csv", "side,wounded\nRed,1\n");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> summaries(List.of(good, lacks), mapping));
        assertEquals(lacks + " has no column [killed]; its columns are: side, wounded", refused.getMessage());
        Summaries none = summaries(List.of(file("none.csv", "side,killed\nRed,\n")), mapping);
        assertEquals(0, none.claims());
        assertFalse(none.tables().isEmpty());
    }
}
