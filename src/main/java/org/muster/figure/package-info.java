/** What a source writes of one count: figures, their qualifiers and measures, and the reader of written figures (floor 3). */
@NullMarked
package org.muster.figure;

import org.jspecify.annotations.NullMarked;
