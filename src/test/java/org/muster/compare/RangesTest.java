package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.figure.Measure;
import org.muster.interval.Interval;

/** Ranges of quantities, by the examples of the documentation. */
class RangesTest {

    private static final Quantity JAPANESE_MEN = new Quantity("manchuria", "Japan", "", Measure.parse("strength"), "");

    private static QuantityRange range(Dossier dossier) {
        return Ranges.of(dossier).of(dossier.quantities().get(0));
    }

    private static Dossier killed(String... figures) {
        Claim[] claims = new Claim[figures.length];
        for (int i = 0; i < figures.length; i++) {
            claims[i] = Claim.of("Japan", "killed", figures[i], "source " + i);
        }
        return Dossier.of("battle", claims);
    }

    @Test
    void aBoundDoesNotWidenASum() {
        // 665,500 + 335,900 = 1,001,400, and "over 900,000" does not widen it.
        Dossier dossier = Dossier.of(
                        "manchuria",
                        Claim.of("Japan", "strength", "over 900,000", "text"),
                        Claim.of("Japan", "strength", "665,500", "infobox").in("Manchuria"),
                        Claim.of("Japan", "strength", "335,900", "infobox").in("Korea"))
                .with(Breakdown.of(Dimension.PLACE, "", "Manchuria", "Korea"));
        QuantityRange range = Ranges.of(dossier).of(JAPANESE_MEN);
        assertEquals(Optional.of(Interval.of(1001400)), range.range());
        assertEquals(
                List.of("C2", "C3", "C1"),
                range.claims().stream().map(Claim::id).toList());
        assertFalse(range.isSoft());
    }

    @Test
    void aRoundedFigureDoesNotDragAFirmOne() {
        QuantityRange range = range(killed("1.5 million", "1,577,725"));
        assertEquals(Optional.of(Interval.of(1577725)), range.range());
        assertFalse(range.isSoft());
        assertTrue(range(killed("1.5 million")).isSoft());
    }

    @Test
    void boundsCutWhereTheyMeet() {
        assertEquals(
                Optional.of(Interval.of(150, 300)),
                range(killed("100–300", "at least 150")).range());
        assertEquals(
                Optional.of(Interval.of(150, 200)),
                range(killed("100–300", "at least 150", "up to 200")).range());
        // 400 does not meet 100–300: the hull of both, which has no upper end.
        assertEquals(
                Optional.of(Interval.of(100, Double.POSITIVE_INFINITY)),
                range(killed("100–300", "at least 400")).range());
    }

    @Test
    void boundsAlone() {
        assertEquals(
                Optional.of(Interval.of(150, 200)),
                range(killed("at least 150", "up to 200")).range());
        assertEquals(
                Optional.of(Interval.of(0, Double.POSITIVE_INFINITY)),
                range(killed("at least 300", "up to 200")).range());
        assertEquals(Firmness.BOUND, range(killed("at least 300")).firmness());
    }

    @Test
    void nothingWithANumberIsNoRange() {
        QuantityRange range = Ranges.of(killed("5")).of(JAPANESE_MEN);
        assertEquals(Optional.empty(), range.range());
        assertEquals(Firmness.NONE, range.firmness());
        assertEquals(List.of(), range.claims());
    }

    /** 1,000 + at least 200 is at least 1,200, rests on a soft claim, and limits 1,500 rather than spans it. */
    @Test
    void aSumOverABoundIsABound() {
        Dossier dossier = Dossier.of(
                        "manchuria",
                        Claim.of("Japan", "strength", "about 1,000", "a").in("Manchuria"),
                        Claim.of("Japan", "strength", "at least 200", "a").in("Korea"))
                .with(Breakdown.of(Dimension.PLACE, "", "Manchuria", "Korea"));
        QuantityRange open = Ranges.of(dossier).of(JAPANESE_MEN);
        assertEquals(Optional.of(Interval.of(1200, Double.POSITIVE_INFINITY)), open.range());
        assertTrue(open.isSoft());
        Dossier stated = dossier.with(Claim.of("Japan", "strength", "1,500", "b"));
        assertEquals(
                Optional.of(Interval.of(1500)),
                Ranges.of(stated).of(JAPANESE_MEN).range());
    }

    /** A part of which a bound contradicts the estimate has no upper end, so the sum of parts is no estimate either. */
    @Test
    void aContradictedPartLeavesTheSumOneSided() {
        Dossier dossier = Dossier.of(
                        "manchuria",
                        Claim.of("Japan", "strength", "1,500", "b"),
                        Claim.of("Japan", "strength", "1,000", "a").in("Manchuria"),
                        Claim.of("Japan", "strength", "100", "a").in("Korea"),
                        Claim.of("Japan", "strength", "at least 200", "c").in("Korea"))
                .with(Breakdown.of(Dimension.PLACE, "", "Manchuria", "Korea"));
        assertEquals(
                Optional.of(Interval.of(1500)),
                Ranges.of(dossier).of(JAPANESE_MEN).range());
    }

    @Test
    void everyCompleteBreakdownCounts() {
        // By fronts 10 + 20 = 30, by kind 15 + 20 = 35, in the infobox 32: from 30 to 35.
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("Japan", "strength", "32", "infobox"),
                        Claim.of("Front 1", "strength", "10", "a"),
                        Claim.of("Front 2", "strength", "20", "a"),
                        Claim.of("Army", "strength", "15", "b"),
                        Claim.of("Navy", "strength", "20", "b"))
                .with(
                        Breakdown.of(Dimension.PARTY, "Japan", "Front 1", "Front 2"),
                        new Breakdown(
                                Dimension.PARTY,
                                "Japan",
                                "services",
                                List.of("Army", "Navy"),
                                org.muster.dossier.Completeness.YES));
        assertEquals(Optional.of(Interval.of(30, 35)), range(dossier).range());
    }
}
