package org.muster.reading;

/** Words and numbers between a number and what it counts that say nothing of that: names, sizes of guns. */
final class SkippedWords {

    private static final Traits NUMBER_WORDS = Traits.of(PhraseKind.NUMBER, PhraseKind.SCALE);

    private static final Traits SKIPPED =
            TokenType.OTHER_WORDS.and(TokenType.DIGITS).and(TokenType.DASH, PhraseKind.NUMBER);

    private final Tokens tokens;

    SkippedWords(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns whether a number word is half of an adjective: two-engine bombers. */
    private boolean isCompound(int token) {
        return tokens.is(token + 1, TokenType.DASH)
                && (tokens.is(token + 2, TokenType.OTHER_WORDS) || tokens.is(token + 2, TokenType.PHRASE))
                && !tokens.is(token + 2, NUMBER_WORDS)
                && tokens.isGlued(token, token + 1)
                && tokens.isGlued(token + 1, token + 2);
    }

    /**
     * Returns the token after a word without meaning, or after a number that belongs to a name or an adjective or is
     * the size of a gun, as found between a number and what it counts: 12 Bf 109 fighters, two 155 mm howitzers, 900
     * US/ARVN killed, 6 two-engine bombers. -1 for other tokens.
     */
    int end(int token) {
        if (!tokens.is(token, SKIPPED)) {
            return -1;
        }
        if (tokens.is(token, PhraseKind.NUMBER) && isCompound(token)) {
            return token + 3;
        }
        if (tokens.is(token, TokenType.OTHER_WORDS)) {
            return tokens.is(token + 1, TokenType.SLASH) && tokens.is(token + 2, TokenType.OTHER_WORDS)
                    ? token + 3
                    : token + 1;
        }
        if (tokens.is(token, TokenType.DASH)
                && tokens.isGlued(token - 1, token)
                && tokens.isGlued(token, token + 1)
                && tokens.is(token + 1, TokenType.DIGITS)
                && tokens.is(token - 1, PhraseKind.LABEL)) {
            return token + 2; // in convoy SC-119
        }
        if (!tokens.is(token, TokenType.DIGITS)) {
            return -1;
        }
        if (tokens.is(token + 1, PhraseKind.CALIBRE)) {
            return token + 2;
        }
        if (tokens.is(token + 1, PhraseKind.ORDINAL) && tokens.isGlued(token, token + 1)) {
            return token + 2; // marines from the 22nd Unit were killed
        }
        Reason reason = tokens.reason(token);
        boolean name =
                tokens.is(token - 1, PhraseKind.LABEL) || reason == Reason.CALIBRE || reason == Reason.DESIGNATION;
        return name ? token + 1 : -1;
    }
}
