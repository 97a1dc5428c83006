package org.muster.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/** The tallies of quantities by some ranges, each made once: parties and places nest in many ways. */
final class Tallies {

    private final Hierarchy hierarchy;
    private final Ranges ranges;
    private final Map<Quantity, Tally> made = new HashMap<>();

    Tallies(Ranges ranges) {
        this.hierarchy = ranges.dossier().hierarchy();
        this.ranges = ranges;
    }

    /**
     * Returns what is known of a quantity: its range where it has one; otherwise the sum over the complete breakdown by
     * party or place that has the fewest parts missing, the first of them where several have. Items and states are
     * never summed in part: killed alone are not casualties.
     */
    Tally of(Quantity quantity) {
        if (!ranges.isFounded(quantity)) {
            return Tally.unknown(quantity);
        }
        Tally tally = made.get(quantity);
        if (tally == null) {
            tally = make(quantity);
            made.put(quantity, tally);
        }
        return tally;
    }

    private Tally make(Quantity quantity) {
        QuantityRange range = ranges.of(quantity);
        Optional<Interval> known = range.range();
        if (known.isPresent()) {
            return new Tally(known.get(), List.of(), range.claims());
        }
        Tally best = Tally.unknown(quantity);
        for (Breakdown breakdown : hierarchy.of(quantity)) {
            if (breakdown.complete() == Completeness.YES
                    && (breakdown.dimension() == Dimension.PARTY || breakdown.dimension() == Dimension.PLACE)) {
                Tally sum = sum(breakdown.partsOf(quantity));
                if (sum.isKnown()
                        && (!best.isKnown()
                                || sum.missing().size() < best.missing().size())) {
                    best = sum;
                }
            }
        }
        return best;
    }

    private Tally sum(List<Quantity> parts) {
        Interval known = Interval.EMPTY;
        List<Quantity> missing = new ArrayList<>();
        Set<Claim> claims = new LinkedHashSet<>();
        for (Quantity part : parts) {
            Tally tally = of(part);
            missing.addAll(tally.missing());
            if (tally.isKnown()) {
                known = known.isEmpty() ? tally.known() : known.add(tally.known());
                claims.addAll(tally.claims());
            }
        }
        return new Tally(known, missing, List.copyOf(claims));
    }
}
