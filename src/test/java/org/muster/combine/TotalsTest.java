package org.muster.combine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.compare.Costs;
import org.muster.compare.Ranges;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.interval.Interval;

/** Losses added up over events, by hand. */
class TotalsTest {

    private static Claim claim(String event, String measure, String figure, String source) {
        Claim claim = Claim.of("Blue", measure, figure, source);
        return claim.with(claim.quantity().with(Dimension.EVENT, event));
    }

    private static final Dossier WAR = Dossier.of(
            "war",
            claim("ford", "killed", "10–20", "A"),
            claim("ford", "killed", "15–30", "B"),
            claim("hill", "killed", "5", "A"),
            claim("hill", "strength", "900", "A"),
            claim("mill", "killed", "heavy", "A"),
            claim("mill", "strength", "800", "A"),
            claim("wood", "wounded", "7", "A"));

    private static Totals totals(Dossier dossier, Rule... rules) {
        return Combinations.of(Ranges.of(dossier), Arrays.asList(rules), Costs.USUAL)
                .totals();
    }

    @Test
    void missingIsNotZero() {
        List<Total> rows = totals(WAR, NamedRule.HULL, NamedRule.INTERSECTION, NamedRule.OWID)
                .rows();
        assertEquals(3, rows.size(), "the wounded are claimed in one event, and strengths are not added up");
        Total hull = rows.get(0);
        assertEquals(Interval.of(15, 35), hull.range());
        assertEquals(4, hull.events());
        assertEquals(List.of("ford", "hill"), hull.counted());
        assertEquals(List.of("mill", "wood"), hull.missing());
        assertEquals("Blue: killed, hull: [15, 35] in 2 events, 2 missing", hull.toString());
        assertEquals(Interval.of(20, 25), rows.get(1).range());
        assertEquals(Interval.EMPTY, rows.get(2).range(), "a sum is missing if any member is");
    }

    @Test
    void theSameMenAreCountedOnce() {
        Dossier nested = WAR.with(claim("campaign", "killed", "50", "C"))
                .with(Breakdown.within(Dimension.EVENT, "campaign", "ford", "march"))
                .with(Breakdown.of(Dimension.EVENT, "march", "hill", "mill"));
        Total total = totals(nested, NamedRule.HULL).rows().get(0);
        assertEquals(Interval.of(50), total.range());
        assertEquals(List.of("campaign"), total.counted());
        assertEquals(List.of("ford", "hill"), total.nested());
        assertEquals(List.of("wood"), total.missing(), "the mill is part of the campaign");
    }

    /** The whole may have lost more than the parts that are listed, unless they are all. */
    @Test
    void aWholeWithoutAFigureIsMissingUnlessItsPartsAreAllOfIt() {
        Dossier silent = WAR.with(claim("campaign", "strength", "2,000", "C"));
        Total some = totals(silent.with(Breakdown.within(Dimension.EVENT, "campaign", "ford", "hill")), NamedRule.HULL)
                .rows()
                .get(0);
        assertEquals(Interval.of(15, 35), some.range());
        assertEquals(List.of("mill", "wood", "campaign"), some.missing());
        assertEquals(List.of(), some.nested());
        Total all = totals(silent.with(Breakdown.of(Dimension.EVENT, "campaign", "ford", "hill")), NamedRule.HULL)
                .rows()
                .get(0);
        assertEquals(Interval.of(15, 35), all.range());
        assertEquals(List.of("mill", "wood"), all.missing());
        Breakdown shared = new Breakdown(Dimension.EVENT, "campaign", "", List.of("ford", "hill"), Completeness.SHARED);
        assertEquals(
                List.of("mill", "wood"),
                totals(silent.with(shared), NamedRule.HULL).rows().get(0).missing());
        Total lacking = totals(silent.with(Breakdown.of(Dimension.EVENT, "campaign", "ford", "mill")), NamedRule.HULL)
                .rows()
                .get(0);
        assertEquals(List.of("mill", "wood", "campaign"), lacking.missing(), "the mill has no figure");
    }

    @Test
    void aWholeInWordsIsMissingBesideItsParts() {
        Dossier dossier = Dossier.of(
                        "ev",
                        claim("Whole", "killed", "heavy", "A"),
                        claim("Part1", "killed", "10", "A"),
                        claim("Part2", "killed", "20", "A"),
                        claim("Other", "killed", "5", "A"))
                .with(Breakdown.within(Dimension.EVENT, "Whole", "Part1", "Part2"));
        List<Total> rows = totals(dossier, NamedRule.HULL, NamedRule.OWID).rows();
        assertEquals(Interval.of(35), rows.get(0).range());
        assertEquals(List.of("Whole"), rows.get(0).missing());
        assertEquals(Interval.EMPTY, rows.get(1).range());
    }

    /** A complete whole of complete wholes, all whose smallest parts have figures: 10 + 20 + 5. */
    @Test
    void aWholeIsTheSumOfPartsOfParts() {
        Dossier dossier = Dossier.of(
                        "ev",
                        claim("war", "killed", "heavy", "A"),
                        claim("year", "killed", "heavy", "A"),
                        claim("May", "killed", "10", "A"),
                        claim("June", "killed", "20", "A"),
                        claim("truce", "killed", "5", "A"))
                .with(Breakdown.of(Dimension.EVENT, "war", "year", "truce"))
                .with(Breakdown.of(Dimension.EVENT, "year", "May", "June"));
        Total total = totals(dossier, NamedRule.OWID).rows().get(0);
        assertEquals(Interval.of(35), total.range());
        assertEquals(List.of(), total.missing());
    }

    @Test
    void byGrade() {
        Dossier dossier =
                WAR.with(claim("mill", "killed", "1–2", "Red").claimedBy("Red"), claim("wood", "killed", "4", "A"));
        List<Total> rows = totals(dossier, Airwars.accusing("Red")).rows();
        assertEquals(
                List.of(
                        "Blue: killed, airwars: [20, 41] in 4 events",
                        "Blue: killed, airwars (headline): [11, 32] in 2 events", // ford and mill
                        "Blue: killed, airwars (confirmed): [1, 2] in 1 event",
                        "Blue: killed, airwars (fair): [10, 30] in 1 event",
                        "Blue: killed, airwars (weak): [9, 9] in 2 events"),
                rows.stream().map(Total::toString).toList());
        assertTrue(totals(dossier, NamedRule.AIRWARS).rows().stream()
                .noneMatch(row -> row.grade().equals("confirmed")));
    }

    @Test
    void nothingIsAddedUpInOneEvent() {
        assertEquals(
                List.of(),
                totals(Cases.dossier("A = 5 | B = 6"), NamedRule.HULL).rows());
    }
}
