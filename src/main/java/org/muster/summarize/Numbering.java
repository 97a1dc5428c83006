package org.muster.summarize;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Things of one kind that are met again and again: each has a number, by which it is found. Several threads may number. */
final class Numbering<K, T> {

    private static final int FIRST = 16;

    private final Map<K, Numbered<T>> known = new ConcurrentHashMap<>();
    private volatile @Nullable Object[] things = new Object[FIRST];
    private int size;

    /** The thing of a key, which is made if the key was not met before. */
    Numbered<T> of(K key, Function<K, T> make) {
        Numbered<T> met = known.get(key);
        return met != null ? met : known.computeIfAbsent(key, any -> number(make.apply(key)));
    }

    private synchronized Numbered<T> number(T thing) {
        if (size == things.length) {
            things = Arrays.copyOf(things, 2 * size);
        }
        things[size] = thing;
        return new Numbered<>(size++, thing);
    }

    /** The thing with a number. */
    @SuppressWarnings("unchecked") // number takes nothing else
    T get(int number) {
        return (T) requireNonNull(things[number]);
    }

    /** All that were met. */
    Map<K, Numbered<T>> all() {
        return known;
    }
}
