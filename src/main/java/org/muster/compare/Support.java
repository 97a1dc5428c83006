package org.muster.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.QuantityRange.Basis;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/** Estimates of a quantity with the claims that they rest on. */
final class Support {

    private final Estimates estimates = new Estimates();
    private final Set<Claim> claims = new LinkedHashSet<>();
    private final Set<Claim> claimsOfBounds = new LinkedHashSet<>();

    void add(Interval range, Firmness firmness, List<Claim> from) {
        estimates.add(range, firmness);
        (firmness == Firmness.BOUND ? claimsOfBounds : claims).addAll(from);
    }

    /** Adds what an earlier count of a loss leaves to be said: at least as much. */
    void addAtLeast(Said earlier) {
        add(Interval.of(earlier.range().inf(), Double.POSITIVE_INFINITY), Firmness.BOUND, earlier.claims());
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
        Set<Claim> all = new LinkedHashSet<>(claims);
        all.addAll(claimsOfBounds);
        return new QuantityRange(quantity, Optional.of(range()), estimates.firmness(), basis, false, List.copyOf(all));
    }
}
