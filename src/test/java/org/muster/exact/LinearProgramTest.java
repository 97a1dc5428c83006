package org.muster.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;

/** Bounds, forms and constraints as values. */
class LinearProgramTest {

    private static final Rational THIRD = Rational.of(1, 3);

    @Test
    void bounds() {
        assertEquals("[1/3, Infinity]", Bounds.atLeast(THIRD).toString());
        assertEquals("[-Infinity, 1/3]", Bounds.atMost(THIRD).toString());
        assertEquals(Bounds.of(THIRD, THIRD), Bounds.exactly(THIRD));
        assertEquals(Bounds.NONE, Bounds.of(Interval.ENTIRE));
        assertEquals("[0, 5]", Bounds.of(Interval.of(0, 5)).toString());
        assertThrows(IllegalArgumentException.class, () -> Bounds.of(Interval.EMPTY));
        assertTrue(Bounds.of(Rational.ONE, THIRD).isEmpty());
        assertFalse(Bounds.exactly(THIRD).isEmpty());
        assertTrue(Bounds.exactly(THIRD).contains(THIRD));
        assertFalse(Bounds.atLeast(Rational.ONE).contains(THIRD));
        assertFalse(Bounds.atMost(Rational.ZERO).contains(THIRD));
    }

    @Test
    void boundsAreRoundedOutward() {
        Interval around = Bounds.exactly(THIRD).toInterval();
        assertEquals(Interval.of(1).divide(Interval.of(3)), around);
        assertEquals(Interval.ENTIRE, Bounds.NONE.toInterval());
        assertEquals(Interval.EMPTY, Bounds.of(Rational.ONE, THIRD).toInterval());
        assertEquals(Interval.of(0, 5), Bounds.of(Interval.of(0, 5)).toInterval());
    }

    @Test
    void forms() {
        LinearForm form = LinearForm.variable(0).subtract(LinearForm.sum(1, 2)).add(LinearForm.of(Map.of(4, THIRD)));
        assertEquals("x0 - x1 - x2 + 1/3 x4", form.toString());
        assertEquals("-x0 + x1 + x2 - 1/3 x4", form.negate().toString());
        assertEquals("2 x3", LinearForm.sum(3, 3).toString());
        assertEquals("0", form.subtract(form).toString());
        assertEquals(LinearForm.ZERO, form.multiply(Rational.ZERO));
        assertEquals(LinearForm.ZERO, LinearForm.of(Map.of(1, Rational.ZERO)));
        assertEquals(LinearForm.ZERO.hashCode(), form.subtract(form).hashCode());
        List<Rational> point = List.of(Rational.of(10), Rational.ONE, Rational.of(2), Rational.ZERO, Rational.of(6));
        assertEquals(Rational.of(9), form.at(point));
        assertThrows(IllegalArgumentException.class, () -> LinearForm.variable(-1));
        assertThrows(IllegalArgumentException.class, () -> LinearForm.of(Map.of(-1, THIRD)));
        assertEquals(
                "x0 - x1 in [0, 0]",
                Constraint.exactly(LinearForm.variable(0).subtract(LinearForm.variable(1)), Rational.ZERO)
                        .toString());
    }
}
