package org.muster.figure;

import java.util.Objects;

/**
 * How firmly a source writes a number: as counted, as an estimate, as a bound, or with no number at all.
 *
 * <p>{@link #toString()} gives the word used in files. Reading never widens a figure: "about 80" is the range [80, 80]
 * marked {@link #ABOUT}, and only an analysis widens it, by a tolerance that its caller names.
 */
public enum Qualifier {
    /** Written without reservation: "21,389 killed", "9,780–12,031". */
    EXACTLY("exactly"),
    /** Soft: "about", "circa", "~", "some", "estimated". */
    ABOUT("about"),
    /** Soft, from below: "nearly", "almost", "close to". */
    NEARLY("nearly"),
    /** Soft, because it is written with a scale word: "1.5 million". */
    ROUNDED("rounded"),
    /** A lower bound that may be reached: "at least 300", "300+". */
    AT_LEAST("at least"),
    /** A lower bound: "over 900,000", "more than". Its range includes the number named. */
    MORE_THAN("more than"),
    /** An upper bound that may be reached: "up to", "as many as". */
    AT_MOST("at most"),
    /** An upper bound that is not reached: "fewer than 100" counts up to 99. */
    LESS_THAN("less than"),
    /** The source says that the number is unknown. */
    UNKNOWN("unknown"),
    /** The source gives words instead of a number: "heavy", "several thousand". */
    WORDS("words");

    private static final Qualifier[] ALL = values();

    private final String word;

    Qualifier(String word) {
        this.word = word;
    }

    /**
     * Returns the qualifier that a word in a file stands for.
     *
     * @param word the word exactly as {@link #toString()} gives it, such as {@code at least}
     * @return the qualifier
     * @throws IllegalArgumentException if no qualifier has that word; the message lists those that exist
     */
    public static Qualifier of(String word) {
        Objects.requireNonNull(word, "word");
        StringBuilder allowed = new StringBuilder();
        for (Qualifier qualifier : ALL) {
            if (qualifier.word.equals(word)) {
                return qualifier;
            }
            allowed.append(allowed.isEmpty() ? "" : ", ").append(qualifier.word);
        }
        throw new IllegalArgumentException("qualifier \"" + word + "\" is not one of: " + allowed);
    }

    /**
     * Returns whether the number is an estimate that an analysis may widen.
     *
     * @return true for about, nearly and rounded
     */
    public boolean isSoft() {
        return this == ABOUT || this == NEARLY || this == ROUNDED;
    }

    /**
     * Returns whether the number bounds the count from one side only.
     *
     * @return true for at least, more than, at most and less than
     */
    public boolean isOneSided() {
        return this == AT_LEAST || this == MORE_THAN || this == AT_MOST || this == LESS_THAN;
    }

    /**
     * Returns whether a figure with this qualifier has a range.
     *
     * @return false for unknown and words
     */
    public boolean hasNumber() {
        return this != UNKNOWN && this != WORDS;
    }

    /** Returns the word used in files, such as {@code at least}. */
    @Override
    public String toString() {
        return word;
    }
}
