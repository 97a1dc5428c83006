package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.muster.compare.Literal.Said;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/** The ranges of quantities against the definition, taken literally. */
@Domain(SmallDossiers.class)
class RangesPropertiesTest {

    private static Interval interval(Said said) {
        return Interval.of(said.low(), said.high() == Literal.OPEN ? Double.POSITIVE_INFINITY : said.high());
    }

    @Property
    void asDefined(@ForAll Dossier dossier) {
        Set<Quantity> quantities = new LinkedHashSet<>(dossier.quantities());
        for (Quantity quantity : dossier.quantities()) {
            quantities.add(quantity.with(Dimension.PARTY, "North"));
            quantities.add(quantity.with(Dimension.PARTY, "South").with(Dimension.PLACE, ""));
            quantities.add(quantity.with(Dimension.EVENT, "war"));
            quantities.add(quantity.with(Dimension.STATE, "casualties"));
        }
        Ranges ranges = Ranges.of(dossier);
        for (Quantity quantity : quantities) {
            Optional<Said> expected = Literal.range(dossier, quantity);
            QuantityRange range = ranges.of(quantity);
            assertEquals(expected.map(RangesPropertiesTest::interval), range.range(), quantity::toString);
            assertEquals(expected.map(Said::restsOnSoft).orElse(false), range.isSoft(), quantity::toString);
            for (Claim claim : range.claims()) {
                assertEquals(quantity.scope(), claim.quantity().scope());
            }
        }
    }

    /** A tolerance of nothing for what is about changes nothing. */
    @Property
    void withoutRoundedClaimsRoundingChangesNothing(@ForAll Dossier dossier) {
        Ranges ranges = Ranges.of(dossier);
        Ranges wider = Ranges.of(dossier, Tolerance.about("0").withRounding());
        for (Quantity quantity : dossier.quantities()) {
            boolean rounded = wider.of(quantity).claims().stream()
                    .anyMatch(claim -> claim.figure().qualifier().toString().equals("rounded"));
            if (!rounded) {
                assertEquals(ranges.of(quantity).range(), wider.of(quantity).range());
            }
        }
    }
}
