package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.figure.Figure;
import org.muster.interval.Interval;

/**
 * The range of every quantity, as ratios and checks use it: estimates span, bounds only limit.
 *
 * <ol>
 *   <li>The hull of the firm claims; where there are none, of the soft ones. A complete breakdown of which every part has
 *       a range counts as one more claim, firm if all its parts are, one-sided if a part is or the sum is open.
 *   <li>One-sided claims cut that hull where they meet it; where one does not, the range is the hull of all. With
 *       one-sided claims alone: their intersection, or their hull if that is empty.
 *   <li>Without a claim with a number and without such a breakdown there is no range.
 * </ol>
 */
public final class Ranges {

    private final Dossier dossier;
    private final Tolerance tolerance;
    private final BiPredicate<Quantity, Claim> taken;
    private final Set<Quantity> founded;
    private final Map<Quantity, QuantityRange> known = new HashMap<>();

    private Ranges(Dossier dossier, Tolerance tolerance, BiPredicate<Quantity, Claim> taken, Set<Quantity> founded) {
        this.dossier = dossier;
        this.tolerance = requireNonNull(tolerance, "tolerance");
        this.taken = taken;
        this.founded = founded;
    }

    /**
     * Returns the ranges of a dossier's quantities.
     *
     * @param dossier the claims
     * @return the ranges, with nothing widened
     */
    public static Ranges of(Dossier dossier) {
        return of(dossier, Tolerance.NONE);
    }

    /**
     * Returns the ranges of a dossier's quantities.
     *
     * @param dossier the claims
     * @param tolerance by how much soft claims are widened
     * @return the ranges
     */
    public static Ranges of(Dossier dossier, Tolerance tolerance) {
        return new Ranges(dossier, tolerance, (quantity, claim) -> true, founded(requireNonNull(dossier, "dossier")));
    }

    /** The quantities with a number claimed of them or of a part of theirs: all others can have no range. */
    private static Set<Quantity> founded(Dossier dossier) {
        Set<Quantity> founded = new LinkedHashSet<>();
        Deque<Quantity> open = new ArrayDeque<>();
        for (Claim claim : dossier.claims()) {
            if (claim.figure().hasNumber() && founded.add(claim.quantity())) {
                open.add(claim.quantity());
            }
        }
        while (!open.isEmpty()) {
            for (Quantity whole : dossier.hierarchy().sumsWith(open.remove())) {
                if (founded.add(whole)) {
                    open.add(whole);
                }
            }
        }
        return founded;
    }

    /** The quantities of which {@link #isFounded} is true: those with a number claimed, then what they add up to. */
    Set<Quantity> founded() {
        return founded;
    }

    /** Whether any number is claimed of a quantity or of what adds up to it. */
    boolean isFounded(Quantity quantity) {
        return founded.contains(quantity);
    }

    /**
     * Returns these ranges by some of the claims alone.
     *
     * @param taken which claims about which quantity are taken
     * @return the ranges
     */
    public Ranges taking(BiPredicate<Quantity, Claim> taken) {
        return new Ranges(dossier, tolerance, taken, founded);
    }

    /**
     * Returns the quantities that have a range: those of which a number is claimed in the dossier's order, then those that
     * complete breakdowns add up to.
     *
     * @return each once
     */
    public List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>();
        for (Quantity quantity : founded) {
            if (of(quantity).range().isPresent()) {
                quantities.add(quantity);
            }
        }
        return quantities;
    }

    /**
     * Returns the dossier.
     *
     * @return the claims that the ranges rest on
     */
    public Dossier dossier() {
        return dossier;
    }

    /**
     * Returns the tolerance.
     *
     * @return by how much soft claims are widened
     */
    public Tolerance tolerance() {
        return tolerance;
    }

    /**
     * Returns the range of a quantity.
     *
     * @param quantity a quantity, claimed or not
     * @return its range and what that rests on
     */
    public QuantityRange of(Quantity quantity) {
        if (!isFounded(quantity)) {
            return QuantityRange.none(quantity);
        }
        QuantityRange range = known.get(quantity);
        if (range == null) {
            range = compute(quantity);
            known.put(quantity, range);
        }
        return range;
    }

    private QuantityRange compute(Quantity quantity) {
        Estimates estimates = new Estimates(tolerance);
        for (Claim claim : dossier.claims(quantity)) {
            if (claim.figure().hasNumber() && taken.test(quantity, claim)) {
                estimates.add(claim);
            }
        }
        for (Breakdown breakdown : dossier.hierarchy().of(quantity)) {
            if (breakdown.complete() == Completeness.YES) {
                Optional<QuantityRange> sum = sum(breakdown, quantity);
                if (sum.isPresent()) {
                    estimates.add(sum.get());
                }
            }
        }
        return estimates.range(quantity);
    }

    /**
     * Returns the range of a quantity by the claims about it alone, its parts left aside.
     *
     * @param quantity a quantity, claimed or not
     * @return its range and what that rests on
     */
    public QuantityRange claimed(Quantity quantity) {
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : dossier.claims(quantity)) {
            if (taken.test(quantity, claim)) {
                claims.add(claim);
            }
        }
        return of(quantity, claims, tolerance);
    }

    /**
     * Returns the range of a quantity by some claims about it alone, its parts left aside.
     *
     * @param quantity the quantity
     * @param claims claims about it
     * @param tolerance by how much soft claims are widened
     * @return its range and what that rests on
     */
    public static QuantityRange of(Quantity quantity, List<Claim> claims, Tolerance tolerance) {
        Estimates estimates = new Estimates(tolerance);
        for (Claim claim : claims) {
            if (claim.figure().hasNumber()) {
                estimates.add(claim);
            }
        }
        return estimates.range(quantity);
    }

    /** The sum of a complete breakdown, where every part has a range. */
    private Optional<QuantityRange> sum(Breakdown breakdown, Quantity whole) {
        List<QuantityRange> parts = new ArrayList<>();
        Interval sum = Interval.of(0);
        Firmness firmness = Firmness.FIRM;
        for (Quantity part : breakdown.partsOf(whole)) {
            QuantityRange range = of(part);
            if (range.range().isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(range.range().get());
            firmness = weaker(firmness, range.firmness());
            parts.add(range);
        }
        if (sum.sup() == Double.POSITIVE_INFINITY) {
            firmness = Firmness.BOUND; // such as a part of which a bound contradicts the estimates
        }
        return Optional.of(new QuantityRange(whole, Optional.of(sum), firmness, QuantityRange.claimsOf(parts)));
    }

    static Firmness weaker(Firmness a, Firmness b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** What counts for one quantity: claims about it, and sums of its parts. */
    private static final class Estimates {
        private final Tolerance tolerance;
        private final Gathered firm = new Gathered();
        private final Gathered soft = new Gathered();
        private final Gathered bounds = new Gathered();

        Estimates(Tolerance tolerance) {
            this.tolerance = tolerance;
        }

        void add(Claim claim) {
            Figure figure = claim.figure();
            Gathered kind = figure.isOneSided() ? bounds : figure.isSoft() ? soft : firm;
            kind.add(tolerance.range(figure).orElseThrow(), List.of(claim));
        }

        void add(QuantityRange sum) {
            Gathered kind = switch (sum.firmness()) {
                case FIRM -> firm;
                case SOFT -> soft;
                default -> bounds;
            };
            kind.add(sum.range().orElseThrow(), sum.claims());
        }

        QuantityRange range(Quantity quantity) {
            if (!firm.isEmpty()) {
                return cut(quantity, firm, Firmness.FIRM);
            }
            if (!soft.isEmpty()) {
                return cut(quantity, soft, Firmness.SOFT);
            }
            if (!bounds.isEmpty()) {
                Interval common = bounds.intersection();
                return range(quantity, common.isEmpty() ? bounds.hull() : common, Firmness.BOUND, bounds);
            }
            return QuantityRange.none(quantity);
        }

        private QuantityRange cut(Quantity quantity, Gathered estimates, Firmness firmness) {
            Interval hull = estimates.hull();
            if (bounds.isEmpty()) {
                return range(quantity, hull, firmness, estimates);
            }
            Interval common = hull.intersection(bounds.intersection());
            Interval all = common.isEmpty() ? hull.convexHull(bounds.hull()) : common;
            estimates.claims.addAll(bounds.claims);
            return range(quantity, all, firmness, estimates);
        }

        private static QuantityRange range(Quantity quantity, Interval range, Firmness firmness, Gathered from) {
            return new QuantityRange(quantity, Optional.of(range), firmness, List.copyOf(from.claims));
        }
    }

    /** Ranges of one kind and the claims that they come from. */
    private static final class Gathered {
        private final List<Interval> ranges = new ArrayList<>();
        private final Set<Claim> claims = new LinkedHashSet<>();

        void add(Interval range, List<Claim> from) {
            ranges.add(range);
            claims.addAll(from);
        }

        boolean isEmpty() {
            return ranges.isEmpty();
        }

        Interval hull() {
            Interval hull = Interval.EMPTY;
            for (Interval range : ranges) {
                hull = hull.convexHull(range);
            }
            return hull;
        }

        Interval intersection() {
            Interval common = Interval.ENTIRE;
            for (Interval range : ranges) {
                common = common.intersection(range);
            }
            return common;
        }
    }
}
