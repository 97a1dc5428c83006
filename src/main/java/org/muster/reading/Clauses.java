package org.muster.reading;

import org.muster.figure.Item;
import org.muster.figure.State;

/** Where clauses and numbers begin and end: what of a sentence is said of a number, and what of something else. */
final class Clauses {

    /** What follows a word that begins a clause if that is about what is counted: soldiers that were killed. */
    private static final Traits ABOUT_COUNTED = MeasureWords.STATES.and(PhraseKind.AUX);

    private static final Traits TIMES =
            Traits.of(PhraseKind.UNIT, PhraseKind.WEEKDAY, PhraseKind.MONTH, PhraseKind.YEAR);
    /** What shows the number before it to be no count, or a part: lost 30 June, lost 12 km away, killed 12 of them officers. */
    private static final Traits NO_COUNTS =
            TIMES.and(PhraseKind.CALIBRE, PhraseKind.PERCENT, PhraseKind.ORDINAL, PhraseKind.SUBSET);

    private static final Traits ENDS_OF_OBJECT = ABOUT_COUNTED
            .and(PhraseKind.AND)
            .and(TokenType.MARKS)
            .and(TokenType.DIGITS)
            .and(TokenType.NONE);

    /** What may follow a participle at the end of its clause. */
    private static final Traits ENDS_OF_CLAUSE = TokenType.MARKS.and(PhraseKind.AND, PhraseKind.AUX, TokenType.NONE);

    private static final Traits WORDS =
            TokenType.OTHER_WORDS.and(PhraseKind.ARTICLE, PhraseKind.SUBSET, PhraseKind.DEGREE);
    /** What may stand between a verb and its number: lost only five, killed all five. */
    private static final Traits BEFORE_NUMBER = Traits.of(TokenType.WORD, PhraseKind.WORDS, PhraseKind.SUBSET);

    private static final Traits FIGURE_STARTS =
            TokenType.NUMBERS.and(PhraseKind.NUMBER, PhraseKind.QUALIFIER, PhraseKind.BETWEEN);
    private static final Traits BEFORE_NUMBERS = Traits.of(PhraseKind.QUALIFIER, PhraseKind.BETWEEN);
    private static final Traits NUMBER_STARTS = FIGURE_STARTS.and(PhraseKind.ARTICLE, PhraseKind.SCALE);
    private static final Mention<State> CASUALTIES = Mention.ofState("casualties");
    private static final Mention<State> KILLED = Mention.ofState("killed");
    private static final Mention<State> WOUNDED = Mention.ofState("wounded");

    /** The most words of a verb that has an object: shot down. */
    private static final int MOST_IN_VERB = 2;

    /** How far behind a verb the end of its object is looked for. */
    private static final int LONGEST_OBJECT = 16;

    /** The most qualifiers before a number. */
    private static final int MOST_QUALIFIERS = 4;

    /** The longest preposition that leads to a sort of losses: in, an, en. */
    private static final int LONGEST_SORT = 2;

    private final Tokens tokens;

    Clauses(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether a verb with its own number follows: shot down twelve and lost only five. */
    boolean startsClause(int token) {
        return tokens.is(token, MeasureWords.STATES)
                && (startsNumber(token + 1)
                        || tokens.isRole(token + 1, Role.DETERMINER) // and kidnapped a shopkeeper
                        || (tokens.is(token + 1, BEFORE_NUMBER) && startsNumber(token + 2)));
    }

    /** Whether a state is a verb that a number follows, so that it is said of that number: starben 27. */
    boolean isVerbOfNext(int token) {
        int number = token + 1;
        if (tokens.is(number, MeasureWords.JOINS) && tokens.is(number + 1, MeasureWords.STATES)) {
            number += 2; // av 620 man stupade eller sårades 290
        }
        return tokens.is(token, PhraseKind.VERB)
                && tokens.is(token, MeasureWords.STATES)
                && !tokens.is(token - 1, PhraseKind.PASSIVE)
                && startsNumber(number)
                && !tokens.is(number, PhraseKind.JOINED);
    }

    /** Whether a clause about something else begins, and not one about what is counted: soldiers that were killed. */
    boolean startsOtherClause(int token) {
        return tokens.isRole(token, Role.CLAUSE) && !tokens.is(token + 1, ABOUT_COUNTED);
    }

    /** Whether a state is what the counted did to something else; a time is no object: killed the next day. */
    boolean hasObject(int token) {
        if (!tokens.is(token, PhraseKind.STATE)
                || tokens.words(token) > MOST_IN_VERB // fell into the hands of
                || tokens.is(token - 1, PhraseKind.PASSIVE)
                || !isDoneToOthers(tokens.phrase(token).state())) {
            return false;
        }
        int object = token + 1;
        while (tokens.is(object, MeasureWords.JOINS) && tokens.is(object + 1, MeasureWords.STATES)) {
            object += 2; // killed or captured the rebels
        }
        return tokens.isRole(object, Role.DETERMINER) && !tokens.is(object + 1, TIMES) && !tokens.is(object + 2, TIMES);
    }

    /** Whether a state right behind a noun is what those did to others, who are counted behind it and in no state there. */
    boolean hasNumberForObject(int token) {
        if (!tokens.is(token, PhraseKind.STATE)
                || !startsNumber(token + 1)
                || !tokens.is(token - 1, PhraseKind.ITEM)
                || tokens.words(token) > MOST_IN_VERB
                || !isDoneToOthers(tokens.phrase(token).state())
                || tokens.is(token + 1, TokenType.YEAR)) {
            return false;
        }
        Amount others = Amount.at(tokens, tokens.is(token + 1, BEFORE_NUMBERS) ? token + 2 : token + 1, false);
        if (!others.exists() || tokens.is(others.next(), NO_COUNTS)) {
            return false;
        }
        Mention<State> done = tokens.phrase(token).state();
        int end = others.next();
        while (end - token < LONGEST_OBJECT && !tokens.is(end, ENDS_OF_OBJECT)) {
            Mention<Item> item = tokens.phrase(end).item();
            boolean people = done.is(State::isOfThingsAlone) && item.is(Item::isPeople);
            if (people || !MeasureCompletion.goesWith(item, done)) {
                return false; // 3 ships sunk 300 men, 40 men killed 3 tanks
            }
            end++;
        }
        return !tokens.is(end, ABOUT_COUNTED); // 12 men killed 40 wounded
    }

    private static boolean isDoneToOthers(Mention<State> state) {
        boolean ofThings = state.is(State::isOfThings) && !state.is(State::isStrength);
        return ofThings || state.equals(KILLED) || state.equals(WOUNDED);
    }

    /** Whether a state ends its clause, as a participle does far behind its verb: wurden bei dem Angriff auf das Dorf getötet. */
    boolean isAtEndOfClause(int token) {
        return tokens.is(token, PhraseKind.STATE) && tokens.is(token + 1, ENDS_OF_CLAUSE);
    }

    /** Whether a verb has wounds for its object, and no number: sustained shrapnel wounds. */
    boolean isSuffered(int verb) {
        int wounds = verb + 1;
        while (wounds - verb <= MeasureWords.MOST_OTHERS && tokens.is(wounds, WORDS)) {
            wounds++;
        }
        return tokens.phrase(verb).state().equals(CASUALTIES)
                && tokens.is(wounds, PhraseKind.STATE)
                && tokens.phrase(wounds).state().equals(WOUNDED);
    }

    /** Whether an article stands between a number and a noun, which is then another: of 812 the regiment lost 14. */
    boolean hasArticle(int next, int noun) {
        boolean found = false;
        for (int i = next; i < noun && !found; i++) {
            found = tokens.isCommon(i) || tokens.isRole(i, Role.DETERMINER) || tokens.is(i, PhraseKind.AUX);
        }
        return found;
    }

    /** Whether a preposition says how people were lost: büßte 4.000 Mann an Gefangenen ein. */
    boolean isSort(int token) {
        return tokens.is(token, PhraseKind.PREPOSITION) && tokens.length(token) <= LONGEST_SORT;
    }

    /** Returns whether a token is "of whom" or "of which", which may also follow its figure. */
    boolean isOfWhom(int token) {
        return tokens.is(token, PhraseKind.SUBSET) && tokens.is(token, PhraseKind.PREPOSITION);
    }

    /** Returns whether "total" refers to the figure after it: totaling 286,000; 15 cannon. Total: 28,000. */
    boolean isOfNext(int total, int afterNumber) {
        return startsFigure(total + 1) || (total > afterNumber && tokens.is(total + 1, TokenType.COLON));
    }

    /** The token behind the number of a figure that begins at a token, past the qualifiers before it; -1 if there is none. */
    int afterNumber(int start) {
        int number = start;
        while (number - start < MOST_QUALIFIERS && tokens.is(number, BEFORE_NUMBERS)) {
            number++;
        }
        return Amount.at(tokens, number, false).next();
    }

    /** Whether a figure begins at a token, with its number at once or behind a qualifier. */
    boolean startsNumber(int token) {
        boolean before = tokens.is(token, BEFORE_NUMBERS) && !tokens.is(token, PhraseKind.NUMBER);
        return startsFigure(token) && (!before || tokens.is(token + 1, NUMBER_STARTS)); // over 300, but over that time
    }

    /** Whether what a figure begins with stands at a token: a number, a qualifier, between. */
    boolean startsFigure(int token) {
        return tokens.is(token, FIGURE_STARTS);
    }

    /** Whether a word for a state describes the people behind it, whose state is another: 12 disarmed militiamen. */
    boolean isAttribute(int word) {
        int noun = word + 1;
        while (noun - word <= MeasureWords.MOST_AMONG && tokens.is(noun, TokenType.OTHER_WORDS)) {
            noun++;
        }
        return tokens.is(word, PhraseKind.STATE)
                && !tokens.is(word, PhraseKind.VERB) // found the bodies of
                && tokens.is(noun, PhraseKind.ITEM)
                && tokens.phrase(noun).item().is(Item::isPeople);
    }

    /** The word for a state that "among" leads to, past one word: among the dead. Else -1. */
    int groupAmong(int among) {
        int noun = tokens.is(among + 1, TokenType.WORD) ? among + 2 : among + 1;
        return tokens.is(noun, MeasureWords.STATES) && !tokens.is(noun + 1, PhraseKind.ITEM) ? noun : -1;
    }

    /** The item that "among" leads to, past a word or two: casualties among the local civilians. Else -1. */
    int itemAmong(int among) {
        int noun = among + 1;
        while (noun - among <= MeasureWords.MOST_AMONG && tokens.is(noun, TokenType.WORD)) {
            noun++;
        }
        return tokens.is(noun, PhraseKind.ITEM) ? noun : -1;
    }

    /** Whether an article stands for one in a state: and a woman was hurt. */
    boolean isVictim(int token) {
        return tokens.is(token, PhraseKind.ARTICLE) && Victims.isOne(tokens, token);
    }

    /** The closing bracket, or the last token before another. */
    int pastBracket(int open, int to) {
        int close = open;
        while (close < to - 1 && !tokens.is(close, TokenType.CLOSE)) {
            close++;
        }
        return close;
    }
}
