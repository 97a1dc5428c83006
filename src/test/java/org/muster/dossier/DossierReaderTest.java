package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.interval.Interval;
import org.muster.text.Problem;

/** What stands where a dossier is looked for, and what writing leaves behind. */
class DossierReaderTest {

    private static final Path MANCHURIA = Path.of("datasets/manchuria-1945");
    private static final String CLAIMS = "party,measure,figure,source\nJapan,killed,\"21,389\",coox\n";
    private static final Claim CLAIM = Claim.of("Japan", "killed", "21,389", "coox");

    @TempDir
    private Path folder;

    @Test
    void theNameIsThatOfThePackageElseOfTheFolderElseOfTheFile() throws IOException {
        Path dossier = Files.createDirectory(folder.resolve("kursk"));
        Files.writeString(dossier.resolve("claims.csv"), CLAIMS);
        assertEquals("kursk", Dossier.read(dossier).name());
        assertEquals("kursk", Dossier.read(Path.of(dossier + "/")).name());
        assertEquals("kursk", Dossier.read(dossier.resolve(".")).name());
        assertEquals("kursk", Dossier.read(dossier.resolve("../kursk")).name());
        assertEquals("claims", Dossier.read(dossier.resolve("claims.csv")).name());
        Files.writeString(dossier.resolve("datapackage.json"), "\ufeff{\"name\": \" Citadel \\n\"}");
        assertEquals("Citadel", Dossier.read(dossier).name());
        assertEquals("Citadel", Dossier.read(dossier).quantities().get(0).event());
        Files.writeString(dossier.resolve("datapackage.json"), "{\"name\": \"  \"}");
        assertEquals("kursk", Dossier.read(dossier).name());
    }

    @Test
    void theWorkingFolderAndTheRootHaveNamesToo() throws IOException {
        assertEquals(
                Path.of("").toAbsolutePath().getFileName().toString(),
                Dossier.read(Path.of("")).name());
        assertEquals(
                Dossier.read(Path.of("")).name(), Dossier.read(Path.of(".")).name());
        assertEquals("dossier", Dossier.read(Path.of("/")).name());
    }

    @Test
    void aSingleFileIsADossierWhoseSourcesAreTheirOwnText() throws IOException {
        Dossier single = Dossier.read(MANCHURIA.resolve("claims.csv"));
        assertEquals(List.of(), single.sources());
        assertTrue(single.claims().size() > 50);
    }

    @Test
    void anAbsurdNameIsKept() throws IOException {
        String name = "x".repeat(100_000) + "\u0000 \"";
        Dossier.of(name.replace(' ', '\n'), CLAIM).write(folder);
        assertEquals(name, Dossier.read(folder).name());
    }

    @Test
    void datesBeforeTheFirstYearAreReadAndWrittenBack() throws IOException {
        Path first = Files.createDirectory(folder.resolve("marathon"));
        Files.writeString(
                first.resolve("claims.csv"),
                "id,party,measure,figure,source,as_of\na,Athens,killed,192,Herodotus,-0489\nb,Persia,killed,\"6,400\","
                        + "Herodotus,-0489-09-12\n");
        Dossier read = Dossier.read(first);
        assertEquals(List.of(), read.problems());
        assertEquals("490 BC", read.claims().get(0).asOf().label());
        read.write(folder.resolve("back"));
        assertEquals(read.claims(), Dossier.read(folder.resolve("back")).claims());
        assertTrue(Files.readString(folder.resolve("back/claims.csv")).contains(",-0489,"));
        assertTrue(Files.readString(folder.resolve("back/claims.csv")).contains(",-0489-09-12,"));
    }

    @Test
    void aBreakdownOfOneEventIsReadAndWrittenBack() throws IOException {
        String sides = "dimension,whole,partition,part,complete,event\n"
                + "party,Entente,,Italy,no,first war\nparty,Axis,,Italy,no,second war\nplace,,,Alps,no,\n";
        Files.writeString(folder.resolve("claims.csv"), "party,measure,figure,source\nItaly,killed,100,a\n");
        Files.writeString(folder.resolve("hierarchy.csv"), sides);
        Dossier read = Dossier.read(folder);
        assertEquals(List.of(), read.problems());
        assertEquals(
                List.of(
                        Breakdown.within(Dimension.PARTY, "Entente", "Italy").in("first war"),
                        Breakdown.within(Dimension.PARTY, "Axis", "Italy").in("second war"),
                        Breakdown.within(Dimension.PLACE, "", "Alps")),
                read.hierarchy().own());
        read.write(folder);
        assertEquals(sides, Files.readString(folder.resolve("hierarchy.csv")));
    }

    @Test
    void whatIsNestedTooDeeplyIsAProblem() throws IOException {
        Files.writeString(folder.resolve("claims.csv"), CLAIMS);
        Files.writeString(folder.resolve("datapackage.json"), "{\"resources\":" + "[".repeat(200_000));
        Dossier read = Dossier.read(folder);
        assertEquals(1, read.claims().size());
        assertEquals("datapackage.json", read.errors().get(0).file());
    }

    /** A workbook has no rows; what it is says more than the columns that it lacks. */
    @Test
    void aFileThatIsNoTextIsCalledWhatItIs() throws IOException {
        byte[] workbook = {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0};
        Files.write(folder.resolve("claims.csv"), workbook);
        assertEquals(
                List.of("claims.csv: the file is an Excel workbook or a zip archive; expected UTF-8: save it again as"
                        + " CSV UTF-8"),
                Dossier.read(folder).problems().stream().map(Problem::toString).toList());
        Files.write(folder.resolve("claims.csv"), "\uFEFFparty".getBytes(StandardCharsets.UTF_16LE));
        assertTrue(Dossier.read(folder).problems().get(0).message().startsWith("the file is UTF-16; expected"));
    }

    /** Read as English, "3 Tausend" would be 3: a number is never that wrong in silence, and a bound not without a word. */
    @Test
    void wordsOfAnotherLanguageBesideANumberAreNotPassedOver() throws IOException {
        Files.writeString(
                folder.resolve("claims.csv"),
                "party,measure,figure,source\nA,killed,3 Tausend Mann,s\nA,wounded,3 milliers de morts,s\nA,missing,bis zu 300,s\n"
                        + "A,strength,\"3,5 тыс.\",s\nA,sick,300 of the flux,s\n");
        Dossier read = Dossier.read(folder);
        assertEquals(
                List.of(
                        "\"3 Tausend Mann\" gives a number that cannot be read: enter the one meant in low and high; not read:"
                                + " \"Tausend\", a number in German; in German (--languages de) it is [3000, 3000]",
                        "\"3 milliers de morts\" gives a number that cannot be read: enter the one meant in low and high; not read:"
                                + " \"milliers\", a number in French; in French (--languages fr) it is [3000, 3000]",
                        "\"bis zu\" is not read; in German (--languages de) it means \"at most\"",
                        "\"3,5 тыс.\" gives no figure: enter the one meant in low and high; not read: \"3,5\" (unreadable); in"
                                + " Russian (--languages ru) it is [3500, 3500]"),
                read.problems().stream().map(Problem::message).toList());
        assertEquals(
                List.of("missing", "sick"),
                read.claims().stream()
                        .map(claim -> claim.quantity().measure().toString())
                        .toList());
        Files.writeString(folder.resolve("datapackage.json"), "{\"languages\": [\"de\", \"fr\", \"ru\", \"en\"]}");
        Dossier right = Dossier.read(folder);
        assertEquals(List.of(), right.problems());
        assertEquals(Interval.of(3000), right.claims().get(0).figure().range().orElseThrow());
    }

    /** What the reader makes of a range that is not written as one is an assumption, which is told. */
    @Test
    void oddRangesAreReadWithAWarning() throws IOException {
        Files.writeString(
                folder.resolve("claims.csv"),
                "party,measure,figure,source\nA,killed,12-10,s\nA,wounded,\"19,000–31,000+\",s\nA,strength,1.5–1.2 million,s\n");
        Dossier read = Dossier.read(folder);
        assertEquals(
                List.of(
                        "\"12-10\": the higher end of the range comes first",
                        "\"19,000–31,000+\": a range is marked as a bound: only its outer end counts, the other is kept only"
                                + " in the text",
                        "\"1.5–1.2 million\": the higher end of the range comes first"),
                read.problems().stream().map(Problem::message).toList());
        assertEquals(
                List.of(
                        Interval.of(10, 12),
                        Interval.of(19_000, Double.POSITIVE_INFINITY),
                        Interval.of(1_200_000, 1_500_000)),
                read.claims().stream()
                        .map(claim -> claim.figure().range().orElseThrow())
                        .toList());
    }

    /** Of "711 of 730" in a row about a loss the 711 are meant; that the others are the strength is told. In a row about a strength it is not clear which. */
    @Test
    void aWholeOfWhichSomeAreLostIsNoLoss() throws IOException {
        Files.writeString(
                folder.resolve("claims.csv"),
                "party,measure,figure,source\nA,killed,711 of 730,s\nA,tanks lost,5 of 8 tanks,s\nA,strength,711 of 730,s\n");
        Dossier read = Dossier.read(folder);
        assertEquals(
                List.of(
                        "\"730\": a number of which the one before it is a part is taken for the strength",
                        "\"8 tanks\": a number of which the one before it is a part is taken for the strength",
                        "\"711 of 730\" gives several figures for strength: enter the one meant in low and high"),
                read.problems().stream().map(Problem::message).toList());
        assertEquals(
                List.of(Interval.of(711), Interval.of(5)),
                read.claims().stream()
                        .map(claim -> claim.figure().range().orElseThrow())
                        .toList());
    }

    @Test
    void aMisspelledHeadingIsToldWithTheNearest() throws IOException {
        Files.writeString(folder.resolve("claims.csv"), "party,mesure,figure,source,page\nA,killed,5,s,7\n");
        assertEquals(
                List.of(
                        "claims.csv:1, column measure: the column is missing; no row can be read without it",
                        "claims.csv:1, column mesure: \"mesure\" is not a known column; the nearest is \"measure\"; its cells"
                                + " are not read",
                        "claims.csv:1, column page: \"page\" is not one of id, event, party, place, measure, scope, figure,"
                                + " low, high, best, qualifier, claimant, source, via, locator, credibility, origin, as_of,"
                                + " note; its cells are not read"),
                Dossier.read(folder).problems().stream().map(Problem::toString).toList());
    }

    @Test
    void foldersThatStandWhereFilesAreExpectedAreProblems() throws IOException {
        for (String file : List.of("claims.csv", "sources.csv", "hierarchy.csv", "datapackage.json")) {
            Files.createDirectory(folder.resolve(file));
        }
        assertEquals(
                "[datapackage.json: this is a folder; expected a file, sources.csv: this is a folder; expected a file,"
                        + " hierarchy.csv: this is a folder; expected a file, claims.csv: this is a folder; expected"
                        + " a file]",
                Dossier.read(folder).errors().toString());
    }

    @Test
    void aFolderInPlaceOfTheSourcesCostsNoClaim() throws IOException {
        Files.writeString(folder.resolve("claims.csv"), CLAIMS);
        Files.createDirectory(folder.resolve("sources.csv"));
        assertEquals(1, Dossier.read(folder).claims().size());
    }

    @Test
    void linksAreFollowedAndBrokenOnesAreProblems() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), CLAIMS);
        Path dossier = Files.createDirectory(folder.resolve("linked"));
        try {
            Files.createSymbolicLink(dossier.resolve("claims.csv"), real);
            Files.createSymbolicLink(dossier.resolve("sources.csv"), folder.resolve("nowhere.csv"));
        } catch (IOException | UnsupportedOperationException e) {
            return; // a file system or a user without symbolic links
        }
        Dossier read = Dossier.read(dossier);
        assertEquals(1, read.claims().size());
        assertEquals(
                "[sources.csv: this is a link to a file that does not exist]",
                read.errors().toString());
    }

    @Test
    void anUnreadableFileIsSaidByName() throws IOException {
        Path file = Files.writeString(folder.resolve("claims.csv"), CLAIMS);
        file.toFile().setReadable(false);
        if (Files.isReadable(file)) { // root may read everything
            assertEquals(List.of(), Dossier.read(folder).errors());
        } else {
            IOException e = assertThrows(IOException.class, () -> Dossier.read(folder));
            assertEquals(file + " cannot be read: permission denied", e.getMessage());
        }
    }

    @Test
    void theManchuriaDatasetIsReadBackAsItWasWritten() throws IOException {
        Dossier original = Dossier.read(MANCHURIA);
        assertEquals(List.of(), original.problems());
        original.write(folder);
        Dossier back = Dossier.read(folder);
        assertEquals(original.claims(), back.claims());
        assertEquals(original.sources(), back.sources());
        assertEquals(original.hierarchy().own(), back.hierarchy().own());
        assertEquals(original.name(), back.name());
        assertEquals(List.of(), back.problems());
    }

    @Test
    void whatWasReadWithErrorsIsNotWrittenNorWhatIsMadeFromIt() throws IOException {
        Path file = Files.writeString(folder.resolve("claims.csv"), CLAIMS + "Japan,killed,5\n");
        Dossier read = Dossier.read(folder);
        Path out = folder.resolve("out");
        String message =
                assertThrows(IllegalStateException.class, () -> read.write(out)).getMessage();
        assertEquals(
                "the dossier was read with 1 error; writing it would lose what was left out: correct it first (see"
                        + " problems())",
                message);
        Dossier more = read.with(CLAIM.at("p. 1176"));
        assertEquals(read.problems(), more.problems());
        assertThrows(IllegalStateException.class, () -> more.write(out));
        assertFalse(Files.exists(out));
        assertEquals(CLAIMS + "Japan,killed,5\n", Files.readString(file));
    }

    @Test
    void writingLeavesNoListsOfTheDossierBefore() throws IOException {
        Dossier.of("a", CLAIM)
                .with(Source.of("coox"))
                .with(Breakdown.of(Dimension.PARTY, "Axis", "Japan"))
                .write(folder);
        assertEquals(4, files().size());
        Dossier.of("b", Claim.of("Japan", "killed", "5", "Frieser, Kursk")).write(folder);
        assertEquals(List.of("claims.csv", "datapackage.json"), files());
        assertEquals(List.of(), Dossier.read(folder).problems());
    }

    @Test
    void writingFailsWhereNoFolderCanBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        assertThrows(IOException.class, () -> Dossier.of("a", CLAIM).write(file));
        assertEquals("kept", Files.readString(file));
    }

    /** Half of a character, which UTF-8 cannot hold, is refused where it enters, not when it is written. */
    @Test
    void aLoneSurrogateIsRefused() {
        for (String half : List.of("\ud800", "a\udc00b", "\udc00\ud800")) {
            assertThrows(IllegalArgumentException.class, () -> CLAIM.at(half), half);
            assertThrows(IllegalArgumentException.class, () -> Claim.of(half, "killed", "5", "s"), half);
            assertThrows(IllegalArgumentException.class, () -> Claim.of("A", "killed", "5", half), half);
            assertThrows(IllegalArgumentException.class, () -> Claim.of("A", "killed", "5 " + half, "s"), half);
            assertThrows(IllegalArgumentException.class, () -> Source.of(half), half);
        }
        assertEquals("𝟓", CLAIM.at("𝟓").locator(), "a whole one is none");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void titleAndLinesStayWithTheDossier() throws IOException {
        Path war = Files.createDirectories(folder.resolve("war"));
        Files.writeString(war.resolve("datapackage.json"), "{\"name\": \"war\", \"title\": \"The  War\"}");
        Files.writeString(
                war.resolve("claims.csv"),
                "party,measure,figure,source\n\nA,killed,5,s\nB,killed,x y z,\nB,killed,7,s\n");
        Dossier dossier = Dossier.read(war);
        assertEquals("The War", dossier.title());
        assertEquals(List.of(3, 5), List.of(dossier.line(0), dossier.line(1)));
        Dossier more = dossier.with(Claim.of("C", "killed", "9", "s"));
        assertEquals("The War", more.title());
        assertEquals(List.of(3, 5, 0), List.of(more.line(0), more.line(1), more.line(2)));
        Path copy = folder.resolve("copy");
        Files.writeString(war.resolve("claims.csv"), CLAIMS);
        Dossier.read(war).write(copy);
        assertEquals("The War", Dossier.read(copy).title());
        assertEquals(
                "made", Dossier.of("made", Claim.of("C", "killed", "9", "s")).title());
    }

    /** A file of a million claims repeats itself: what is written alike is held once. */
    @Test
    void claimsShareWhatIsWrittenAlike() throws IOException {
        Path file = folder.resolve("alike.csv");
        Files.writeString(
                file,
                "event,party,measure,figure,source,locator\n"
                        + "Kursk,Germany,tanks lost,\"about 1,200\",book; other,p. 7\n".repeat(2)
                        + "Kursk,Germany,tanks lost,\"1,200\",book; other,p. 8\n"
                        + "Kursk,Germany,killed,\"about 1,200\",book,p. 7\n");
        List<Claim> claims = Dossier.read(file).claims();
        assertEquals(4, claims.size());
        Claim first = claims.get(0);
        Claim second = claims.get(1);
        assertSame(first.quantity(), second.quantity());
        assertSame(first.figure(), second.figure());
        assertSame(first.sources(), second.sources());
        assertSame(first.locator(), second.locator());
        assertSame(first.quantity(), claims.get(2).quantity());
        assertNotEquals(first.figure(), claims.get(2).figure());
        assertNotEquals(first.quantity(), claims.get(3).quantity());
    }

    /** A figure is read once, but what is said of it is said of each row. */
    @Test
    void eachRowHasItsProblems() throws IOException {
        Path file = folder.resolve("alike.csv");
        Files.writeString(
                file,
                "party,measure,figure,low,high,source\n" + "A,killed,300 or 500,,,book\n".repeat(3)
                        + "A,killed,12 March,,,book\n".repeat(2) + "A,killed,700,1.234,2.345,book\n".repeat(2));
        List<Problem> problems = Dossier.read(file).problems();
        assertEquals(
                List.of(2, 3, 4, 5, 6, 7, 7, 7, 8, 8, 8),
                problems.stream().map(Problem::line).toList(),
                problems::toString);
    }
}
