package org.muster.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code muster combine}: what it writes and tells, and what it refuses. */
class CombineCommandTest {

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Muster.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private String dossier(String... rows) throws IOException {
        return Files.writeString(
                        folder.resolve("claims.csv"),
                        "party,measure,figure,source,origin\n" + String.join("\n", rows) + "\n")
                .toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private List<String> written(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    @Test
    void aContestedFigure() throws IOException {
        String claims =
                dossier("A,killed,100,s,", "A,killed,400,t,", "A,killed,120,u,", "A,killed,130,v,s", "B,killed,7,s,");
        Run run = run("combine", claims, "--out", out(), "--rule", "hull,acled,marzullo", "--quiet");
        assertEquals(0, run.code, run::toString);
        assertEquals("", run.err);
        assertEquals("""
                claims: 5 claims about 2 quantities from 4 sources, no problems
                Figures that depend on the rule (1)
                  A, killed: 100–400 (hull), 100 (ACLED)
                Voices that have no number in common (1)
                  A, killed: 3 voices, 3 of 3 pairs apart, up to 4.0 times as many
                Whose figure moves the answer most, by hull (1)
                  A, killed: 100–120 without t, 100–400 with
                Rules without an answer (1)
                  Marzullo: nothing in common for 1 of 2 quantities
                Reports in %s
                """.formatted(out()), run.out.replace("\r\n", "\n"));
        assertEquals(
                List.of(
                        "event,party,place,measure,scope,hull_low,hull_high,acled_low,acled_high,marzullo_low,marzullo_high",
                        "claims,A,,killed,,100,400,100,100,,",
                        "claims,B,,killed,,7,7,7,7,7,7"),
                written("sensitivity.csv"));
        List<String> combined = written("combined.csv");
        assertEquals(
                "event,party,place,measure,scope,rule,low,high,best_low,best_high,claims,voices,left_out,why,claim_ids",
                combined.get(0));
        assertEquals(
                "claims,A,,killed,,acled,100,100,,,1,1,L3; L4; L5,"
                        + "\"one voice; left out: less conservative (L3, L4), a copy (L5)\",L2",
                combined.get(2));
        assertEquals(7, combined.size());
    }

    @Test
    void oneRuleIsToldWithItsBestValue() throws IOException {
        String claims = dossier("A,killed,100–200,s,", "A,killed,150–300,t,");
        Run run = run("combine", claims, "--out", out(), "--rule", "owid");
        assertTrue(run.out.contains("Answers by Our World in Data (1)"), run.out);
        assertTrue(run.out.contains("A, killed: 100–300, best 100 (Our World in Data)"), run.out);
    }

    @Test
    void anOrderOfOnesOwnAndTheAccused() throws IOException {
        String claims = dossier("A,killed,2000,s 1990,", "A,killed,100–160,t,", "A,killed,5,w,");
        Run run = run("combine", claims, "--out", out(), "--rule", "civil_war", "--prefer", "T; S 1990");
        assertEquals(0, run.code, run::toString);
        assertTrue(
                written("combined.csv").get(1).startsWith("claims,A,,killed,,civil_war,100,160,130,130,1,1,L2; L4,"));
        assertTrue(written("combined.csv").get(1).contains("variance 300"), "60²/12");
        run = run("combine", claims, "--out", out(), "--rule", "airwars", "--accused", "w");
        assertTrue(
                written("combined.csv").get(1).contains("confirmed; conceded: 5, alleged: 100–2,000"), run::toString);
    }

    /** Two ranges 100–400 and 200–800 have the middles 200 and 400 and one variance: the estimate is √(200·400), and with
     * twice the precision its limits are that divided and multiplied by 2^(1/√2), 173.25 and 461.75. */
    @Test
    void metaAnalysisForAConfidence() throws IOException {
        String claims =
                dossier("A,killed,100–400,s,", "A,killed,200–800,t,", "A,killed,250,u,", "A,killed,100–400,v,s");
        Run run = run(
                "combine", claims, "--out", out(), "--rule", "hull,fixed_effect,paule_mandel", "--confidence", "0.95");
        assertEquals(0, run.code, run::toString);
        String fixed = written("combined.csv").get(2);
        assertTrue(fixed.contains(",fixed_effect,") && fixed.contains(",173,462,283,283,2,2,"), fixed);
        assertTrue(fixed.contains("if the ranges stand for a confidence of 0.95"), fixed);
        assertTrue(fixed.contains("a single number"), fixed);
        Run all = run("combine", claims, "--out", out(), "--confidence", "0.9");
        assertTrue(
                written("combined.csv")
                        .get(written("combined.csv").size() - 1)
                        .contains(",restricted_maximum_likelihood,"),
                all::toString);
    }

    @Test
    void lossesOverEventsAndWeights() throws IOException {
        Path dossier = Files.createDirectory(folder.resolve("dossier"));
        Files.writeString(
                dossier.resolve("claims.csv"),
                "event,party,measure,figure,source\nford,A,killed,10,s\nford,A,killed,40,t\nhill,A,killed,5–6,s\n"
                        + "mill,A,killed,heavy,s\n");
        Files.writeString(dossier.resolve("sources.csv"), "id,grade\ns,A\nt,E\n");
        Run run = run("combine", dossier.toString(), "--out", out(), "--rule", "mixture", "--grades", "A=9,E=3");
        assertEquals(0, run.code, run::toString);
        // Weights 9 + 3 and 3 + 3: (12·10 + 6·40)/18 = 20.
        assertTrue(written("combined.csv").get(1).startsWith("ford,A,,killed,,mixture,20,20,,,2,2,"), run::toString);
        assertTrue(
                run.out.contains("  A, killed: 25–26 in 2 events; no figure for 1 other, which may have more"),
                run.out);
        assertTrue(run.out.contains("  A 9, B 4, C 3, D 2, E 3, F 3, 1 5, "), run.out);
        assertEquals(
                "A,,killed,,mixture,,25,26,3,2,1,0,mill,", written("totals.csv").get(1));
    }

    @Test
    void faultsOfTheInputAreToldAndKept() throws IOException {
        Run run = run("combine", dossier("A,killed,5,s,", ",killed,6,s,"), "--out", out());
        assertEquals(1, run.code, run::toString);
        assertTrue(run.out.contains("claims.csv:3"), run.out);
        assertEquals(2, written("problems.csv").size());
    }

    @Test
    void whatCannotBeDoneIsRefused() throws IOException {
        String claims = dossier("A,killed,5,s,");
        assertRefused("rule \"median\" is not one of: hull, ", "combine", claims, "--out", out(), "--rule", "median");
        assertRefused("hull is named twice", "combine", claims, "--out", out(), "--rule", "hull,hull");
        assertRefused("needs --confidence", "combine", claims, "--out", out(), "--rule", "paule_mandel");
        assertRefused(
                "--confidence is for", "combine", claims, "--out", out(), "--rule", "hull", "--confidence", "0.9");
        for (String level : List.of("95", "95%", "0,95", "0", "1", "NaN", "0.95d", "")) {
            String refused = assertRefused(
                    "--confidence \"" + level + "\": expected a number above 0 and below 1, such as 0.95",
                    "combine",
                    claims,
                    "--out",
                    out(),
                    "--confidence",
                    level);
            assertFalse(refused.contains("Usage"), refused);
        }
        assertRefused("--prefer is for", "combine", claims, "--out", out(), "--rule", "hull", "--prefer", "s");
        assertRefused("--accused is for", "combine", claims, "--out", out(), "--rule", "hull", "--accused", "s");
        assertRefused("--grades \"Z=3\" is not", "combine", claims, "--out", out(), "--grades", "Z=3");
        assertRefused("--grades \"A=0\" is not", "combine", claims, "--out", out(), "--grades", "A=0");
        assertRefused("--grades \"A=8\": A is named twice", "combine", claims, "--out", out(), "--grades", "A=9,A=8");
        assertRefused("--prefer \"–\" has no letter", "combine", claims, "--out", out(), "--prefer", "s; –");
        assertRefused("--prefer \"\" has no letter", "combine", claims, "--out", out(), "--prefer", "");
        assertRefused("--out", "combine", claims);
        assertRefused("holds a dossier", "combine", claims, "--out", folder.toString());
    }

    @Test
    void namesThatAreNotThereAreRefused() throws IOException {
        String claims = dossier("Coalition,killed,5,Fox 1898,", "Red,killed,7,Livermore 1900,");
        assertRefused(
                "--prefer \"Livermoore 1900\" is no source or claimant of the dossier; the nearest known name is \"Livermore 1900\""
                        + "; there are: Fox 1898, Livermore 1900",
                "combine",
                claims,
                "--out",
                out(),
                "--prefer",
                "Fox 1898;Livermoore 1900");
        assertRefused(
                "--accused \"COLLITION\" is no party, claimant or source of the dossier; the nearest known name is \"Coalition\""
                        + "; there are: Coalition, Red, Fox 1898, Livermore 1900",
                "combine",
                claims,
                "--out",
                out(),
                "--accused",
                "COLLITION");
        assertRefused("--accused \"\" is no party", "combine", claims, "--out", out(), "--accused", "");
        // The rule's own compilers may be named though the dossier lacks them.
        Run run = run("combine", claims, "--out", out(), "--rule", "civil_war", "--prefer", "cwsac2;FOX-1898");
        assertEquals(0, run.code, run::toString);
    }

    @Test
    void theAccusedAreNamedInAnyCase() throws IOException {
        String claims = dossier("A,killed,100–160,t,", "A,killed,5,Who,");
        Run run = run("combine", claims, "--out", out(), "--rule", "airwars", "--accused", "wHO");
        assertTrue(written("combined.csv").get(1).contains("confirmed; conceded: 5, alleged: 100–160"), run::toString);
    }

    @Test
    void aBoundThatContradictsTheFigureIsTold() throws IOException {
        String claims =
                dossier("A,killed,\"1,000\",Smith,", "A,killed,\"more than 2,000\",Jones,", "B,killed,7,Smith,");
        Run run = run("combine", claims, "--out", out(), "--rule", "hull,acled");
        assertEquals(0, run.code, run::toString);
        assertTrue(
                run.out.contains("Figures that a bound contradicts (1)" + System.lineSeparator()
                        + "  A, killed: 1,000 (hull, ACLED), but Jones says more than 2,000"),
                run.out);
        assertTrue(written("combined.csv").get(1).contains("a bound, which contradicts this (L3)"), run::toString);
    }

    /** Losses only grow, so that 9,000 of June bounds the count of July: but nobody said "9,000 or more". */
    @Test
    void anEarlierCountThatBoundsIsToldAsItWasSaid() throws IOException {
        Files.writeString(
                folder.resolve("claims.csv"),
                "party,measure,figure,source,as_of\nA,killed,9000,Smith,2017-06-30\nA,killed,\"3,800–4,400\",Jones,2018\n");
        Run run = run("combine", folder.toString(), "--out", out(), "--rule", "hull,ucdp");
        assertTrue(
                run.out.contains(
                        "A, killed: 3,800–4,400 (hull, UCDP), but Smith already says 9,000 as of 30 June 2017"),
                run.out);
    }

    private String assertRefused(String named, String... arguments) {
        Run run = run(arguments);
        assertEquals(2, run.code, run::toString);
        assertTrue(run.err.contains(named), run::toString);
        assertFalse(run.err.contains("Exception"), run::toString);
        assertFalse(Files.exists(folder.resolve("out")), run::toString);
        return run.err;
    }
}
