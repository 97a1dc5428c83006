package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * The range of a quantity, and what it rests on.
 *
 * @param quantity what is counted
 * @param range the range; empty where nothing with a number is claimed of the quantity or of all parts of a complete
 *     breakdown
 * @param firmness what kind of claims the range rests on
 * @param claims the claims that it rests on, those about the quantity itself before those about its parts, bounds last
 */
public record QuantityRange(Quantity quantity, Optional<Interval> range, Firmness firmness, List<Claim> claims) {

    /** What kind of claims a range rests on. */
    public enum Firmness {
        /** Closed figures that are not soft. */
        FIRM,
        /** At least one figure that is about, nearly or rounded. */
        SOFT,
        /** Bounds alone: at least, more than, at most, less than. */
        BOUND,
        /** Nothing with a number. */
        NONE
    }

    /** Checks that nothing is null. */
    public QuantityRange {
        requireNonNull(quantity, "quantity");
        requireNonNull(range, "range");
        requireNonNull(firmness, "firmness");
        claims = List.copyOf(claims);
    }

    static QuantityRange none(Quantity quantity) {
        return new QuantityRange(quantity, Optional.empty(), Firmness.NONE, List.of());
    }

    /**
     * Says whether the range rests on a soft claim.
     *
     * @return whether a claim that was used is about, nearly or rounded
     */
    public boolean isSoft() {
        for (Claim claim : claims) {
            if (claim.figure().isSoft()) {
                return true;
            }
        }
        return false;
    }

    /** The claims of several ranges, each once. */
    static List<Claim> claimsOf(List<QuantityRange> ranges) {
        Set<Claim> claims = new LinkedHashSet<>();
        for (QuantityRange range : ranges) {
            claims.addAll(range.claims());
        }
        return List.copyOf(claims);
    }

    /** Returns the quantity and its range: {@code Japan: strength [1001400, 1001400]}. */
    @Override
    public String toString() {
        return quantity.label() + " " + range.map(Interval::toString).orElse("no number") + (isSoft() ? " (soft)" : "");
    }
}
