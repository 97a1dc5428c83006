/**
 * What a source writes of one count: figures, their qualifiers and measures (floor 3). They do not depend on the
 * reader.
 *
 * <p>Everything here is immutable and may be shared between threads.
 */
@NullMarked
package org.muster.figure;

import org.jspecify.annotations.NullMarked;
