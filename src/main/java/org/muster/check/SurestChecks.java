package org.muster.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.muster.dossier.Quantity;
import org.muster.text.Problem;

/** Of any number of checks, those that come first in the report; the others are not held. */
final class SurestChecks {

    /** The order of the report. */
    static final Comparator<Check> SUREST_FIRST = Comparator.comparingInt(SurestChecks::rank)
            .thenComparing(Comparator.comparingDouble(Check::share).reversed());

    private static final int MOST_OF_A_QUANTITY = 200;

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

    /**
     * Adds the most serious checks of one quantity.
     *
     * @param found its checks
     * @param what how many they are, and of what kind
     * @param problems receives a warning if some are left out
     */
    void addMostSerious(Quantity quantity, List<Check> found, String what, List<Problem> problems) {
        if (found.size() > MOST_OF_A_QUANTITY) {
            found.sort(SUREST_FIRST);
            problems.add(Problem.limit(
                    "checks.csv",
                    "only the " + MOST_OF_A_QUANTITY + " most serious of " + what + " of one quantity are listed",
                    quantity.toString()));
        }
        found.subList(0, Math.min(MOST_OF_A_QUANTITY, found.size())).forEach(this::add);
    }

    private void cut() {
        checks.sort(SUREST_FIRST); // keeps the order of those that are as sure
        if (checks.size() > most) {
            checks.subList(most, checks.size()).clear();
        }
    }

    /**
     * Returns the surest first, ties in the order in which they were added.
     *
     * @param what the kind of the checks
     * @param problems receives a warning if some are left out
     */
    List<Check> sorted(String what, List<Problem> problems) {
        cut();
        if (checks.size() < added) {
            problems.add(Problem.limit(
                    "checks.csv",
                    "only the " + most + " surest of " + added + " checks of " + what + " are listed",
                    ""));
        }
        return checks;
    }
}
