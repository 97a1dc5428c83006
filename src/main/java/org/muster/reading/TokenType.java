package org.muster.reading;

/** The types of {@linkplain Token tokens}. */
enum TokenType implements Trait {
    /** A number that can be read in only one way, and is not of one of the types below: 7.5. */
    NUMBER,

    /** A whole number of at most 15 characters. */
    WHOLE,

    /** A whole number of four digits that can be a year. */
    YEAR,

    /** A number with a fraction: 7½, 7 1⁄2. */
    MIXED,

    /** A number with a power of ten: 1e+05, 1.5 × 10^5. */
    POWER,

    /** Digits that are no number, or could be two: 12:30, M47, 12,34,56. */
    UNREADABLE,

    /** A phrase of the vocabulary. */
    PHRASE,

    /** Any other word, including digits in it: men-at-arms. */
    WORD,

    /** Such a word that begins with a capital, as names do: Mukden, PT-76. */
    NAME,

    /** A dash of any length, or a minus sign. */
    DASH,

    /** A comma. */
    COMMA,

    /** The end of a sentence or an entry. */
    STOP,

    /** The end of a line, or the bullet before an entry. */
    LINE,

    /** A colon. */
    COLON,

    /** A slash. */
    SLASH,

    /** An opening bracket. */
    OPEN,

    /** A closing bracket. */
    CLOSE,

    /** Nothing: the place before the first token, or after the last. */
    NONE;

    /** The traits of a token of this type that is no phrase. */
    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    final Traits alone = Traits.of(this);

    /** Numbers that can be read. */
    static final Traits NUMBERS = Traits.of(NUMBER, WHOLE, YEAR, MIXED, POWER);

    /** Digits, whether they can be read or not. */
    static final Traits DIGITS = NUMBERS.and(UNREADABLE);

    /** Numbers that are whole. */
    static final Traits WHOLES = Traits.of(WHOLE, YEAR);

    /** Words outside the vocabulary. */
    static final Traits OTHER_WORDS = Traits.of(WORD, NAME);

    /** What ends a passage in which words belong to one figure. */
    static final Traits DELIMITERS = Traits.of(COMMA, STOP, LINE, COLON, SLASH, OPEN, CLOSE);

    /** Delimiters and dashes. */
    static final Traits MARKS = DELIMITERS.and(DASH);
}
