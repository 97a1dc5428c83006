/** The rows and columns of an analysis, before any file or table (floor 2). */
@NullMarked
package org.muster.rows;

import org.jspecify.annotations.NullMarked;
