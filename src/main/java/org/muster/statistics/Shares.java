package org.muster.statistics;

import java.util.BitSet;

/** What the statistics of shares of a total have in common: no value is below 0, and zeros that are certain. */
final class Shares {
    private Shares() {}

    static void require(Sample sample, String statistic) {
        sample.requireNotNegative(statistic);
        if (sample.maximum().sup() == 0) {
            throw new IllegalArgumentException(statistic + ": every value is 0, so that there is nothing to share");
        }
    }

    /** Returns the way of even values without those that can only be 0, which keep their share of nothing. */
    static ClipPath path(Sample sample) {
        BitSet positive = new BitSet();
        for (int i = 0; i < sample.size(); i++) {
            positive.set(i, sample.ranges().sup(i) > 0);
        }
        Sample rest = Sample.of(sample.ranges().select(positive));
        return new ClipPath(rest.lows(), rest.highs());
    }
}
