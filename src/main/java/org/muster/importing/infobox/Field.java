package org.muster.importing.infobox;

import org.muster.figure.State;

/**
 * A field of an infobox.
 *
 * @param name its name
 * @param column its column, or blank
 * @param open the state of figures that name none
 * @param party the party of figures that name none, where there are no belligerents; or blank
 */
record Field(String name, String column, State open, String party) {

    /** The name of the field that holds notes on all others. */
    static final String NOTES = "notes";

    boolean isNotes() {
        return name.equals(NOTES);
    }
}
