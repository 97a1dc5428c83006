package org.muster.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What is known of a quantity whose parts are not all known: a side's men where the men of one ally are missing.
 *
 * @param known the sum of what is known; the empty interval where nothing is
 * @param missing the parts without a figure, which may be anything from 0
 * @param soft whether a soft claim was used
 * @param claims the claims used, in dossier order
 */
record Tally(Interval known, List<Quantity> missing, boolean soft, List<Claim> claims) {

    private static final Interval ANY_COUNT = Interval.of(0, Double.POSITIVE_INFINITY);

    /**
     * Returns what is known of a quantity: its range where it has one; otherwise the sum over the complete breakdown by
     * party or place that has the fewest parts missing, the first of them where several have. Items and states are
     * never summed in part: killed alone are not casualties.
     */
    static Tally of(Dossier dossier, Ranges ranges, Quantity quantity) {
        if (!ranges.isFounded(quantity)) {
            return new Tally(Interval.EMPTY, List.of(quantity), false, List.of());
        }
        QuantityRange range = ranges.of(quantity);
        if (range.range().isPresent()) {
            return new Tally(range.range().get(), List.of(), range.isSoft(), range.claims());
        }
        Tally best = new Tally(Interval.EMPTY, List.of(quantity), false, List.of());
        boolean found = false;
        for (Breakdown breakdown : dossier.hierarchy().of(quantity)) {
            if (breakdown.complete() == Completeness.YES
                    && (breakdown.dimension() == Dimension.PARTY || breakdown.dimension() == Dimension.PLACE)) {
                Tally sum = sum(dossier, ranges, breakdown.partsOf(quantity));
                if (sum.isKnown() && (!found || sum.missing.size() < best.missing.size())) {
                    best = sum;
                    found = true;
                }
            }
        }
        return best;
    }

    private static Tally sum(Dossier dossier, Ranges ranges, List<Quantity> parts) {
        Interval known = Interval.EMPTY;
        List<Quantity> missing = new ArrayList<>();
        boolean soft = false;
        Set<Claim> claims = new LinkedHashSet<>();
        for (Quantity part : parts) {
            Tally tally = of(dossier, ranges, part);
            missing.addAll(tally.missing);
            if (tally.isKnown()) {
                known = known.isEmpty() ? tally.known : known.add(tally.known);
                soft |= tally.soft;
                claims.addAll(tally.claims);
            }
        }
        return new Tally(known, missing, soft, List.copyOf(claims));
    }

    boolean isKnown() {
        return !known.isEmpty();
    }

    /** What the quantity may be, with anything from 0 for each missing part. */
    Interval possible() {
        return missing.isEmpty() ? known : isKnown() ? known.add(ANY_COUNT) : ANY_COUNT;
    }
}
