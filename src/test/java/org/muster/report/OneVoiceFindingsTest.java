package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.report.FindingsTest.ACROSS;
import static org.muster.report.FindingsTest.APART;
import static org.muster.report.FindingsTest.BY_RULES;
import static org.muster.report.FindingsTest.ONE_VOICE;
import static org.muster.report.FindingsTest.findings;
import static org.muster.report.FindingsTest.section;
import static org.muster.report.FindingsTest.underTheRules;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;

/** Who is told to contradict himself, and who to have copied wrongly. The figures are made up. */
class OneVoiceFindingsTest {

    private static List<String> ofOneVoice(Dossier dossier) {
        return section(dossier, ONE_VOICE);
    }

    @Test
    void aTotalThatItsOwnAuthorsPartsDoNotGiveStandsFirst() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "casualties", "23,049", "fox"),
                Claim.of("A", "killed", "3,155", "fox"),
                Claim.of("A", "wounded", "14,529", "fox"),
                Claim.of("A", "captured_missing", "5,361", "fox"),
                Claim.of("B", "killed", "10", "s"),
                Claim.of("B", "killed", "90", "t"));
        Findings findings = findings(dossier);
        assertEquals(ONE_VOICE, findings.sections().get(0).title());
        assertEquals(
                List.of("A, casualties: 23,049 (fox) is 4 more than its own parts give: 3,155 killed + 14,529 wounded +"
                        + " 5,361 captured or missing = 23,045"),
                section(findings, ONE_VOICE));
        assertEquals(List.of(), section(findings, ACROSS));
        assertTrue(findings.haveContradictions());
    }

    /** Two breakdowns of one total fail, in different ways: neither hides the other. */
    /** Marder gives the same total and no fleets: only Corbett contradicts himself. */
    @Test
    void whoGivesTheWholeAloneDoesNotContradictHimself() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("Fleet", "ships lost", "14", "Marder"),
                        Claim.of("Fleet", "ships lost", "14", "Corbett"),
                        Claim.of("First", "ships lost", "3", "Corbett"),
                        Claim.of("Second", "ships lost", "3", "Corbett"))
                .with(Breakdown.of(Dimension.PARTY, "Fleet", "First", "Second"));
        assertEquals(
                List.of(
                        "Fleet, ships lost: 14 (Corbett) is 8 more than its own parts give: First's 3 + Second's 3 = 6"),
                section(dossier, ONE_VOICE));
    }

    @Test
    void everySumOfAnAuthorThatFailsIsTold() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("A", "killed", "100", "s"),
                        Claim.of("A1", "killed", "60", "s"),
                        Claim.of("A2", "killed", "50", "s"),
                        Claim.of("Foot", "killed", "70", "s"),
                        Claim.of("Horse", "killed", "25", "s"))
                .with(
                        Breakdown.of(Dimension.PARTY, "A", "A1", "A2"),
                        new Breakdown(Dimension.PARTY, "A", "arm", List.of("Foot", "Horse"), Completeness.YES, ""));
        assertEquals(
                List.of(
                        "A, killed: 100 (s) is 10 short of what its own parts give: A1's 60 + A2's 50 = 110",
                        "A, killed: 100 (s) is 5 more than its own parts give: Foot's 70 + Horse's 25 = 95"),
                ofOneVoice(dossier));
    }

    /** Of all types of ships three are counted, and these are already more than all: 12 + 9 + 18 = 39. */
    @Test
    void knownPartsOfOneVoiceThatExceedItsWholeAreItsOwnFault() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "ships strength", "37", "s"),
                Claim.of("A", "battleships strength", "12", "s"),
                Claim.of("A", "cruisers strength", "9", "s"),
                Claim.of("A", "destroyers strength", "18", "s"));
        assertEquals(
                List.of(
                        "A, ships: 37 (s) is at least 2 short of what its own parts give: 12 battleships + 9 cruisers + 18"
                                + " destroyers = 39"),
                ofOneVoice(dossier));
        assertEquals(List.of(), section(dossier, ACROSS));
    }

    /** 3,000 and 8,500 are 11,500, whatever another says of the killed: an author who writes 11,000 has slipped. */
    @Test
    void knownPartsOfOneVoiceAreItsOwnFaultWhateverOthersSayOfThem() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "casualties", "11,000", "s"),
                Claim.of("A", "killed", "3,000", "s"),
                Claim.of("A", "wounded", "8,500", "s"),
                Claim.of("A", "killed", "2,000", "t"));
        assertEquals(
                List.of(
                        "A, casualties: 11,000 (s) is at least 500 short of what its own parts give: 3,000 killed + 8,500"
                                + " wounded = 11,500, with no figure for missing or captured"),
                ofOneVoice(dossier));
        assertEquals(List.of(), section(dossier, ACROSS));
        assertTrue(findings(dossier).haveContradictions());
        assertEquals(List.of(), section(underTheRules(dossier), BY_RULES));
        Dossier fits = Dossier.of(
                "battle",
                Claim.of("A", "casualties", "11,500", "s"),
                Claim.of("A", "killed", "3,000", "s"),
                Claim.of("A", "wounded", "8,500", "s"),
                Claim.of("A", "killed", "4,000", "t"));
        assertEquals(List.of(), ofOneVoice(fits));
    }

    /** checks.csv holds what the voices' parts come to over all voices; the author's own stand in the conflicts. */
    @Test
    void whereTheRestOfTheKnownPartsStands() {
        Claim[] claims = new Claim[24];
        for (int i = 0; i < claims.length; i += 4) {
            claims[i] = Claim.of("A" + i, "casualties", "11,000", "s");
            claims[i + 1] = Claim.of("A" + i, "killed", "3,000", "s");
            claims[i + 2] = Claim.of("A" + i, "wounded", "8,500", "s");
            claims[i + 3] = Claim.of("A" + i, "killed", "2,000", "t");
        }
        List<String> lines = findings(Dossier.of("war", claims)).lines();
        assertTrue(
                lines.contains("  … and 1 more in checks.csv, or in conflicts.csv of muster reconcile"),
                lines::toString);
    }

    @Test
    void oneKnownPartIsNoSum() {
        Dossier dossier = Dossier.of(
                        "siege",
                        Claim.of("A", "killed", "650", "s"),
                        Claim.of("A", "killed", "700", "s").in("Orm"))
                .with(new Breakdown(Dimension.PLACE, "", "", List.of("Orm"), Completeness.NO, ""));
        assertEquals(List.of("A, killed: 650 (s) is 50 short of its own part: 700 in Orm"), ofOneVoice(dossier));
    }

    /** The parts are of another voice: nobody contradicts himself, and the parts that are known are named. */
    @Test
    void knownPartsOfAnotherVoiceAreNamed() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "ships strength", "37", "s"),
                Claim.of("A", "battleships strength", "12", "t"),
                Claim.of("A", "destroyers strength", "28", "t"));
        assertEquals(List.of(), ofOneVoice(dossier));
        assertEquals(
                List.of(
                        "A, ships: 37 (s) is at least 3 short of 12 battleships + 28 destroyers (t), which are part of it"),
                section(dossier, ACROSS));
    }

    /** Deaths only grow: parts of June that are more than the whole of January after are at least as many then. */
    @Test
    void partsOfAnEarlierDateHaveIt() {
        Dossier dossier = Dossier.of(
                        "war",
                        Claim.of("A", "killed", "1,690", "s").asOf("2018-01"),
                        Claim.of("A1", "killed", "1,260", "s").asOf("2017-06"),
                        Claim.of("A2", "killed", "451", "s").asOf("2017-06"))
                .with(Breakdown.of(Dimension.PARTY, "A", "A1", "A2"));
        assertEquals(
                List.of(
                        "A, killed: 1,690 (s, as of January 2018) is at least 21 short of what its own parts give as of June"
                                + " 2017: A1's 1,260 + A2's 451 = 1,711"),
                ofOneVoice(dossier));
    }

    /** The same author's "about 23,000" is no fault beside his 23,049. */
    @Test
    void aRoundNumberBesideTheExactOneIsNoFinding() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "casualties", "23,049", "fox"),
                Claim.of("A", "casualties", "about 23,000", "fox"));
        assertEquals(List.of(), findings(dossier).sections());
    }

    @Test
    void aVoiceThatContradictsItself() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "killed", "100", "s").at("p. 5"),
                Claim.of("A", "killed", "200", "s").at("p. 40"));
        assertEquals(
                List.of("A, killed: s gives both 100 (p. 5) and 200 (p. 40), 2.0 times as many"), ofOneVoice(dossier));
        assertTrue(findings(dossier).haveContradictions());
    }

    /** A party's claims stand in works, which a reader wants to open; the conflict with others is told too. */
    @Test
    void theWorksThatQuoteAPartyAreNamed() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "killed", "100", "s").claimedBy("B"),
                Claim.of("A", "killed", "110", "t").claimedBy("B"),
                Claim.of("A", "killed", "50", "u"));
        assertEquals(List.of("A, killed: B gives both 100 (s) and 110 (t), 1.1 times as many"), ofOneVoice(dossier));
        assertEquals(List.of("A, killed: 50 (u) or 100–110 (B), at least 2.0 times as many"), section(dossier, APART));
    }

    @Test
    void aCountRevisedDownIsToldOnce() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "killed", "16,000", "s").asOf("1945-06"),
                Claim.of("A", "killed", "7,401", "s").asOf("1945-11"),
                Claim.of("B", "killed", "16,000", "s").asOf("1945-06"),
                Claim.of("B", "killed", "7,401", "s"));
        assertEquals(
                List.of(
                        "A, killed: s counts 16,000 (as of June 1945) and later 7,401 (as of November 1945), revised down"
                                + " by 8,599",
                        "B, killed: s counts 16,000 (as of June 1945) and in the end 7,401, revised down by 8,599"),
                ofOneVoice(dossier));
        assertTrue(findings(dossier).haveContradictions());
    }

    /** 83,773 is 83,737 with two digits turned round; "84,000 or so" only rounds it. */
    @Test
    void aCopyThatDiffersIsAFindingButNoContradiction() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("A", "killed", "83,737", "a"),
                        Claim.of("A", "killed", "83,773", "b"),
                        Claim.of("A", "killed", "about 84,000", "c"))
                .with(
                        Source.of("a"),
                        Source.of("b").withOrigin("a"),
                        Source.of("c").withOrigin("a"));
        assertEquals(
                List.of("A, killed: b copies 83,773 from a, where the figure is 83,737: 36 more"), ofOneVoice(dossier));
        assertFalse(findings(dossier).haveContradictions());
    }

    /** What the original leaves open the copy must not close. */
    @Test
    void aCopyThatDropsAWordIsAFinding() {
        Dossier dossier = Dossier.of(
                        "battle", Claim.of("A", "killed", "over 40,000", "a"), Claim.of("A", "killed", "40,000", "b"))
                .with(Source.of("a"), Source.of("b").withOrigin("a"));
        assertEquals(
                List.of("A, killed: b copies 40,000 from a, where the figure is more than 40,000"),
                ofOneVoice(dossier));
    }

    /** "At least 6,400" says nothing that 6,412 denies; "at least 6,500" does. */
    @Test
    void aCopyThatBoundsItsOriginalIsNoFinding() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("A", "killed", "6,412", "a"),
                        Claim.of("A", "killed", "at least 6,400", "b"),
                        Claim.of("A", "killed", "at least 6,500", "c"))
                .with(
                        Source.of("a"),
                        Source.of("b").withOrigin("a"),
                        Source.of("c").withOrigin("a"));
        assertEquals(
                List.of("A, killed: c copies 6,500 or more from a, where the figure is 6,412: at least 88 more"),
                ofOneVoice(dossier));
    }
}
