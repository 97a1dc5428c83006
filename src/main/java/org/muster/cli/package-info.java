/** The {@code muster} command (floor 8). */
@NullMarked
package org.muster.cli;

import org.jspecify.annotations.NullMarked;
