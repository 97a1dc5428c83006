package org.muster.reading;

/**
 * What a {@linkplain Tokens token} is, a bit for each, above those of the {@linkplain Phrase.Kind kinds of words}. They are
 * plain numbers so that the compiler knows them.
 */
final class TokenType {
    /** A number that can be read in one way only. */
    static final long NUMBER = 1L << 40;

    /** Digits that are no number, or could be two: 12:30, M47, 12,34,56. */
    static final long UNREADABLE = 1L << 41;

    /** A phrase of the vocabulary. */
    static final long WORD = 1L << 42;

    /** Any other word, with the digits in it: Mukden, PT-76. */
    static final long OTHER = 1L << 43;

    /** A dash of any length, or a minus sign. */
    static final long DASH = 1L << 44;

    /** A comma. */
    static final long COMMA = 1L << 45;

    /** The end of a sentence or an entry. */
    static final long STOP = 1L << 46;

    /** The end of a line, or the bullet before an entry. */
    static final long LINE = 1L << 47;

    /** A colon. */
    static final long COLON = 1L << 48;

    /** A slash. */
    static final long SLASH = 1L << 49;

    /** An opening bracket. */
    static final long OPEN = 1L << 50;

    /** A closing bracket. */
    static final long CLOSE = 1L << 51;

    /** A word of no meaning to the vocabulary that begins with a capital, as names do. */
    static final long NAME = 1L << 52;

    /** A number of four digits that can be a year. */
    static final long YEAR = 1L << 53;

    /** A whole number of at most 15 characters. */
    static final long WHOLE = 1L << 54;

    /** A token that begins where the one before it ends. */
    static final long GLUED = 1L << 55;

    /** A number with a fraction: 7½, 7 1⁄2. */
    static final long MIXED = 1L << 56;

    /** What ends a passage in which words belong to one figure. */
    static final long DELIMITERS = COMMA | STOP | LINE | COLON | SLASH | OPEN | CLOSE;

    /** Delimiters and dashes. */
    static final long MARKS = DELIMITERS | DASH;

    /** Digits, whether they can be read or not. */
    static final long DIGITS = NUMBER | UNREADABLE;

    private TokenType() {}
}
