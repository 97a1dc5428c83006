package org.muster.reading;

/** Whose a figure is, where words beside it say so. */
final class Authors {

    /** The greatest distance of an author from a figure, in tokens. */
    private static final int REACH = 12;

    /** What a line contains that says whose its figures are. */
    private static final Traits SOURCES = PhraseKind.SOURCES.and(TokenType.YEAR);

    /** What ends the words next to a figure among which its author may be. */
    private static final Traits ENDS_OF_AUTHOR = TokenType.DIGITS.and(TokenType.LINE, TokenType.STOP);

    private final Tokens tokens;
    private final boolean hasAuthors;
    private final boolean hasNamesOrYears;

    Authors(Tokens tokens) {
        this.tokens = tokens;
        hasAuthors = tokens.has(PhraseKind.SOURCES);
        hasNamesOrYears = tokens.has(SOURCES);
    }

    /** Whether a bracket names somebody: 20,000 according to other sources. */
    boolean isNamedInBracket(int bracket) {
        int last = hasAuthors ? Math.min(bracket + REACH, tokens.size()) : 0;
        for (int i = bracket + 1; i < last && !tokens.is(i, TokenType.CLOSE); i++) {
            if (tokens.is(i, PhraseKind.SOURCES)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether a line says whose its figures are: Glantz: 12,031; Soviet estimate 15,000; 12,000 (Zetterling);
     * 300 (Smith 1983).
     */
    boolean isNamedBeside(FigureCandidate first, int line) {
        if (!hasNamesOrYears) {
            return false;
        }
        for (int i = Math.max(line, first.start - REACH); i < first.start; i++) {
            if (tokens.is(i, PhraseKind.SOURCES)
                    || (tokens.is(i, TokenType.NAME) && tokens.is(i + 1, TokenType.YEAR))) {
                return true;
            }
        }
        for (int i = first.end; i < first.end + REACH && i < tokens.size(); i++) {
            if (tokens.is(i, PhraseKind.SOURCES)) {
                return true;
            }
            if (tokens.is(i, ENDS_OF_AUTHOR)) {
                return false;
            }
            if (tokens.is(i, TokenType.NAME)) {
                int year = tokens.is(i + 1, TokenType.COMMA) ? i + 2 : i + 1;
                if (tokens.is(year, TokenType.YEAR) && tokens.is(year + 1, TokenType.CLOSE)) {
                    return true;
                }
            }
        }
        return false;
    }
}
