package org.muster.rows;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, and kept. If making it fails, the next question tries again.
 *
 * @param <T> the type of the value
 */
public final class Lazy<T> {

    private final Supplier<T> maker;
    private @Nullable T value;

    private Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    /**
     * Returns a value not made yet.
     *
     * @param maker makes it
     * @param <T> the type of the value
     * @return the value to come
     */
    public static <T> Lazy<T> of(Supplier<T> maker) {
        return new Lazy<>(maker);
    }

    /**
     * Returns the value, made if it is asked for the first time.
     *
     * @return always the same one
     */
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
