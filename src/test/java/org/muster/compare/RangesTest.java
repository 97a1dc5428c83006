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

    /** By either of its sources, by a sum of parts and by both, a range rests on a claim once. */
    @Test
    void aClaimOfSeveralVoicesIsThereOnce() {
        QuantityRange range = range(Dossier.of(
                "battle",
                Claim.of("Japan", "killed", "10", "a; b"),
                Claim.of("Japan", "killed", "12", "b"),
                Claim.of("Japan", "killed", "14", "c; a")));
        assertEquals(List.of("C1", "C3", "C2"), Claim.ids(range.claims()));
        Dossier places = Dossier.of(
                        "manchuria",
                        Claim.of("Japan", "strength", "20", "a; b").in("Manchuria"),
                        Claim.of("Japan", "strength", "30", "b; c").in("Korea"),
                        Claim.of("Japan", "strength", "31", "a").in("Korea"))
                .with(Breakdown.of(Dimension.PLACE, "", "Manchuria", "Korea"));
        QuantityRange sum = Ranges.of(places).of(JAPANESE_MEN);
        assertEquals(Optional.of(Interval.of(50, 51)), sum.range());
        assertEquals(
                List.of("C1", "C2", "C3"),
                Claim.ids(sum.claims()).stream().sorted().toList());
    }

    @Test
    void whatIsPrintedIsWorthReading() {
        Ranges ranges = Ranges.of(killed("10", "12"));
        assertEquals("Japan: killed [10, 12]", ranges.toString());
        assertEquals(
                "Japan: killed, 2 voices: conflict, claimed [10, 12]",
                Agreements.of(ranges).toString());
        assertEquals(
                "Japan: mean [10, 12] of 1",
                GroupStatistics.of(ranges, Measure.parse("killed"), Dimension.PARTY)
                        .toString());
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
        assertFalse(range.soft());
    }

    /** "So Glantz says 1,577,725", whatever he rounds it to; the rounded figure of another voice counts. */
    @Test
    void aRoundedFigureDoesNotDragAFirmOneOfTheSameVoice() {
        QuantityRange range = range(Dossier.of(
                "battle",
                Claim.of("Japan", "killed", "1.5 million", "Glantz"),
                Claim.of("Japan", "killed", "1,577,725", "Glantz")));
        assertEquals(Optional.of(Interval.of(1577725)), range.range());
        assertFalse(range.soft());
        QuantityRange two = range(killed("1.5 million", "1,577,725"));
        assertEquals(Optional.of(Interval.of(1500000, 1577725)), two.range());
        assertTrue(two.soft());
    }

    /** "Only if their dates are not different": the rounded strength of another year is no vague word for this one. */
    @Test
    void aRoundedFigureOfAnotherDateStays() {
        QuantityRange range = range(Dossier.of(
                "battle",
                Claim.of("Japan", "strength", "1.5 million", "Glantz").asOf("1944"),
                Claim.of("Japan", "strength", "1,577,725", "Glantz").asOf("1945")));
        assertEquals(Optional.of(Interval.of(1500000, 1577725)), range.range());
    }

    @Test
    void boundsCutWhereTheyMeet() {
        assertEquals(
                Optional.of(Interval.of(150, 300)),
                range(killed("100–300", "at least 150")).range());
        assertEquals(
                Optional.of(Interval.of(150, 200)),
                range(killed("100–300", "at least 150", "up to 200")).range());
        // 400 does not meet 100–300: up to the end that it states.
        assertEquals(
                Optional.of(Interval.of(100, 400)),
                range(killed("100–300", "at least 400")).range());
        // At least 150 would leave nothing of 120 and so excludes it, which lies within 100 to 300.
        assertEquals(
                Optional.of(Interval.of(100, 300)),
                range(killed("100–300", "120", "at least 150")).range());
        // At most 120 and at least 280 each meet 100–300, but not one another.
        assertEquals(
                Optional.of(Interval.of(100, 300)),
                range(killed("100–300", "up to 120", "at least 280")).range());
    }

    @Test
    void boundsAlone() {
        assertEquals(
                Optional.of(Interval.of(150, 200)),
                range(killed("at least 150", "up to 200")).range());
        assertEquals(
                Optional.of(Interval.of(200, 300)),
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

    /** What one voice says by two bounds, 350 to 400, stretches to both ends where 100 is excluded. */
    @Test
    void bothEndsOfAnIntersectionAreStated() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("Japan", "killed", "100", "a"),
                Claim.of("Japan", "killed", "at least 350", "b"),
                Claim.of("Japan", "killed", "up to 400", "b"));
        assertEquals(Optional.of(Interval.of(100, 400)), range(dossier).range());
    }

    /** 1,000 and at least 200 are no closed ranges for all parts: there is no sum, and 1,500 stays what it is. */
    @Test
    void aBoundIsNoPartOfASum() {
        Dossier dossier = Dossier.of(
                        "manchuria",
                        Claim.of("Japan", "strength", "about 1,000", "a").in("Manchuria"),
                        Claim.of("Japan", "strength", "at least 200", "a").in("Korea"))
                .with(Breakdown.of(Dimension.PLACE, "", "Manchuria", "Korea"));
        assertEquals(Optional.empty(), Ranges.of(dossier).of(JAPANESE_MEN).range());
        Dossier stated = dossier.with(Claim.of("Japan", "strength", "about 1,500", "b"));
        assertEquals(
                Optional.of(Interval.of(1500)),
                Ranges.of(stated).of(JAPANESE_MEN).range());
    }

    /** The later sum of the parts is one voice more, so that the earlier rough total is only at least 900. */
    @Test
    void anEarlierTotalIsAtLeastBesideALaterSum() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("Japan", "killed", "about 900", "a").asOf("1945-08"),
                        Claim.of("Front 1", "killed", "500", "b").asOf("1945-11"),
                        Claim.of("Front 2", "killed", "600", "c").asOf("1945-11"))
                .with(Breakdown.of(Dimension.PARTY, "Japan", "Front 1", "Front 2"));
        assertEquals(Optional.of(Interval.of(1100)), range(dossier).range());
    }

    /** 1944 and 1945 are no two parts of one strength. */
    @Test
    void partsOfDifferentDatesAreNotAdded() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("Japan", "strength", "about 900", "a"),
                        Claim.of("Front 1", "strength", "500", "b").asOf("1944"),
                        Claim.of("Front 2", "strength", "600", "c").asOf("1945"))
                .with(Breakdown.of(Dimension.PARTY, "Japan", "Front 1", "Front 2"));
        assertEquals(Optional.of(Interval.of(900)), range(dossier).range());
    }

    /** Whichever stands first: the year has a day in common with both, but August is over in September. */
    @Test
    void theLatestDateDoesNotDependOnTheOrder() {
        List<Claim> claims = List.of(
                Claim.of("Japan", "killed", "15–30", "a").asOf("1945"),
                Claim.of("Japan", "killed", "10", "a").asOf("1945-08"),
                Claim.of("Japan", "killed", "20", "a").asOf("1945-09"));
        for (int first = 0; first < 3; first++) {
            Dossier dossier =
                    Dossier.of("battle", claims.get(first), claims.get((first + 1) % 3), claims.get((first + 2) % 3));
            assertEquals(Optional.of(Interval.of(15, 30)), range(dossier).range());
        }
    }

    /** Each names the other as what it copies: neither is the original, and neither figure is lost. */
    @Test
    void claimsThatCopyOneAnotherAllSpeak() {
        Claim a = Claim.of("Japan", "killed", "10", "a");
        Dossier dossier = Dossier.of("battle", copying(a, "b"), copying(Claim.of("Japan", "killed", "20", "b"), "a"));
        assertEquals(Optional.of(Interval.of(10, 20)), range(dossier).range());
    }

    private static Claim copying(Claim claim, String origin) {
        return new Claim(
                "", claim.quantity(), claim.figure(), claim.sources(), "", "", "", "", origin, claim.asOf(), "");
    }

    @Test
    void everyCompleteBreakdownCounts() {
        // By fronts 10 + 20 = 30, by kind 15 + 20 = 35, in the infobox about 32: from 30 to 35.
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("Japan", "strength", "about 32", "infobox"),
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
