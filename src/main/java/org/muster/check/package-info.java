/** Rules held against what is claimed, claim by claim (floor 8). */
@NullMarked
package org.muster.check;

import org.jspecify.annotations.NullMarked;
