package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.muster.compare.Costs;
import org.muster.compare.Statement;
import org.muster.exact.Rational;
import org.muster.interval.Interval;

/**
 * One of the cheapest ways to resolve the conflicts of a component.
 *
 * @param component the number of the component, from 1; one option for each component resolves all conflicts
 * @param option the number of this option among the equally cheap ones, from 1
 * @param cost its cost: for statements set aside, their {@linkplain Costs cost}; for a widening, the total by which
 *     they are widened
 * @param isCheapest whether it is certain that no other costs less; not where the search was stopped
 * @param actions what is done with which statement, in the dossier's order
 */
public record Correction(int component, int option, Rational cost, boolean isCheapest, List<Action> actions) {

    /** What is done with a statement. */
    public enum Kind {
        /** The statement is no longer used. */
        SET_ASIDE("set aside"),
        /** The range of the statement is made wider. */
        WIDEN("widen");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the words used in the reports. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * What is done with one statement.
     *
     * @param kind set aside, or widened
     * @param statement the statement
     * @param range its range: as stated where it is set aside; where it is widened, the hull of the ranges that the
     *     smallest widenings give it
     * @param why the reason in words
     */
    public record Action(Kind kind, Statement statement, Interval range, String why) {

        /** Checks that nothing is null. */
        public Action {
            requireNonNull(kind, "kind");
            requireNonNull(statement, "statement");
            requireNonNull(range, "range");
            requireNonNull(why, "why");
        }
    }

    /** Checks that nothing is null, and copies the actions. */
    public Correction {
        requireNonNull(cost, "cost");
        actions = List.copyOf(requireNonNull(actions, "actions"));
    }

    /** Returns the cost and the actions: {@code cost 6: set aside infobox-soviet-rocket-launchers}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("cost " + cost + ":");
        for (Action action : actions) {
            text.append(' ')
                    .append(action.kind())
                    .append(' ')
                    .append(String.join(", ", action.statement().ids()));
        }
        return text.toString();
    }
}
