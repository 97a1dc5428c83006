package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.figure.Figure;
import org.muster.interval.Interval;

/**
 * The range of a quantity, and what it rests on.
 *
 * @param quantity what is counted
 * @param range the range; empty where nothing with a number is claimed of the quantity or of all parts of a complete
 *     breakdown
 * @param firmness what kind of claims the range rests on
 * @param basis whether claims about the quantity or sums of its parts make it up
 * @param soft whether an end would differ without the soft claims of the dossier; false without a range
 * @param claims the claims that it rests on, those about the quantity itself before those about its parts, bounds last
 */
public record QuantityRange(
        Quantity quantity, Optional<Interval> range, Firmness firmness, Basis basis, boolean soft, List<Claim> claims) {

    /** What kind of claims a range rests on. */
    public enum Firmness {
        /** Closed figures, at least one of which is not soft; for a sum, in every part. */
        FIRM,
        /** Closed figures that are about, nearly or rounded; for a sum, in at least one part. */
        SOFT,
        /** Bounds alone: at least, more than, at most, less than. */
        BOUND,
        /** Nothing with a number. */
        NONE;

        /**
         * Returns what kind of claim one with a number is.
         *
         * @param claim a claim with a number
         * @return firm, soft or a bound
         */
        public static Firmness of(Claim claim) {
            return of(claim.figure());
        }

        /**
         * Returns what kind of figure one with a number is.
         *
         * @param figure a figure with a number
         * @return firm, soft or a bound
         */
        public static Firmness of(Figure figure) {
            return figure.isOneSided() ? BOUND : figure.isSoft() ? SOFT : FIRM;
        }

        /**
         * Returns what kind of claims some with a number are.
         *
         * @param claims claims with a number
         * @return soft or a bound if all are, otherwise firm
         */
        public static Firmness of(List<Claim> claims) {
            Firmness first = claims.isEmpty() ? FIRM : of(claims.get(0));
            return claims.stream().allMatch(claim -> of(claim) == first) ? first : FIRM;
        }
    }

    /** What a range is made of. */
    public enum Basis {
        /** What is claimed of the quantity itself. */
        CLAIMS("claims"),
        /** The sums of its parts. */
        PARTS("parts"),
        /** Both. */
        BOTH("claims and parts"),
        /** There is no range. */
        NONE("");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        /** Returns the word used in the reports. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** Checks that nothing is null. */
    public QuantityRange {
        requireNonNull(quantity, "quantity");
        requireNonNull(range, "range");
        requireNonNull(firmness, "firmness");
        requireNonNull(basis, "basis");
        claims = List.copyOf(requireNonNull(claims, "claims"));
    }

    /**
     * Returns what a voice says, as a range.
     *
     * @param said what it says
     * @return its range, made of claims, or of parts where it is a sum
     */
    public static QuantityRange of(Said said) {
        return new QuantityRange(
                said.quantity(),
                Optional.of(said.range()),
                said.firmness(),
                said.isSum() ? Basis.PARTS : Basis.CLAIMS,
                false,
                said.claims());
    }

    /** The dates of the claims, each once. */
    List<AsOf> dates() {
        return AsOf.of(claims);
    }

    /**
     * Returns that there is no range.
     *
     * @param quantity what is counted
     * @return the quantity without a range
     */
    public static QuantityRange none(Quantity quantity) {
        return new QuantityRange(quantity, Optional.empty(), Firmness.NONE, Basis.NONE, false, List.of());
    }

    /**
     * Returns whether the range is closed: neither end is left open by the words.
     *
     * @return whether it rests on more than bounds, and ends
     */
    public boolean isClosed() {
        return (firmness == Firmness.FIRM || firmness == Firmness.SOFT)
                && range.orElseThrow().sup() < Double.POSITIVE_INFINITY;
    }

    QuantityRange withSoft(boolean soft) {
        return new QuantityRange(quantity, range, firmness, basis, soft, claims);
    }

    /**
     * Returns the claims of several ranges.
     *
     * @param ranges ranges of any quantities
     * @return their claims, each once
     */
    public static List<Claim> claimsOf(List<QuantityRange> ranges) {
        boolean areDifferent =
                ranges.stream().map(QuantityRange::quantity).distinct().count() == ranges.size();
        DistinctClaims claims = new DistinctClaims();
        for (QuantityRange range : ranges) {
            // of another quantity are the claims of a sum, which another sum may share
            claims.addAll(
                    range.claims, claim -> areDifferent && claim.quantity().equals(range.quantity));
        }
        return claims.all();
    }

    /** Returns the quantity and its range: {@code Japan: strength [1001400, 1001400]}. */
    @Override
    public String toString() {
        return quantity.label() + " " + range.map(Interval::toString).orElse("no number") + (soft ? " (soft)" : "");
    }
}
