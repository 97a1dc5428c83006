package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;

/** Who stands against whom is a matter of the event. */
class SidesTest {

    private static Claim strength(String event, String party, String figure) {
        Claim claim = Claim.of(party, "strength", figure, "book");
        Quantity quantity = claim.quantity().with(Dimension.EVENT, event);
        return claim.with(quantity);
    }

    @Test
    void italyFightsOnAnotherSideInAnotherWar() {
        Dossier wars = Dossier.of(
                        "wars",
                        strength("first war", "France", "400"),
                        strength("first war", "Italy", "100"),
                        strength("first war", "Germany", "250"),
                        strength("second war", "France", "300"),
                        strength("second war", "Italy", "50"),
                        strength("second war", "Germany", "550"))
                .with(
                        Breakdown.of(Dimension.PARTY, "Entente", "France", "Italy")
                                .in("first war"),
                        Breakdown.of(Dimension.PARTY, "Axis", "Germany", "Italy")
                                .in("second war"));
        assertEquals(
                List.of(
                        "first war: Entente / Germany [2, 2]", // (400 + 100) / 250
                        "second war: France / Axis [0.5, 0.5]", // 300 / (50 + 550)
                        "first war: France / Germany [1.6, 1.6]",
                        "first war: Italy / Germany [0.4, 0.4]",
                        "second war: France / Germany [0.545454, 0.545455]",
                        "second war: France / Italy [6, 6]"),
                Ratios.of(wars).rows().stream()
                        .filter(row -> row.kind() == Ratio.Kind.FORCE)
                        .map(row -> row.event() + ": " + row.partyA() + " / " + row.partyB() + " " + row.range())
                        .toList());
    }
}
