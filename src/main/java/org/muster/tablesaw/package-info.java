/** Tablesaw tables of analyses, and their columns of ranges (floor 3). Nothing outside this package uses Tablesaw. */
@NullMarked
package org.muster.tablesaw;

import org.jspecify.annotations.NullMarked;
