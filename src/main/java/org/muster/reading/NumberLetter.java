package org.muster.reading;

/** What a letter behind a number stands for: a state, as in 41 K, or millions, as in 1.5m people. */
final class NumberLetter {

    /** How far behind a number in millions another may stand with the same letter. */
    private static final int MOST_BETWEEN = 8;

    /** What a letter can mean beside a state. */
    private static final Traits OTHER_MEANINGS =
            Traits.of(PhraseKind.SCALE, PhraseKind.UNIT, PhraseKind.CALIBRE, PhraseKind.QUALIFIER);

    private static final Traits ROW_MARKS = Traits.of(TokenType.SLASH, TokenType.COMMA);

    private NumberLetter() {}

    /**
     * Returns whether a letter after a number stands for a state: in a row of several, or attached to the number if it
     * can mean nothing else. In a row with blanks it is a capital: 41 K, 120 W.
     */
    static boolean isState(Tokens tokens, int token) {
        if (!tokens.is(token, PhraseKind.LETTER)) {
            return false;
        }
        boolean glued = tokens.isGlued(token - 1, token);
        if (!glued && !Characters.isCapital(tokens.first(token))) {
            return false;
        }
        return (glued && !tokens.is(token, OTHER_MEANINGS))
                || (isInRow(tokens, token, token + 1, token + 3) && tokens.is(token + 2, TokenType.NUMBERS))
                || isInRow(tokens, token, token - 2, token - 3);
    }

    /**
     * Whether a letter glued to a number, which may also be a unit, stands for millions: before what is counted, and
     * before the other end of a range with the same letter, or soon after such a number. 1.5m people, 45M dead, between
     * 1m and 1.5m dead, 2.4m refugees, up from 1.9m.
     */
    static boolean isMillions(Tokens tokens, int letter) {
        for (int i = letter - 1; i > letter - MOST_BETWEEN; i--) {
            if (tokens.is(i, PhraseKind.LETTER) && tokens.isSameWord(letter, i) && isBeforeCounted(tokens, i)) {
                return true;
            }
        }
        return isBeforeCounted(tokens, letter);
    }

    private static boolean isBeforeCounted(Tokens tokens, int letter) {
        int i = letter + 1;
        if (tokens.is(i, Amount.RANGE_JOINS) || tokens.is(i, PhraseKind.AND) || tokens.is(i, PhraseKind.OR)) {
            i++;
            if (tokens.is(i, TokenType.NUMBERS) && tokens.isGlued(i, i + 1) && tokens.isSameWord(letter, i + 1)) {
                i += 2;
            }
        }
        return tokens.is(i, PhraseKind.MEASURES)
                || (tokens.is(i, TokenType.OTHER_WORDS) && tokens.is(i + 1, PhraseKind.MEASURES));
    }

    /** Whether a mark parts two letters that are not the same: 10k, 12k are thousands. */
    private static boolean isInRow(Tokens tokens, int letter, int mark, int other) {
        return tokens.is(mark, ROW_MARKS) && tokens.is(other, PhraseKind.LETTER) && !tokens.isSameWord(letter, other);
    }
}
