/** Closed intervals of real numbers with guaranteed, tightest bounds (floor 0: imports the JDK only). */
@NullMarked
package org.muster.interval;

import org.jspecify.annotations.NullMarked;
