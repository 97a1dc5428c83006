/** Rules checked against what each voice says of their wholes (floor 8). */
@NullMarked
package org.muster.check;

import org.jspecify.annotations.NullMarked;
