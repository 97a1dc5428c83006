package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.reconcile.Assumptions;
import org.muster.reconcile.Reconciliation;

/** What a reconciliation says of the figures that the rules narrow, and on what that rests. The figures are made up. */
class ReconciliationFindingsTest {

    private static final String NARROWED = "Figures that the rules narrow, if each lies in its stated range";
    private static final String DISPUTED = "Figures that would follow from claims in conflict";

    /** The lines under a title, each without the blanks before it. */
    private static List<String> section(Dossier dossier, String title) {
        List<String> lines = ReconciliationFindings.of(dossier, Reconciliation.of(dossier, Assumptions.NONE), List.of())
                .lines();
        return lines.stream()
                .dropWhile(line -> !line.startsWith(title + " ("))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
    }

    private static Dossier inFronts(Claim... claims) {
        return Dossier.of("war", claims).with(Breakdown.of(Dimension.PARTY, "Army", "North", "South"));
    }

    @Test
    void whatIsNotInConflictCanOnlyBe() {
        Dossier dossier = inFronts(
                Claim.of("Army", "killed", "more than 900", "Ash"),
                Claim.of("North", "killed", "665", "Ash"),
                Claim.of("South", "killed", "336", "Birch"));
        assertEquals(
                List.of(
                        "Army, killed: more than 900 can only be 1,001, by what Ash and Birch say of North, killed; South,"
                                + " killed"),
                section(dossier, NARROWED));
        assertEquals(List.of(), section(dossier, DISPUTED));
    }

    /** Ash's fronts leave only Ash's own total: that takes a side in the conflict, and must not sound as if it were settled. */
    @Test
    void whatTakesASideInAConflictSaysOnWhatItRests() {
        Dossier dossier = inFronts(
                Claim.of("Army", "tanks strength", "4,070", "Ash"),
                Claim.of("Army", "tanks strength", "5,200", "Birch"),
                Claim.of("North", "tanks strength", "2,070", "Ash"),
                Claim.of("South", "tanks strength", "2,000", "Ash"));
        assertEquals(List.of(), section(dossier, NARROWED));
        assertEquals(
                List.of(
                        "Army, tanks: 4,070–5,200 would be 4,070, by what Ash says of North, tanks; South, tanks, but see 1"
                                + " above"),
                section(dossier, DISPUTED));
    }

    @Test
    void whatNobodyStatesIsDoubtedToo() {
        Dossier dossier = Dossier.of(
                "war",
                Claim.of("Army", "killed", "5", "Ash"),
                Claim.of("Army", "killed", "6", "Birch"),
                Claim.of("Army", "killed_wounded", "18", "Birch"));
        assertEquals(List.of(), section(dossier, NARROWED));
        assertEquals(
                List.of(
                        "Army, wounded: would be 12–13, which nobody states, by what Ash and Birch say of Army, killed, but"
                                + " see 1 above"),
                section(dossier, DISPUTED));
    }

    /** Of 0 in the end and 1 in October one is wrong; that a count only grows is no reason to believe the 1. */
    @Test
    void aConflictOfDatesNarrowsNothing() {
        Dossier dossier = Dossier.of(
                "war",
                Claim.of("Army", "aircraft lost", "0", "Ash"),
                Claim.of("Army", "aircraft lost", "1", "Birch").asOf("1915-10"));
        assertEquals(
                List.of(
                        "1. Army, aircraft lost (Ash, Birch): Army, aircraft lost: 0 (Ash); Army, aircraft lost: 1 as of October"
                                + " 1915 (Birch): they are 1 apart (the count of aircraft lost, which only grows from October 1915 to the"
                                + " end). With no grades given, the cheapest correction sets aside 0 (Ash), or 1 as of October 1915"
                                + " (Birch)."),
                section(dossier, "Claims that cannot all be true"));
        assertEquals(List.of(), section(dossier, NARROWED));
        assertEquals(List.of(), section(dossier, DISPUTED));
    }
}
