package org.muster.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.exact.RationalRange;
import org.muster.figure.Measure;

/**
 * A ratio between two parties. What {@code a} and {@code b} are depends on the kind.
 *
 * @param event the event
 * @param kind what is divided by what
 * @param measure the strength of a force ratio, the loss of all others
 * @param partyA the first party
 * @param partyB the second; of a loss rate the same as the first
 * @param place the place of both; blank is the whole area
 * @param scope what their counts include or leave out; usually blank
 * @param basis {@link #RANGES}, or the voice whose figures stand in the ratio where figures are in conflict
 * @param borrowed the figures in a voice's ratio that the voice itself does not give
 * @param a the figure of the first party; of a fractional exchange ratio its loss rate
 * @param b the figure of the second, or its loss rate; of a loss rate the strength
 * @param range the ratio, whatever the missing parts are
 * @param known the ratio of what is known
 * @param missing the parts without a figure
 * @param soft whether an end would differ without the soft claims
 * @param tolerance by how much soft claims were widened
 * @param claims the claims used
 */
public record Ratio(
        String event,
        Kind kind,
        Measure measure,
        String partyA,
        String partyB,
        String place,
        String scope,
        String basis,
        List<Borrowed> borrowed,
        RationalRange a,
        RationalRange b,
        RationalRange range,
        RationalRange known,
        List<Quantity> missing,
        boolean soft,
        Tolerance tolerance,
        List<Claim> claims) {

    /** The basis of a ratio of the quantities' ranges. */
    public static final String RANGES = "ranges";

    /**
     * A figure in one voice's ratio that others give.
     *
     * @param quantity what is counted
     * @param voices the voices that give the figure
     */
    public record Borrowed(Quantity quantity, List<String> voices) {
        /** Copies the list. */
        public Borrowed {
            voices = List.copyOf(Objects.requireNonNull(voices, "voices"));
        }

        /** Returns the quantity and the voices: {@code Japan: killed (Soviet Union)}. */
        @Override
        public String toString() {
            return quantity.label() + " (" + String.join(", ", voices) + ")";
        }
    }

    /** What is divided by what; every heading states the direction. */
    public enum Kind {
        /** Strength of a by strength of b. */
        FORCE("force a/b"),
        /** Losses of b by losses of a: what the enemy loses for each of one's own. */
        LOSS_EXCHANGE("loss exchange b/a"),
        /** Loss rate of a by loss rate of b (Helmbold's fractional exchange ratio). */
        FRACTIONAL_EXCHANGE("fractional exchange (a/A)/(b/B)"),
        /** Losses of a by strength of a. */
        LOSS_RATE("loss rate a/A");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        /** Returns the heading of the reports. */
        @Override
        public String toString() {
            return heading;
        }
    }

    /** Copies the lists. */
    public Ratio {
        borrowed = List.copyOf(Objects.requireNonNull(borrowed, "borrowed"));
        missing = List.copyOf(Objects.requireNonNull(missing, "missing"));
        claims = List.copyOf(Objects.requireNonNull(claims, "claims"));
    }

    /** This ratio marked as resting on a soft claim. */
    Ratio asSoft() {
        return new Ratio(
                event, kind, measure, partyA, partyB, place, scope, basis, borrowed, a, b, range, known, missing, true,
                tolerance, claims);
    }

    boolean hasRangesOf(Ratio other) {
        return range.equals(other.range) && known.equals(other.known);
    }

    /**
     * Returns what is counted, in words.
     *
     * @return the measure, with the scope in brackets where there is one
     */
    public String label() {
        return scope.isEmpty() ? measure.toString() : measure + " (" + scope + ")";
    }

    /**
     * Returns what is missing, in words.
     *
     * @return the labels of the missing parts
     */
    public List<String> missingLabels() {
        List<String> labels = new ArrayList<>();
        for (Quantity part : missing) {
            labels.add(part.label());
        }
        return labels;
    }

    /**
     * Returns the ratio in words: {@code force a/b, strength, Allies / Axis: 1.27968 to 1.31128}. A force ratio is
     * written as a / b and a loss exchange ratio as b / a, as their headings say.
     */
    @Override
    public String toString() {
        String parties = switch (kind) {
            case LOSS_RATE -> partyA;
            case LOSS_EXCHANGE -> partyB + " / " + partyA;
            default -> partyA + " / " + partyB;
        };
        String value = missing.isEmpty()
                ? range.inWords()
                : known.inWords() + " of what is known (missing: " + String.join("; ", missingLabels()) + ")";
        return kind + ", " + label() + ", " + parties + (place.isEmpty() ? "" : " at " + place) + ": " + value
                + (basis.equals(RANGES) ? "" : ", by " + basis) + (soft ? ", soft" : "");
    }
}
