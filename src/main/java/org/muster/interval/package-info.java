/**
 * Closed intervals of real numbers with guaranteed, tightest bounds (floor 0: imports the JDK only).
 *
 * <p>{@link org.muster.interval.Interval} is a set of reals with the arithmetic, relations and measures of the
 * set-based flavour of IEEE 1788-2015. {@link org.muster.interval.Overlap} names the position of two of them relative
 * to each other, and {@link org.muster.interval.Decimals} converts their ends to text so that a printed bound is still
 * a bound. {@link org.muster.interval.Reductions} adds up arrays with a single rounding. No method takes or returns
 * null.
 *
 * <p>Everything here is immutable and may be shared between threads.
 */
@NullMarked
package org.muster.interval;

import org.jspecify.annotations.NullMarked;
