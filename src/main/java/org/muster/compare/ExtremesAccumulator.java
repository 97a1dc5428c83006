package org.muster.compare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.compare.Extremes.Holder;
import org.muster.text.Utf8;

/**
 * The {@link Extremes} of claims, claim after claim. In whatever order claims are added and accumulators merged, the result is
 * the same.
 */
final class ExtremesAccumulator extends RangeEnds {

    private @Nullable Holder holdsLeastHigh;
    private @Nullable Holder holdsGreatestLow;

    /** Whether a claim would, or might by its name, hold one of the nearer ends: it is then added with its holder. */
    boolean mayHold(double low, double high) {
        return high <= leastHigh() || low >= greatestLow();
    }

    /** Adds a claim and how it is named. */
    void add(double low, double high, Holder holder) {
        hold(low, holder, high, holder);
        add(low, high);
    }

    /** Adds all that others hold. */
    void merge(ExtremesAccumulator others) {
        hold(others.greatestLow(), others.holdsGreatestLow, others.leastHigh(), others.holdsLeastHigh);
        addAll(others);
    }

    private void hold(double low, @Nullable Holder holdsLow, double high, @Nullable Holder holdsHigh) {
        if (high <= leastHigh()) {
            holdsLeastHigh = high < leastHigh() ? holdsHigh : first(holdsLeastHigh, holdsHigh);
        }
        if (low >= greatestLow()) {
            holdsGreatestLow = low > greatestLow() ? holdsLow : first(holdsGreatestLow, holdsLow);
        }
    }

    private static @Nullable Holder first(@Nullable Holder one, @Nullable Holder other) {
        return one == null ? other : other == null || one.compareTo(other) <= 0 ? one : other;
    }

    /** Writes all that is held. */
    void write(DataOutputStream out) throws IOException {
        writeEnds(out);
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
        read.addAll(readEnds(in));
        read.holdsLeastHigh = readHolder(in);
        read.holdsGreatestLow = readHolder(in);
        return read;
    }

    private static @Nullable Holder readHolder(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Holder(Utf8.read(in), Utf8.read(in), Utf8.read(in)) : null;
    }

    /** The extremes of all claims that were added. */
    Extremes extremes() {
        return hasNone()
                ? Extremes.NONE
                : new Extremes(
                        hull(),
                        leastHigh(),
                        greatestLow(),
                        Optional.ofNullable(holdsLeastHigh),
                        Optional.ofNullable(holdsGreatestLow));
    }
}
