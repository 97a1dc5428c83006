/** Analyses as pictures: SVG that stands alone or in a page, drawn at two widths (floor 10). */
@NullMarked
package org.muster.plot;

import org.jspecify.annotations.NullMarked;
