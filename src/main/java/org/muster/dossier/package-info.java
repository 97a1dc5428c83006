/** Sources, claims, quantities and the hierarchy that says what adds up to what; dossiers on disk (floor 4). */
@NullMarked
package org.muster.dossier;

import org.jspecify.annotations.NullMarked;
