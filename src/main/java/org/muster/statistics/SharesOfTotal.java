package org.muster.statistics;

import java.util.BitSet;

/** Common parts of the statistics of shares of a total: no value is below 0, and certain zeros are treated apart. */
final class SharesOfTotal {
    private SharesOfTotal() {}

    static void require(Sample sample, String statistic) {
        sample.requireNotNegative(statistic);
        if (sample.maximum().sup() == 0) {
            throw new IllegalArgumentException(statistic + ": every value is 0, so there is nothing to share");
        }
    }

    /** Returns the path of even values without those that can only be 0. */
    static ClipPath path(Sample sample) {
        BitSet positive = new BitSet();
        for (int i = 0; i < sample.size(); i++) {
            positive.set(i, sample.ranges().sup(i) > 0);
        }
        Sample rest = Sample.of(sample.ranges().select(positive));
        return new ClipPath(rest.lows(), rest.highs());
    }
}
