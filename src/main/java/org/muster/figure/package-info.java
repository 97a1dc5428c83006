/** What a source writes of one count: figures, their qualifiers and measures (floor 3). They know no reader. */
@NullMarked
package org.muster.figure;

import org.jspecify.annotations.NullMarked;
