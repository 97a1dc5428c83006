package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * The sum of a loss over events, by one rule.
 *
 * @param quantity the loss, in the first of the events
 * @param rule the rule
 * @param grade the grade of the events that are added up; {@code headline} for those that Airwars puts first; blank for all
 * @param range from the sum of the minima to the sum of the maxima of the events that are counted; empty if none is, or if
 *     the rule adds nothing up while a figure is missing
 * @param events in how many events anything is claimed of the party
 * @param counted the events that are added up
 * @param missing the events for which the rule has no figure, nor for one of which they are part, nor for all parts that
 *     make them up; they are not zero
 * @param nested the events that are not added up because they are part of another that is
 */
public record Total(
        Quantity quantity,
        Rule rule,
        String grade,
        Interval range,
        int events,
        List<String> counted,
        List<String> missing,
        List<String> nested) {

    /** Copies the lists. */
    public Total {
        requireNonNull(quantity, "quantity");
        requireNonNull(rule, "rule");
        requireNonNull(grade, "grade");
        requireNonNull(range, "range");
        counted = List.copyOf(requireNonNull(counted, "counted"));
        missing = List.copyOf(requireNonNull(missing, "missing"));
        nested = List.copyOf(requireNonNull(nested, "nested"));
    }

    /** Returns the loss, the rule and the sum: {@code Blue: killed, hull: [30, 45] in 2 events, 1 missing}. */
    @Override
    public String toString() {
        return quantity.label() + ", " + rule.id() + (grade.isEmpty() ? "" : " (" + grade + ")") + ": " + range + " in "
                + counted.size() + (counted.size() == 1 ? " event" : " events")
                + (missing.isEmpty() ? "" : ", " + missing.size() + " missing")
                + (nested.isEmpty() ? "" : ", " + nested.size() + " part of others");
    }
}
