package org.muster.compare;

import java.util.ArrayList;
import java.util.List;
import org.muster.interval.Interval;

/**
 * How many voices cover each number, and where most do. Where several ranges are covered by equally many voices, all
 * are returned (Marzullo 1984 keeps one of them).
 *
 * @param depth the greatest number of voices that cover one number
 * @param deepest the maximal ranges covered by that many, from the lowest
 */
record CoverageDepth(int depth, List<Interval> deepest) {

    private record End(double at, boolean opens) {
        /** Ranges are closed: at one number all that open come before all that close. */
        static int compare(End a, End b) {
            return a.at == b.at ? Boolean.compare(b.opens, a.opens) : Double.compare(a.at, b.at);
        }
    }

    static CoverageDepth of(List<Interval> voices) {
        List<End> ends = new ArrayList<>();
        for (Interval covered : voices) {
            ends.add(new End(covered.inf(), true));
            ends.add(new End(covered.sup(), false));
        }
        ends.sort(End::compare);
        int depth = 0;
        int deepest = 0;
        double opened = Double.NaN;
        List<Interval> found = new ArrayList<>();
        for (End end : ends) {
            if (end.opens()) {
                depth++;
                if (depth > deepest) {
                    deepest = depth;
                    found.clear();
                }
                opened = end.at();
            } else {
                if (depth == deepest && !Double.isNaN(opened)) {
                    found.add(Interval.of(opened, end.at()));
                }
                opened = Double.NaN; // no range of this depth opens before the next end that opens
                depth--;
            }
        }
        return new CoverageDepth(deepest, List.copyOf(found));
    }
}
