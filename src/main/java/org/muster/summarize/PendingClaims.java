package org.muster.summarize;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;

/**
 * Claims that one thread has read, on their way to their groups. Each group belongs to one of several {@linkplain SaidTable
 * tables}, and claims wait until there are many for the same: a table small enough for the caches of a processor is then
 * filled at one go, and locked once.
 */
final class PendingClaims {

    private static final int MOST = 512; // claims that wait for a table

    private final SaidTable[] tables; // of all threads
    private final @Nullable ClaimBatch[] batches; // for each table
    // At twice the number of a group, of its claims from here that might be named, the least high end, and then the
    // greatest low one. A claim between these ends never is, whatever other threads add; it costs no look at the group.
    private double[] ends = {};

    PendingClaims(SaidTable[] tables) {
        this.tables = tables;
        batches = new ClaimBatch[tables.length];
    }

    /** Adds a claim with a number. */
    void add(
            Claimed claim,
            Numbered<Group> group,
            Numbered<Speaking> speaker,
            Numbered<AsOf> date,
            Firmness firmness,
            double low,
            double high) {
        if (!isInside(group.number(), low, high) && group.thing().mayHold(low, high, claim, speaker.thing())) {
            noteEnds(group.number(), low, high);
            group.thing().add(speaker.thing(), date.thing(), firmness, low, high, claim.holder(speaker.thing()));
            return;
        }
        int table = group.number() % tables.length;
        ClaimBatch batch = batches[table];
        if (batch == null) {
            batch = new ClaimBatch(MOST);
            batches[table] = batch;
        }
        long key = ClaimBatch.key(group.number(), speaker.number(), firmness);
        batch.add(key, date.number(), low, high);
        if (batch.isFull()) {
            tables[table].add(batch);
            batch.clear();
        }
    }

    private boolean isInside(int group, double low, double high) {
        int at = 2 * group;
        return at < ends.length && high > ends[at] && low < ends[at + 1];
    }

    private void noteEnds(int group, double low, double high) {
        int at = 2 * group;
        int known = ends.length;
        if (at >= known) {
            ends = Arrays.copyOf(ends, 2 * (at + 1));
            for (int i = known; i < ends.length; i += 2) {
                ends[i] = Double.POSITIVE_INFINITY;
                ends[i + 1] = Double.NEGATIVE_INFINITY;
            }
        }
        ends[at] = Math.min(ends[at], high);
        ends[at + 1] = Math.max(ends[at + 1], low);
    }

    /** Adds to the tables what is not yet there. */
    void end() {
        for (int i = 0; i < batches.length; i++) {
            ClaimBatch batch = batches[i];
            if (batch != null) {
                tables[i].add(batch);
                batches[i] = null;
            }
        }
    }
}
