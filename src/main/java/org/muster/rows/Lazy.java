package org.muster.rows;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed on first use and then kept. If the computation fails, the next call tries again. Safe for
 * use by several threads.
 *
 * @param <T> the type of the value
 */
public final class Lazy<T> {

    private final Object lock;
    private final Supplier<T> maker;
    private @Nullable T value;

    private Lazy(@Nullable Object lock, Supplier<T> maker) {
        this.lock = lock == null ? this : lock;
        this.maker = maker;
    }

    /**
     * Returns a value that is not computed yet.
     *
     * @param maker computes it
     * @param <T> the type of the value
     * @return the lazy value
     */
    public static <T> Lazy<T> of(Supplier<T> maker) {
        return new Lazy<>(null, maker);
    }

    /**
     * Returns a value that is not computed yet, and is not computed while another with the same lock is.
     *
     * @param lock what values share whose computations use the same things
     * @param maker computes it
     * @param <T> the type of the value
     * @return the lazy value
     */
    public static <T> Lazy<T> of(Object lock, Supplier<T> maker) {
        return new Lazy<>(lock, maker);
    }

    /**
     * Returns the value, computing it on the first call.
     *
     * @return the same object on every call
     */
    public T get() {
        synchronized (lock) {
            T made = value;
            if (made == null) {
                made = maker.get();
                value = made;
            }
            return made;
        }
    }
}
