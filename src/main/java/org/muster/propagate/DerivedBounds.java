package org.muster.propagate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;

/** The bounds of variables derived so far, and the rule that set each of them. Variables and rules are places. */
final class DerivedBounds {

    /** Stands for the rule of a bound that was given. */
    static final int GIVEN = -1;

    /** Stands for the rule of a bound that several rules set together. */
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

    /** Returns the bounds of given ranges. */
    static DerivedBounds of(List<Bounds> given) {
        int size = given.size();
        DerivedBounds bounds = new DerivedBounds(new Rational[size], new Rational[size], new int[size], new int[size]);
        for (int i = 0; i < size; i++) {
            bounds.low[i] = given.get(i).low().orElse(null);
            bounds.high[i] = given.get(i).high().orElse(null);
        }
        Arrays.fill(bounds.lowBy, GIVEN);
        Arrays.fill(bounds.highBy, GIVEN);
        return bounds;
    }

    DerivedBounds copy() {
        return new DerivedBounds(low.clone(), high.clone(), lowBy.clone(), highBy.clone());
    }

    /** Returns the low or high bound of a variable; null if there is none. */
    @Nullable
    Rational end(int variable, boolean isHigh) {
        return isHigh ? high[variable] : low[variable];
    }

    /** Returns the rule that set a bound. */
    int by(int variable, boolean isHigh) {
        return isHigh ? highBy[variable] : lowBy[variable];
    }

    /** Narrows a bound if a rule gives a tighter one. */
    void narrow(int variable, boolean isHigh, Rational end, int rule) {
        Rational known = end(variable, isHigh);
        if (known == null || (isHigh ? end.compareTo(known) < 0 : end.compareTo(known) > 0)) {
            (isHigh ? high : low)[variable] = end;
            (isHigh ? highBy : lowBy)[variable] = rule;
        }
    }

    boolean isEmpty(int variable) {
        Rational from = low[variable];
        Rational to = high[variable];
        return from != null && to != null && from.compareTo(to) > 0;
    }

    Bounds bounds(int variable) {
        return new Bounds(Optional.ofNullable(low[variable]), Optional.ofNullable(high[variable]));
    }
}
