package org.muster.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Of any number of checks, those that come first in the report; the others are not held. */
final class SurestChecks {

    static final Comparator<Check> SUREST_FIRST = Comparator.comparingInt(SurestChecks::rank)
            .thenComparing(Comparator.comparingDouble(Check::share).reversed());

    private final int most;
    private final List<Check> checks = new ArrayList<>();
    private int added;

    SurestChecks(int most) {
        this.most = most;
    }

    private static int rank(Check row) {
        return switch (row.verdict()) {
            case SHORT, OVER -> row.isOfOneVoice() ? 0 : 1;
            case POSSIBLE -> 2;
            case OPEN -> 3;
            case HOLDS -> 4;
        };
    }

    void add(Check check) {
        added++;
        checks.add(check);
        if (checks.size() == 2 * most) {
            cut();
        }
    }

    private void cut() {
        checks.sort(SUREST_FIRST); // keeps the order of those that are as sure
        if (checks.size() > most) {
            checks.subList(most, checks.size()).clear();
        }
    }

    /** How many were added. */
    int added() {
        return added;
    }

    /** The surest first, ties in the order in which they were added. */
    List<Check> sorted() {
        cut();
        return List.copyOf(checks);
    }
}
