/** Rows of an analysis as columns, and as Tablesaw tables (floor 2). */
@NullMarked
package org.muster.table;

import org.jspecify.annotations.NullMarked;
