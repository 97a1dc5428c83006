package org.muster.compare;

import java.util.Optional;
import org.muster.compare.QuantityRange.Basis;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/** Estimates of a quantity with the claims that they rest on. */
final class Support {

    private final Estimates estimates = new Estimates();
    private final DistinctClaims claims = new DistinctClaims();
    private final DistinctClaims claimsOfBounds = new DistinctClaims();
    private boolean hasBounds;

    /** Adds a range that a voice says. */
    void add(Interval range, Firmness firmness, Said voice) {
        estimates.add(range, firmness);
        hasBounds |= firmness == Firmness.BOUND;
        (firmness == Firmness.BOUND ? claimsOfBounds : claims).addAll(voice);
    }

    /** Adds what an earlier count of a loss leaves to be said: at least as much. */
    void addAtLeast(Said earlier) {
        add(Interval.of(earlier.range().inf(), Double.POSITIVE_INFINITY), Firmness.BOUND, earlier);
    }

    boolean isEmpty() {
        return estimates.isEmpty();
    }

    boolean isFirm() {
        return estimates.isFirm();
    }

    /** The range that the estimates give. */
    Interval range() {
        return estimates.range();
    }

    /** The same with the claims, those of bounds last; whether it is soft is not said. */
    QuantityRange range(Quantity quantity, Basis basis) {
        if (hasBounds) {
            claims.addAll(claimsOfBounds);
        }
        return new QuantityRange(quantity, Optional.of(range()), estimates.firmness(), basis, false, claims.all());
    }
}
