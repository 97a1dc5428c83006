package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.compare.Tolerance;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.WrittenRule;
import org.muster.reconcile.Assumptions;
import org.muster.reconcile.Conflicts;
import org.muster.reconcile.Reconciliation;

/** What a run ends with: the findings in words, the surest first. The figures of the small cases are made up. */
class FindingsTest {

    static final String ONE_VOICE = "Voices that contradict themselves";
    static final String APART = "Claims that cannot all be true";
    static final String ACROSS = "Sums and bounds that fail across voices";
    static final String BY_RULES = "Claims that cannot all be true under the rules";
    private static final String DOUBTFUL = "Bounds that may fail";
    private static final String BY_DATE = "Counts that differ by date";
    private static final String BOUND = "Agreements that rest on a bound";

    static Findings findings(Dossier dossier) {
        return Findings.of(Report.of(dossier, Tolerance.NONE));
    }

    static List<String> section(Dossier dossier, String title) {
        return section(findings(dossier), title);
    }

    static List<String> section(Findings findings, String title) {
        return findings.sections().stream()
                .filter(section -> section.title().equals(title))
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    private static List<String> titles(Findings findings) {
        return findings.sections().stream().map(Findings.Section::title).toList();
    }

    static Findings underTheRules(Dossier dossier) {
        return Findings.of(Report.of(dossier, Tolerance.NONE), Conflicts.of(dossier, Assumptions.NONE));
    }

    /** In the order and with the differences that were worked out by hand from the article's figures. */
    @Test
    void manchuria() throws IOException {
        Findings findings = findings(Dossier.read(Path.of("datasets/manchuria-1945")));
        assertEquals(List.of(), section(findings, ONE_VOICE));
        assertEquals(
                List.of(
                        "Japan, killed: 21,389 (Japan) or 83,737 (Soviet Union), 3.9 times as many",
                        "Soviet Union, rocket launchers: 1,152 (Wikipedia) or 1,171 (Glantz 1983), 19 more",
                        "Soviet Union, divisions: 89 (Glantz 1983) or 90 (Glantz & House 1995), 1 more",
                        "Japan, Manchuria, combat aircraft: 230 (Coox 1985) or 232 (Supreme Commander for the Allied"
                                + " Powers 1946), 2 more",
                        "Japan, Manchuria, aircraft: 1,040 (Coox 1985) or 1,042 (Supreme Commander for the Allied Powers"
                                + " 1946), 2 more"),
                section(findings, APART));
        List<String> across = section(findings, ACROSS);
        assertEquals(
                "Soviet Union, Far East, self-propelled guns: 1,393 (Soviet Union, as of 5 August 1945) is 459 short of"
                        + " 1,852 in the whole area (Glantz 1983), which is part of it",
                across.get(0));
        assertEquals(
                "Japan, tanks: about 400 (Japanese Monograph No. 155) is 30 more than 290 in Manchuria (Moschanskiy) +"
                        + " about 80 in Korea (Wikipedia), if two figures are taken as exact",
                across.get(1));
        assertEquals(
                "Soviet Union, rocket launchers: 1,152 (Wikipedia) is 19 short of its fronts' 1,171 (Glantz 1983)",
                across.get(2));
        assertTrue(
                across.get(3).startsWith("Manchuria 1931-1945, Japan, killed: 45,900 (Japan) is at least 489 short of"),
                across.get(3));
        assertTrue(across.get(3).endsWith(", if two figures are taken as exact"), across.get(3));
        assertEquals(
                "Japan, Manchuria, combat aircraft: 230 (Coox 1985) is 2 short of 188 fighters + 9 bombers + 27"
                        + " reconnaissance aircraft + 8 transport aircraft (Supreme Commander for the Allied Powers 1946)",
                across.get(4));
        assertEquals(
                "Allies to Axis, men: 1.27–1.32",
                section(findings, "Force ratios between the sides").get(0));
    }

    /** The whole of what a historian reads about a compilation with one of every fault that compilations have. */
    @Test
    void aCampaignWithOneOfEachFault() throws IOException {
        Dossier dossier = Dossier.read(Path.of("src/test/resources/org/muster/report/pass-campaign-1919"));
        assertEquals(
                Files.readAllLines(Path.of("src/test/resources/org/muster/report/pass-campaign-1919/findings.txt")),
                findings(dossier).lines());
    }

    @Test
    void nothingToFind() {
        Dossier dossier = Dossier.of("battle", Claim.of("A", "killed", "5", "s"));
        assertEquals(
                List.of("battle: 1 claim about 1 quantity from 1 source, no problems"),
                findings(dossier).lines());
        assertFalse(findings(dossier).haveContradictions());
    }

    /** "More than 300" is not "300 or more", nor "fewer than 100" "up to 99"; where one voice says the one and one the other, 300 may be. */
    @Test
    void boundsAreToldInTheWordsOfTheirSources() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("A", "killed", "more than 300", "s"),
                        Claim.of("A", "killed", "250", "t"),
                        Claim.of("A", "wounded", "fewer than 100", "s"),
                        Claim.of("A", "wounded", "nearly 200", "t"),
                        Claim.of("A", "captured", "over 300", "s"),
                        Claim.of("A", "captured", "at least 300", "u"),
                        Claim.of("A", "captured", "up to 90", "t"),
                        Claim.of("A", "missing", "over 30", "s"),
                        Claim.of("A", "missing", "40", "t"),
                        Claim.of("B", "killed", "20", "s"),
                        Claim.of("B1", "killed", "over 30", "s"))
                .with(Breakdown.of(Dimension.PARTY, "B", "B1", "B2"));
        Findings findings = findings(dossier);
        assertEquals(
                List.of("B, killed: 20 (s) is at least 10 short of its own part that has a figure: B1's more than 30"),
                section(findings, ONE_VOICE));
        assertEquals(
                List.of(
                        "A, captured: up to 90 (t) or 300 or more (s, u), at least 3.3 times as many",
                        "A, wounded: fewer than 100 (s) or nearly 200 (t), at least 2.0 times as many, if nearly 200 is"
                                + " taken as exact",
                        "A, killed: 250 (t) or more than 300 (s), at least 1.2 times as many"),
                section(findings, APART));
        assertEquals(List.of("A, missing: 40 (t) and more than 30 (s)"), section(findings, BOUND));
        List<String> reconciled = ReconciliationFindings.of(
                        dossier, Reconciliation.of(dossier, Assumptions.NONE), List.of())
                .lines();
        assertTrue(
                reconciled.get(2).startsWith("  1. A, killed (s, t): more than 300 (s) or 250 (t)."),
                reconciled.get(2));
    }

    /** What a tolerance widens is not taken as exact: 3,000 less 5 per cent is 2,850. */
    @Test
    void aToleranceIsNotCalledExact() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "tanks lost", "278", "s"),
                Claim.of("A", "tanks lost", "nearly 3,000", "t"),
                Claim.of("B", "tanks lost", "about 100", "s"),
                Claim.of("B", "tanks lost", "about 200", "t"));
        assertEquals(
                List.of(
                        "A, tanks lost: 278 (s) or about 2,850–3,000 (t), at least 10 times as many, if about 2,850–3,000 is"
                                + " within the tolerance given",
                        "B, tanks lost: about 95–105 (s) or about 190–210 (t), at least 1.8 times as many, if both are within"
                                + " the tolerance given"),
                section(Findings.of(Report.of(dossier, Tolerance.about("5%"))), APART));
    }

    /** Nobody lost against one lost has the greatest ratio of all, and is the least of disputes. */
    @Test
    void theWidestConflictFirstWithTheVoicesOnEachSide() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "killed", "1,000", "s"),
                Claim.of("A", "killed", "1,050", "t"),
                Claim.of("B", "killed", "10", "s"),
                Claim.of("B", "killed", "10", "t"),
                Claim.of("B", "killed", "25", "u"),
                Claim.of("B", "killed", "20 or more", "v"),
                Claim.of("C", "killed", "0", "s"),
                Claim.of("C", "killed", "7", "t"),
                Claim.of("D", "killed", "0", "s"),
                Claim.of("D", "killed", "2", "t"));
        assertEquals(
                List.of(
                        "C, killed: 0 (s) or 7 (t), 7 more",
                        "B, killed: 10 (s, t) or 25 (u), 2.5 times as many; also 20 or more (v)",
                        "D, killed: 0 (s) or 2 (t), 2 more",
                        "A, killed: 1,000 (s) or 1,050 (t), 50 more"),
                section(dossier, APART));
    }

    /** A count of June above a final one; the dates are told. */
    @Test
    void datesStandOnBothSides() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "killed", "16,000", "a").asOf("1945-06"),
                Claim.of("A", "killed", "7,401", "b"));
        assertEquals(
                List.of("A, killed: 7,401 (b) or 16,000 (a, as of June 1945), 2.2 times as many"),
                section(dossier, APART));
    }

    @Test
    void acrossVoicesOneLineAQuantityByShare() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("A", "strength", "1,000", "s"),
                        Claim.of("A", "strength", "1,100", "t"),
                        Claim.of("A1", "strength", "600", "u"),
                        Claim.of("A2", "strength", "about 600", "v"),
                        Claim.of("B", "strength", "100", "s"),
                        Claim.of("B1", "strength", "150", "u"))
                .with(
                        Breakdown.of(Dimension.PARTY, "A", "A1", "A2"),
                        new Breakdown(Dimension.PARTY, "B", "wings", List.of("B1"), Completeness.NO));
        assertEquals(
                List.of(
                        "B, men: 100 (s) is 50 short of B1's 150 (u), which is part of it",
                        "A, men: 1,000 (s) is 200 short of A1's 600 (u) + A2's about 600 (v), if one figure is taken as"
                                + " exact; one more of its sums or bounds fails"),
                section(dossier, ACROSS));
    }

    @Test
    void writtenRulesAreQuoted() {
        Dossier dossier = Dossier.of(
                        "battle", Claim.of("A", "killed", "100", "s"), Claim.of("A", "strength", "80", "t"))
                .with(WrittenRule.parse("{A | killed} <= {A | strength}"));
        assertEquals(
                List.of("A, men: 80 (t) is 20 short of 100 (s), by the rule \"R1: {A | killed} <= {A | strength}\""),
                section(dossier, ACROSS));
    }

    /** Nobody is contradicted by losses above a strength: reinforcements come, tanks are repaired. */
    @Test
    void lossesAboveAStrengthAreAHint() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "tanks strength", "400", "s"),
                Claim.of("A", "tanks captured", "369–600", "t"),
                Claim.of("B", "tanks strength", "40", "s"),
                Claim.of("B", "tanks lost", "50", "t"));
        assertEquals(
                List.of(
                        "B, tanks: 40 (s) but 50 lost (t), 10 too many unless more arrived or were repaired",
                        "A, tanks: 400 (s) but 369–600 captured (t), up to 200 too many unless more arrived or were"
                                + " repaired"),
                section(dossier, DOUBTFUL));
        assertFalse(findings(dossier).haveContradictions());
    }

    @Test
    void boundsThatMayFail() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("A", "strength", "18,500", "s"),
                        Claim.of("A1", "strength", "17,000–19,500", "t"))
                .with(Breakdown.within(Dimension.PARTY, "A", "A1"));
        assertEquals(
                List.of(
                        "A, men: 18,500 (s) may be too few for A1's 17,000–19,500 (t), which is part of it, by up to 1,000"),
                section(dossier, DOUBTFUL));
    }

    @Test
    void countsThatDifferByDate() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "captured", "over 16,000", "b").asOf("1943-11"),
                Claim.of("A", "captured", "10,755", "a").asOf("1943-07-02"));
        assertEquals(
                List.of(
                        "A, captured: 10,755 (a, as of 2 July 1943), then more than 16,000 (b, as of November 1943), at least 1.5 times as many"),
                section(dossier, BY_DATE));
        assertFalse(findings(dossier).haveContradictions());
    }

    @Test
    void agreementsThatRestOnABound() {
        Dossier dossier = Dossier.of(
                "battle", Claim.of("A", "killed", "up to 3,500", "b"), Claim.of("A", "killed", "1,666", "a"));
        assertEquals(List.of("A, killed: 1,666 (a) and up to 3,500 (b)"), section(dossier, BOUND));
        assertFalse(findings(dossier).haveContradictions());
    }

    /** In the end all agree on 700, but the 400 of February cannot be true beside the 500 of January, nor be one voice's revision. */
    @Test
    void aLaterCountBelowAnEarlierOneOfAnotherVoice() {
        Claim earlier = Claim.of("A", "missing", "at least 500", "a").asOf("2000-01");
        Claim later = Claim.of("A", "missing", "400", "b").asOf("2000-02");
        Claim own = Claim.of("A", "missing", "700", "a").asOf("2000-05");
        Claim theirs = Claim.of("A", "missing", "690–710", "b").asOf("2000-05");
        assertEquals(
                List.of("A, missing: 500 or more (a, as of January 2000), but later only 400 (b, as of February 2000)"),
                section(Dossier.of("war", later, own, theirs, earlier), BY_DATE));
        Claim rising = Claim.of("A", "missing", "450–550", "b").asOf("2000-02");
        assertEquals(
                List.of(), section(Dossier.of("war", earlier, rising, own, theirs), BY_DATE), "500 would fit both");
        assertEquals(
                List.of(
                        "A, missing: 400 (b, as of February 2000) or 500 or more (a, as of January 2000), at least 1.2 times"
                                + " as many"),
                section(Dossier.of("war", earlier, later), APART),
                "the last counts of both voices: told as a conflict alone");
        assertEquals(List.of(), section(Dossier.of("war", earlier, later), BY_DATE));
        Claim strength = Claim.of("A", "strength", "500", "a").asOf("2000-01");
        assertEquals(
                List.of("A, men: 500 (a, as of January 2000), then 400 (b, as of February 2000), 100 fewer"),
                section(
                        Dossier.of(
                                "war",
                                strength,
                                Claim.of("A", "strength", "400", "b").asOf("2000-02")),
                        BY_DATE),
                "men may leave");
    }

    /** What the sides have in all nobody knows, since there may be more on each: their members are compared. */
    @Test
    void membersAreComparedWhereTheSidesCannotBe() {
        Dossier dossier = Dossier.of(
                        "siege",
                        Claim.of("Garrison", "strength", "10,000", "s"),
                        Claim.of("Besiegers", "strength", "40,000", "s"))
                .with(
                        new Breakdown(Dimension.PARTY, "Town", "", List.of("Garrison", "Guilds"), Completeness.NO, ""),
                        new Breakdown(Dimension.PARTY, "Porte", "", List.of("Besiegers"), Completeness.NO, ""));
        assertEquals(
                List.of("Garrison to Besiegers, men: 0.250"),
                section(dossier, "Force ratios between the sides or their members"));
    }

    /** 89 / 31 = 2.8709…, 90 / 31 = 2.9032…: the range outward, a voice's single number to nearest. */
    @Test
    void theRangeOfAForceRatioThenEachVoices() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "divisions strength", "89", "s"),
                Claim.of("A", "divisions strength", "90", "t"),
                Claim.of("B", "divisions strength", "31", "u"));
        assertEquals(
                List.of("A to B, divisions: 2.87–2.91; 2.87 by s, 2.90 by t"),
                section(dossier, "Force ratios between the parties"));
        assertEquals(
                List.of("Allies to B, divisions: 2.87–2.91; 2.87 by s, 2.90 by t"),
                section(dossier.with(Breakdown.of(Dimension.PARTY, "Allies", "A")), "Force ratios between the sides"));
        assertEquals(
                List.of("Allies to B, divisions: 2.87–2.91; 2.87 by s, 2.90 by t; no figure for C"),
                section(
                        dossier.with(Breakdown.of(Dimension.PARTY, "Allies", "A", "C")),
                        "Force ratios between the sides"));
    }

    /** Six quantities in conflict, one line each whatever the number of claims: five shown, the rest counted. */
    @Test
    void aFewOfEachKind() {
        List<Claim> claims = new ArrayList<>();
        for (int party = 1; party <= 6; party++) {
            for (int figure = 1; figure <= 3; figure++) {
                claims.add(Claim.of("P" + party, "killed", Integer.toString(10 * figure * party), "s" + figure));
            }
        }
        List<String> lines = findings(Dossier.of("battle", claims)).lines();
        assertEquals("Claims that cannot all be true (6)", lines.get(1));
        // 30 / 10 for each: ties in dossier order.
        assertEquals("  P1, killed: 10 (s1) or 30 (s3), 3.0 times as many; also 20 (s2)", lines.get(2));
        assertTrue(lines.get(6).contains("P5"), lines.get(6));
        assertEquals("  … and 1 more in quantities.csv", lines.get(7));
        assertEquals(8, lines.size());
    }

    /** In a dossier of several events the terminal says which one is meant. */
    @Test
    void otherEventsAreNamed() {
        Claim own = Claim.of("A", "strength", "5", "s");
        Claim other = own.with(own.quantity().with(Dimension.EVENT, "siege"));
        Dossier dossier = Dossier.of(
                "battle",
                own,
                Claim.of("A", "strength", "10", "t"),
                other,
                other.with(other.quantity().with(Dimension.PARTY, "B")),
                Claim.of("A", "strength", "20", "t").with(other.quantity()));
        assertEquals(
                List.of(
                        "siege, A, men: 5 (s) or 20 (t), 4.0 times as many",
                        "A, men: 5 (s) or 10 (t), 2.0 times as many"),
                section(dossier, APART));
        assertEquals(
                List.of("siege, A to B, men: 1–4; 1 by s, 4 by t"),
                section(dossier, "Force ratios between the parties"));
    }

    /** 80 tanks and 30 tanks are more than 100 tanks and self-propelled guns: no check sees it, the rules together do. */
    @Test
    void whatOnlyTheRulesExcludeTogetherIsTold() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("A", "armour strength", "100", "s"),
                        Claim.of("A1", "tanks strength", "80", "t"),
                        Claim.of("A2", "tanks strength", "30", "u"))
                .with(Breakdown.of(Dimension.PARTY, "A", "A1", "A2"));
        assertFalse(findings(dossier).haveContradictions());
        Findings findings = underTheRules(dossier);
        List<String> told = section(findings, BY_RULES);
        assertEquals(1, told.size(), findings::toString);
        assertTrue(
                told.get(0).contains(": 100 (s); A1, tanks: 80 (t); A2, tanks: 30 (u): they are 10 apart ("),
                told.get(0));
        assertTrue(findings.haveContradictions());
    }

    /** What was counted later is less, by another voice: one quantity, told above, although growth from date to date is a rule. */
    @Test
    void countsOfSeveralDatesAreNotToldAgainAsARule() {
        Dossier dossier = Dossier.of(
                "war",
                Claim.of("A", "killed", "9,000", "s").asOf("2017-06"),
                Claim.of("A", "killed", "2,150", "t").asOf("2017-07"));
        Findings findings = underTheRules(dossier);
        assertEquals(List.of(APART), titles(findings), findings::toString);
    }

    @Test
    void whatAFailedCheckSaysTheRulesNeedNotSayAgain() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("A", "strength", "100", "s"),
                        Claim.of("A", "strength", "120", "r"),
                        Claim.of("A1", "strength", "80", "t"),
                        Claim.of("A2", "strength", "70", "u"))
                .with(Breakdown.of(Dimension.PARTY, "A", "A1", "A2"));
        Findings findings = underTheRules(dossier);
        assertEquals(List.of(APART, ACROSS), titles(findings), findings::toString);
    }

    /** Of what adds up to the parts, the names are told where the figures of several voices and dates cannot be listed one by one. */
    @Test
    void partsAreNamedWhereTheirFiguresCannotBeListed() {
        Dossier dossier = Dossier.of(
                "army",
                Claim.of("A", "casualties", "399", "f").asOf("1944-08"),
                Claim.of("A", "killed", "26", "f").asOf("1944-08"),
                Claim.of("A", "wounded", "110", "f").asOf("1944-08"),
                Claim.of("A", "missing", "263", "f").asOf("1944-08"),
                Claim.of("A", "killed", "381", "s").asOf("1944-07"),
                Claim.of("A", "captured", "158", "s").asOf("1944-07"));
        assertEquals(
                List.of(
                        "A, casualties: 399 (f, as of August 1944) is at least 158 short of 557 or more for killed + wounded +"
                                + " missing + captured (f, s)"),
                section(dossier, ACROSS).stream()
                        .map(line -> line.replaceFirst("; .*", ""))
                        .toList());
    }
}
