package org.muster.reading;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Item;
import org.muster.figure.State;

/**
 * What a text says about an item or a state: nothing (it is open); one without a name of its own (machine guns are not
 * guns, and killed and captured together are not casualties); or one with a name.
 *
 * @param <T> item or state
 */
final class Mention<T> {

    private static final Mention<?> OPEN = new Mention<>(null, true);
    private static final Mention<?> UNNAMED = new Mention<>(null, false);

    private final @Nullable T named;
    private final boolean isOpen;

    private Mention(@Nullable T named, boolean isOpen) {
        this.named = named;
        this.isOpen = isOpen;
    }

    @SuppressWarnings("unchecked") // it holds nothing
    static <T> Mention<T> open() {
        return (Mention<T>) OPEN;
    }

    @SuppressWarnings("unchecked") // it holds nothing
    static <T> Mention<T> unnamed() {
        return (Mention<T>) UNNAMED;
    }

    private static <T> Mention<T> of(T named) {
        return new Mention<>(named, false);
    }

    /** Returns an item from a table: its name, or "?" for one without a name. */
    static Mention<Item> ofItem(String name) {
        return name.equals("?") ? unnamed() : of(builtIn(Item.of(name), Item::isBuiltIn, "items.csv"));
    }

    /** Returns a state from a table: its name, or "?" for one without a name. */
    static Mention<State> ofState(String name) {
        return name.equals("?") ? unnamed() : of(builtIn(State.of(name), State::isBuiltIn, "states.csv"));
    }

    private static <T> T builtIn(T named, Predicate<T> isBuiltIn, String table) {
        if (!isBuiltIn.test(named)) {
            throw new IllegalStateException("\"" + named + "\" is not in " + table);
        }
        return named;
    }

    /** Returns whether the text says nothing. */
    boolean isOpen() {
        return isOpen;
    }

    /** Returns whether there is a name, and it satisfies a condition. */
    boolean is(Predicate<T> some) {
        return named != null && some.test(named);
    }

    /** Returns whether both are the same item or state; of built-in ones there is one each. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        return this == other || named != null && other instanceof Mention<?> that && named == that.named;
    }

    @Override
    public int hashCode() {
        return named == null ? 0 : named.hashCode();
    }

    /** Returns the name, or "". */
    @Override
    public String toString() {
        return named == null ? "" : named.toString();
    }
}
