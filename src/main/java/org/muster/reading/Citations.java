package org.muster.reading;

/** Numbers that say where something is written, or in which place of a list: (Smith 1998, p. 45), 2. Of those killed. */
final class Citations {

    /** How far the names of authors reach back to their bracket. */
    private static final int REACH = 8;

    /** The first year of books that are cited. */
    private static final int FIRST_YEAR = 1700;

    private static final int LONGEST_NUMBER = 2;

    private static final Traits NAMES =
            TokenType.OTHER_WORDS.and(TokenType.COMMA, TokenType.STOP, PhraseKind.AND, PhraseKind.AUTHOR);
    private static final Traits AUTHORS = Traits.of(TokenType.NAME, PhraseKind.AUTHOR);
    private static final Traits AFTER_YEAR = Traits.of(TokenType.COMMA, TokenType.COLON, TokenType.STOP);
    private static final Traits AFTER_NUMBERING = Traits.of(TokenType.STOP, TokenType.CLOSE);
    private static final Traits LINE_ENDS = Traits.of(TokenType.LINE, TokenType.NONE);

    private Citations() {}

    /** Past the year of a book in a bracket behind its author, and its pages; -1 if a number is none. */
    static int end(Tokens tokens, int number) {
        if (!tokens.is(number, TokenType.YEAR)) {
            return -1;
        }
        int author = tokens.is(number - 1, TokenType.COMMA) ? number - 2 : number - 1;
        if (!tokens.is(author, AUTHORS)
                || tokens.number(number).intValue() < FIRST_YEAR
                || !(tokens.is(number + 1, AFTER_YEAR) || tokens.is(number + 1, TokenType.CLOSE))
                || !isInBracket(tokens, author)) {
            return -1;
        }
        int end = number + 1;
        while (end - number < REACH && isPage(tokens, end)) {
            end++;
        }
        boolean closed = tokens.is(end, TokenType.CLOSE) || tokens.is(end - 1, TokenType.STOP);
        return closed || tokens.is(end, TokenType.NAME) ? end : -1;
    }

    private static boolean isPage(Tokens tokens, int token) {
        return tokens.is(token, AFTER_YEAR)
                || tokens.is(token, TokenType.WHOLES)
                || tokens.is(token, TokenType.DASH)
                || (tokens.length(token) <= LONGEST_NUMBER + 1
                        && !tokens.is(token, TokenType.CLOSE)
                        && Character.isLetter(tokens.first(token))
                        && token < tokens.size());
    }

    private static boolean isInBracket(Tokens tokens, int author) {
        int i = author;
        while (author - i < REACH && tokens.is(i, NAMES)) {
            i--;
        }
        return tokens.is(i, TokenType.OPEN) || (author - i < REACH && tokens.is(i, TokenType.WHOLES));
    }

    /** Whether a number at the start of a line only numbers what follows: 2. Of those killed; (3) In May. */
    static boolean isNumbering(Tokens tokens, int number) {
        int mark = number + 1;
        if (!tokens.is(mark, AFTER_NUMBERING)) {
            return false;
        }
        int before = tokens.is(number - 1, TokenType.OPEN) ? number - 2 : number - 1;
        boolean stop = tokens.is(mark, TokenType.STOP) && tokens.first(mark) == '.' && before == number - 1;
        return tokens.is(before, LINE_ENDS)
                && tokens.is(number, TokenType.WHOLE)
                && tokens.length(number) <= LONGEST_NUMBER
                && (stop || tokens.is(mark, TokenType.CLOSE))
                && tokens.isGlued(number, mark)
                && mark + 1 < tokens.size()
                && Characters.isCapital(tokens.first(mark + 1));
    }
}
