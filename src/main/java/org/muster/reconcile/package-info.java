/** All rules and claims of a dossier together: implied ranges, conflicts, corrections, adjusted values (floor 9). */
@NullMarked
package org.muster.reconcile;

import org.jspecify.annotations.NullMarked;
