package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muster.compare.NumberText;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.interval.Interval;

/**
 * A quantity under the rules.
 *
 * @param quantity what is counted
 * @param asOf the date as of which it is counted; the event as a whole where none is given, and for the final count of a
 *     loss
 * @param stated its range by what the voices say of it, before the rules; empty where nobody gives one
 * @param implied its range under the rules; empty where the stated ranges contradict them
 * @param corrected where the stated ranges contradict the rules, from the lowest to the highest end that it can have
 *     once the statements of a cheapest correction are set aside; empty elsewhere, and where that resolves nothing
 * @param status whether the stated ranges can be reconciled with the rules
 * @param exact whether each end of the implied range is attained by whole numbers that satisfy all rules; if not, the
 *     range is an enclosure
 * @param adjusted a single value adjusted to the rules, where the caller asked for one and the rules determine it
 * @param rules the rules that narrow it, in words
 * @param claims the claims that the implied range rests on, or the nearest ones if there are very many; where nothing
 *     narrows it, those that state it
 * @param dropped the claims about it that every cheapest correction sets aside
 */
public record Reconciled(
        Quantity quantity,
        AsOf asOf,
        Optional<Interval> stated,
        Optional<Bounds> implied,
        Optional<Bounds> corrected,
        Status status,
        boolean exact,
        OptionalDouble adjusted,
        List<String> rules,
        List<Claim> claims,
        List<Claim> dropped) {

    /** Whether ranges can be reconciled with the rules. */
    public enum Status {
        /** Some figures within the stated ranges satisfy all rules. */
        CONSISTENT("consistent"),
        /** No figures do: the stated ranges contradict the rules. */
        INFEASIBLE("infeasible");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** Returns the word used in the reports. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** Checks that nothing is null, and copies the lists. */
    public Reconciled {
        requireNonNull(quantity, "quantity");
        requireNonNull(asOf, "asOf");
        requireNonNull(stated, "stated");
        requireNonNull(implied, "implied");
        requireNonNull(corrected, "corrected");
        requireNonNull(status, "status");
        requireNonNull(adjusted, "adjusted");
        rules = List.copyOf(requireNonNull(rules, "rules"));
        claims = List.copyOf(requireNonNull(claims, "claims"));
        dropped = List.copyOf(requireNonNull(dropped, "dropped"));
    }

    /**
     * Returns the stated range in words, a bound in those of its claims.
     *
     * @return such as {@code 21,389–83,737}, {@code more than 900,000}; empty where nobody states it
     */
    public String statedText() {
        List<Claim> own = claims.stream()
                .filter(claim -> claim.quantity().equals(quantity))
                .toList();
        return stated.map(range -> NumberText.range(range, Firmness.of(own), own))
                .orElse("");
    }

    /**
     * Returns the implied range as an interval.
     *
     * @return the tightest interval of doubles around it; empty where there is none
     */
    public Interval range() {
        return implied.map(Bounds::toInterval).orElse(Interval.EMPTY);
    }

    /**
     * Returns the corrected range as an interval.
     *
     * @return the tightest interval of doubles around it; empty where there is none
     */
    public Interval correctedRange() {
        return corrected.map(Bounds::toInterval).orElse(Interval.EMPTY);
    }

    /**
     * Returns the claims about other quantities on which the implied range rests.
     *
     * @return some of {@link #claims}; none where nothing but its own dates narrows it
     */
    public List<Claim> others() {
        return claims.stream()
                .filter(claim -> !claim.quantity().equals(quantity))
                .toList();
    }

    /** Returns the quantity and its ranges: {@code Japan: killed [21389, 83737] implies [21389, 45900]}. */
    @Override
    public String toString() {
        String before = stated.map(Interval::toString).orElse("no number");
        String date = asOf.isGiven() ? " as of " + asOf.label() : "";
        String mended = corrected.isPresent() ? ", corrected " + correctedRange() : "";
        return quantity.label() + date + " " + before
                + (implied.isPresent() ? " implies " + range() + (exact ? "" : " (enclosure)") : " " + status + mended);
    }
}
