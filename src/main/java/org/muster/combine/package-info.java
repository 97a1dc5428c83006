/** Named ways to combine what is claimed about one quantity, and how far the answers depend on the way (floor 8). */
@NullMarked
package org.muster.combine;

import org.jspecify.annotations.NullMarked;
