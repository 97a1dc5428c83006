package org.muster.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of two items, or two states, that are counted together: guns and mortars are {@code guns_mortars}.
 *
 * @param <T> item or state
 */
final class JointNames<T> {

    private final Map<List<Mention<T>>, Mention<T>> names = new HashMap<>();

    void add(Mention<T> one, Mention<T> other, Mention<T> both) {
        names.put(List.of(one, other), both);
        names.put(List.of(other, one), both);
    }

    /** Returns the joint name of two; open if the tables have none. */
    Mention<T> of(Mention<T> one, Mention<T> other) {
        return one.equals(other) ? one : names.getOrDefault(List.of(one, other), Mention.open());
    }
}
