/**
 * Rules checked against what each voice says of their wholes (floor 8).
 *
 * <p>Everything here is immutable and may be shared between threads.
 */
@NullMarked
package org.muster.check;

import org.jspecify.annotations.NullMarked;
