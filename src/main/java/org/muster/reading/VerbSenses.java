package org.muster.reading;

/**
 * Verbs whose sense another word of their clause turns: who took 140 men up the slope captured nobody, and who fell into the
 * enemy's hands is captured, not killed.
 */
final class VerbSenses {

    /** How many tokens may stand between a verb and the word that turns it. */
    private static final int REACH = 16;

    /** How many words may stand between a preposition and "hands", or between "hands" and a verb behind them. */
    private static final int MOST_BETWEEN = 3;

    /** How far behind a direction a time may stand: over the past three days. */
    private static final int LONGEST_TIME = 4;

    /** How far behind a direction a number shows that it is none: over the three days. */
    private static final int MOST_BEFORE_NUMBER = 2;

    private static final Phrase CAPTURED =
            Phrase.NONE.and(PhraseKind.STATE, "captured").asVerb();

    private static final Traits AUXILIARIES = Traits.of(PhraseKind.AUX, PhraseKind.PASSIVE);
    private static final Traits ENDS = AUXILIARIES.and(TokenType.STOP, TokenType.LINE, TokenType.COLON, TokenType.NONE);
    private static final Traits ENDS_OF_OBJECT =
            ENDS.and(MeasureWords.LEADING).and(TokenType.COMMA, TokenType.DASH, TokenType.OPEN);
    private static final Traits OBJECTS = TokenType.DIGITS.and(PhraseKind.ITEM, PhraseKind.NUMBER, PhraseKind.WORDS);

    private static final Traits TIMES = Traits.of(PhraseKind.UNIT, PhraseKind.WEEKDAY);
    private static final Traits NUMBERS = TokenType.DIGITS.and(PhraseKind.NUMBER, PhraseKind.WORDS);

    private VerbSenses() {}

    /** Gives a verb of taking that means leading no sense, and a verb of falling that means capture that one. */
    static void turn(Tokens tokens, int verb) {
        if (tokens.is(verb, PhraseKind.TAKING) && isLeading(tokens, verb)) {
            tokens.setWord(verb);
        } else if (tokens.is(verb, PhraseKind.FALLING) && isIntoHands(tokens, verb)) {
            tokens.setPhrase(verb, CAPTURED);
        }
    }

    /** Whether a verb has an object behind it, and behind that says where to: took 140 men up the slope, were taken aboard. */
    private static boolean isLeading(Tokens tokens, int verb) {
        boolean object = tokens.is(verb - 1, AUXILIARIES);
        for (int i = verb + 1; i <= verb + REACH; i++) {
            boolean company = tokens.words(i) > 1 && tokens.isRole(i, Role.DIRECTION); // with him
            if (company || (object && isDirection(tokens, i))) {
                return true;
            }
            if (tokens.is(i, ENDS_OF_OBJECT)) {
                return false;
            }
            object |= tokens.is(i, OBJECTS);
        }
        return false;
    }

    /** Whether a word says where to, and not how long or into whose hands: over the hill, but over the past three days. */
    private static boolean isDirection(Tokens tokens, int word) {
        boolean other = tokens.is(word + 1, PhraseKind.OF)
                || (tokens.words(word) > 1 && tokens.is(word, PhraseKind.QUALIFIER)); // north of the river
        boolean where = tokens.startsInRole(word, Role.DIRECTION) && !other;
        for (int i = word + 1; where && i <= word + LONGEST_TIME && !tokens.is(i, TokenType.MARKS); i++) {
            boolean number = tokens.is(i, NUMBERS) && i - word <= MOST_BEFORE_NUMBER;
            where = !number && !tokens.is(i, TIMES) && !tokens.endsInRole(i, Role.HANDS);
        }
        return where;
    }

    /** Whether those who fall do so into hands, behind the verb before any other, or right before it: into our hands fell 24. */
    private static boolean isIntoHands(Tokens tokens, int verb) {
        for (int i = verb + 1; i <= verb + REACH && !endsFall(tokens, i); i++) {
            if (isInto(tokens, i)) {
                return tokens.is(verb, PhraseKind.STATE) || !isOfSome(tokens, i);
            }
        }
        int before = verb - 1;
        while (verb - before < MOST_BETWEEN && tokens.isWord(before) && !isInto(tokens, before)) {
            before--; // into the hands of the victors fell
        }
        return isInto(tokens, before);
    }

    /** Whether a number says how many have something in their hands: the fort remained in the hands of 300 men. */
    private static boolean isOfSome(Tokens tokens, int hands) {
        return tokens.is(hands + 1, PhraseKind.OF) && tokens.is(hands + 2, NUMBERS);
    }

    /** Whether a token ends the clause of a verb, or is another verb; an article that may also be an auxiliary is neither. */
    private static boolean endsFall(Tokens tokens, int token) {
        boolean state = tokens.is(token, MeasureWords.LEADING)
                && !tokens.is(token, PhraseKind.MEASURE)
                && !isInto(tokens, token);
        return state
                || tokens.is(token, PhraseKind.FALLING)
                || (tokens.is(token, ENDS) && !tokens.isRole(token, Role.DETERMINER));
    }

    /** Whether a token is "hands" behind a word or two that lead into them: in die Hand, into the enemy's hands, en su poder. */
    private static boolean isInto(Tokens tokens, int hands) {
        if (!tokens.endsInRole(hands, Role.HANDS) || tokens.is(hands, PhraseKind.PREPOSITION)) {
            return false; // fell sword in hand
        }
        boolean into = tokens.words(hands) > 1 && tokens.startsInRole(hands, Role.INTO);
        for (int i = hands - 1; i >= hands - MOST_BETWEEN && !into; i--) {
            into = tokens.endsInRole(i, Role.INTO);
        }
        return into;
    }
}
