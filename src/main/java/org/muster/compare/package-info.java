/**
 * Ranges of quantities, statements and their discrepancies, agreement, voices and ratios (floor 7).
 *
 * <p>Everything here but {@link org.muster.compare.QuantityAccumulator} is immutable and may be shared between threads.
 */
@NullMarked
package org.muster.compare;

import org.jspecify.annotations.NullMarked;
