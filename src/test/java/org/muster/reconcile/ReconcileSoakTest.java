package org.muster.reconcile;

import java.util.function.LongConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The properties of conflicts and corrections on thousands of systems; seeds are the numbers from 0. */
@Tag("slow")
class ReconcileSoakTest {

    private final ConflictPropertiesTest conflicts = new ConflictPropertiesTest();

    private static void check(int systems, LongConsumer property) {
        for (long seed = 0; seed < systems; seed++) {
            property.accept(seed);
        }
    }

    @Test
    void conflictsAndCorrections() {
        check(3000, conflicts::allSmallestConflictsAndCorrectionsAreFound);
        check(3000, conflicts::allCheapestSetsAreFound);
        check(2000, conflicts::optionsAreAllCheapestCorrections);
    }
}
