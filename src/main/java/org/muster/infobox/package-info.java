/** Infoboxes of encyclopedia articles, as wikitext or as text copied from a page, made into dossiers. */
@NullMarked
package org.muster.infobox;

import org.jspecify.annotations.NullMarked;
