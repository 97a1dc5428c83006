/**
 * Rational numbers, for results that no double can represent, and linear programmes over them (floor 1).
 *
 * <p>A {@link org.muster.exact.LinearProgram} holds variables within bounds, and constraints on sums of them. A
 * {@link org.muster.exact.Simplex} computes what it implies: whether it is feasible, the exact range of every variable,
 * of forms and of ratios, each with a {@link org.muster.exact.Proof} that can be added up by hand.
 *
 * <p>Everything here but a {@code Simplex} is immutable and may be shared between threads.
 */
@NullMarked
package org.muster.exact;

import org.jspecify.annotations.NullMarked;
