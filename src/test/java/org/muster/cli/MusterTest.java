package org.muster.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command: exit codes, what it prints and what it leaves on disk. */
class MusterTest {

    private static final String MANCHURIA = "datasets/manchuria-1945";
    private static final Set<String> REPORTS = Set.of(
            "quantities.csv",
            "discrepancies.csv",
            "voices.csv",
            "matrix.csv",
            "ratios.csv",
            "checks.csv",
            "problems.csv",
            "report.html",
            "datapackage.json");

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Muster.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Set<String> written() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private String claims(String... rows) throws IOException {
        Path file = folder.resolve("claims.csv");
        Files.writeString(file, "party,measure,figure,source\n" + String.join("\n", rows) + "\n");
        return file.toString();
    }

    /** Exit code 2: a message that names the trouble, and nothing on disk. */
    private void assertUnusable(String named, String... arguments) {
        Run run = run(arguments);
        assertEquals(2, run.code, run::toString);
        assertTrue(run.err.contains(named), run::toString);
        assertFalse(run.err.contains("Exception"), run::toString);
        assertFalse(Files.exists(out()), run::toString);
    }

    @Test
    void reportOfAGoodDossier() throws IOException {
        Run run = run("report", MANCHURIA, "--out", out().toString());
        assertEquals(0, run.code, run::toString);
        assertEquals(REPORTS, written());
        assertEquals("", run.err);
        assertTrue(run.out.startsWith("manchuria-1945: "), run.out);
        assertTrue(run.out.endsWith("Reports in " + out() + System.lineSeparator()), run.out);
    }

    @Test
    void reportInTheFormatsAskedFor() throws IOException {
        assertEquals(0, run("report", MANCHURIA, "--out", out().toString(), "--format", "html").code);
        assertEquals(Set.of("report.html", "datapackage.json"), written());
        assertFalse(
                Files.readString(out().resolve("report.html")).contains(".csv\">"), "links to files that are absent");
        String other = folder.resolve("other").toString();
        assertEquals(0, run("report", MANCHURIA, "--out", other, "--format", "csv").code);
        assertFalse(Files.exists(folder.resolve("other/report.html")));
        assertTrue(Files.exists(folder.resolve("other/quantities.csv")));
        assertEquals(0, run("report", MANCHURIA, "--out", out().toString(), "--format", "md,wikitext").code);
        String described = Files.readString(out().resolve("datapackage.json"));
        for (String file : List.of("report.md", "report.wikitext")) {
            assertTrue(Files.exists(out().resolve(file)), file);
            assertTrue(described.contains("\"" + file + "\""), described);
        }
    }

    @Test
    void reportInAnUnknownFormat() {
        assertUnusable("pdf", "report", MANCHURIA, "--out", out().toString(), "--format", "html,pdf");
    }

    @Test
    void reportOfADossierWithFaults() throws IOException {
        Run run = run("report", claims("A,killed,5,s", ",killed,6,s"), "--out", out().toString());
        assertEquals(1, run.code, run::toString);
        assertEquals(REPORTS, written());
        assertTrue(run.out.contains("claims.csv:3"), run.out);
    }

    @Test
    void partsOfADossier() throws IOException {
        String file = claims("A,killed,5,s", "A,killed,7,t", "\"B, of C\",killed,6,s", "B,wounded,6,s");
        Run run = run("report", file, "--out", out().toString(), "--only", "party=A,state=killed");
        assertEquals(0, run.code, run::toString);
        assertTrue(run.out.startsWith("claims: 2 claims about 1 quantity from 2 sources"), run.out);
        run = run("check", file, "--only", "party=B, of C", "--only", "party=B");
        assertTrue(run.out.startsWith("claims: 2 claims about 2 quantities"), run.out);
    }

    @Test
    void aPartThatIsNotThere() throws IOException {
        String file = claims("A,killed,5,s");
        String out = out().toString();
        assertUnusable("none is about party \"Z\"", "report", file, "--out", out, "--only", "party=Z");
        assertUnusable("expected such as event=Kursk", "report", file, "--out", out, "--only", "Z");
        assertUnusable("is not a dimension", "report", file, "--out", out, "--only", "army=A");
    }

    @Test
    void figuresInOtherLanguages() throws IOException {
        String file = claims("A,killed,anderthalb Millionen,s");
        assertEquals(0, run("report", file, "--out", out().toString(), "--languages", "de,en").code);
        assertTrue(Files.readString(out().resolve("quantities.csv")).contains(",1500000,1500000,"));
    }

    @Test
    void aNewDossier() throws IOException {
        String to = folder.resolve("kursk").toString();
        Run run = run("new", to);
        assertEquals(0, run.code, run::toString);
        Run report = run("report", to, "--out", out().toString());
        assertTrue(report.out.startsWith("kursk: 2 claims about 1 quantity from 1 source, no problems"), report.out);
        Run again = run("new", to);
        assertEquals(2, again.code, again::toString);
        assertTrue(again.err.contains("is not empty"), again.err);
    }

    /** By hand: of A [10, 20] and 30 the mean is [20, 25], the deviation [50, 200]^½, the Gini index [1/10, 1/4], rounded outward. */
    @Test
    void summarizeFiles() throws IOException {
        Path claims = folder.resolve("claims.csv");
        Files.writeString(claims, "party,measure,figure,source\nA,killed,100,a\nA,killed,about 300,b\n");
        Path file = folder.resolve("summary.csv");
        String[] asked = {"summarize", claims.toString(), "--by", "party,measure", "--out", file.toString()};
        Run run = run(asked);
        assertEquals(0, run.code, run::toString);
        assertTrue(run.out.startsWith("2 claims in 1 group by party,measure in "), run.out);
        List<String> lines = Files.readAllLines(file);
        assertEquals(
                "party,measure,claims,voices,basis,low,high,hull_low,hull_high,common_low,common_high,agreed_low,"
                        + "agreed_high,agreeing,agreed,verdict,least_high,least_high_voice,least_high_claim,"
                        + "least_high_text,greatest_low,greatest_low_voice,greatest_low_claim,greatest_low_text,withheld",
                lines.get(0));
        assertEquals(
                "A,killed,2,2,claims,100,300,100,300,,,,,1,\"[100, 100]; [300, 300]\",conflict,100,a,L2,100,300,b,L3,"
                        + "about 300,",
                lines.get(1));
        Files.writeString(claims, "A,killed,many,a,b\n", java.nio.file.StandardOpenOption.APPEND);
        run = run(asked);
        assertEquals(1, run.code, run::toString);
        assertTrue(run.err.contains("claims.csv:4: the row has 5 cells"), run.err);
        assertUnusable("is absent", with(asked, 1, folder.resolve("none.csv").toString()));
        assertUnusable("is no column of a quantity", with(asked, 3, "party,side"));
        assertUnusable("is read; expected another file", with(asked, 5, claims.toString()));
    }

    @Test
    void statisticsByParty() throws IOException {
        Path dossier = folder.resolve("claims.csv");
        Files.writeString(
                dossier,
                "party,place,measure,figure,source\nA,x,killed,10–20,s\nA,y,killed,30,s\nB,x,killed,7,s\n"
                        + "B,y,killed,unknown,s\nB,y,wounded,5,s\n");
        Path file = folder.resolve("statistics.csv");
        String[] asked = {
            "statistics", dossier.toString(), "--measure", "killed", "--by", "party", "--out", file.toString()
        };
        Run run = run(asked);
        assertEquals(0, run.code, run::toString);
        assertTrue(run.out.contains("; 1 quantity without a number left out, as the column missing says"), run.out);
        List<String> lines = Files.readAllLines(file);
        assertEquals(
                "party,n,missing,mean_low,mean_high,deviation_low,deviation_high,minimum_low,minimum_high,"
                        + "lower_quartile_low,lower_quartile_high,median_low,median_high,upper_quartile_low,"
                        + "upper_quartile_high,maximum_low,maximum_high,gini_low,gini_high,settled",
                lines.get(0));
        assertTrue(lines.get(1).startsWith("A,2,0,20,25,7.07"), lines.get(1));
        assertTrue(lines.get(1).endsWith(",10,20,15,22.5,20,25,25,27.5,30,30,0.0999999,0.25,yes"), lines.get(1));
        assertEquals("B,1,1,7,7,,,7,7,7,7,7,7,7,7,7,7,0,0,yes", lines.get(2));
        assertUnusable("no claim is about \"missing\"; there are killed, wounded", with(asked, 3, "missing"));
        assertUnusable("expected event, party or place", with(asked, 5, "state"));
        assertUnusable("is not a dimension", with(asked, 5, "colour"));
        assertUnusable("is a file of the dossier", with(asked, 7, dossier.toString()));
        assertUnusable("is a folder", with(asked, 7, folder.toString()));
        assertUnusable("absent", with(asked, 1, folder.resolve("nothing").toString()));
        assertEquals(lines, Files.readAllLines(file));
    }

    private static String[] with(String[] words, int index, String word) {
        String[] changed = words.clone();
        changed[index] = word;
        return changed;
    }

    @Test
    void aFaultThatRepeatsIsToldOnce() throws IOException {
        Run run = run(
                "report", claims("A,killed,1/2/3,s", "A,killed,4/5/6,s", "A,killed,5,s"), "--out", out().toString());
        assertTrue(run.out.contains("1 claim about 1 quantity from 1 source, 2 problems"), run.out);
        assertTrue(run.out.contains("Problems in the input (2)"), run.out);
        assertTrue(run.out.contains("(2 such rows)"), run.out);
        run = run("report", claims("A,kileld,1,s", "A,kileld,2,s"), "--out", out().toString());
        assertEquals(1, run.err.lines().filter(line -> line.contains("kileld")).count(), run.err);
    }

    @Test
    void reportOfWarningsIsDone() throws IOException {
        Path file = Files.writeString(
                folder.resolve("claims.csv"), "party,measure,figure,low,high,source\nA,killed,5,6,6,s\n");
        Run run = run("report", file.toString(), "--out", out().toString());
        assertEquals(0, run.code, run::toString);
        assertTrue(Files.readString(out().resolve("problems.csv")).contains("warning"));
    }

    @Test
    void unusableInput() throws IOException {
        String out = out().toString();
        assertUnusable("nowhere is absent", "report", folder.resolve("nowhere").toString(), "--out", out);
        assertUnusable(
                "claims.csv",
                "report",
                Files.createDirectory(folder.resolve("empty")).toString(),
                "--out",
                out);
        assertUnusable("no claim could be read", "report", claims(), "--out", out);
        Path table = Files.writeString(folder.resolve("table.csv"), "side,dead\nBlue,12\n");
        assertUnusable(
                ". If it is a table with columns of its own, begin with: muster mapping " + table,
                "report",
                table.toString(),
                "--out",
                out);
        assertUnusable("claims.csv:2", "report", claims(",killed,\u001b[2J,s"), "--out", out);
        assertFalse(run("report", claims("\u001b[2J,killed x y,5,s"), "--out", out)
                .err
                .contains("\u001b"));
        assertUnusable("nowhere is absent", "check", folder.resolve("nowhere").toString(), "--out", out);
    }

    @Test
    void unusableArguments() throws IOException {
        String out = out().toString();
        assertUnusable("nonsense", "report", MANCHURIA, "--out", out, "--about", "nonsense");
        assertUnusable("101", "check", MANCHURIA, "--out", out, "--about", "101%");
        assertUnusable("--bogus", "report", MANCHURIA, "--out", out, "--bogus");
        assertUnusable("--out", "report", MANCHURIA);
        assertUnusable("DOSSIER", "report", "--out", out);
        assertUnusable("DOSSIER", "check");
        assertUnusable("TEXT", "read");
        assertUnusable("bogus", "bogus");
        assertUnusable("Say what to do");
    }

    @Test
    void helpListsTheExitCodes() {
        assertTrue(run("--help").out.contains("Exit codes:"), "muster --help");
        assertTrue(
                run("check", "--help").out.contains("  1   Done, but claims contradict themselves"),
                "muster check --help");
        assertTrue(run("read", "--help").out.contains("  1   "), "muster read --help");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        Run run = run("completion");
        assertEquals(0, run.code, run::toString);
        for (String word : List.of("reconcile", "--losses-within-strength", "complete -F")) {
            assertTrue(run.out.contains(word), word);
        }
    }

    @Test
    void jshellOnADossierThatIsAbsent() {
        assertUnusable("nowhere is absent", "jshell", "nowhere");
    }

    @Test
    void theTrainingRunRunsEveryCommand() throws IOException {
        TrainingRun.main(MANCHURIA, folder.toString());
        for (String file : List.of("report/ratios.csv", "check/checks.csv", "reconcile/corrections.csv", "imported")) {
            assertTrue(Files.exists(folder.resolve(file)), file);
        }
    }

    @Test
    void aFileInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertUnusable("file is a file; expected a folder", "report", MANCHURIA, "--out", file.toString());
        assertUnusable("file is a file; expected a folder", "check", MANCHURIA, "--out", file.toString());
        assertUnusable(
                "file/in", "report", MANCHURIA, "--out", file.resolve("in").toString());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void tolerancesReachTheReports() throws IOException {
        assertEquals(0, run("report", MANCHURIA, "--out", out().toString(), "--about", "5%", "--rounding").code);
        assertTrue(Files.readString(out().resolve("quantities.csv")).contains("about 5%; rounding"));
    }

    @Test
    void codesForMissingReachTheReports() throws IOException {
        String file = claims("A,killed,NA,s", "B,killed,-9,s", "C,killed,0,s");
        Run run = run("report", file, "--out", out().toString(), "--missing", "figure=NA", "--missing", "figure=−9.0");
        assertEquals(0, run.code, run::toString);
        assertTrue(
                Files.readString(out().resolve("problems.csv"))
                        .contains(
                                "claims.csv,,figure,warning,\"2 cells are read as missing, as coded: NA (1), −9.0 (1)\","),
                run::toString);
        assertEquals(
                4, Files.readAllLines(out().resolve("quantities.csv")).size(), "a header, and a row for each quantity");
        assertEquals(0, run("check", file, "--missing", "figure=NA,-9").code);
        assertEquals(1, run("check", file).code, "-9 is left out");
    }

    @Test
    void unusableCodesForMissing() throws IOException {
        String out = out().toString();
        assertUnusable(
                "\"lwo\" is not a column of claims.csv", "report", MANCHURIA, "--out", out, "--missing", "lwo=-9");
        assertUnusable("every claim needs a party", "report", MANCHURIA, "--out", out, "--missing", "party=NA");
        assertUnusable("has no =", "check", MANCHURIA, "--out", out, "--missing", "low");
    }

    private String infobox(String... fields) throws IOException {
        Path file = folder.resolve("fords.wikitext");
        Files.writeString(file, "{{Infobox military conflict\n|" + String.join("\n|", fields) + "\n}}\n");
        return file.toString();
    }

    @Test
    void importOfAnInfobox() throws IOException {
        String file =
                infobox("combatant1=Red", "combatant2=Blue", "strength1=12,000", "strength2=9,500", "casualties2=300+");
        Run run = run("import", "infobox", file, "--out", out().toString());
        assertEquals(0, run.code, run::toString);
        assertEquals(
                List.of("fords: 3 claims about 3 quantities from 1 source, no problems", "Dossier in " + out()),
                run.out.lines().toList());
        assertEquals("", run.err);
        assertEquals(Set.of("claims.csv", "sources.csv", "datapackage.json"), written());
        Run report = run(
                "report", out().toString(), "--out", folder.resolve("reports").toString());
        assertEquals(0, report.code, report::toString);
        assertTrue(report.out.contains("Red to Blue, men: 1.26"), report.out);
    }

    @Test
    void importOfAnInfoboxWithFaults() throws IOException {
        Run run = run(
                "import",
                "infobox",
                infobox("combatant1=Red", "strength1=5", "strength2=6"),
                "--out",
                out().toString());
        assertEquals(1, run.code, run::toString);
        assertTrue(run.out.contains("1 problem"), run.out);
        assertTrue(run.out.contains("  error: fords.wikitext:4, column 12: strength2: no party"), run.out);
        assertTrue(Files.readString(out().resolve("problems.csv")).contains("fords.wikitext,4,12,error,"), run.out);
        Run report = run(
                "report", out().toString(), "--out", folder.resolve("reports").toString());
        assertEquals(0, report.code, "problems.csv is no part of the dossier");
    }

    @Test
    void unusableImports() throws IOException {
        String file = infobox("combatant1=Red", "strength1=5");
        String out = out().toString();
        assertUnusable("format \"sheet\" is not known; expected infobox, table", "import", "sheet", file, "--out", out);
        assertUnusable("a table needs --mapping", "import", "table", file, "--out", out);
        assertUnusable("--mapping is for table", "import", "infobox", file, "--mapping", file, "--out", out);
        assertUnusable("an infobox has no delimiter", "import", "infobox", file, "--header", "1", "--out", out);
        assertUnusable(
                "nowhere is absent",
                "import",
                "infobox",
                folder.resolve("nowhere").toString(),
                "--out",
                out);
        assertUnusable("--out", "import", "infobox", file);
        assertUnusable("FILE", "import", "infobox", "--out", out);
        Path empty = Files.writeString(folder.resolve("empty.txt"), "300 killed");
        assertUnusable("no claim could be read", "import", "infobox", empty.toString(), "--out", out);
        assertUnusable("fords.wikitext is a file", "import", "infobox", file, "--out", file);
        Path mine = Files.createDirectory(folder.resolve("mine"));
        assertEquals(0, run("import", "infobox", file, "--out", mine.toString()).code, "an empty folder will do");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "mine");
        assertUnusable("other is not empty", "import", "infobox", file, "--out", other.toString());
    }

    @Test
    void anImportReplacesWhatAnImportWroteButNotWhatPeopleDid() throws IOException {
        String out = out().toString();
        assertEquals(
                1, run("import", "infobox", infobox("combatant1=A", "strength1=5", "strength2=7"), "--out", out).code);
        assertTrue(written().contains("problems.csv"));
        String file = infobox("combatant1=A", "strength1=6");
        assertEquals(0, run("import", "infobox", file, "--out", out).code, "nobody has edited it");
        assertEquals(Set.of("claims.csv", "sources.csv", "datapackage.json"), written());
        Path claims = out().resolve("claims.csv");
        Files.writeString(claims, Files.readString(claims).replace("6", "60"));
        byte[] before = Files.readAllBytes(claims);
        Run refused = run("import", "infobox", file, "--out", out);
        assertEquals(2, refused.code);
        assertTrue(refused.err.contains("claims.csv is not what the last import wrote"), refused.err);
        assertArrayEquals(before, Files.readAllBytes(claims));
        assertEquals(0, run("import", "infobox", file, "--out", out, "--replace").code);
        assertFalse(Files.readString(claims).contains("60"));
    }

    @Test
    void checkFindsConflictsAndFailedSums() throws IOException {
        Run run = run("check", MANCHURIA);
        assertEquals(1, run.code, run::toString);
        assertTrue(run.out.contains("Sums and bounds that fail across voices"), run.out);
        assertFalse(run.out.contains("Reports in"), run.out);
        assertEquals(1, run("check", claims("A,killed,5,s", "A,killed,6,t")).code, "a conflict");
        assertEquals(1, run("check", claims("A,killed,5,s", "A,killed,6,s")).code, "a voice that contradicts itself");
        assertEquals(1, run("check", claims("A,tanks strength,5,s", "A,armour strength,4,t")).code, "a failed bound");
        assertEquals(0, run("check", claims("A,killed,5,s", "A,strength,4,s")).code, "losses, which are a hint alone");
        assertEquals(1, run("check", claims("A,killed,5,s", ",killed,5,s")).code, "a row left out");
    }

    @Test
    void checkOfACleanDossier() throws IOException {
        String clean = claims("A,strength,100,s", "A,killed,5,s", "A,wounded,10,s", "A,killed_wounded,15,s");
        assertEquals(0, run("check", clean).code);
        Run run = run("check", clean, "--out", out().toString());
        assertEquals(0, run.code, run::toString);
        assertEquals(Set.of("checks.csv", "conflicts.csv", "problems.csv", "datapackage.json"), written());
        assertTrue(run.out.contains("Reports in " + out()), run.out);
    }

    /** What the ranges imply of a figure in conflict holds only as far as they do; a proof names the parts that it is about. */
    @Test
    void reconcileDoubtsWhatRestsOnAConflict() throws IOException {
        Run run =
                run("reconcile", claims("A,killed,5,s", "A,killed,9,t", "A,casualties,7,t"), "--out", out().toString());
        assertTrue(
                run.out.contains("  A, killed: 5–9 would be 5–7, by what t says of A, casualties, but see 1 above\n"),
                run.out);
        Run ships = run(
                "reconcile",
                claims("A,ships strength,3,s", "A,cruisers strength,2,s", "A,frigates strength,2,t"),
                "--out",
                out().toString());
        assertTrue(ships.out.contains(" (item: ships >= cruisers + frigates + 43 more)."), ships.out);
    }

    /** What is wrong stands first, and stays in sight: an unknown option rather than the one that it should have been. */
    @Test
    void misuseIsToldInAFewLines() throws IOException {
        Run unknown = run("report", "x", "--ot", "o");
        assertEquals(2, unknown.code);
        assertTrue(unknown.err.startsWith("Unknown option: '--ot'\nUsage: muster report ["), unknown.err);
        assertTrue(unknown.err.endsWith("muster report --help says what they mean.\n"), unknown.err);
        assertTrue(unknown.err.lines().count() < 10, unknown.err);
        assertTrue(run("report", "x").err.startsWith("Missing required option: '--out=DIR'\n"));
        assertTrue(run("report", "x", "--out", "o", "y").err.startsWith("there is one argument too many: \"y\"\n"));
        assertEquals(
                "\"reprot\" is not a command\nDid you mean: muster report or muster read or muster reconcile?\n",
                run("reprot", "x").err);
        assertTrue(run().err.contains("\n  reconcile "), "all commands");
    }

    @Test
    void helpIsACommandToo() throws IOException {
        assertEquals(run("--help").out, run("help").out);
        assertEquals(run("report", "--help").out, run("help", "report").out);
        assertEquals(2, run("help", "reprot").code);
    }

    @Test
    void reconcile() throws IOException {
        String contested = claims("A,killed,5,s", "A,killed,6,t", "A,killed_wounded,18,t");
        Run run = run("reconcile", contested, "--out", out().toString());
        assertEquals(0, run.code, run::toString);
        assertEquals(
                Set.of("reconciled.csv", "conflicts.csv", "corrections.csv", "problems.csv", "datapackage.json"),
                written());
        assertTrue(
                run.out.contains(
                        "  1. A, killed (s, t): 5 (s) or 6 (t). With no grades given, the cheapest correction sets"
                                + " aside 5 (s), or 6 (t)."),
                run.out);
        assertTrue(run.out.contains("A, wounded: would be 12–13, which nobody states"), run.out);
        assertTrue(run.out.contains("Figures that would follow from claims in conflict (1)"), run.out);
        assertTrue(Files.readString(out().resolve("reconciled.csv")).contains(",A,,wounded,,,,,12,13,,,consistent,,"));
        String adjusted =
                run("reconcile", contested, "--out", out().toString(), "--adjust", "mid", "--weights", "equal").out;
        assertTrue(adjusted.contains("Reports in"), adjusted);
        assertTrue(Files.readString(out().resolve("reconciled.csv"))
                .contains(",A,,killed_wounded,,,18,18,18,18,,,consistent,18,"));
        assertEquals(1, run("reconcile", claims("A,killed,5,s", ",killed,5,s")).code, "a row left out");
    }

    @Test
    void reconcileRefusesWhatItCannotDo() throws IOException {
        String contested = claims("A,killed,5,s", "A,killed,6,t");
        assertUnusable("come together", "reconcile", contested, "--adjust", "mid");
        assertUnusable(
                "\"middle\" is not one of best, low, high, mid",
                "reconcile",
                contested,
                "--adjust",
                "middle",
                "--weights",
                "equal");
        assertUnusable("is not one of ranges, agreed, grades", "reconcile", contested, "--start", "x");
        assertUnusable("claimant \"X\" is not named by any claim", "reconcile", contested, "--claimant", "X");
        assertUnusable("both say where to start", "reconcile", contested, "--claimant", "X", "--start", "agreed");
        assertUnusable("most: 0 is below 1", "reconcile", contested, "--most", "0");
        assertUnusable("expected at least 1 second", "reconcile", contested, "--time-limit", "0");
    }

    @Test
    void checkFindsWhatRulesExcludeTogether() throws IOException {
        Path dossier = folder.resolve("bound");
        Files.createDirectories(dossier);
        Files.writeString(
                dossier.resolve("claims.csv"), "party,measure,figure,source\nA,killed,500,s\nA,wounded,400,s\n");
        assertEquals(0, run("check", dossier.toString()).code);
        Files.writeString(dossier.resolve("rules.csv"), "rule\n{A | wounded} >= 2 * {A | killed}\n");
        Run run = run("check", dossier.toString());
        assertEquals(1, run.code);
        assertTrue(run.out.contains("A, wounded: 400 (s) is 600 short of its own 1,000, by the rule"), run.out);
    }

    @Test
    void read() {
        Run run = run("read", "9,780–12,031 killed of PT-76 crews, 300+ tanks destroyed");
        assertEquals(0, run.code);
        assertEquals(
                List.of(
                        "part,low,high,best,qualifier,measure,relation,text,near",
                        "1,9780,12031,,exactly,killed,,\"9,780–12,031 killed\",",
                        "2,300,Infinity,,at least,tanks destroyed,,300+ tanks destroyed,",
                        "set aside as words: of",
                        "set aside as designation: PT-76",
                        "set aside as words: crews,",
                        "languages read: en, de, fr, ru, sv, es, it"),
                run.out.lines().toList());
        assertTrue(run("read", "31,000–19,000").out.contains("note: the higher end"));
        assertTrue(run("read", "48 US, 269 CS").out.contains("note: several parties"));
        assertTrue(run("read", "in 1941").out.contains("set aside as year: 1941"));
        assertTrue(run("read", "1 300 döda", "--languages", "sv").out.contains("1,1300,1300,,exactly,deaths"));
        assertFalse(run("read", "5 killed\u001b[2J").out.contains("\u001b"));
        assertTrue(run("read", "").out.contains("no figure"));
        assertTrue(run("read", "300 tanks", "--state", "strength").out.contains("300,300,,exactly,tanks strength,"));
        assertTrue(run("read", "12 sunk", "--item", "ships").out.contains("12,12,,exactly,ships destroyed,"));
        assertUnusable("Ships", "read", "12 sunk", "--item", "Ships");
    }

    @Test
    void readParagraph() {
        Run run = run("read", "Near Minsk the Red Army lost 300 men. In June 1944 some 40 were killed at Orsha.");
        assertEquals(0, run.code);
        assertEquals(
                List.of(
                        "part,low,high,best,qualifier,measure,relation,text,near",
                        "1,300,300,,exactly,lost,,300 men,Near Minsk; Red Army",
                        "2,40,40,,about,killed,,some 40 were killed,June; Orsha"),
                run.out.lines().limit(3).toList());
        Run unread = run("read", "two 300 killed");
        assertEquals(1, unread.code);
        assertTrue(unread.out.contains("set aside as unreadable: two 300"), unread.out);
    }

    @Test
    void readLines() throws IOException {
        Path cells = Files.writeString(
                folder.resolve("cells.txt"),
                "400 tanks\\n(253 destroyed)\nthe whole garrison of Troy\n+5\n10,000 ± 500 men\n150 or 172\n\n");
        Path table = out().resolve("read.csv");
        Run run = run("read", "--lines", cells.toString(), "--out", table.toString());
        assertEquals(1, run.code, run::toString); // +5 is no count
        assertEquals(
                List.of(
                        "line,part,low,high,best,qualifier,measure,relation,text,near",
                        "1,1,400,400,,exactly,tanks,,400 tanks,",
                        "1,2,253,253,,exactly,tanks destroyed,subset,253 destroyed,",
                        "2,1,,,,words,,,the whole garrison of Troy,Troy",
                        "3,0,,,,,,,,",
                        "4,1,9500,10500,10000,exactly,personnel,,\"10,000 ± 500 men\",",
                        "5,1,150,150,,exactly,,,150,",
                        "5,2,172,172,,exactly,,alternative,172,",
                        "6,0,,,,,,,,"),
                Files.readAllLines(table));
    }

    @Test
    void readUnusable() throws IOException {
        String table = out().resolve("read.csv").toString();
        assertUnusable("nowhere is absent", "read", "--lines", "nowhere", "--out", table);
        assertUnusable("come together", "read", "--lines", "nowhere");
        assertUnusable("come together", "read", "5", "--out", table);
        assertUnusable("TEXT", "read", "5", "--lines", "nowhere", "--out", table);
        assertUnusable("tlh", "read", "5", "--languages", "tlh");
        Path cells = Files.writeString(folder.resolve("cells"), "5\n");
        assertUnusable("is a folder", "read", "--lines", cells.toString(), "--out", folder.toString());
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {'5', (byte) 0xff});
        Run run = run("read", "--lines", bytes.toString(), "--out", table);
        assertEquals(2, run.code);
        assertTrue(run.err.contains("bytes is not text in UTF-8"), run.err);
        assertFalse(Files.exists(Path.of(table)));
    }

    @Test
    void helpAndVersion() {
        for (List<String> command : List.of(List.<String>of(), List.of("report"), List.of("check"), List.of("read"))) {
            for (String option : List.of("--help", "--version")) {
                String[] arguments =
                        Stream.concat(command.stream(), Stream.of(option)).toArray(String[]::new);
                Run run = run(arguments);
                assertEquals(0, run.code, run::toString);
                assertTrue(run.out.startsWith(option.equals("--help") ? "Usage: muster" : "muster "), run::toString);
                assertEquals("", run.err);
            }
        }
    }

    /** A process of its own: its exit code, its encoding, and that it never loads the tables of analysts. */
    @Test
    void theProcess() throws Exception {
        Path log = folder.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.muster.cli.Muster",
                        "check",
                        MANCHURIA,
                        "--out",
                        out().toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue(), printed);
        assertTrue(printed.contains("… and "), printed);
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(line -> line.contains("org.muster.report.Report ")), "the log has classes");
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(line ->
                                line.contains("tech.tablesaw") || line.contains("org.muster.tablesaw.RowsTable"))
                        .toList());
    }
}
