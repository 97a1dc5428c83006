package org.muster.importing.infobox;

/**
 * A work cited in a reference.
 *
 * @param source the id of the work
 * @param locator the page, table or chapter; blank if none is given
 */
record Citation(String source, String locator) {}
