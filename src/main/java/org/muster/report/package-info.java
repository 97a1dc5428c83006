/** Comparison reports on disk (floor 7). */
@NullMarked
package org.muster.report;

import org.jspecify.annotations.NullMarked;
