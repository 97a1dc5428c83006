package org.muster.figure;

import java.util.Objects;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/**
 * What is counted: an item in a state, written {@code tanks captured}. For people the item {@code personnel} is
 * omitted: {@code killed}, {@code strength}.
 *
 * <p>A dossier may add items and states of its own, so a measure checks only the form of its names.
 *
 * @param item the item, such as {@code tanks}
 * @param state its state, such as {@code captured}
 */
public record Measure(Item item, State state) {

    /**
     * A measure.
     *
     * @param item the item
     * @param state its state
     */
    public Measure {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(state, "state");
    }

    /**
     * Returns the measure with two names.
     *
     * @param item the name of the item, such as {@code tanks}
     * @param state the name of the state, such as {@code captured}
     * @return the measure
     * @throws IllegalArgumentException if a name is blank or has characters other than lowercase letters, digits, _
     */
    public static Measure of(String item, String state) {
        return new Measure(Item.of(item), State.of(state));
    }

    /**
     * Returns a measure as written in files: {@code item state}, or a state alone, which counts people.
     *
     * @param text one or two names separated by blanks
     * @return the measure; its names need not be built in
     * @throws IllegalArgumentException if there is no name or more than two, a name is not well formed, or the only
     *     name is that of an item
     */
    public static Measure parse(String text) {
        String names = CellText.name(Objects.requireNonNull(text, "text"));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("measure is blank: write a state such as killed, or an item and a state"
                    + " such as tanks captured");
        }
        int blank = names.indexOf(' ');
        String first = blank < 0 ? names : names.substring(0, blank);
        if (blank < 0) {
            if (Item.knows(first) && !State.knows(first)) {
                throw new IllegalArgumentException("measure \"" + first + "\" is an item without a state: write \""
                        + new Measure(Item.of(first), State.STRENGTH) + "\" for its number present");
            }
            return new Measure(Item.PERSONNEL, State.of(first));
        }
        String second = names.substring(blank + 1);
        if (second.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("measure \"" + Excerpt.of(names)
                    + "\" has more than two words: write item and state, words inside a name joined by _");
        }
        return of(first, second);
    }

    /**
     * Returns whether people are counted.
     *
     * @return true if it is a built-in item for people; false for items that a dossier adds
     */
    public boolean isPeople() {
        return item.isPeople();
    }

    /**
     * Returns whether losses are counted.
     *
     * @return true if the state is a built-in loss; false for states that a dossier adds
     */
    public boolean isLoss() {
        return state.isLoss();
    }

    /**
     * Returns whether forces present are counted.
     *
     * @return true if the state is a built-in strength; false for states that a dossier adds
     */
    public boolean isStrength() {
        return state.isStrength();
    }

    /**
     * Returns the measure as people say it.
     *
     * @return the labels of item and state: {@code rocket launchers}, {@code tanks captured}; of people {@code men} for
     *     their strength and the state alone for all else: {@code killed or missing}
     */
    public String label() {
        if (item.equals(Item.PERSONNEL) && !isStrength()) {
            return state.label();
        }
        return state.label().isEmpty() ? item.label() : item.label() + " " + state.label();
    }

    // Written out because measures key many tables: the generated pair costs start-up time.

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Measure that && item.equals(that.item) && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return 31 * item.hashCode() + state.hashCode();
    }

    /** Returns the measure as written in files: {@code killed}, {@code tanks captured}. */
    @Override
    public String toString() {
        return item.equals(Item.PERSONNEL) ? state.name() : item + " " + state;
    }
}
