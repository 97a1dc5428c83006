package org.muster.reading;

import org.muster.figure.Item;
import org.muster.figure.State;

/** Articles that stand for one: ein Toter, a woman was killed, shot dead a guard, three men and a boy. */
final class Victims {

    /** How many words without meaning may stand in a row: an old woman, was later found. */
    private static final int MOST_OTHERS = 2;

    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE);
    private static final Traits LED = STATES.and(PhraseKind.VERB);
    private static final Traits BEFORE_STATE = TokenType.OTHER_WORDS.and(PhraseKind.AUX);
    private static final Traits ENDS = TokenType.MARKS.and(PhraseKind.AND, TokenType.NONE);
    private static final Traits STARTS =
            TokenType.NUMBERS.and(PhraseKind.NUMBER, PhraseKind.QUALIFIER, PhraseKind.ARTICLE);

    private Victims() {}

    /** Whether an article before a noun counts one in a state. */
    static boolean isOne(Tokens tokens, int article) {
        int noun = article + 1;
        if (tokens.is(noun, STATES) && tokens.is(noun + 1, ENDS)) {
            return true;
        }
        if (tokens.is(noun, TokenType.OTHER_WORDS)) {
            noun++;
        }
        if (!tokens.is(noun, PhraseKind.ITEM)) {
            return false;
        }
        boolean person = tokens.phrase(noun).item().is(Item::isPeople);
        if (!person) {
            return tokens.is(noun + 1, STATES) && tokens.is(noun + 2, ENDS);
        }
        if (tokens.is(article - 1, LED) && isOfPeople(tokens, article - 1)) {
            return true;
        }
        boolean inRow = tokens.is(article - 1, PhraseKind.AND) && arePeople(tokens, article - 2);
        return inRow || isFollowedByPeople(tokens, noun + 1) || isFollowedByState(tokens, pastAge(tokens, noun + 1));
    }

    private static boolean arePeople(Tokens tokens, int token) {
        return tokens.is(token, PhraseKind.ITEM) && tokens.phrase(token).item().is(Item::isPeople);
    }

    /** Whether a number of people follows: a policeman and two civilians, a woman and her two children. */
    private static boolean isFollowedByPeople(Tokens tokens, int and) {
        int number = tokens.is(and + 1, TokenType.WORD) ? and + 2 : and + 1;
        return tokens.is(and, PhraseKind.AND)
                && (tokens.is(number, PhraseKind.NUMBER) || tokens.is(number, TokenType.NUMBERS))
                && arePeople(tokens, number + 1);
    }

    /** Past the age of someone, if it is said: un soldat âgé de 23 ans. */
    private static int pastAge(Tokens tokens, int token) {
        boolean age = tokens.is(token, PhraseKind.LABEL)
                && tokens.is(token + 1, TokenType.NUMBERS)
                && tokens.is(token + 2, PhraseKind.UNIT);
        return age ? token + 3 : token;
    }

    private static boolean isFollowedByState(Tokens tokens, int from) {
        int i = from;
        while (i - from < MOST_OTHERS && tokens.is(i, BEFORE_STATE)) {
            i++;
        }
        return tokens.is(i, STATES) && isOfPeople(tokens, i) && !tokens.is(i + 1, STARTS);
    }

    private static boolean isOfPeople(Tokens tokens, int token) {
        return !tokens.phrase(token).state().is(State::isOfThingsAlone);
    }
}
