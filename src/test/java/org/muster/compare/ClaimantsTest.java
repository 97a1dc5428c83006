package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.interval.Interval;

/** Claimant against claimant. */
class ClaimantsTest {

    private static Claim claim(String party, String measure, String figure, String claimant) {
        return Claim.of(party, measure, figure, "book").claimedBy(claimant);
    }

    private static final Dossier DOSSIER = Dossier.of(
            "battle",
            claim("North", "strength", "5,000", ""),
            claim("North", "killed", "100", "North"),
            claim("South", "killed", "400", "North"),
            claim("South", "killed", "100", "South"),
            claim("North", "killed", "300", "South"),
            claim("North", "killed", "350–360", "South"),
            claim("South", "killed", "heavy", "Press"),
            claim("South", "tanks lost", "10", "South"),
            claim("South", "tanks lost", "50", "North"),
            claim("South", "wounded", "7", "North"));

    @Test
    void allMeasuresTogetherThenEach() {
        List<ClaimantPair> rows = Claimants.of(DOSSIER).rows();
        assertEquals(
                List.of("", "killed", "tanks lost"),
                rows.stream().map(ClaimantPair::measure).toList());
        for (ClaimantPair row : rows) {
            // North stands first in the dossier, although South is the first to speak of the tanks.
            assertEquals("North", row.a());
            assertEquals("South", row.b());
        }
        // Killed: of North 300…360 to 100 is 3 to 3.6, of South 100 to 400 is 0.25; tanks: 10 to 50 is 0.2.
        assertEquals("[0.2, 3.6]", rows.get(0).ratio().toString());
        assertEquals(3, rows.get(0).quantities().size());
        assertTrue(rows.get(0).difference().isEmpty());
        assertEquals("[0.25, 3.6]", rows.get(1).ratio().toString());
        // 100 − 400 = −300, 360 − 100 = 260.
        assertEquals(Interval.of(-300, 260), rows.get(1).difference());
        assertEquals(
                List.of("C2", "C5", "C6", "C3", "C4"),
                rows.get(1).claims().stream().map(Claim::id).toList());
        assertEquals(Interval.of(-40), rows.get(2).difference());
    }

    @Test
    void oneMeasureStandsAlone() {
        Claimants one = Claimants.of(Dossier.of(
                "battle",
                claim("Japan", "killed", "21,389", "Japan"),
                claim("Japan", "killed", "83,737", "Soviet Union"),
                claim("Japan", "killed", "0", "Press")));
        assertEquals(
                List.of("Japan, Soviet Union", "Japan, Press", "Soviet Union, Press"),
                one.rows().stream().map(row -> row.a() + ", " + row.b()).toList());
        assertEquals("[3.91495, 3.91496]", one.rows().get(0).ratio().toString());
        assertEquals(
                "Soviet Union / Japan, killed: [3.91495, 3.91496] in 1 quantity",
                one.rows().get(0).toString());
    }

    @Test
    void nobodyToCompare() {
        assertEquals(
                List.of(),
                Claimants.of(Dossier.of("battle", claim("A", "killed", "1", "A"), claim("A", "killed", "1", "")))
                        .rows());
    }
}
