package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.compare.Agreements;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/** The ranges from which a reconciliation starts. */
public final class StartingRanges {

    /** The range of each quantity: estimates span it, bounds limit it. */
    public static final StartingRanges RANGES = new StartingRanges("ranges", "");

    /** What most voices cover, where that is one range; otherwise the range of the quantity. */
    public static final StartingRanges AGREED = new StartingRanges("agreed", "");

    /** The claims of the greatest {@linkplain Costs cost} about each quantity alone, with the best grades that is. */
    public static final StartingRanges GRADES = new StartingRanges("grades", "");

    private final String name;
    private final String claimant;

    private StartingRanges(String name, String claimant) {
        this.name = name;
        this.claimant = claimant;
    }

    /**
     * Starts from what one claimant says. Quantities of which he says nothing have no stated range.
     *
     * @param claimant the claimant, as the claims name him
     * @return the start
     */
    public static StartingRanges claimant(String claimant) {
        return new StartingRanges("claimant", requireNonNull(claimant, "claimant"));
    }

    /** The ranges that this start takes from all claims, or from some. */
    Ranges ranges(Ranges all, Costs costs) {
        if (name.equals("claimant")) {
            boolean known = false;
            for (Claim claim : all.dossier().claims()) {
                known |= claim.claimant().equals(claimant);
            }
            if (!known) {
                throw new IllegalArgumentException("claimant \"" + claimant + "\" is named by no claim");
            }
            return all.taking(claim -> claim.claimant().equals(claimant));
        }
        return name.equals("grades") ? all.taking(claim -> isBest(all, claim, costs)) : all;
    }

    private static boolean isBest(Ranges all, Claim claim, Costs costs) {
        for (Claim other : all.dossier().claims(claim.quantity())) {
            if (other.figure().hasNumber() && costs.of(other, all.dossier()) > costs.of(claim, all.dossier())) {
                return false;
            }
        }
        return true;
    }

    /** The stated ranges of some quantities, in their order. */
    List<Optional<Interval>> stated(Ranges ranges, List<Quantity> quantities) {
        List<Optional<Interval>> stated = new ArrayList<>(quantities.size());
        for (Quantity quantity : quantities) {
            QuantityRange range = ranges.of(quantity);
            Optional<Interval> agreed = name.equals("agreed") ? agreed(ranges, range) : Optional.empty();
            stated.add(agreed.isPresent() ? agreed : range.range());
        }
        return stated;
    }

    private static Optional<Interval> agreed(Ranges ranges, QuantityRange range) {
        List<Interval> agreed = Agreements.of(ranges, range.quantity()).agreed();
        return agreed.size() == 1 ? Optional.of(agreed.get(0)) : Optional.empty();
    }

    /** Returns the name: {@code ranges}, {@code agreed}, {@code grades}, {@code claimant Japan}. */
    @Override
    public String toString() {
        return claimant.isEmpty() ? name : name + " " + claimant;
    }
}
