package org.muster.reading;

/**
 * A number, word or mark of a text.
 *
 * @param type its type
 * @param start the place of its first character
 * @param end the place after its last
 * @param phrase what it can mean; {@link Phrase#NONE} unless it is a {@link TokenType#PHRASE}
 * @param point the place of a number's decimal point, of the fraction of a {@link TokenType#MIXED} one or of
 *     the exponent of a {@link TokenType#POWER}; else -1
 */
record Token(TokenType type, int start, int end, Phrase phrase, int point) {

    /** The token before the first and after the last. */
    static final Token NONE = of(TokenType.NONE, 0, 0);

    static Token of(TokenType type, int start, int end) {
        return new Token(type, start, end, Phrase.NONE, -1);
    }

    int length() {
        return end - start;
    }

    boolean is(Trait trait) {
        return trait == type || trait instanceof PhraseKind kind && phrase.is(kind);
    }
}
