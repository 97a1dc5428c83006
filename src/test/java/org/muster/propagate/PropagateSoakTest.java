package org.muster.propagate;

import java.util.function.LongConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The properties of implied ranges on thousands of systems; seeds are the numbers from 0. */
@Tag("slow")
class PropagateSoakTest {

    private final ImpliedRangesPropertiesTest ranges = new ImpliedRangesPropertiesTest();

    private static void check(int systems, LongConsumer property) {
        for (long seed = 0; seed < systems; seed++) {
            property.accept(seed);
        }
    }

    @Test
    void impliedRanges() {
        check(3000, ranges::treesAreExact);
        check(300, ranges::twoWayTablesAreExact);
        check(3000, ranges::anyRulesAreEnclosed);
        check(3000, ranges::sweepsReachTheHullOfTheWholeProgramme);
    }
}
