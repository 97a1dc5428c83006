package org.muster.figure;

/** What a {@linkplain Tokens token} is. */
enum TokenType {
    /** A number that can be read in one way only. */
    NUMBER,
    /** Digits that are no number, or could be two: 12:30, M47, 12,34,56. */
    UNREADABLE,
    /** A phrase of the vocabulary. */
    WORD,
    /** Any other word, with the digits in it: Mukden, PT-76. */
    OTHER,
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
    CLOSE;

    /** The bit of this type among the traits of a token, above those of the {@linkplain Word.Kind kinds of words}. */
    @SuppressWarnings("EnumOrdinal") // lives as long as the process; no file holds it
    final long bit = 1L << (32 + ordinal());

    /** What ends a passage in which words belong to one figure. */
    static final long DELIMITERS = COMMA.bit | STOP.bit | LINE.bit | COLON.bit | SLASH.bit | OPEN.bit | CLOSE.bit;

    /** Delimiters and dashes. */
    static final long MARKS = DELIMITERS | DASH.bit;

    /** Digits, whether they can be read or not. */
    static final long DIGITS = NUMBER.bit | UNREADABLE.bit;
}
