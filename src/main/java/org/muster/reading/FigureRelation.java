package org.muster.reading;

/** How a figure relates to the others in its text. */
public enum FigureRelation {
    /** Independent of the others. */
    NONE(""),
    /** Part of a figure before it: "of whom", "including", in brackets. */
    SUBSET("subset"),
    /** Another number for what the figure before it counts: "150 or 172". */
    ALTERNATIVE("alternative"),
    /** Marked as a total. */
    TOTAL("total"),
    /** All those of whom the figure before it counts some: "711 of 730". Without a state of their own they are not lost. */
    WHOLE("whole");

    private final String word;

    FigureRelation(String word) {
        this.word = word;
    }

    /** Returns the word used in files; blank for none. */
    @Override
    public String toString() {
        return word;
    }
}
