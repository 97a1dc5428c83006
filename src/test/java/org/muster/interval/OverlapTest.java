package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The overlap states and the relations of IEEE 1788-2015, with an example for each. */
class OverlapTest {

    @Test
    void namesAreThoseOfTheStandardInItsOrder() {
        assertEquals(
                "[bothEmpty, firstEmpty, secondEmpty, before, meets, overlaps, starts, containedBy, finishes, equals,"
                        + " finishedBy, contains, startedBy, overlappedBy, metBy, after]",
                Arrays.toString(Overlap.values()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[empty]  | [empty]  | bothEmpty    | bothEmpty",
                "[empty]  | [1, 2]   | firstEmpty   | secondEmpty",
                "[1, 2]   | [empty]  | secondEmpty  | firstEmpty",
                "[1, 2]   | [3, 4]   | before       | after",
                "[,2]     | [3,]     | before       | after",
                "[2, 2]   | [3, 3]   | before       | after",
                "[1, 2]   | [2, 3]   | meets        | metBy",
                "[,2]     | [2,]     | meets        | metBy",
                "[1, 3]   | [2, 4]   | overlaps     | overlappedBy",
                "[,3]     | [2,]     | overlaps     | overlappedBy",
                "[1, 2]   | [1, 3]   | starts       | startedBy",
                "[1, 1]   | [1, 3]   | starts       | startedBy",
                "[,2]     | [,3]     | starts       | startedBy",
                "[2, 3]   | [1, 4]   | containedBy  | contains",
                "[1, 2]   | [entire] | containedBy  | contains",
                "[2, 3]   | [1, 3]   | finishes     | finishedBy",
                "[3, 3]   | [1, 3]   | finishes     | finishedBy",
                "[2,]     | [1,]     | finishes     | finishedBy",
                "[1, 2]   | [1, 2]   | equals       | equals",
                "[3, 3]   | [3, 3]   | equals       | equals",
                "[entire] | [entire] | equals       | equals",
            })
    void everyStateAndItsConverse(String first, String second, String state, String converse) {
        Interval x = Interval.parse(first);
        Interval y = Interval.parse(second);
        assertEquals(state, x.overlap(y).toString());
        assertEquals(converse, y.overlap(x).toString());
        assertEquals(converse, x.overlap(y).converse().toString());
    }

    /** Columns: isSubset, isInterior, isDisjoint, precedes, strictlyPrecedes, isLess, isStrictlyLess. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[empty]  | [empty]  | 1 | 1 | 1 | 1 | 1 | 1 | 1",
                "[empty]  | [1, 2]   | 1 | 1 | 1 | 1 | 1 | 0 | 0",
                "[1, 2]   | [empty]  | 0 | 0 | 1 | 1 | 1 | 0 | 0",
                "[entire] | [empty]  | 0 | 0 | 1 | 1 | 1 | 0 | 0",
                "[empty]  | [entire] | 1 | 1 | 1 | 1 | 1 | 0 | 0",
                "[entire] | [entire] | 1 | 1 | 0 | 0 | 0 | 1 | 1",
                "[1, 2]   | [1, 2]   | 1 | 0 | 0 | 0 | 0 | 1 | 0",
                "[1, 2]   | [0, 3]   | 1 | 1 | 0 | 0 | 0 | 0 | 0",
                "[1, 2]   | [1, 3]   | 1 | 0 | 0 | 0 | 0 | 1 | 0",
                "[1, 2]   | [2, 3]   | 0 | 0 | 0 | 1 | 0 | 1 | 1",
                "[1, 2]   | [3, 4]   | 0 | 0 | 1 | 1 | 1 | 1 | 1",
                "[3, 4]   | [1, 2]   | 0 | 0 | 1 | 0 | 0 | 0 | 0",
                "[1,]     | [2,]     | 0 | 0 | 0 | 0 | 0 | 1 | 1",
                "[2,]     | [1,]     | 1 | 1 | 0 | 0 | 0 | 0 | 0",
                "[,1]     | [,2]     | 1 | 1 | 0 | 0 | 0 | 1 | 1",
                "[3, 3]   | [3, 3]   | 1 | 0 | 0 | 1 | 0 | 1 | 0",
            })
    void relations(
            String first,
            String second,
            int subset,
            int interior,
            int disjoint,
            int precedes,
            int strictlyPrecedes,
            int less,
            int strictlyLess) {
        Interval x = Interval.parse(first);
        Interval y = Interval.parse(second);
        assertEquals(subset == 1, x.isSubset(y), "isSubset");
        assertEquals(interior == 1, x.isInterior(y), "isInterior");
        assertEquals(disjoint == 1, x.isDisjoint(y), "isDisjoint");
        assertEquals(precedes == 1, x.precedes(y), "precedes");
        assertEquals(strictlyPrecedes == 1, x.strictlyPrecedes(y), "strictlyPrecedes");
        assertEquals(less == 1, x.isLess(y), "isLess");
        assertEquals(strictlyLess == 1, x.isStrictlyLess(y), "isStrictlyLess");
    }

    @Test
    void infiniteEndsTouchNothing() {
        assertTrue(Interval.of(0, 1).isInterior(Interval.ENTIRE));
        assertFalse(Interval.of(0, 1).isInterior(Interval.of(0, Double.POSITIVE_INFINITY)));
    }
}
