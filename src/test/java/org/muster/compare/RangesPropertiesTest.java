package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.muster.compare.Literal.Known;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/** What voices say and the ranges of quantities against the definition, taken literally. */
@Domain(SmallDossiers.class)
class RangesPropertiesTest {

    /** The quantities that are claimed, and some that are sums of them. */
    static Set<Quantity> quantities(Dossier dossier) {
        Set<Quantity> quantities = new LinkedHashSet<>(dossier.quantities());
        for (Quantity quantity : dossier.quantities()) {
            quantities.add(quantity.with(Dimension.PARTY, "North"));
            quantities.add(quantity.with(Dimension.PARTY, "South").with(Dimension.PLACE, ""));
            quantities.add(quantity.with(Dimension.EVENT, "war"));
            quantities.add(quantity.with(Dimension.STATE, "casualties"));
        }
        return quantities;
    }

    private static String told(String voice, String range, Object worth, boolean isSum, List<Claim> claims) {
        Set<String> ids = new TreeSet<>();
        claims.forEach(claim -> ids.add(claim.id()));
        return voice + " " + range + " " + worth + (isSum ? " sum of " : " ") + ids;
    }

    @Property
    void voicesAsDefined(@ForAll Dossier dossier) {
        checkVoices(dossier);
    }

    static void checkVoices(Dossier dossier) {
        Ranges ranges = Ranges.of(dossier);
        Literal literal = new Literal(dossier);
        for (Quantity quantity : quantities(dossier)) {
            Set<String> expected = new TreeSet<>();
            literal.said(quantity)
                    .forEach(voice -> expected.add(told(
                            voice.name(),
                            voice.range().interval().toString(),
                            voice.worth(),
                            voice.isSum(),
                            voice.claims())));
            Set<String> found = new TreeSet<>();
            ranges.said(quantity)
                    .forEach(voice -> found.add(told(
                            voice.voice(), voice.range().toString(), voice.firmness(), voice.isSum(), voice.claims())));
            assertEquals(expected, found, quantity::toString);
        }
    }

    @Property
    void asDefined(@ForAll Dossier dossier) {
        checkRanges(dossier);
    }

    static void checkRanges(Dossier dossier) {
        Ranges ranges = Ranges.of(dossier);
        Literal literal = new Literal(dossier);
        Literal firm = literal.withoutSoft();
        for (Quantity quantity : quantities(dossier)) {
            QuantityRange range = ranges.of(quantity);
            assertEquals(
                    literal.range(quantity).map(Known::range).map(Literal.Range::interval),
                    range.range(),
                    quantity::toString);
            assertEquals(
                    literal.range(quantity)
                            .map(known -> known.worth().toString())
                            .orElse("NONE"),
                    range.firmness().toString(),
                    quantity::toString);
            assertEquals(
                    range.range().isPresent()
                            && !literal.range(quantity)
                                    .map(Known::range)
                                    .equals(firm.range(quantity).map(Known::range)),
                    range.soft(),
                    quantity::toString);
            for (Claim claim : range.claims()) {
                assertEquals(quantity.scope(), claim.quantity().scope());
            }
        }
    }

    /**
     * What is worked out again without the soft claims is what all claims without them give. A soft claim can also take a range
     * away: of a later date, it leaves its part without a number for the date of the others. What has no range is not
     * soft.
     */
    @Property(tries = 300)
    void withoutSoftClaims(@ForAll Dossier dossier) {
        Ranges ranges = Ranges.of(dossier);
        Ranges firm = ranges.taking(claim -> !claim.figure().isSoft());
        assertEquals(Set.copyOf(firm.founded()), ranges.withoutSoft().founded());
        for (Quantity quantity : ranges.founded()) {
            assertEquals(firm.said(quantity), ranges.withoutSoft().said(quantity));
            assertEquals(firm.of(quantity), ranges.withoutSoft().of(quantity));
            Optional<Interval> range = ranges.of(quantity).range();
            assertEquals(
                    range.isPresent() && !firm.of(quantity).range().equals(range),
                    ranges.of(quantity).soft());
        }
    }

    /** A tolerance of nothing for what is about changes nothing. */
    @Property(tries = 300)
    void withoutRoundedClaimsRoundingChangesNothing(@ForAll Dossier dossier) {
        Ranges ranges = Ranges.of(dossier);
        Ranges wider = Ranges.of(dossier, Tolerance.about("0%").withRounding());
        boolean rounded = dossier.claims().stream()
                .anyMatch(claim -> claim.figure().qualifier().toString().equals("rounded"));
        if (!rounded) {
            for (Quantity quantity : dossier.quantities()) {
                assertEquals(ranges.of(quantity).range(), wider.of(quantity).range());
            }
        }
    }
}
