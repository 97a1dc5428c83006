package org.muster.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.figure.Figure;

/**
 * The range of a quantity, sentence by sentence as the documentation defines it, slow and on whole numbers: what the
 * analyses are held against.
 */
public final class Literal {

    /** Stands for no upper end. */
    public static final long OPEN = Long.MAX_VALUE;

    /** What a number is worth as a claim. */
    public enum Worth {
        FIRM,
        SOFT,
        ONE_SIDED
    }

    /** A claim, or a breakdown that counts as one. */
    public record Said(long low, long high, Worth worth, boolean restsOnSoft) {

        public boolean meets(Said that) {
            return low <= that.high && that.low <= high;
        }
    }

    private Literal() {}

    public static Said said(Claim claim) {
        Figure figure = claim.figure();
        long low = (long) figure.range().orElseThrow().inf();
        double high = figure.range().orElseThrow().sup();
        Worth worth = switch (figure.qualifier()) {
            case EXACTLY -> Worth.FIRM;
            case ABOUT, NEARLY, ROUNDED -> Worth.SOFT;
            default -> Worth.ONE_SIDED;
        };
        return new Said(low, Double.isInfinite(high) ? OPEN : (long) high, worth, worth == Worth.SOFT);
    }

    public static List<Claim> numbered(Dossier dossier, Quantity quantity) {
        return dossier.claims().stream()
                .filter(claim -> claim.quantity().equals(quantity))
                .filter(claim -> claim.figure().range().isPresent())
                .toList();
    }

    public static long plus(long a, long b) {
        return a == OPEN || b == OPEN ? OPEN : a + b;
    }

    public static Optional<Said> range(Dossier dossier, Quantity quantity) {
        List<Said> all = new ArrayList<>();
        numbered(dossier, quantity).forEach(claim -> all.add(said(claim)));
        for (Breakdown breakdown : dossier.hierarchy().of(quantity)) {
            if (breakdown.complete() == Completeness.YES) {
                sum(dossier, breakdown.partsOf(quantity)).ifPresent(all::add);
            }
        }
        return range(all);
    }

    /** "A complete breakdown of which every part has a range counts as one more claim (firm if all parts are)." */
    private static Optional<Said> sum(Dossier dossier, List<Quantity> parts) {
        long low = 0;
        long high = 0;
        Worth worth = Worth.FIRM;
        boolean soft = false;
        for (Quantity part : parts) {
            Optional<Said> range = range(dossier, part);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            low += range.get().low;
            high = plus(high, range.get().high);
            soft |= range.get().restsOnSoft;
            worth = range.get().worth.compareTo(worth) > 0 ? range.get().worth : worth;
        }
        // Firm and soft claims are closed: a sum without an upper end can only be one-sided.
        return Optional.of(new Said(low, high, high == OPEN ? Worth.ONE_SIDED : worth, soft));
    }

    public static Optional<Said> range(List<Said> all) {
        List<Said> bounds = all.stream().filter(s -> s.worth == Worth.ONE_SIDED).toList();
        for (Worth worth : List.of(Worth.FIRM, Worth.SOFT)) {
            // "The hull of its firm claims; where there are none, of its soft ones."
            List<Said> estimates = all.stream().filter(s -> s.worth == worth).toList();
            if (!estimates.isEmpty()) {
                Said range = hull(estimates, worth);
                // "One-sided claims cut that hull where they meet it; where one does not, the range is the hull of
                // all."
                for (Said bound : bounds) {
                    if (!range.meets(bound)) {
                        List<Said> every = new ArrayList<>(estimates);
                        every.addAll(bounds);
                        return Optional.of(hull(every, worth));
                    }
                    range = intersection(range, bound);
                }
                return Optional.of(range);
            }
        }
        // "With one-sided claims only: their intersection, or hull if that is empty."
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        Said range = bounds.get(0);
        for (Said bound : bounds) {
            if (!range.meets(bound)) {
                return Optional.of(hull(bounds, Worth.ONE_SIDED));
            }
            range = intersection(range, bound);
        }
        return Optional.of(range);
    }

    private static Said intersection(Said a, Said b) {
        return new Said(Math.max(a.low, b.low), Math.min(a.high, b.high), a.worth, a.restsOnSoft || b.restsOnSoft);
    }

    private static Said hull(List<Said> several, Worth worth) {
        long low = OPEN;
        long high = 0;
        boolean soft = false;
        for (Said said : several) {
            low = Math.min(low, said.low);
            high = Math.max(high, said.high);
            soft |= said.restsOnSoft;
        }
        return new Said(low, high, worth, soft);
    }

    /** What is known of a quantity, and which parts are not. */
    public record Known(boolean any, long low, long high, List<Quantity> missing) {}

    /** The range; else what is known of its parts, by the breakdown by party or place that has the fewest missing. */
    public static Known known(Dossier dossier, Quantity quantity) {
        Optional<Said> range = range(dossier, quantity);
        if (range.isPresent()) {
            return new Known(true, range.get().low, range.get().high, List.of());
        }
        Known best = new Known(false, 0, 0, List.of(quantity));
        for (Breakdown breakdown : dossier.hierarchy().of(quantity)) {
            if (breakdown.complete() == Completeness.YES
                    && Set.of(Dimension.PARTY, Dimension.PLACE).contains(breakdown.dimension())) {
                boolean any = false;
                long low = 0;
                long high = 0;
                Set<Quantity> missing = new LinkedHashSet<>();
                for (Quantity part : breakdown.partsOf(quantity)) {
                    Known known = known(dossier, part);
                    missing.addAll(known.missing);
                    if (known.any) {
                        any = true;
                        low += known.low;
                        high = plus(high, known.high);
                    }
                }
                if (any && (!best.any || missing.size() < best.missing.size())) {
                    best = new Known(true, low, high, List.copyOf(missing));
                }
            }
        }
        return best;
    }
}
