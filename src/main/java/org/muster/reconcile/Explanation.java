package org.muster.reconcile;

import java.util.List;

/**
 * What an implied end or a contradiction rests on.
 *
 * @param rules the numbers of the rules, ascending
 * @param ends the given ends, by quantity
 */
record Explanation(List<Integer> rules, List<End> ends) {

    /** The low or the high end of what is given of a quantity. */
    record End(int quantity, boolean isHigh) {}

    Explanation {
        rules = List.copyOf(rules);
        ends = List.copyOf(ends);
    }
}
