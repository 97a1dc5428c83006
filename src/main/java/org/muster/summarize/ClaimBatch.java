package org.muster.summarize;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;

/** Claims with a number, of which none is to be named, column by column. */
final class ClaimBatch {

    private static final int MOST = 512;

    private final @Nullable Group[] groups = new Group[MOST];
    private final @Nullable Speaker[] speakers = new Speaker[MOST];
    private final @Nullable AsOf[] dates = new AsOf[MOST];
    private final @Nullable Firmness[] firmness = new Firmness[MOST];
    private final double[] lows = new double[MOST];
    private final double[] highs = new double[MOST];
    private int size;

    void add(Group group, Speaker speaker, AsOf date, Firmness firm, double low, double high) {
        groups[size] = group;
        speakers[size] = speaker;
        dates[size] = date;
        firmness[size] = firm;
        lows[size] = low;
        highs[size] = high;
        size++;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == MOST;
    }

    void clear() {
        size = 0;
    }

    Group group(int claim) {
        return requireNonNull(groups[claim]);
    }

    Speaker speaker(int claim) {
        return requireNonNull(speakers[claim]);
    }

    AsOf date(int claim) {
        return requireNonNull(dates[claim]);
    }

    Firmness firmness(int claim) {
        return requireNonNull(firmness[claim]);
    }

    double low(int claim) {
        return lows[claim];
    }

    double high(int claim) {
        return highs[claim];
    }
}
