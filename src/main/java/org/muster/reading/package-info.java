/** The reader of figures as people write them, with its vocabulary (floor 4). */
@NullMarked
package org.muster.reading;

import org.jspecify.annotations.NullMarked;
