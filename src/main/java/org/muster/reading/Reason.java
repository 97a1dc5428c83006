package org.muster.reading;

/** Why a part of a text is not a figure. */
public enum Reason {
    /** A year: "in 1941". */
    YEAR("year"),
    /** A date, or a number in one: "9 August 1945". */
    DATE("date"),
    /** The size of a gun: "37 mm". */
    CALIBRE("calibre"),
    /** A weight, a distance, a price, a span of time: "30 days". */
    MEASUREMENT("measurement"),
    /** A share: "15 %". */
    PERCENTAGE("percentage"),
    /** A number that is said not to hold: "not 12 but 15". */
    DENIED("denied"),
    /** A number in a name: "PT-76", "Type 95", "No. 3 Column". */
    DESIGNATION("designation"),
    /** An ordinal number, as in names of units: "5th". */
    ORDINAL("ordinal"),
    /** The mark of a footnote: "[1]", "²". */
    FOOTNOTE("footnote"),
    /** Digits or number words that are no number, or could be two different ones: "12,34,56", "−999", "two 300". */
    UNREADABLE("unreadable"),
    /** What a spreadsheet or a database writes for want of a value: "#REF!", "NULL". */
    ERROR("error value"),
    /** Words that say what figures after them count: "Killed:". */
    LABEL("label"),
    /** Words that say how figures relate to each other: "of whom", "total". */
    RELATION("relation"),
    /** Other words, with the punctuation among them. */
    WORDS("words"),
    /** Blanks, punctuation and signs alone. */
    PUNCTUATION("punctuation");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    /** Returns the reason in one word. */
    @Override
    public String toString() {
        return word;
    }
}
