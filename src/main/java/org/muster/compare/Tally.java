package org.muster.compare;

import java.util.List;
import org.muster.dossier.AsOf;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What is known of a quantity whose parts are not all known: a side's men where the men of one ally are missing.
 *
 * @param known the sum of what is known; the empty interval where nothing is
 * @param missing the parts without a figure, which may be anything from 0
 * @param used the ranges that were added, part by part
 */
record Tally(Interval known, List<Quantity> missing, List<QuantityRange> used) {

    private static final Interval ANY_COUNT = Interval.of(0, Double.POSITIVE_INFINITY);

    static Tally unknown(Quantity quantity) {
        return new Tally(Interval.EMPTY, List.of(quantity), List.of());
    }

    boolean isKnown() {
        return !known.isEmpty();
    }

    /** The dates of what is known; the event as a whole is one of them. */
    List<AsOf> dates() {
        return used.stream().flatMap(range -> range.dates().stream()).distinct().toList();
    }

    /** What the quantity may be, with anything from 0 for each missing part. */
    Interval possible() {
        return missing.isEmpty() ? known : isKnown() ? known.add(ANY_COUNT) : ANY_COUNT;
    }
}
