package org.muster.figure;

import java.util.Objects;
import java.util.Optional;
import org.muster.text.Excerpt;

/**
 * What is counted: an item in a state, written {@code tanks captured}. For people the item {@code personnel} is left
 * out: {@code killed}, {@code strength}.
 *
 * <p>Items and states are two trees whose built-in names stand in {@code items.csv} and {@code states.csv}. A dossier
 * may add names of its own, so a measure checks only how its names are written; {@link #knowsItem} and
 * {@link #knowsState} say whether a name is built in.
 *
 * @param item lowercase letters, digits and {@code _}, beginning with a letter
 * @param state likewise
 */
public record Measure(String item, String state) {

    /** The item of people, which a written measure leaves out. */
    public static final String PERSONNEL = "personnel";

    /**
     * A measure, its names checked for their form.
     *
     * @param item the item
     * @param state the state
     * @throws IllegalArgumentException if a name is blank or has other characters
     */
    public Measure {
        if (!knowsItem(item)) {
            checkName("item", item);
        }
        if (!knowsState(state)) {
            checkName("state", state);
        }
    }

    /**
     * An item in a state.
     *
     * @param item the item, such as {@code tanks}, or {@link #PERSONNEL}
     * @param state the state, such as {@code captured}
     * @return the measure
     * @throws IllegalArgumentException if a name is blank or has characters other than lowercase letters, digits, _
     */
    public static Measure of(String item, String state) {
        return new Measure(item, state);
    }

    /**
     * Reads a measure as written in files: {@code item state}, or a state alone, which is about people.
     *
     * @param text one or two names separated by blanks
     * @return the measure; its names need not be known
     * @throws IllegalArgumentException if there are no or more than two names, a name is not well formed, or the only
     *     name is one of an item
     */
    public static Measure parse(String text) {
        Objects.requireNonNull(text, "text");
        String names = text.strip();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("measure is blank: write a state such as killed, or an item and a state"
                    + " such as tanks captured");
        }
        int blank = 0;
        while (blank < names.length() && !Character.isWhitespace(names.charAt(blank))) {
            blank++;
        }
        String first = names.substring(0, blank);
        if (blank == names.length()) {
            if (knowsItem(first) && !knowsState(first)) {
                throw new IllegalArgumentException("measure \"" + first + "\" is an item without a state: write \""
                        + (first.equals(PERSONNEL) ? "strength" : first + " strength") + "\" for its number present");
            }
            return new Measure(PERSONNEL, first);
        }
        String second = names.substring(blank).strip();
        for (int i = 0; i < second.length(); i++) {
            if (Character.isWhitespace(second.charAt(i))) {
                throw new IllegalArgumentException("measure \"" + Excerpt.of(names)
                        + "\" has more than two words: write item and state, words inside a name joined by _");
            }
        }
        return new Measure(first, second);
    }

    /**
     * Whether an item is built in.
     *
     * @param name a name such as {@code tanks}
     * @return true if it stands in {@code items.csv}
     */
    public static boolean knowsItem(String name) {
        return Names.items().knows(name);
    }

    /**
     * Whether a state is built in.
     *
     * @param name a name such as {@code captured}
     * @return true if it stands in {@code states.csv}
     */
    public static boolean knowsState(String name) {
        return Names.states().knows(name);
    }

    /**
     * The built-in item that is written most like a name, for "did you mean".
     *
     * @param name a name that is not known
     * @return the item with the fewest letters different, or empty if more than a third of them are
     */
    public static Optional<String> nearestItem(String name) {
        return Names.items().nearest(name);
    }

    /**
     * The built-in state that is written most like a name, for "did you mean".
     *
     * @param name a name that is not known
     * @return the state with the fewest letters different, or empty if more than a third of them are
     */
    public static Optional<String> nearestState(String name) {
        return Names.states().nearest(name);
    }

    /**
     * Whether people are counted.
     *
     * @return true if the item is built in as a kind of people; false for names that a dossier adds
     */
    public boolean isPeople() {
        return Names.items().is(item, "people");
    }

    /**
     * Whether the count is one of losses.
     *
     * @return true if the state is built in as a loss; false for names that a dossier adds
     */
    public boolean isLoss() {
        return Names.states().is(state, "loss");
    }

    /**
     * Whether the count is one of forces present.
     *
     * @return true if the state is built in as a strength; false for names that a dossier adds
     */
    public boolean isStrength() {
        return Names.states().is(state, "strength");
    }

    // Written out because measures key many tables: the generated pair costs start-up time.

    @Override
    public boolean equals(Object other) {
        return other instanceof Measure that && item.equals(that.item) && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return 31 * item.hashCode() + state.hashCode();
    }

    /** The measure as written in files: {@code killed}, {@code tanks captured}. */
    @Override
    public String toString() {
        return item.equals(PERSONNEL) ? state : item + " " + state;
    }

    private static void checkName(String part, String name) {
        Objects.requireNonNull(name, part);
        boolean wellFormed = !name.isEmpty() && Character.isLetter(name.charAt(0));
        for (int i = 0; i < name.length() && wellFormed; i++) {
            char c = name.charAt(i);
            wellFormed = c == '_' || Character.isDigit(c) || (Character.isLetter(c) && Character.toLowerCase(c) == c);
        }
        if (!wellFormed) {
            throw new IllegalArgumentException(part + " \"" + Excerpt.of(name)
                    + "\" is not a name: lowercase letters, digits and _, beginning with a letter");
        }
    }
}
