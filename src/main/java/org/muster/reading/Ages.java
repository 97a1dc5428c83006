package org.muster.reading;

import org.muster.figure.Item;
import org.muster.figure.Qualifier;

/** Numbers that are ages: aged 4, 7 and 11; the youngest of them 15; children under 12; her husband, 41, was arrested. */
final class Ages {

    private static final int OLDEST = 110;

    /** An age up to which people are spoken of as under it: most detainees were under 18. */
    private static final int YOUNG = 25;

    private static final Traits PEOPLE = Traits.of(PhraseKind.ITEM, PhraseKind.MEASURE);

    /** How far before a number a word may stand that makes it an age. */
    private static final int REACH = 8;

    /** The longest word between two ages: the, and, och. */
    private static final int LONGEST_BETWEEN = 3;

    /** What follows a number that counts nothing. */
    private static final Traits AFTER_BARE =
            TokenType.MARKS.and(TokenType.NONE, PhraseKind.AND, PhraseKind.OR, PhraseKind.AUX, PhraseKind.RANGE);

    /** What joins ages: aged between 4 and 11, one aged 17 and the other 24. */
    private static final Traits JOINS = TokenType.DIGITS.and(
            PhraseKind.NUMBER,
            TokenType.COMMA,
            TokenType.DASH,
            PhraseKind.AND,
            PhraseKind.OR,
            PhraseKind.RANGE,
            PhraseKind.BETWEEN,
            PhraseKind.QUALIFIER,
            PhraseKind.MORE);

    /** What ends the words that an age may belong to. */
    private static final Traits ENDS =
            Traits.of(TokenType.STOP, TokenType.LINE, TokenType.COLON, TokenType.OPEN, TokenType.CLOSE);

    private static final Traits STATES = PhraseKind.MEASURES.and(PhraseKind.VERB);
    private static final Traits BEFORE_GROUP = Traits.of(PhraseKind.OF, PhraseKind.PREPOSITION);
    /** What a sentence goes on with about someone whose age was said. */
    private static final Traits GOES_ON =
            PhraseKind.MEASURES.and(PhraseKind.VERB, PhraseKind.AUX, PhraseKind.AND, TokenType.WORD);

    private Ages() {}

    /**
     * Whether a number is an age.
     *
     * @param start the first of the qualifiers before it, or the number
     * @param counted the token after the last figure
     */
    static boolean isAge(Tokens tokens, int start, int number, Amount amount, int counted) {
        boolean bare = tokens.is(amount.next(), AFTER_BARE);
        boolean placed = tokens.is(amount.next(), PhraseKind.PREPOSITION); // the youngest was 9 in that year
        if (!(bare || placed) || !isSmall(tokens, number) || amount.value().intValue() > OLDEST) {
            return false;
        }
        return isBehindWord(tokens, number)
                || (bare && isBound(tokens, start, number, counted))
                || isInserted(tokens, number, amount.next());
    }

    private static boolean isSmall(Tokens tokens, int number) {
        return !tokens.is(number, TokenType.DIGITS) || tokens.length(number) <= LONGEST_BETWEEN;
    }

    /** Whether a bound is one of age: six of whom were under 12, 17 children under 12, all under 30. */
    private static boolean isBound(Tokens tokens, int start, int number, int counted) {
        if (start + 1 != number || !tokens.is(start, PhraseKind.QUALIFIER)) {
            return false;
        }
        Qualifier bound = tokens.phrase(start).before();
        if (bound != Qualifier.LESS_THAN && bound != Qualifier.MORE_THAN) {
            return false;
        }
        int before = start - 1;
        return (arePeople(tokens, before) && start == counted)
                || (tokens.is(before, PhraseKind.AUX) && tokens.is(before - 1, PhraseKind.SUBSET))
                || (tokens.is(before, PhraseKind.AUX) && isYoung(tokens, number) && arePeople(tokens, before - 1))
                || (tokens.is(before, PhraseKind.WORDS) && tokens.is(before - 1, TokenType.COMMA))
                || isOfThem(tokens, before);
    }

    /** Whether most or all of those named before are spoken of: most of them under 18. */
    private static boolean isOfThem(Tokens tokens, int before) {
        int all = tokens.is(before, PhraseKind.SUBSET) || tokens.is(before, TokenType.WORD) ? before - 1 : before;
        return all < before && tokens.is(all, PhraseKind.WORDS) && tokens.is(all - 1, TokenType.COMMA);
    }

    private static boolean arePeople(Tokens tokens, int token) {
        return tokens.is(token, PEOPLE) && tokens.phrase(token).item().is(Item::isPeople);
    }

    private static boolean isYoung(Tokens tokens, int number) {
        return tokens.is(number, TokenType.WHOLES) && tokens.number(number).intValue() <= YOUNG;
    }

    private static boolean isBehindWord(Tokens tokens, int number) {
        if (!tokens.has(PhraseKind.AGE)) {
            return false;
        }
        if (tokens.is(number - 1, STATES) && !tokens.is(number - 2, BEFORE_GROUP)) {
            return false; // младшему из раненых 13
        }
        boolean joined = true; // by nothing but other ages
        boolean alone = true; // no other number between
        for (int i = number - 1; number - i <= REACH && i >= 0 && !tokens.is(i, ENDS); i--) {
            if (tokens.is(i, PhraseKind.AGE)) {
                return tokens.is(i, PhraseKind.LABEL) ? joined : alone;
            }
            boolean word = tokens.is(i, TokenType.WORD) && tokens.length(i) <= LONGEST_BETWEEN;
            joined &= word || tokens.is(i, JOINS);
            alone &= !tokens.is(i, TokenType.DIGITS) && !tokens.is(i, TokenType.COMMA);
        }
        return false;
    }

    /** Whether commas part a number from the one whose age it is: her husband, 41, was; Anna Berg, 34, and. */
    private static boolean isInserted(Tokens tokens, int number, int next) {
        int person = number - 2;
        if (!tokens.is(number, TokenType.WHOLES)
                || !tokens.is(number - 1, TokenType.COMMA)
                || !tokens.is(next, TokenType.COMMA)) {
            return false;
        }
        boolean fullName = tokens.is(person, TokenType.NAME) && tokens.is(person - 1, TokenType.NAME);
        boolean one = tokens.is(person, TokenType.WORD)
                || tokens.is(person, PhraseKind.PERSON)
                || (tokens.is(person, PhraseKind.ITEM) && arePeople(tokens, person));
        return (fullName && !tokens.is(next + 1, TokenType.NAME)) || (one && tokens.is(next + 1, GOES_ON));
    }
}
