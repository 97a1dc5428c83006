/**
 * Closed intervals of real numbers with guaranteed, tightest bounds (floor 0: imports the JDK only).
 *
 * <p>{@link org.muster.interval.Interval} is a set of reals with the arithmetic, relations and measures of the
 * set-based
 * flavour of IEEE 1788-2015. {@link org.muster.interval.Overlap} names how two of them lie to each other, and {@link
 * org.muster.interval.Decimals} writes their ends so that a printed bound is still a bound. {@link
 * org.muster.interval.Reductions} adds up arrays and rounds once. No method takes or returns null.
 */
@NullMarked
package org.muster.interval;

import org.jspecify.annotations.NullMarked;
