/** Rational numbers, for results that no double holds (floor 1). */
@NullMarked
package org.muster.exact;

import org.jspecify.annotations.NullMarked;
