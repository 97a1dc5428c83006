package org.muster.dossier;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.muster.exact.Sense;
import org.muster.text.CellText;

/**
 * A linear rule that a dossier adds to those of its hierarchy: a row of {@code rules.csv}, such as {@code {Japan |
 * killed} + {Japan | captured} <= {Japan | strength}}.
 *
 * <p>Each side is a sum or difference of quantities in braces, with or without a decimal factor, and decimal constants.
 * The braces contain {@code party | measure}, {@code party | place | measure} or
 * {@code event | party | place | measure}, written as in claims. The sides are joined by {@code =}, {@code <=} or
 * {@code >=}.
 *
 * @param id its name; blank until it joins a dossier, which names it {@code R1}, {@code R2} …
 * @param text the rule as written, its blanks and letters as in a name
 * @param terms the terms once all quantities are moved to the left side, each quantity once
 * @param sense how the sum of the terms relates to the constant
 * @param constant the right side, once all constants are moved there
 * @param note a remark; blank if there is none
 */
public record WrittenRule(String id, String text, List<Term> terms, Sense sense, BigDecimal constant, String note) {

    /**
     * A quantity with its factor.
     *
     * @param factor the factor, which is not 0
     * @param quantity the quantity
     */
    public record Term(BigDecimal factor, Quantity quantity) {

        /** Checks that nothing is null. */
        public Term {
            requireNonNull(factor, "factor");
            requireNonNull(quantity, "quantity");
        }
    }

    /** Checks that nothing is null and that a quantity is named. */
    public WrittenRule {
        id = CellText.strip(id);
        text = CellText.name(text);
        terms = List.copyOf(requireNonNull(terms, "terms"));
        requireNonNull(sense, "sense");
        requireNonNull(constant, "constant");
        note = CellText.strip(note);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("the rule names no quantity; expected one in braces, such as"
                    + " {Japan | killed}, that does not cancel out");
        }
    }

    /**
     * Parses a rule.
     *
     * @param text the rule
     * @return the rule, without an id; quantities without an event belong to the dossier's own
     * @throws IllegalArgumentException if the text is not a rule; the message says at which character, and what was
     *     expected there
     */
    public static WrittenRule parse(String text) {
        return new RuleParser(text).read();
    }

    /**
     * Returns this rule with an id.
     *
     * @param name the id
     * @return the named rule
     */
    public WrittenRule named(String name) {
        return new WrittenRule(name, text, terms, sense, constant, note);
    }

    /**
     * Returns this rule with a note.
     *
     * @param remark the note
     * @return the rule with the note
     */
    public WrittenRule withNote(String remark) {
        return new WrittenRule(id, text, terms, sense, constant, remark);
    }

    /** Returns the rule with its quantities assigned to an event if they have none. */
    WrittenRule in(String event) {
        List<Term> placed = new ArrayList<>(terms.size());
        for (Term term : terms) {
            Quantity quantity = term.quantity();
            placed.add(
                    quantity.event().isEmpty() ? new Term(term.factor(), quantity.with(Dimension.EVENT, event)) : term);
        }
        return new WrittenRule(id, text, placed, sense, constant, note);
    }

    /** Returns id and text: {@code R1: {Japan | killed} <= {Japan | strength}}. */
    @Override
    public String toString() {
        return id.isEmpty() ? text : id + ": " + text;
    }
}
