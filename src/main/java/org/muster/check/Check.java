package org.muster.check;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;

/**
 * A rule held against what is claimed of its whole.
 *
 * @param quantity the whole
 * @param rule the rule in words
 * @param kind a sum, or a bound from below
 * @param claims the claims about the whole, which give one range
 * @param whole their range
 * @param parts the claims that the parts rest on
 * @param partsFrom where the figures of the parts come from
 * @param partsRange the sum of the parts; without an upper end where a part has no figure
 * @param residual whole − parts
 * @param verdict what follows
 * @param soft whether it rests on a soft claim
 * @param tolerance by how much soft claims were widened
 */
public record Check(
        Quantity quantity,
        String rule,
        Kind kind,
        List<Claim> claims,
        Interval whole,
        List<Claim> parts,
        PartsFrom partsFrom,
        Interval partsRange,
        Interval residual,
        Verdict verdict,
        boolean soft,
        Tolerance tolerance) {

    private static final int DIGITS = 6;

    /** Whether the parts make up the whole. */
    public enum Kind {
        /** The whole is made up of the parts. */
        SUM("sum"),
        /** The parts are at most the whole. */
        BOUND("bound");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the word of the reports. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** Where the figures of the parts come from. */
    public enum PartsFrom {
        /** The source of the claim about the whole gives all parts. */
        SAME_SOURCE("same source"),
        /** The ranges of the parts, over all claims about them. */
        RANGES("ranges");

        private final String words;

        PartsFrom(String words) {
            this.words = words;
        }

        /** Returns the words of the reports. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** What a residual says, the gravest first. */
    public enum Verdict {
        /** The whole is less than its parts, whatever the true figures are. */
        SHORT("short"),
        /** The whole is more than the sum of its parts, whatever the true figures are. */
        OVER("over"),
        /** Some figures within the ranges fit, others do not. */
        POSSIBLE("possible"),
        /** A part has no figure. */
        OPEN("open"),
        /** The rule holds for all figures within the ranges. */
        HOLDS("holds");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** Returns the word of the reports. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** Checks that nothing is null, and copies the lists. */
    public Check {
        requireNonNull(quantity, "quantity");
        requireNonNull(verdict, "verdict");
        claims = List.copyOf(claims);
        parts = List.copyOf(parts);
    }

    /**
     * Says whether the rule fails, whatever the true figures are.
     *
     * @return whether the verdict is short or over
     */
    public boolean isFailed() {
        return verdict == Verdict.SHORT || verdict == Verdict.OVER;
    }

    /**
     * Returns how much of the whole is at stake: the least share by which it is short or over; otherwise the greatest
     * share by which it may be. An end that is open says only that a figure is missing, and counts as 0.
     *
     * @return the share, 0 or more
     */
    public double share() {
        double low = -residual.inf();
        double high = residual.sup();
        return switch (verdict) {
            case SHORT -> -high / whole.sup();
            case OVER -> residual.inf() / whole.inf();
            default -> Math.max(finite(low), kind == Kind.SUM ? finite(high) : 0) / Math.max(1, whole.inf());
        };
    }

    private static double finite(double excess) {
        return Double.isInfinite(excess) ? 0 : Math.max(0, excess);
    }

    /**
     * Returns the finding in words: {@code Soviet Union: rocket_launchers strength: 1,152 rocket launchers short by 19
     * against 1171 (party (fronts): …)}.
     */
    @Override
    public String toString() {
        Set<String> texts = new LinkedHashSet<>();
        for (Claim claim : claims) {
            texts.add(
                    claim.figure().text().isEmpty()
                            ? claim.figure().toString()
                            : claim.figure().text());
        }
        String finding = switch (verdict) {
            case SHORT -> "short by " + Decimals.inWords(residual.negate(), DIGITS);
            case OVER -> "over by " + Decimals.inWords(residual, DIGITS);
            case POSSIBLE ->
                kind == Kind.BOUND && Double.isFinite(residual.inf())
                        ? "may be short by up to " + Decimals.up(-residual.inf(), DIGITS)
                        : "may fit, residual " + Decimals.inWords(residual, DIGITS) + ",";
            case OPEN -> "open";
            case HOLDS -> "holds";
        };
        return quantity.label() + ": " + String.join(", ", texts) + " " + finding + " against "
                + Decimals.inWords(partsRange, DIGITS) + (soft ? ", soft" : "") + " (" + rule + ")";
    }
}
