package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.compare.Agreements;
import org.muster.compare.Costs;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.interval.Interval;

/**
 * The ranges from which a reconciliation starts: {@link Claimed}, {@link Agreed}, {@link BestGraded} or {@link
 * Claimant}.
 */
public sealed interface StartingRanges {

    /**
     * Returns the ranges over the claims that count.
     *
     * @param all the ranges over all claims
     * @param costs what it costs to set a claim aside
     * @return the ranges over the claims that count
     * @throws IllegalArgumentException if it names a claimant that no claim names
     */
    default Ranges of(Ranges all, Costs costs) {
        return all;
    }

    /**
     * Returns the range from which one quantity starts.
     *
     * @param ranges the ranges over the claims that count
     * @param range the range of the quantity
     * @return its starting range; empty where there is none
     */
    default Optional<Interval> of(Ranges ranges, QuantityRange range) {
        return range.range();
    }

    /** The range of each quantity: estimates span it, bounds limit it. */
    record Claimed() implements StartingRanges {

        /** Returns {@code ranges}. */
        @Override
        public String toString() {
            return "ranges";
        }
    }

    /** What most voices cover, where that is one range; otherwise the range of the quantity. */
    record Agreed() implements StartingRanges {

        @Override
        public Optional<Interval> of(Ranges ranges, QuantityRange range) {
            List<Interval> agreed = Agreements.of(ranges, range.quantity()).agreed();
            return agreed.size() == 1 ? Optional.of(agreed.get(0)) : range.range();
        }

        /** Returns {@code agreed}. */
        @Override
        public String toString() {
            return "agreed";
        }
    }

    /**
     * Only the claims with the greatest {@linkplain Costs cost} about each quantity, that is, those with the best
     * grades.
     */
    record BestGraded() implements StartingRanges {

        @Override
        public Ranges of(Ranges all, Costs costs) {
            Dossier dossier = all.dossier();
            return all.taking(claim -> dossier.claims(claim.quantity()).stream()
                    .filter(other -> other.figure().hasNumber())
                    .allMatch(other -> costs.of(other, dossier) <= costs.of(claim, dossier)));
        }

        /** Returns {@code grades}. */
        @Override
        public String toString() {
            return "grades";
        }
    }

    /**
     * What one claimant says. Quantities about which the claimant says nothing have no range.
     *
     * @param name the claimant, as named in the claims
     */
    record Claimant(String name) implements StartingRanges {

        /** Checks that nothing is null. */
        public Claimant {
            requireNonNull(name, "name");
        }

        @Override
        public Ranges of(Ranges all, Costs costs) {
            for (Claim claim : all.dossier().claims()) {
                if (claim.claimant().equals(name)) {
                    return all.taking(taken -> taken.claimant().equals(name));
                }
            }
            throw new IllegalArgumentException("claimant \"" + name + "\" is not named by any claim");
        }

        /** Returns {@code claimant Japan}. */
        @Override
        public String toString() {
            return "claimant " + name;
        }
    }

    /**
     * Reads a name of starting ranges.
     *
     * @param text {@code ranges}, {@code agreed}, {@code grades}, or {@code claimant} followed by a name
     * @return the starting ranges
     * @throws IllegalArgumentException if the text is none of these
     */
    static StartingRanges parse(String text) {
        if (text.startsWith("claimant ")) {
            return new Claimant(text.substring("claimant ".length()));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "ranges" -> new Claimed();
            case "agreed" -> new Agreed();
            case "grades" -> new BestGraded();
            default ->
                throw new IllegalArgumentException(
                        "starting ranges \"" + text + "\" is not one of ranges, agreed, grades, claimant NAME");
        };
    }
}
