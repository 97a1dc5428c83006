package org.muster.dossier;

import java.util.Locale;
import org.muster.text.Excerpt;

/** How the parts of a breakdown relate to its whole: the column {@code complete} of {@code hierarchy.csv}. */
public enum Completeness {
    /** The whole is the sum of its parts. */
    YES,
    /** The parts do not overlap and are not all there is: their sum is at most the whole. */
    NO,
    /** Together the parts are all there is, but some may be counted twice: greatest part ≤ whole ≤ sum. */
    SHARED,
    /** The built-in breakdown of this whole and partition does not hold here. */
    OFF;

    private final String word = name().toLowerCase(Locale.ROOT);

    /**
     * Returns the completeness that a word of {@code hierarchy.csv} names.
     *
     * @param word {@code yes}, {@code no}, {@code shared} or {@code off}
     * @return the completeness
     * @throws IllegalArgumentException if the word is not one of these
     */
    public static Completeness of(String word) {
        for (Completeness completeness : values()) {
            if (completeness.word.equals(word)) {
                return completeness;
            }
        }
        throw new IllegalArgumentException(Excerpt.quoted(word) + " is not one of yes, no, shared, off");
    }

    /** Returns the word of {@code hierarchy.csv}. */
    @Override
    public String toString() {
        return word;
    }
}
