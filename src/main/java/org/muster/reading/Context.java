package org.muster.reading;

import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.State;

/**
 * What a text is about, as far as is known without reading it: from the column of its cell, or the heading above it.
 *
 * <p>A context supplies what the figures leave open and nothing else: in a column of strengths, "300 tanks" is read as
 * {@code tanks strength}, "300 tanks destroyed" as written. Things are not {@code killed}: a state that only people can
 * be in is not applied to them, but in a column of {@code casualties} they are {@code lost}. Of "711 of 730" there, the
 * 730 are the {@code strength}. A context also resolves
 * ambiguous words: transports are ships among ships and aircraft among aircraft.
 *
 * @param item the item, such as {@code tanks}, or ""
 * @param state the state, such as {@code strength}, or ""
 */
public record Context(String item, String state) {

    /** A context in which nothing is known. */
    public static final Context NONE = new Context("", "");

    /**
     * Checks the form of the names.
     *
     * @param item the item, or ""
     * @param state the state, or ""
     * @throws IllegalArgumentException if a name has characters other than lowercase letters, digits and _
     */
    public Context {
        if (!item.isEmpty()) {
            Item.of(item);
        }
        if (!state.isEmpty()) {
            State.of(state);
        }
    }

    /**
     * Returns the context of a cell about one measure.
     *
     * @param measure the measure
     * @return its item and state
     */
    public static Context of(Measure measure) {
        return new Context(measure.item().name(), measure.state().name());
    }

    /**
     * Returns the context of a cell about one state of whatever items it names, such as a column of strengths or
     * casualties.
     *
     * @param state the state, such as {@code casualties}
     * @return the context
     * @throws IllegalArgumentException if it is not a valid name
     */
    public static Context ofState(String state) {
        return new Context("", state);
    }

    /**
     * Returns the context of a cell about one item in whatever states it names.
     *
     * @param item the item, such as {@code ships}
     * @return the context
     * @throws IllegalArgumentException if it is not a valid name
     */
    public static Context ofItem(String item) {
        return new Context(item, "");
    }

    /** Returns whether nothing is known. */
    boolean isOpen() {
        return item.isEmpty() && state.isEmpty();
    }

    /** Returns the item, if it is built in. */
    Mention<Item> builtInItem() {
        return Item.knows(item) ? Mention.ofItem(item) : Mention.open();
    }

    /** Returns what this context adds to a measure that is partly open. */
    Context added(String itemRead, String stateRead) {
        String addedItem = itemRead.isEmpty() && goTogether(item, stateRead) ? item : "";
        String addedState = stateRead.isEmpty() ? stateOf(itemRead + addedItem) : "";
        return new Context(addedItem, addedState);
    }

    /** Returns what this context adds to the measure of all those of whom others are counted: in a column of losses, a strength. */
    Context addedToWhole(String itemRead, String stateRead) {
        Context of = state.isEmpty() || State.of(state).isStrength() ? this : new Context(item, State.STRENGTH.name());
        return of.added(itemRead, stateRead);
    }

    /** Returns the state that this context gives an item. */
    private String stateOf(String counted) {
        if (goTogether(counted, state)) {
            return state;
        }
        State ofThings = State.of(state).forThings();
        return ofThings.name().equals(state) ? "" : ofThings.name();
    }

    /**
     * Returns whether an item can be in a state: people in any, things not in killed; items and states added by a
     * dossier always go together.
     */
    private static boolean goTogether(String itemName, String stateName) {
        if (itemName.isEmpty() || stateName.isEmpty()) {
            return true;
        }
        Item counted = Item.of(itemName);
        State became = State.of(stateName);
        boolean own = !counted.isBuiltIn() || !became.isBuiltIn();
        return own || became.isOfThings() || counted.isPeople();
    }

    /** Returns what is known, with an open part as "…": {@code tanks strength}. */
    @Override
    public String toString() {
        return (item.isEmpty() ? "…" : item) + " " + (state.isEmpty() ? "…" : state);
    }
}
