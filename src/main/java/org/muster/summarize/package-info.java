/** What the claims of files of any size say together, group by group, in one pass (floor 8). */
@NullMarked
package org.muster.summarize;

import org.jspecify.annotations.NullMarked;
