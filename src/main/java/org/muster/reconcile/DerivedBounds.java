package org.muster.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;

/** The ends of the ranges of numbered quantities, and which rule set each of them. */
final class DerivedBounds {

    /** Stands for the rule of an end that was given. */
    static final int GIVEN = -1;

    /** Stands for the rule of an end that several rules set together. */
    static final int TOGETHER = -2;

    private final @Nullable Rational[] low;
    private final @Nullable Rational[] high;
    private final int[] lowBy;
    private final int[] highBy;

    private DerivedBounds(@Nullable Rational[] low, @Nullable Rational[] high, int[] lowBy, int[] highBy) {
        this.low = low;
        this.high = high;
        this.lowBy = lowBy;
        this.highBy = highBy;
    }

    /** The ends of given ranges. */
    static DerivedBounds of(List<Bounds> given) {
        int size = given.size();
        DerivedBounds ends = new DerivedBounds(new Rational[size], new Rational[size], new int[size], new int[size]);
        for (int i = 0; i < size; i++) {
            ends.low[i] = given.get(i).low().orElse(null);
            ends.high[i] = given.get(i).high().orElse(null);
        }
        Arrays.fill(ends.lowBy, GIVEN);
        Arrays.fill(ends.highBy, GIVEN);
        return ends;
    }

    DerivedBounds copy() {
        return new DerivedBounds(low.clone(), high.clone(), lowBy.clone(), highBy.clone());
    }

    /** The low or high end of a quantity; null where there is none. */
    @Nullable
    Rational end(int quantity, boolean isHigh) {
        return isHigh ? high[quantity] : low[quantity];
    }

    /** The rule that set an end. */
    int by(int quantity, boolean isHigh) {
        return isHigh ? highBy[quantity] : lowBy[quantity];
    }

    /** Narrows an end, if a rule says more than is known. */
    void narrow(int quantity, boolean isHigh, Rational end, int rule) {
        Rational known = end(quantity, isHigh);
        if (known == null || (isHigh ? end.compareTo(known) < 0 : end.compareTo(known) > 0)) {
            (isHigh ? high : low)[quantity] = end;
            (isHigh ? highBy : lowBy)[quantity] = rule;
        }
    }

    boolean isEmpty(int quantity) {
        Rational from = low[quantity];
        Rational to = high[quantity];
        return from != null && to != null && from.compareTo(to) > 0;
    }

    Bounds bounds(int quantity) {
        return new Bounds(Optional.ofNullable(low[quantity]), Optional.ofNullable(high[quantity]));
    }
}
