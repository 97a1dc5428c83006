package org.muster.dossier;

import java.util.Locale;
import org.muster.text.Excerpt;

/** A dimension in which quantities nest: what a row of {@code hierarchy.csv} breaks down. */
public enum Dimension {
    /** What happened: an event is made up of events. */
    EVENT,
    /** Whose men or tanks: a side is made up of states, a state of fronts. */
    PARTY,
    /** Where: an area is made up of places; blank is the whole area of the event. */
    PLACE,
    /** What kind of materiel or people is counted: aircraft are made up of types. */
    ITEM,
    /** The state it is counted in: casualties are killed, wounded, missing and captured. */
    STATE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /**
     * Returns the dimension that a word of {@code hierarchy.csv} names.
     *
     * @param word {@code event}, {@code party}, {@code place}, {@code item} or {@code state}
     * @return the dimension
     * @throws IllegalArgumentException if the word is not one of these
     */
    public static Dimension of(String word) {
        for (Dimension dimension : values()) {
            if (dimension.word.equals(word)) {
                return dimension;
            }
        }
        throw new IllegalArgumentException(
                Excerpt.quoted(word) + " is not a dimension; expected event, party, place, item or state");
    }

    /** Returns the word of {@code hierarchy.csv}. */
    @Override
    public String toString() {
        return word;
    }
}
