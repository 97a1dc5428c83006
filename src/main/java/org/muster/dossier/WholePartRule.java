package org.muster.dossier;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.figure.Measure;
import org.muster.figure.State;

/**
 * How a whole relates to its parts, and why: by a breakdown, or because nobody can lose more than they had.
 *
 * @param kind how the whole relates to the parts
 * @param whole the whole
 * @param parts the parts
 * @param least the number of parts that must have a figure for the rule to say anything
 * @param breakdown the breakdown behind the rule; empty for the bound of losses
 */
public record WholePartRule(Kind kind, Quantity whole, List<Quantity> parts, int least, Optional<Breakdown> breakdown) {

    /** How a whole relates to its parts. */
    public enum Kind {
        /** whole = sum of the parts. */
        SUM,
        /** sum of the parts ≤ whole. */
        BOUND,
        /** greatest part ≤ whole ≤ sum of the parts. */
        SHARED
    }

    /** Checks that nothing is null, and copies the parts. */
    public WholePartRule {
        requireNonNull(kind, "kind");
        requireNonNull(whole, "whole");
        parts = List.copyOf(requireNonNull(parts, "parts"));
        requireNonNull(breakdown, "breakdown");
    }

    /**
     * Returns the rule that a breakdown makes for one whole.
     *
     * @param breakdown the breakdown
     * @param whole a quantity that it applies to
     * @return a sum if the breakdown is complete, a bound if it is not, and both if its parts may overlap
     * @throws IllegalArgumentException if the breakdown is off
     */
    public static WholePartRule of(Breakdown breakdown, Quantity whole) {
        Kind kind = switch (breakdown.complete()) {
            case YES -> Kind.SUM;
            case NO -> Kind.BOUND;
            case SHARED -> Kind.SHARED;
            case OFF -> throw new IllegalArgumentException("breakdown " + breakdown + " is off, so it says nothing");
        };
        return new WholePartRule(kind, whole, breakdown.partsOf(whole), 1, Optional.of(breakdown));
    }

    /**
     * Returns the rules about one quantity as the whole: its breakdowns and, for a strength, its losses.
     *
     * @param whole the quantity
     * @param dossier the dossier with the breakdowns
     * @param losses the {@linkplain #lossesOf losses} in the dossier
     * @return the breakdowns in the order of the hierarchy, then the bounds of losses
     */
    public static List<WholePartRule> about(Quantity whole, Dossier dossier, List<Measure> losses) {
        List<WholePartRule> rules = new ArrayList<>();
        for (Breakdown breakdown : dossier.hierarchy().of(whole)) {
            rules.add(of(breakdown, whole));
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

    /**
     * Returns the measures of a dossier that count losses.
     *
     * @param dossier the dossier
     * @return each once, in the order of its quantities
     */
    public static List<Measure> lossesOf(Dossier dossier) {
        Set<Measure> losses = new LinkedHashSet<>();
        for (Quantity quantity : dossier.quantities()) {
            if (dossier.hierarchy().isLoss(quantity.measure())) {
                losses.add(quantity.measure());
            }
        }
        return List.copyOf(losses);
    }

    /** Returns the built-in bound {@code losses}: nobody can lose more than they had, unless reinforced or repaired. */
    private static WholePartRule losses(Quantity strength, List<State> states) {
        List<Quantity> parts = new ArrayList<>();
        for (State state : states) {
            Measure loss = new Measure(strength.measure().item(), state);
            parts.add(new Quantity(strength.event(), strength.party(), strength.place(), loss, strength.scope()));
        }
        // Several losses of which only one is known say no more than the bound of that one.
        return new WholePartRule(Kind.BOUND, strength, parts, Math.min(2, parts.size()), Optional.empty());
    }

    /**
     * Returns whether the whole is an event and the parts are events within it: their dates need not agree.
     *
     * @return whether the rule is a breakdown of an event
     */
    public boolean isBetweenEvents() {
        return breakdown.filter(parts -> parts.dimension() == Dimension.EVENT).isPresent();
    }

    /**
     * Returns what people call a part beside its whole.
     *
     * @param part one of the parts
     * @return its party, place or event; for items and states, and for losses, the label of its measure
     */
    public String label(Quantity part) {
        Dimension dimension = breakdown.map(Breakdown::dimension).orElse(Dimension.STATE);
        if (dimension == Dimension.ITEM || dimension == Dimension.STATE) {
            return part.measure().label();
        }
        String name = part.in(dimension);
        return name.isEmpty() ? "the whole area" : name;
    }

    /**
     * Returns the rule in words: {@code party (fronts): Soviet Union = Transbaikal Front + …}.
     *
     * @return the rule as reports name it
     */
    public String text() {
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
