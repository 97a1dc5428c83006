package org.muster.reading;

/**
 * A number, word or mark of a text.
 *
 * @param traits its type and, of a phrase, its kinds
 * @param start the place of its first character
 * @param end the place after its last
 * @param phrase what it can mean; {@link Phrase#NONE} unless it is a {@link TokenType#PHRASE}
 * @param point the place of a number's decimal point, of the fraction of a {@link TokenType#MIXED} one or of
 *     the exponent of a {@link TokenType#POWER}; else -1
 * @param entry what the tables say of a word or phrase
 */
record Token(Traits traits, int start, int end, Phrase phrase, int point, Entry entry) {

    /** The token before the first and after the last. */
    static final Token NONE = of(TokenType.NONE, 0, 0);

    static Token of(TokenType type, int start, int end) {
        return ofNumber(type, start, end, -1);
    }

    static Token ofNumber(TokenType type, int start, int end, int point) {
        return new Token(type.alone, start, end, Phrase.NONE, point, Entry.NONE);
    }

    static Token ofWord(TokenType type, int start, int end, Entry entry) {
        return new Token(type.alone, start, end, Phrase.NONE, -1, entry);
    }

    static Token of(Phrase phrase, int start, int end, Entry entry) {
        return new Token(phrase.traits(), start, end, phrase, -1, entry);
    }

    int length() {
        return end - start;
    }
}
