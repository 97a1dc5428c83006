package org.muster.compare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.compare.Extremes.Holder;
import org.muster.interval.Interval;
import org.muster.text.Utf8;

/**
 * The {@link Extremes} of claims, claim after claim. In whatever order claims are added and accumulators merged, the result is
 * the same.
 */
final class ExtremesAccumulator {

    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double leastHigh = Double.POSITIVE_INFINITY;
    private double greatestLow = Double.NEGATIVE_INFINITY;
    private @Nullable Holder holdsLeastHigh;
    private @Nullable Holder holdsGreatestLow;
    private boolean isEmpty = true;

    /** Adds a claim that is not to be named. */
    void add(double low, double high) {
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
        leastHigh = Math.min(leastHigh, high);
        greatestLow = Math.max(greatestLow, low);
        isEmpty = false;
    }

    /** Whether a claim would, or might by its name, hold one of the nearer ends: it is then added with its holder. */
    boolean mayHold(double low, double high) {
        return isEmpty || high <= leastHigh || low >= greatestLow;
    }

    /** Adds a claim and how it is named. */
    void add(double low, double high, Holder holder) {
        holdsLeastHigh = isEmpty || high < leastHigh
                ? holder
                : high == leastHigh ? first(holdsLeastHigh, holder) : holdsLeastHigh;
        holdsGreatestLow = isEmpty || low > greatestLow
                ? holder
                : low == greatestLow ? first(holdsGreatestLow, holder) : holdsGreatestLow;
        add(low, high);
    }

    private static @Nullable Holder first(@Nullable Holder one, @Nullable Holder other) {
        return one == null ? other : other == null || one.compareTo(other) <= 0 ? one : other;
    }

    /** Adds all that others hold. */
    void merge(ExtremesAccumulator others) {
        if (others.isEmpty) {
            return;
        }
        holdsLeastHigh = isEmpty || others.leastHigh < leastHigh
                ? others.holdsLeastHigh
                : others.leastHigh == leastHigh ? first(holdsLeastHigh, others.holdsLeastHigh) : holdsLeastHigh;
        holdsGreatestLow = isEmpty || others.greatestLow > greatestLow
                ? others.holdsGreatestLow
                : others.greatestLow == greatestLow
                        ? first(holdsGreatestLow, others.holdsGreatestLow)
                        : holdsGreatestLow;
        least = Math.min(least, others.least);
        greatest = Math.max(greatest, others.greatest);
        leastHigh = Math.min(leastHigh, others.leastHigh);
        greatestLow = Math.max(greatestLow, others.greatestLow);
        isEmpty = false;
    }

    /** Writes all that is held. */
    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(isEmpty);
        out.writeDouble(least);
        out.writeDouble(greatest);
        out.writeDouble(leastHigh);
        out.writeDouble(greatestLow);
        write(holdsLeastHigh, out);
        write(holdsGreatestLow, out);
    }

    private static void write(@Nullable Holder holder, DataOutputStream out) throws IOException {
        out.writeBoolean(holder != null);
        if (holder != null) {
            Utf8.write(out, holder.voice());
            Utf8.write(out, holder.claim());
            Utf8.write(out, holder.text());
        }
    }

    /** Reads what another accumulator has written. */
    static ExtremesAccumulator read(DataInputStream in) throws IOException {
        ExtremesAccumulator read = new ExtremesAccumulator();
        read.isEmpty = in.readBoolean();
        read.least = in.readDouble();
        read.greatest = in.readDouble();
        read.leastHigh = in.readDouble();
        read.greatestLow = in.readDouble();
        read.holdsLeastHigh = readHolder(in);
        read.holdsGreatestLow = readHolder(in);
        return read;
    }

    private static @Nullable Holder readHolder(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Holder(Utf8.read(in), Utf8.read(in), Utf8.read(in)) : null;
    }

    /** The extremes of all claims that were added. */
    Extremes extremes() {
        return isEmpty
                ? Extremes.NONE
                : new Extremes(
                        Interval.of(least, greatest),
                        leastHigh,
                        greatestLow,
                        Optional.ofNullable(holdsLeastHigh),
                        Optional.ofNullable(holdsGreatestLow));
    }
}
