/** Rules held against what is claimed (floor 6). */
@NullMarked
package org.muster.reconcile;

import org.jspecify.annotations.NullMarked;
