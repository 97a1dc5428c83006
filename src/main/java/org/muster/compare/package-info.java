/** Ranges of quantities, statements and their discrepancies, agreement, voices and ratios (floor 7). */
@NullMarked
package org.muster.compare;

import org.jspecify.annotations.NullMarked;
