/** Dossiers made from infoboxes (floor 6). */
@NullMarked
package org.muster.importing.infobox;

import org.jspecify.annotations.NullMarked;
