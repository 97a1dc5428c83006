/**
 * Adjustment of numbers to sums: weighted least squares, RAS, controlled rounding and tests for gross errors (floor 2).
 *
 * <p>Everything here is immutable and may be shared between threads.
 */
@NullMarked
package org.muster.adjust;

import org.jspecify.annotations.NullMarked;
