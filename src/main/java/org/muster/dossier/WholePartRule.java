package org.muster.dossier;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.figure.Measure;

/**
 * What a whole and its parts have to do with each other, and why.
 *
 * @param kind how the whole is bound to the parts
 * @param whole the whole
 * @param parts the parts
 * @param least how many parts must have a figure for the rule to say something
 * @param breakdown the breakdown that says so; empty for the bound of losses
 */
record WholePartRule(Kind kind, Quantity whole, List<Quantity> parts, int least, Optional<Breakdown> breakdown) {

    /** How a whole is bound to its parts. */
    enum Kind {
        /** whole = sum of the parts. */
        SUM,
        /** sum of the parts ≤ whole. */
        BOUND,
        /** greatest part ≤ whole ≤ sum of the parts. */
        SHARED
    }

    private static final Measure MEN = Measure.parse("strength");
    private static final List<String> GONE = List.of("killed", "missing", "captured");

    WholePartRule {
        requireNonNull(kind, "kind");
        requireNonNull(whole, "whole");
        parts = List.copyOf(parts);
    }

    /** The rules about one quantity as the whole: its breakdowns and, for a strength, its losses. */
    static List<WholePartRule> about(Quantity whole, Dossier dossier, List<Measure> losses) {
        List<WholePartRule> rules = new ArrayList<>();
        for (Breakdown breakdown : dossier.hierarchy().of(whole)) {
            Kind kind = breakdown.complete() == Completeness.YES
                    ? Kind.SUM
                    : breakdown.complete() == Completeness.NO ? Kind.BOUND : Kind.SHARED;
            rules.add(new WholePartRule(kind, whole, breakdown.partsOf(whole), 1, Optional.of(breakdown)));
        }
        if (whole.measure().state().equals(MEN.state())) {
            if (dossier.hierarchy().isPeople(whole.measure())) {
                rules.add(losses(whole, GONE));
            }
            for (Measure loss : losses) {
                if (loss.item().equals(whole.measure().item())) {
                    rules.add(losses(whole, List.of(loss.state())));
                }
            }
        }
        return rules;
    }

    /** The built-in bound {@code losses}: nobody loses more than he had, as long as nobody is sent or repaired. */
    private static WholePartRule losses(Quantity strength, List<String> states) {
        List<Quantity> parts = new ArrayList<>();
        for (String state : states) {
            Measure loss = Measure.of(strength.measure().item(), state);
            parts.add(new Quantity(strength.event(), strength.party(), strength.place(), loss, strength.scope()));
        }
        // Several losses of which one is known say no more than the bound of that one.
        return new WholePartRule(Kind.BOUND, strength, parts, Math.min(2, parts.size()), Optional.empty());
    }

    /** The rule in words: {@code party (fronts): Soviet Union = Transbaikal Front + …}. */
    String text() {
        if (breakdown.isPresent()) {
            return breakdown.get().toString();
        }
        List<String> names = new ArrayList<>();
        for (Quantity part : parts) {
            names.add(part.measure().toString());
        }
        return "losses: " + whole.measure() + " >= " + String.join(" + ", names);
    }
}
