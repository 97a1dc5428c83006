package org.muster.reading;

import org.muster.figure.Qualifier;

/** What the words next to a number say about how firm it is. */
final class QualifierWords {

    /** How far from a figure a word may stand that calls it an estimate. */
    private static final int REACH = 8;

    /** How far from a number that is a mark the verb may stand that passes it: surpassed the grim milestone of. */
    private static final int MOST_TO_MARK = 6;

    /** How many words may part a noun for losses from its verb: the death toll has now passed. */
    private static final int MOST_BEHIND_COUNT = 3;

    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE);
    private static final Traits COUNTED = PhraseKind.MEASURES;

    /** What a figure begins with. */
    static final Traits STARTS = TokenType.DIGITS
            .and(PhraseKind.QUALIFIER, PhraseKind.BETWEEN)
            .and(Amount.FIRST_WORDS)
            .and(PhraseKind.NONE);

    /** What follows a qualifier that belongs to the figure before it. */
    private static final Traits AFTER_LAST_QUALIFIER = TokenType.MARKS.and(PhraseKind.AFTER);

    /** What a number that corrects another stands behind with "not", and what it ends at. */
    private static final Traits BEFORE_CORRECTED =
            Traits.of(TokenType.COMMA, TokenType.OPEN, TokenType.DASH, PhraseKind.AND);

    private static final Traits ENDS = TokenType.MARKS.and(TokenType.NONE);
    private static final Traits ENDS_OF_SENTENCE = Traits.of(TokenType.STOP, TokenType.LINE, TokenType.NONE);

    private static final Traits VERBS = Traits.of(PhraseKind.VERB, PhraseKind.STATE);

    private static final Traits AUXILIARIES = Traits.of(PhraseKind.AUX, PhraseKind.PASSIVE);

    private static final Traits DELIMITERS_AND_STARTS = TokenType.DELIMITERS.and(STARTS);
    private static final Traits COLON_AND_STARTS = STARTS.and(TokenType.COLON);

    private final Tokens tokens;
    /** Whether a label calls the figures after it estimates. */
    boolean isUnderEstimate;

    /** What a label says of how firm the figures after it are, such as at most; else {@link Qualifier#EXACTLY}. */
    private Qualifier label = Qualifier.EXACTLY;

    /** Whether a word of the text may make a number a mark. */
    private final boolean hasMarks;

    QualifierWords(Tokens tokens) {
        this.tokens = tokens;
        hasMarks = tokens.has(Role.MARK) || tokens.has(Role.PASSING) || tokens.has(Role.REACHING);
    }

    /** Takes the words before a colon for a label of the figures after it, if they are qualifiers and nothing else: At most. */
    boolean readLabel(int from, int colon) {
        Qualifier said = Qualifier.EXACTLY;
        for (int i = from; i < colon; i++) {
            if (!tokens.is(i, PhraseKind.QUALIFIER)) {
                return false;
            }
            said = stronger(said, tokens.phrase(i).before());
        }
        label = said;
        return said != Qualifier.EXACTLY;
    }

    /** Forgets what labels said. */
    void endLabel() {
        isUnderEstimate = false;
        label = Qualifier.EXACTLY;
    }

    /** A qualifier, or that of the label if there is none as strong. */
    Qualifier underLabel(Qualifier own) {
        return own == Qualifier.EXACTLY ? label : stronger(label, own);
    }

    /**
     * Returns the stronger of two qualifiers: a bound wins over an estimate, and anything over "exactly"; of two alike,
     * the one nearer to the number.
     */
    static Qualifier stronger(Qualifier before, Qualifier then) {
        return before.isOneSided() && !then.isOneSided() ? before : then;
    }

    /** Whether a bound is denied: cannot be less than, did not exceed, could not have lost more than. */
    boolean isNegated(int qualifier) {
        int i = tokens.is(qualifier - 1, VERBS) ? qualifier - 2 : qualifier - 1; // never lost more than
        while (tokens.is(i, AUXILIARIES)) {
            i--;
        }
        return tokens.is(i, PhraseKind.NOT);
    }

    /** Whether "not" stands right before a number: not 200 of ours, not 12 but 15. */
    boolean isBehindNot(int number) {
        return tokens.is(number - 1, PhraseKind.NOT) && tokens.isRole(number - 1, Role.DETERMINER); // not hardly
    }

    /**
     * Whether a number behind "not" is corrected, or nothing is said of it: not 12 but 15, fifteen and not 12. Otherwise it
     * is a bound: not 200 of ours came back.
     *
     * @param end the token after what is said of it
     */
    boolean isCorrected(int number, int end, boolean open) {
        boolean ends = tokens.is(end, ENDS);
        if (tokens.isRole(end, Role.CLAUSE) || (ends && (open || tokens.is(number - 2, BEFORE_CORRECTED)))) {
            return true;
        }
        for (int i = end; i < end + REACH && !tokens.is(i, ENDS_OF_SENTENCE); i++) {
            if (tokens.isRole(i, Role.CLAUSE) && tokens.is(i + 1, STARTS)) {
                return true;
            }
        }
        return false;
    }

    /** The bound that remains where another is denied. */
    static Qualifier negated(Qualifier bound) {
        return switch (bound) {
            case LESS_THAN -> Qualifier.AT_LEAST;
            case MORE_THAN -> Qualifier.AT_MOST;
            default -> bound;
        };
    }

    /**
     * The bound that a verb makes of a number which is a mark, or which a count passes: passed the 1,000 mark, the death toll
     * passed 1,000. The verb says nothing else. {@link Qualifier#EXACTLY} of other numbers.
     */
    Qualifier atMark(int number, int next) {
        if (!hasMarks) {
            return Qualifier.EXACTLY;
        }
        int first = tokens.isRole(number - 2, Role.MARK) ? number - 2 : number - 1;
        boolean before = tokens.isRole(first, Role.MARK);
        if (!before && !tokens.isRole(next, Role.MARK)) {
            boolean verb = tokens.isRole(number - 1, Role.PASSING) || tokens.isRole(number - 1, Role.REACHING);
            boolean count = verb && isCount(number - 2) && !tokens.is(next, COUNTED);
            return count ? passed(number - 1) : Qualifier.EXACTLY;
        }
        for (int i = before ? first - 1 : first; i >= number - MOST_TO_MARK && tokens.isWord(i); i--) {
            boolean verb = tokens.isRole(i, Role.PASSING) || tokens.isRole(i, Role.REACHING);
            if (verb || bound(i) != Qualifier.EXACTLY) {
                return passed(i);
            }
        }
        Qualifier behind = Qualifier.EXACTLY;
        for (int i = next; i < next + MOST_TO_MARK && tokens.isWord(i) && behind == Qualifier.EXACTLY; i++) {
            behind = bound(i);
        }
        return behind;
    }

    /** The bound that a verb says, which then says nothing else. */
    private Qualifier passed(int verb) {
        Qualifier bound = bound(verb);
        boolean denied = isNegated(verb);
        boolean reached = tokens.isRole(verb, Role.REACHING);
        tokens.setWord(verb);
        return !denied ? bound : reached ? Qualifier.LESS_THAN : negated(bound); // never reached 500
    }

    /** Whether a noun for losses stands at a token, or a word or two before it: the death toll finally. */
    private boolean isCount(int token) {
        int noun = token;
        while (token - noun < MOST_BEHIND_COUNT && tokens.isWord(noun) && !tokens.is(noun, STATES)) {
            noun--;
        }
        return tokens.is(noun, STATES) && !tokens.is(noun, PhraseKind.VERB);
    }

    private Qualifier bound(int token) {
        if (tokens.is(token, PhraseKind.QUALIFIER)) {
            return tokens.phrase(token).before();
        }
        return tokens.isRole(token, Role.PASSING) ? Qualifier.MORE_THAN : Qualifier.EXACTLY;
    }

    /** Returns whether a qualifier belongs to the number before it; the plus in "1,000 plus 2,000" does not. */
    boolean isAfter(int token) {
        return tokens.is(token, PhraseKind.AFTER) && !(tokens.is(token + 1, TokenType.NUMBERS) && parts(token));
    }

    /** Whether a word, or a sign with a blank before it, parts two numbers: 1,000 plus 2,000. */
    private boolean parts(int token) {
        return Character.isLetter(tokens.first(token)) || !tokens.isGlued(token - 1, token);
    }

    /**
     * Returns whether a qualifier belongs to the figure whose measure precedes it: 300 men or more; 300 men
     * (estimated).
     */
    boolean isAfterMeasure(int token) {
        return tokens.is(token, PhraseKind.AFTER)
                && (tokens.first(token) == '('
                        || tokens.is(token + 1, AFTER_LAST_QUALIFIER)
                        || token + 1 == tokens.size()
                        || (tokens.is(token + 1, STARTS) && isAfterAlone(token)));
    }

    /** A qualifier, or the stronger one between what is counted and its state: 1,600 hommes au moins hors de combat. */
    Qualifier within(Qualifier before, int from, int end) {
        for (int i = from + 1; i < end - 1; i++) {
            boolean word = tokens.is(i, PhraseKind.AFTER) && Character.isLetter(tokens.first(i));
            if (word && tokens.is(i - 1, PhraseKind.ITEM)) {
                return stronger(before, tokens.phrase(i).after());
            }
        }
        return before;
    }

    /** Whether a qualifier that another number follows can only belong to the one before it: 22 ships or more 800 men. */
    private boolean isAfterAlone(int token) {
        return Character.isLetter(tokens.first(token))
                && !tokens.is(token, PhraseKind.QUALIFIER)
                && !tokens.is(token, PhraseKind.PREPOSITION);
    }

    /**
     * Returns whether words call a figure an estimate: Soviet estimates: 300 dead; estimates of 300; 300 dead (modern
     * estimate).
     */
    boolean isEstimate(int start, int end, int passage) {
        if (isUnderEstimate || !tokens.has(PhraseKind.ESTIMATE)) {
            return isUnderEstimate;
        }
        int lowest = Math.max(passage, start - REACH);
        for (int i = start - 1; i >= lowest && !tokens.is(i, TokenType.DIGITS); i--) {
            if (tokens.is(i, PhraseKind.ESTIMATE)) {
                return true;
            }
        }
        int open = tokens.is(end, TokenType.LINE) && tokens.is(end + 1, TokenType.OPEN) ? end + 1 : end;
        int first = tokens.is(open, TokenType.OPEN) ? open + 1 : end;
        int last = Math.min(first + REACH, tokens.size());
        boolean found = false;
        int i = first;
        while (i < last && !tokens.is(i, DELIMITERS_AND_STARTS)) {
            found |= tokens.is(i, PhraseKind.ESTIMATE);
            i++;
        }
        return found && !tokens.is(i, COLON_AND_STARTS);
    }
}
