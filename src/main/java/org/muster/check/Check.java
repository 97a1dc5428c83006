package org.muster.check;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;

/**
 * A rule checked against what is claimed of its whole.
 *
 * @param quantity the whole; empty where a written rule has more than one quantity, or none, on its greater side
 * @param rule the rule in words
 * @param kind what kind of rule it is
 * @param breakdown the breakdown or the bound of losses; empty for all other rules
 * @param whole what is claimed of the whole
 * @param parts what is claimed of the parts
 * @param partsFrom whether the voice of the whole gives the parts
 * @param residual whole − parts
 * @param verdict what follows
 * @param soft whether an end would differ without the soft claims
 * @param tolerance by how much soft claims were widened
 */
public record Check(
        Optional<Quantity> quantity,
        String rule,
        Kind kind,
        Optional<WholePartRule> breakdown,
        Side whole,
        Side parts,
        PartsFrom partsFrom,
        Interval residual,
        Verdict verdict,
        boolean soft,
        Tolerance tolerance) {

    private static final int DIGITS = 6;

    /** What kind of rule is checked. */
    public enum Kind {
        /** A whole is made up of its parts. */
        SUM("sum"),
        /** Parts are at most their whole. */
        BOUND("bound"),
        /** Losses do not exceed strength, unless there are reinforcements or repairs. */
        LOSSES("losses"),
        /** A voice's later counts of a loss are not below its earlier ones. */
        SERIES("series"),
        /** A relation that the dossier writes in {@code rules.csv}. */
        RULE("rule"),
        /** A copy says what its original says. */
        COPY("copy");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the word used in the reports. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** Who gives the parts. */
    public enum PartsFrom {
        /** The voice of the whole speaks of all of them. */
        SAME_VOICE("same voice"),
        /** Their ranges, over all voices. */
        RANGES("ranges");

        private final String words;

        PartsFrom(String words) {
            this.words = words;
        }

        /** Returns the words used in the reports. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** What a residual means, the most serious first. */
    public enum Verdict {
        /** The whole is less than its parts, whatever the true figures are. */
        SHORT("short"),
        /** The whole is more than the sum of its parts, whatever the true figures are. */
        OVER("over"),
        /** Some figures within the ranges fit, others do not. */
        POSSIBLE("possible"),
        /** A part has no figure, or no upper end. */
        OPEN("open"),
        /** The rule holds for all figures within the ranges. */
        HOLDS("holds");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** Returns the word used in the reports. */
        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * One side of a rule.
     *
     * @param voices who gives its figures
     * @param claims the claims that they rest on
     * @param range their total; without an upper end where a part has no figure
     */
    public record Side(List<String> voices, List<Claim> claims, Interval range) {

        /** Copies the lists. */
        public Side {
            voices = List.copyOf(requireNonNull(voices, "voices"));
            claims = List.copyOf(requireNonNull(claims, "claims"));
            requireNonNull(range, "range");
        }

        /**
         * Returns the texts as written.
         *
         * @return each text once; for a claim without a text, its range
         */
        public List<String> texts() {
            return distinct(claim -> List.of(
                    claim.figure().text().isEmpty()
                            ? claim.figure().range().map(Interval::toString).orElse("")
                            : claim.figure().text()));
        }

        /**
         * Returns the works that give the figures.
         *
         * @return the ids of the sources, each once
         */
        public List<String> sources() {
            return distinct(Claim::sources);
        }

        /**
         * Returns the dates of the figures.
         *
         * @return each date that is given, once
         */
        public List<String> asOf() {
            return distinct(
                    claim -> claim.asOf().isGiven() ? List.of(claim.asOf().toString()) : List.of());
        }

        private List<String> distinct(Function<Claim, List<String>> cells) {
            Set<String> distinct = new LinkedHashSet<>();
            claims.forEach(claim -> distinct.addAll(cells.apply(claim)));
            return new ArrayList<>(distinct);
        }
    }

    /** Checks that nothing is null. */
    public Check {
        requireNonNull(quantity, "quantity");
        requireNonNull(rule, "rule");
        requireNonNull(kind, "kind");
        requireNonNull(breakdown, "breakdown");
        requireNonNull(whole, "whole");
        requireNonNull(parts, "parts");
        requireNonNull(partsFrom, "partsFrom");
        requireNonNull(residual, "residual");
        requireNonNull(verdict, "verdict");
        requireNonNull(tolerance, "tolerance");
    }

    /**
     * Returns whether the rule fails, whatever the true figures are.
     *
     * @return whether the verdict is short or over
     */
    public boolean isFailed() {
        return verdict == Verdict.SHORT || verdict == Verdict.OVER;
    }

    /**
     * Returns whether a failure is one voice's alone: an author whose own parts do not give his total, or already exceed it
     * though some of them have no figure; a count revised down, a copy that differs from its original.
     *
     * @return whether the parts are the same voice's
     */
    public boolean isOfOneVoice() {
        return partsFrom == PartsFrom.SAME_VOICE
                || verdict == Verdict.SHORT
                        && parts.voices().size() == 1
                        && whole.voices().containsAll(parts.voices());
    }

    /**
     * Returns the nearer end of the residual as a share of the whole. An end that is open says only that a figure is
     * missing, and is ignored.
     *
     * @return the share, 0 or more
     */
    public double share() {
        double low = Double.isInfinite(residual.inf()) ? Double.POSITIVE_INFINITY : Math.abs(residual.inf());
        double high = Double.isInfinite(residual.sup()) ? Double.POSITIVE_INFINITY : Math.abs(residual.sup());
        double nearer = Math.min(low, high);
        return Double.isInfinite(nearer)
                ? 0
                : nearer / Math.max(1, whole.range().inf());
    }

    /**
     * Returns the finding in words: {@code Soviet Union: rocket_launchers strength: 1,152 rocket launchers short by 19
     * against 1171 (party (fronts): …)}.
     */
    @Override
    public String toString() {
        String finding = switch (verdict) {
            case SHORT -> "short by " + Decimals.inWords(residual.negate(), DIGITS);
            case OVER -> "over by " + Decimals.inWords(residual, DIGITS);
            case POSSIBLE -> "may fit, residual " + Decimals.inWords(residual, DIGITS) + ",";
            case OPEN -> "open";
            case HOLDS -> "holds";
        };
        return quantity.map(Quantity::label).orElse("rule") + ": " + String.join(", ", whole.texts()) + " " + finding
                + " against " + Decimals.inWords(parts.range(), DIGITS) + (soft ? ", soft" : "") + " (" + rule + ")";
    }
}
