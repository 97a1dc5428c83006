/**
 * Sources, claims, quantities and the hierarchy that says what adds up to what; dossiers on disk (floor 4).
 *
 * <p>Everything here is immutable and may be shared between threads; only {@link org.muster.dossier.ClaimRows} is used by one.
 */
@NullMarked
package org.muster.dossier;

import org.jspecify.annotations.NullMarked;
