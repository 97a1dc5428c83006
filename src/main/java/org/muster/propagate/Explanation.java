package org.muster.propagate;

import java.util.List;
import org.muster.exact.Rational;

/**
 * What a derived bound or a contradiction rests on.
 *
 * @param rules the rules, ascending
 * @param bounds the given bounds, by variable
 * @param isWhole whether that is all; false where only the nearest bounds were followed
 * @param shortfall of a contradiction, how far apart the ends are that exclude one another; 0 for a derived bound
 */
public record Explanation(List<RuleId> rules, List<GivenBound> bounds, boolean isWhole, Rational shortfall) {

    /**
     * The low or the high end of the given range of a variable.
     *
     * @param variable the variable
     * @param isHigh whether it is the high end
     */
    public record GivenBound(VariableId variable, boolean isHigh) {}

    /** Copies the lists. */
    public Explanation {
        rules = List.copyOf(rules);
        bounds = List.copyOf(bounds);
    }
}
