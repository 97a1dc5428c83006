package org.muster.summarize;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;

/** Claims with a number, column by column. */
final class ClaimBatch {

    private static final int MOST = 512;

    private final @Nullable Group[] groups = new Group[MOST];
    private final @Nullable Speaker[] speakers = new Speaker[MOST];
    private final @Nullable AsOf[] dates = new AsOf[MOST];
    private final @Nullable Firmness[] firmness = new Firmness[MOST];
    private final double[] lows = new double[MOST];
    private final double[] highs = new double[MOST];
    private final @Nullable Holder[] names = new Holder[MOST];
    private int size;

    /** @param name how the claim is named, if it may be one that holds an end of its group's ranges */
    void add(Group group, Speaker speaker, AsOf date, Firmness firm, double low, double high, @Nullable Holder name) {
        groups[size] = group;
        speakers[size] = speaker;
        dates[size] = date;
        firmness[size] = firm;
        lows[size] = low;
        highs[size] = high;
        names[size] = name;
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

    @Nullable
    Holder name(int claim) {
        return names[claim];
    }

    /** Adds one of these claims to another batch. */
    void addTo(ClaimBatch other, int claim) {
        other.add(group(claim), speaker(claim), date(claim), firmness(claim), low(claim), high(claim), name(claim));
    }

    /** Adds the claims to their groups. */
    void addToGroups() {
        for (int i = 0; i < size; i++) {
            group(i).add(speaker(i).speaking(), date(i), firmness(i), lows[i], highs[i], names[i]);
        }
    }
}
