/**
 * Adjustment of numbers to sums: weighted least squares, RAS, controlled rounding and tests for gross errors (floor 2).
 */
@NullMarked
package org.muster.adjust;

import org.jspecify.annotations.NullMarked;
