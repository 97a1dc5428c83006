package org.muster.summarize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.compare.Agreement;
import org.muster.compare.Agreements;
import org.muster.compare.Extremes;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.Ranges;
import org.muster.dossier.Dossier;
import org.muster.dossier.Works;
import org.muster.interval.Interval;
import org.muster.report.CsvRows;
import org.muster.summarize.Summaries.Options;
import org.muster.text.Problem;

/** Files summarized against the same files read as dossiers and analysed claim by claim. */
class SummariesTest {

    private static final String ALL = "event,party,place,measure,scope";

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Options by(String columns) {
        return Options.by(Grouping.parse(columns));
    }

    static String csv(Summaries summaries) throws IOException {
        StringWriter text = new StringWriter();
        CsvRows<GroupSummary> rows = CsvRows.of(summaries.columns(), text);
        for (GroupSummary row : summaries.rows()) {
            rows.add(row);
        }
        return text.toString();
    }

    private static List<String> cells(Summaries summaries, int row) throws IOException {
        return List.of(csv(summaries).split("\n", -1)[row + 1].split(",", -1));
    }

    private static final String[] FIGURES = {
        "1234",
        "\"1,234\"",
        "\"1,235\"",
        "\"12,345,678\"",
        "\"1234,567\"",
        "\"12,34,567\"",
        "\",123\"",
        "\"0,123\"",
        "\"1,914\"",
        "about 900",
        "\"1,200–1,500\"",
        "300+",
        "up to 50",
        "heavy",
        "unknown",
        "\"2,000 killed\"",
        "0",
        "\"1.5 million\"",
        "12,34",
        "\"say \"\"200\"\"\"",
        "7O0",
        ""
    };
    private static final String[] ENDS = {
        "10,20",
        "20,10",
        "5,5",
        "100,Infinity",
        "Infinity,Infinity",
        "Infinity,5",
        "NaN,5",
        "0,30",
        "007,9",
        "1.5,2",
        "\"1,200\",1500",
        "-1,4",
        "3,",
        ",",
        ",",
        ",",
        "1e3,2e3"
    };

    /** Rows with whatever befalls tables: quotes, breaks inside cells, too few cells, faulty numbers and bytes. */
    static String rows(Random random, int number) {
        StringBuilder rows =
                new StringBuilder("event,party,measure,figure,low,high,qualifier,source,claimant,origin,as_of,note\n");
        for (int i = 0; i < number; i++) {
            boolean given = random.nextBoolean();
            rows.append(random.nextInt(8) == 0 ? "" : "event " + random.nextInt(3))
                    .append(',');
            rows.append(one(random, "A", "B", " B ", "\"C, D\"", "Ä", "")).append(',');
            rows.append(one(random, "killed", "KIA", "strength", "tanks lost", "tanks  lost", "dragons lost", "seen"))
                    .append(',');
            rows.append(given && random.nextInt(4) > 0 ? "" : one(random, FIGURES))
                    .append(',');
            rows.append(given ? one(random, ENDS) : ",").append(',');
            rows.append(one(random, "", "", "", "", "about", "exactly", "at least", "at most", "odd"))
                    .append(',');
            rows.append(one(random, "a", "b", "c", "a;b", "\"c\"", "")).append(',');
            rows.append(one(random, "", "", "", "A")).append(',');
            rows.append(one(random, "", "", "", "", "a", "archive")).append(',');
            rows.append(one(random, "", "", "", "1944", "1945-08", "1945-08-09", "soon"))
                    .append(',');
            rows.append(
                    one(random, "", "", "", "note", "\"two\nlines\"", random.nextInt(20) == 0 ? "\"not closed" : "é"));
            rows.append(random.nextInt(40) == 0 ? ",more" : "").append(random.nextInt(30) == 0 ? "\r\n" : "\n");
            rows.append(random.nextInt(40) == 0 ? "\n" : "");
        }
        return rows.toString();
    }

    private static String one(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> !problem.message().contains("like"))
                .map(Problem::toString)
                .sorted()
                .toList();
    }

    /** Whatever the rows are, they become the claims and problems that the reader of dossiers makes of them. */
    @Test
    void saysWhatTheDossierSays() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            assertSaysWhatTheDossierSays(file("rows" + seed + ".csv", rows(new Random(seed), 1 + 3 * seed)));
        }
    }

    /** What was remembered of the cells of an earlier row does not make a row good, or mean something else. */
    @Test
    void aRowBehindOthersMeansTheSame() throws IOException {
        String header = "party,measure,figure,low,high,best,qualifier,source\n";
        assertSaysWhatTheDossierSays(
                file("infinity.csv", header + "A,killed,,1,2,,,S\nA,killed,,Infinity,Infinity,,,S\n"));
        assertSaysWhatTheDossierSays(file(
                "best.csv",
                header + "A,killed,about 3,1,5,3,,S\nA,killed,about 3,1,5,,,S\nB,killed,about 3,1,5,,,S\n"));
        assertSaysWhatTheDossierSays(file(
                "blank.csv",
                header + "A,killed,up to 50,,,,\u00A0,S\nA,killed,,1,2,,\u00A0,S\nA,killed,,9,9,,\u00A0,S\n"));
    }

    /** Few voices say much of few quantities: most claims are outdone by others, and none may be lost by that. */
    @Test
    void claimsThatAreOutdone() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            StringBuilder rows = new StringBuilder("party,measure,low,high,qualifier,source,as_of\n");
            for (int i = 0; i < 10 + seed; i++) {
                int low = random.nextInt(12);
                rows.append(one(random, "A,killed,", "A,killed,", "B,strength,"));
                rows.append(
                        switch (random.nextInt(6)) {
                            case 0 -> low + ",Infinity,at least,";
                            case 1 -> "0," + low + ",at most,";
                            case 2 -> low + "," + low + ",about,";
                            default -> low + "," + (low + random.nextInt(6)) + ",,";
                        });
                rows.append(one(random, "a,", "a,", "b,", "c,"));
                rows.append(one(random, "", "", "", "1944", "1945-08", "1945-08-09", "1945-08-10"))
                        .append('\n');
            }
            assertSaysWhatTheDossierSays(file("outdone" + seed + ".csv", rows.toString()));
        }
    }

    private static void assertSaysWhatTheDossierSays(Path file) throws IOException {
        Dossier dossier = Dossier.read(file);
        Summaries summaries = Summaries.of(List.of(file), by(ALL));
        assertEquals(dossier.claims().size(), summaries.claims(), file::toString);
        assertEquals(
                told(dossier.problems().stream()
                        .filter(problem -> problem.isError() || !isSpelling(problem))
                        .toList()),
                told(summaries.problems().problems()),
                file::toString);
        Ranges ranges = Ranges.of(dossier);
        assertEquals(dossier.quantities().size(), summaries.rows().size());
        for (Agreement row : Agreements.of(ranges).rows()) {
            GroupSummary summary = summaries.rows().stream()
                    .filter(group -> group.key()
                            .equals(List.of(
                                    row.quantity().event(),
                                    row.quantity().party(),
                                    row.quantity().place(),
                                    row.quantity().measure().toString(),
                                    row.quantity().scope())))
                    .findFirst()
                    .orElseThrow();
            assertEquals(row.claims().size(), summary.says().claims());
            assertEquals(row.voices().size(), summary.says().voices().orElseThrow());
            Extremes extremes = summary.says().extremes();
            assertEquals(row.hull(), extremes.hull());
            assertEquals(first(dossier, row, range -> range.sup() == extremes.leastHigh()), extremes.holdsLeastHigh());
            assertEquals(
                    first(dossier, row, range -> range.inf() == extremes.greatestLow()), extremes.holdsGreatestLow());
            assertEquals(row.common(), summary.says().common());
            assertEquals(row.agreed(), summary.says().agreed());
            assertEquals(row.verdict(), summary.says().verdict().orElseThrow());
            assertEquals(
                    ranges.claimed(row.quantity()).range().orElse(Interval.EMPTY),
                    summary.says().range());
        }
    }

    /** The first by name of the claims whose range holds an end. */
    private static Optional<Holder> first(Dossier dossier, Agreement row, Predicate<Interval> holds) {
        return dossier.claims(row.quantity()).stream()
                .filter(claim -> claim.figure().range().filter(holds).isPresent())
                .map(claim -> new Holder(
                        String.join("; ", new TreeSet<>(dossier.voices(claim))),
                        claim.id(),
                        claim.figure().text()))
                .min(Comparator.naturalOrder());
    }

    /** Names that differ in case or accents alone are told where the whole file is held. */
    private static boolean isSpelling(Problem problem) {
        return !problem.column().equals("measure") && problem.message().contains("differ");
    }

    @Test
    void theSameOnAnyNumberOfThreads() throws IOException {
        Path file = file("many.csv", rows(new Random(1), 30_000));
        assertTrue(Files.size(file) > 3 << 18, "several blocks");
        Dossier dossier = Dossier.read(file);
        assertEquals(
                dossier.claims().size(), Summaries.of(List.of(file), by(ALL)).claims());
        assertEquals(
                dossier.quantities().size(),
                Summaries.of(List.of(file), by(ALL)).rows().size());
        for (String columns : List.of("event,party,measure", "measure", ALL)) {
            Options options = by(columns);
            Summaries one =
                    Summaries.of(List.of(file), new Options(options.grouping(), options.works(), 2, 1, List.of()));
            Summaries four =
                    Summaries.of(List.of(file), new Options(options.grouping(), options.works(), 2, 4, List.of()));
            assertEquals(csv(one), csv(four));
            assertEquals(one.problems().problems(), four.problems().problems());
        }
    }

    @Test
    void aBrokenRowCostsOnlyItself() throws IOException {
        StringBuilder text = new StringBuilder("party,measure,low,high,source\n");
        for (int i = 2; i <= 200_001; i++) {
            text.append(i == 100_000 ? "A,killed,\"1,1,a\n" : "A,killed,1,1,a\n");
        }
        Summaries summaries = Summaries.of(List.of(file("broken.csv", text.toString())), by("party,measure"));
        assertEquals(199_999, summaries.claims());
        assertEquals(1, summaries.problems().problems().size());
        assertEquals(100_000, summaries.problems().problems().get(0).line());
    }

    @Test
    void compressedFilesAndSeveral() throws IOException {
        String text = "party,measure,figure,source\nA,killed,100,a\nA,killed,\"120–140\",b\n";
        Path packed = folder.resolve("claims.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Path plain = file("claims.csv", text);
        assertEquals(csv(Summaries.of(List.of(plain), by(ALL))), csv(Summaries.of(List.of(packed), by(ALL))));
        Summaries both = Summaries.of(List.of(plain, packed), by(ALL));
        assertEquals(4, both.claims());
        assertEquals(1, both.rows().size()); // the event is the file's name, without its endings
        assertTrue(csv(both).contains("claims.csv:L2"));
    }

    @Test
    void whatVariesInAGroupIsSaid() throws IOException {
        Path file = file(
                "claims.csv",
                "party,place,measure,low,high,source\nA,hill,killed,1,2,a\nA,river,killed,5,9,b\nB,,killed,3,3,a\n");
        Summaries summaries = Summaries.of(List.of(file), by("party,measure"));
        List<String> varying = cells(summaries, 0);
        assertEquals("A,killed,2,2,,,,1,9,,,,,,,,,,,,,,,,claims differ in place", String.join(",", varying));
        assertEquals(
                "B,killed,1,1,claims,3,3,3,3,,,,,1,,single,3,a,L4,,3,a,L4,,", String.join(",", cells(summaries, 1)));
    }

    @Test
    void tooManyVoicesAreSaid() throws IOException {
        Path file =
                file("claims.csv", "party,measure,low,high,source\nA,killed,1,20,a\nA,killed,5,9,b\nA,killed,6,30,c\n");
        Options options = by("party,measure");
        Summaries summaries =
                Summaries.of(List.of(file), new Options(options.grouping(), options.works(), 2, 1, List.of()));
        assertEquals(
                "A,killed,3,,,,,1,30,6,9,,,,,,9,b,L3,,6,c,L4,,more than 2 voices",
                String.join(",", cells(summaries, 0)));
    }

    @Test
    void sourcesSayWhoCopies() throws IOException {
        Path sources = file("sources.csv", "id,origin\na,\nb,a\nc,\n");
        Path file = file(
                "claims.csv",
                "party,measure,low,high,source\nA,killed,1,20,a\nA,killed,500,900,b\nA,killed,6,30,c\nA,killed,1,1,d\n");
        Summaries summaries = Summaries.of(
                List.of(file), new Options(Grouping.parse("party,measure"), Works.read(sources), 100, 2, List.of()));
        assertEquals(3, summaries.claims()); // d is no id in sources.csv
        assertEquals(1, summaries.problems().problems().size());
        assertEquals(2, summaries.rows().get(0).says().voices().orElseThrow());
        assertEquals(Interval.of(1, 30), summaries.rows().get(0).says().range());
        assertEquals(
                Interval.of(1, 900), summaries.rows().get(0).says().extremes().hull());
    }

    @Test
    void headersAndGroupings() throws IOException {
        Path file = file("claims.csv", "party,low,high,source\nA,1,2,a\n");
        Summaries none = Summaries.of(List.of(file), by("party"));
        assertEquals(0, none.claims());
        assertTrue(none.problems().hasErrors());
        Path empty = file("empty.csv", "party,measure,low,high,source\n");
        assertEquals(
                Dossier.read(empty).problems(),
                Summaries.of(List.of(empty), by("party")).problems().problems());
        Path nothing = file("nothing.csv", "");
        assertEquals(
                Dossier.read(nothing).problems(),
                Summaries.of(List.of(nothing), by("party")).problems().problems());
        assertThrows(IllegalArgumentException.class, () -> Grouping.parse("party,front"));
        assertThrows(IllegalArgumentException.class, () -> Grouping.parse("party,party"));
        assertThrows(IllegalArgumentException.class, () -> Grouping.parse(""));
        assertEquals(
                List.of("measure", "party"), Grouping.parse(" measure , party").headings());
    }
}
