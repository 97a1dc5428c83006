package org.muster.dossier;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the last cells were read as. A file writes the same names, dates and figures many times: each is read once, and the
 * claims share it.
 *
 * @param <K> what is written
 * @param <V> what it is read as
 */
final class LastRead<K, V> {

    private static final int MOST = 1 << 18;

    private final Map<K, V> read = new HashMap<>();

    /** Returns what was read before; null where that is not known. */
    @Nullable
    V get(K written) {
        return read.get(written);
    }

    /** Returns what was read before, or else reads it. */
    V get(K written, Function<K, V> reader) {
        V known = read.get(written);
        return known == null ? put(written, reader.apply(written)) : known;
    }

    /** Keeps what was read, and returns it. */
    V put(K written, V value) {
        if (read.size() == MOST) {
            read.clear();
        }
        read.put(written, value);
        return value;
    }

    /** Returns the first that is equal. */
    static <V> V shared(LastRead<V, V> values, V value) {
        return values.get(value, same -> same);
    }
}
