/** Ranges of quantities, discrepancies, agreement, claimants and ratios (floor 5). */
@NullMarked
package org.muster.compare;

import org.jspecify.annotations.NullMarked;
