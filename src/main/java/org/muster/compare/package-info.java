/**
 * Ranges of quantities, statements and their discrepancies, agreement, voices and ratios (floor 7).
 *
 * <p>Everything here but the accumulators {@link org.muster.compare.QuantityAccumulator} and
 * {@link org.muster.compare.Extremes} is immutable and may be shared between threads.
 */
@NullMarked
package org.muster.compare;

import org.jspecify.annotations.NullMarked;
