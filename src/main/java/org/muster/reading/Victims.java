package org.muster.reading;

import org.muster.figure.Item;
import org.muster.figure.State;

/** Articles that stand for one: ein Toter, a woman was killed, shot dead a guard, three men and a boy, dont un blessé. */
final class Victims {

    /** How many words without meaning may stand in a row: an old woman, was later found. */
    private static final int MOST_OTHERS = 3;

    private static final int LONGEST_ABBREVIATION = 3;

    /** How far behind a list of people their state may stand: a man, a woman and two children were killed. */
    private static final int REACH = 14;

    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE);
    private static final Traits LED = STATES.and(PhraseKind.VERB);
    private static final Traits NOUNS = Traits.of(PhraseKind.ITEM, PhraseKind.PERSON);
    private static final Traits BEFORE_STATE =
            TokenType.OTHER_WORDS.and(TokenType.UNREADABLE, PhraseKind.AUX, PhraseKind.PASSIVE);
    private static final Traits ENDS = TokenType.MARKS.and(PhraseKind.AND, TokenType.NONE);
    private static final Traits STARTS =
            TokenType.NUMBERS.and(PhraseKind.NUMBER, PhraseKind.QUALIFIER, PhraseKind.ARTICLE);
    private static final Traits COUNTS = TokenType.NUMBERS.and(PhraseKind.NUMBER, PhraseKind.ARTICLE);
    private static final Traits LIST_JOINS = Traits.of(TokenType.COMMA, PhraseKind.AND);

    /** What a letter may be the name of. */
    private static final Traits BEFORE_LETTER = Traits.of(TokenType.NAME, PhraseKind.ITEM, PhraseKind.NUMBERED);

    /** What says who did it: von einer Frau, by a policeman. */
    private static final Traits BEFORE_OTHERS = Traits.of(PhraseKind.PREPOSITION, PhraseKind.BETWEEN, PhraseKind.OF);

    /** How many words a passive may have up to its state, and what ends it. */
    private static final int MOST_IN_PASSIVE = 7;

    private static final Traits PASSIVE_ENDS =
            TokenType.MARKS.and(TokenType.DIGITS).and(PhraseKind.NUMBER);

    /** How many tokens may stand between someone and the verb, and what ends them. */
    private static final int MOST_INSERTED = 12;

    private static final int MOST_BEHIND_PREPOSITION = 6;

    private static final Traits INSERTION_ENDS =
            Traits.of(TokenType.LINE, TokenType.COLON, PhraseKind.AND, TokenType.NONE);

    /** What ends the list or the sentence that a state is sought in. */
    private static final Traits SENTENCE_ENDS = Traits.of(TokenType.STOP, TokenType.LINE, TokenType.COLON);

    private static final Traits JOINS_OF_ONE = LIST_JOINS.and(PhraseKind.SUBSET);
    private static final Traits NOUNS_OF_ONE = TokenType.OTHER_WORDS.and(PhraseKind.PERSON);
    private static final Traits ENDS_OF_CLAUSE =
            TokenType.MARKS.and(TokenType.NONE, PhraseKind.PREPOSITION, PhraseKind.AND, PhraseKind.OR);

    private Victims() {}

    /**
     * Whether "one" before a noun without meaning stands in a list of counts or behind what is done to it (seven rifles,
     * one pistol; three stokers and one stewardess; the loss of one Spitfire), or suffers: one peacekeeper sustained.
     *
     * @param inList whether a number stands before it on its line
     */
    static boolean isCounted(Tokens tokens, int token, boolean inList) {
        if (!tokens.is(token + 1, NOUNS_OF_ONE)) {
            boolean alone = tokens.is(token - 1, LED) && tokens.is(token + 1, ENDS_OF_CLAUSE); // потерян один
            return alone || (inList && isLikeTheOneBefore(tokens, token));
        }
        boolean listed = inList && tokens.is(token - 1, JOINS_OF_ONE);
        boolean led = tokens.is(token - 1, LED);
        boolean heads = tokens.is(token + 2, LIST_JOINS)
                && tokens.is(token + 3, COUNTS)
                && !tokens.is(token + 3, PhraseKind.ARTICLE); // one serjeant and three Europeans
        boolean suffers = tokens.is(token + 2, PhraseKind.VERB)
                && tokens.phrase(token + 2).state().equals(CASUALTIES);
        return listed || led || heads || suffers;
    }

    /** Whether a preposition follows a number as it does the one before in the list: three in the fire and one in a fall. */
    private static boolean isLikeTheOneBefore(Tokens tokens, int one) {
        if (!tokens.is(one - 1, JOINS_OF_ONE) || !isBehindPreposition(tokens, one)) {
            return false;
        }
        for (int i = one - 2; one - i < REACH && !tokens.is(i, SENTENCE_ENDS); i--) {
            if (tokens.is(i, COUNTS)) {
                return isBehindPreposition(tokens, i);
            }
        }
        return false;
    }

    private static boolean isBehindPreposition(Tokens tokens, int number) {
        return tokens.is(number + 1, PhraseKind.PREPOSITION) && !tokens.is(number + 1, PhraseKind.OF);
    }

    /** Whether an article before a noun counts one in a state. */
    static boolean isOne(Tokens tokens, int article) {
        if (isLetter(tokens, article)) {
            return false;
        }
        boolean part = tokens.is(article - 1, PhraseKind.SUBSET);
        if (tokens.is(article + 1, STATES) && isNoun(tokens, article + 1)) {
            boolean cause = tokens.is(article - 1, PhraseKind.PREPOSITION) && tokens.is(article - 2, STATES);
            return !cause; // a prisoner, but sunk by a shot
        }
        if (part && isWithoutNoun(tokens, article + 1)) {
            return true;
        }
        if (tokens.is(article - 1, BEFORE_OTHERS) && !part && !tokens.is(article - 1, LED)) {
            return false;
        }
        boolean behind = tokens.is(article - 1, LIST_JOINS) || part;
        if (behind && tokens.is(article + 1, STATES) && isHurt(tokens, article + 1)) {
            return true; // und einem verletzten Soldaten, och en skadades
        }
        int noun = pastAdjectives(tokens, article + 1);
        if (!tokens.is(noun, NOUNS) && isAge(tokens, noun - 1)) {
            noun--; // ein 23-Jähriger starb
        } else if (!tokens.is(noun, NOUNS)) {
            return noun > article + 1
                    && (isSaidOfUnknown(tokens, pastAge(tokens, noun))
                            || isLastOfLed(tokens, article, noun)
                            || isObject(tokens, article, noun)
                            || (tokens.is(noun, PhraseKind.AND)
                                    && isNounAtEnd(tokens, article, noun)
                                    && isBeforePeople(tokens, noun)));
        }
        if (!arePeople(tokens, noun) && !isAge(tokens, noun)) {
            return tokens.is(noun + 1, STATES) && tokens.is(noun + 2, ENDS);
        }
        while (arePeople(tokens, noun + 1)) {
            noun++; // a police officer
        }
        if (tokens.is(noun + 1, PhraseKind.OF)
                && tokens.is(noun + 2, COUNTS)
                && !tokens.is(noun + 3, PhraseKind.ORDINAL)) {
            return false; // a family of five
        }
        int verb = tokens.is(article - 1, PhraseKind.PASSIVE) ? article - 2 : article - 1; // killed were a man
        boolean led = tokens.is(verb, LED) && isOfPeople(tokens, verb);
        if (led && tokens.is(verb - 1, PhraseKind.NOT)) {
            return false; // without losing a man
        }
        return led
                || part
                || isFirstOfLed(tokens, article, noun + 1)
                || isBehindPeople(tokens, article)
                || isBeforePeople(tokens, noun + 1)
                || isFollowedByState(tokens, pastAge(tokens, noun + 1))
                || isFollowedByState(tokens, pastInsertion(tokens, noun + 1));
    }

    /** Whether an article is a letter that names something: Side A, Battery A. */
    private static boolean isLetter(Tokens tokens, int article) {
        return tokens.length(article) == 1
                && Characters.isCapital(tokens.first(article))
                && tokens.is(article - 1, BEFORE_LETTER);
    }

    /**
     * Whether someone without an article is said to be hurt (погибла женщина, убит милиционер, подросток ранен), or is one
     * of those who are counted: в том числе подросток, двое мужчин и женщина. Somebody with a name is not counted.
     */
    static boolean isAlone(Tokens tokens, int noun) {
        int before = noun - 1;
        while (noun - before < MOST_OTHERS && tokens.is(before, TokenType.WORD) && !tokens.isCommon(before)) {
            before--;
        }
        if (tokens.isCommon(before) && tokens.is(before - 1, PhraseKind.AND)) {
            before--; // двое детей и их бабушка
        }
        if (tokens.is(noun + 1, TokenType.NAME) || tokens.is(noun - 1, COUNTS)) {
            return false;
        }
        boolean hurt = tokens.is(before, LED) && isHurt(tokens, before);
        boolean part = tokens.is(before, PhraseKind.SUBSET);
        boolean listed = tokens.is(before, PhraseKind.AND) && arePeople(tokens, before - 1);
        int verb = tokens.is(noun + 1, PhraseKind.AUX) ? noun + 2 : noun + 1;
        boolean suffers = tokens.is(verb, PhraseKind.STATE) && isHurt(tokens, verb) && !tokens.is(verb + 1, STARTS);
        return hurt || part || listed || suffers;
    }

    /** Whether someone unnamed is the last of people to whom a verb says what was done: the deaths of two marines and a corpsman. */
    private static boolean isLastOfLed(Tokens tokens, int article, int next) {
        if (!tokens.is(article - 1, PhraseKind.AND)
                || !(arePeople(tokens, article - 2) || tokens.is(article - 3, COUNTS))
                || !tokens.is(next, ENDS_OF_CLAUSE)
                || tokens.is(next, PhraseKind.OF)) {
            return false;
        }
        int verb = article - 3;
        while (article - verb < MOST_INSERTED && !tokens.is(verb, LED) && !tokens.is(verb, SENTENCE_ENDS)) {
            verb--;
        }
        boolean active = tokens.is(verb, PhraseKind.VERB) || (tokens.is(verb + 1, COUNTS) && isHurt(tokens, verb));
        return active && isOfPeople(tokens, verb);
    }

    /** Whether someone unnamed is the object of a verb of killing: shot dead a tribal leader in, injured a pedlar. */
    private static boolean isObject(Tokens tokens, int article, int next) {
        boolean ends = tokens.is(next, ENDS_OF_CLAUSE) && !tokens.is(next, PhraseKind.OF);
        return ends && tokens.is(article - 1, LED) && isHurt(tokens, article - 1);
    }

    /** Whether someone is the first of people whom a verb cost: cost the besiegers a colonel, nine captains and 310 men. */
    private static boolean isFirstOfLed(Tokens tokens, int article, int join) {
        if (!tokens.is(join, LIST_JOINS) || !tokens.is(join + 1, COUNTS) || !arePeople(tokens, join + 2)) {
            return false;
        }
        int verb = article - 1;
        while (article - verb <= MOST_OTHERS && tokens.is(verb, NOUNS_OF_ONE)) {
            verb--;
        }
        return tokens.is(verb, PhraseKind.VERB) && isOfPeople(tokens, verb);
    }

    /** Whether an age stands for someone: a 12-year-old, ein 23-Jähriger, en 20-åring. */
    private static boolean isAge(Tokens tokens, int token) {
        boolean unit = tokens.is(token, PhraseKind.UNIT) && tokens.isGlued(token - 1, token);
        return unit
                || (tokens.is(token, TokenType.UNREADABLE)
                        && Character.isLetter(tokens.chars()[tokens.end(token) - 1]));
    }

    /** Past what is said of someone before the verb: a soldier of the 5th Rifles was; un soldat, âgé de 24 ans, a été. */
    private static int pastInsertion(Tokens tokens, int from) {
        if (!tokens.is(from, TokenType.COMMA) && !tokens.is(from, BEFORE_OTHERS)) {
            return from;
        }
        int commas = 0;
        for (int i = from; i < from + MOST_INSERTED && !tokens.is(i, INSERTION_ENDS); i++) {
            commas += tokens.is(i, TokenType.COMMA) ? 1 : 0;
            boolean near = commas > 1 || i < from + MOST_BEHIND_PREPOSITION;
            if (near && commas != 1 && tokens.is(i, PhraseKind.PASSIVE)) {
                return i;
            }
            boolean name = tokens.is(i + 1, PhraseKind.ORDINAL) || tokens.is(i + 1, TokenType.STOP);
            if (commas == 0 && tokens.is(i, COUNTS) && !name) {
                return from;
            }
        }
        return from;
    }

    /** Past words that describe someone: an off-duty policeman, a nine-year-old girl, ein 34-jähriger Mann. */
    private static int pastAdjectives(Tokens tokens, int from) {
        int i = from;
        for (int k = 0; k < MOST_OTHERS; k++) {
            if (tokens.length(i) <= LONGEST_ABBREVIATION && Characters.isCapital(tokens.first(i))) {
                boolean dotted = tokens.is(i + 1, TokenType.STOP) && tokens.isGlued(i, i + 1);
                if (dotted || tokens.isForeign(i)) {
                    i += dotted ? 2 : 1; // a U.S. soldier, a UN soldier
                    continue;
                }
            }
            if (tokens.is(i, PhraseKind.UNIT) && tokens.is(i + 1, NOUNS)) {
                i++; // a night watchman
                continue;
            }
            int number = tokens.is(i, TokenType.DIGITS) || tokens.is(i, PhraseKind.NUMBER) ? i + 1 : i;
            int unit = number > i && tokens.is(number, TokenType.DASH) ? number + 1 : number;
            if (number > i && tokens.is(unit, PhraseKind.UNIT)) {
                i = unit + 1;
            } else if (tokens.is(i, TokenType.OTHER_WORDS) || tokens.is(i, TokenType.UNREADABLE)) {
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    /** Whether a word for a state is a noun here: ein Toter; einen Toten gab es; a prisoner. */
    private static boolean isNoun(Tokens tokens, int word) {
        boolean capital = Characters.isCapital(tokens.first(word))
                && !Characters.isCapital(tokens.chars()[tokens.start(word) + 1]);
        return tokens.is(word + 1, ENDS)
                || (capital && (tokens.is(word + 1, TokenType.WORD) || tokens.is(word + 1, PhraseKind.AUX)));
    }

    /** Whether nothing but how badly follows an article: dont un grièvement, davon einer schwer. */
    private static boolean isWithoutNoun(Tokens tokens, int word) {
        int end = tokens.is(word, TokenType.WORD) || tokens.is(word, PhraseKind.SUBSET) ? word + 1 : word;
        return tokens.is(end, ENDS) || (end == word && tokens.is(word, STATES) && isOfPeople(tokens, word));
    }

    /** Whether words before "and" end in a noun: a tribal elder and, but not ein Dorf überfallen und. */
    private static boolean isNounAtEnd(Tokens tokens, int article, int and) {
        return and == article + 2 || !tokens.is(article + 1, TokenType.NAME) || tokens.is(and - 1, TokenType.NAME);
    }

    private static boolean arePeople(Tokens tokens, int token) {
        if (tokens.is(token, PhraseKind.PERSON)) {
            return true;
        }
        return tokens.is(token, PhraseKind.ITEM) && tokens.phrase(token).item().is(Item::isPeople);
    }

    /** Whether people stand before in a list: 39 pupils and a teacher; two men, a woman. */
    private static boolean isBehindPeople(Tokens tokens, int article) {
        int before = tokens.is(article - 2, TokenType.COMMA) ? article - 3 : article - 2;
        if (tokens.is(before, TokenType.DIGITS) && tokens.reason(before) == Reason.MEASUREMENT) {
            return tokens.is(article - 1, PhraseKind.AND); // two men, aged 23 and 41, and a woman
        }
        return tokens.is(article - 1, LIST_JOINS)
                && (arePeople(tokens, before)
                        || tokens.is(before, PhraseKind.NUMBER)
                        || tokens.is(before - 1, PhraseKind.NUMBER))
                && (tokens.is(article - 1, PhraseKind.AND) || hasState(tokens, article));
    }

    /** Whether people follow in a list: a policeman and two civilians, a woman and her two children. */
    private static boolean isBeforePeople(Tokens tokens, int join) {
        if (tokens.is(join, TokenType.COMMA)
                && tokens.isRole(join + 1, Role.DETERMINER)
                && arePeople(tokens, join + 2)) {
            return hasState(tokens, join); // a man, his wife and their two daughters were killed
        }
        int number = tokens.is(join + 1, TokenType.WORD) ? join + 2 : join + 1;
        if (!tokens.is(join, LIST_JOINS) || !tokens.is(number, COUNTS)) {
            return false;
        }
        boolean people = !tokens.is(number, PhraseKind.ARTICLE) && arePeople(tokens, number + 1);
        return (people && tokens.is(join, PhraseKind.AND)) || hasState(tokens, join);
    }

    /** Whether a state of people stands in the rest of the sentence, said of all before it. */
    private static boolean hasState(Tokens tokens, int from) {
        for (int i = from; i < from + REACH && !tokens.is(i, SENTENCE_ENDS); i++) {
            if (tokens.is(i, STATES) && isOfPeople(tokens, i)) {
                return !tokens.is(i + 1, STARTS);
            }
        }
        return false;
    }

    /** Past the age of someone, if it is said: un soldat âgé de 23 ans, a man (aged 45), a nurse, 34,. */
    private static int pastAge(Tokens tokens, int from) {
        int open = tokens.is(from, TokenType.OPEN) || tokens.is(from, TokenType.COMMA) ? from + 1 : from;
        boolean word = tokens.is(open, PhraseKind.LABEL)
                || tokens.is(open, TokenType.WORD)
                || tokens.is(open, BEFORE_OTHERS); // a boy of 12
        int number = word ? open + 1 : open;
        if (!tokens.is(number, TokenType.NUMBERS) && !tokens.is(number, PhraseKind.NUMBER)) {
            return from;
        }
        int end = tokens.is(number + 1, PhraseKind.UNIT) ? number + 2 : number + 1;
        return open > from && tokens.is(end, TokenType.MARKS) ? end + 1 : end;
    }

    private static boolean isFollowedByState(Tokens tokens, int from) {
        if (tokens.is(from, TokenType.COMMA) && tokens.is(from + 1, STATES) && isHurt(tokens, from + 1)) {
            return true; // a seventh victim, a woman, died
        }
        if (tokens.is(from, PhraseKind.AUX) && tokens.is(from + 1, PhraseKind.AMONG)) {
            return hasState(tokens, from); // a girl was among the six killed
        }
        if (tokens.is(from, PhraseKind.AND) && tokens.is(from + 1, TokenType.WORD) && hasState(tokens, from)) {
            return true; // a boy and his sister of four were killed
        }
        int i = from;
        int most = MOST_OTHERS;
        if (tokens.is(from, PhraseKind.AND) && tokens.is(from + 1, TokenType.OTHER_WORDS)) {
            i++; // a woman and her small son died
            most += 2;
        }
        while (i - from < most && (tokens.is(i, BEFORE_STATE) || (most > MOST_OTHERS && arePeople(tokens, i)))) {
            i++;
        }
        boolean said = tokens.is(i, STATES) && isOfPeople(tokens, i) && !tokens.is(i + 1, STARTS);
        return said || isSaidOfUnknown(tokens, from);
    }

    /** Whether a passive says of a noun without meaning what is only said of people: a stoker was killed. */
    private static boolean isSaidOfUnknown(Tokens tokens, int from) {
        int verb = tokens.is(from, PhraseKind.AUX) && !tokens.is(from, PhraseKind.PASSIVE) ? from + 1 : from; // who was
        return tokens.is(verb, PhraseKind.PASSIVE) && isHurt(tokens, stateOfPassive(tokens, verb));
    }

    /** The state behind a passive, past adverbs and who did it: wurde von einem Soldaten schwer verletzt. Else -1. */
    private static int stateOfPassive(Tokens tokens, int verb) {
        for (int i = verb + 1; i < verb + MOST_IN_PASSIVE && !tokens.is(i, PASSIVE_ENDS); i++) {
            if (tokens.is(i, STATES)) {
                return tokens.is(i + 1, STARTS) ? -1 : i;
            }
        }
        return -1;
    }

    private static boolean isHurt(Tokens tokens, int state) {
        Mention<State> said = tokens.phrase(state).state();
        return said.equals(KILLED) || said.equals(WOUNDED) || said.equals(DEATHS);
    }

    private static final Mention<State> CASUALTIES = Mention.ofState("casualties");
    private static final Mention<State> KILLED = Mention.ofState("killed");
    private static final Mention<State> WOUNDED = Mention.ofState("wounded");
    private static final Mention<State> DEATHS = Mention.ofState("deaths");

    private static boolean isOfPeople(Tokens tokens, int token) {
        return !tokens.phrase(token).state().is(State::isOfThingsAlone);
    }
}
