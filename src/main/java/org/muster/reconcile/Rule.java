package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.figure.Measure;
import org.muster.figure.State;

/**
 * What a whole and its parts have to do with each other, and why.
 *
 * @param kind how the whole is bound to the parts
 * @param whole the whole
 * @param parts the parts
 * @param least how many parts must have a figure for the rule to say something
 * @param breakdown the breakdown that says so; empty for the bound of losses
 */
record Rule(Kind kind, Quantity whole, List<Quantity> parts, int least, Optional<Breakdown> breakdown) {

    /** How a whole is bound to its parts. */
    enum Kind {
        /** whole = sum of the parts. */
        SUM,
        /** sum of the parts ≤ whole. */
        BOUND,
        /** greatest part ≤ whole ≤ sum of the parts. */
        SHARED
    }

    Rule {
        requireNonNull(kind, "kind");
        requireNonNull(whole, "whole");
        parts = List.copyOf(parts);
    }

    /** The rules about one quantity as the whole: its breakdowns and, for a strength, its losses. */
    static List<Rule> about(Quantity whole, Dossier dossier, List<Measure> losses) {
        List<Rule> rules = new ArrayList<>();
        for (Breakdown breakdown : dossier.hierarchy().of(whole)) {
            Kind kind = breakdown.complete() == Completeness.YES
                    ? Kind.SUM
                    : breakdown.complete() == Completeness.NO ? Kind.BOUND : Kind.SHARED;
            rules.add(new Rule(kind, whole, breakdown.partsOf(whole), 1, Optional.of(breakdown)));
        }
        if (whole.measure().state().equals(State.STRENGTH)) {
            if (dossier.hierarchy().isPeople(whole.measure())) {
                rules.add(losses(whole, State.leavingStrength()));
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
    private static Rule losses(Quantity strength, List<State> states) {
        List<Quantity> parts = new ArrayList<>();
        for (State state : states) {
            Measure loss = new Measure(strength.measure().item(), state);
            parts.add(new Quantity(strength.event(), strength.party(), strength.place(), loss, strength.scope()));
        }
        // Several losses of which one is known say no more than the bound of that one.
        return new Rule(Kind.BOUND, strength, parts, Math.min(2, parts.size()), Optional.empty());
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
