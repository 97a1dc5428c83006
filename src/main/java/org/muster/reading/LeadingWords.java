package org.muster.reading;

import org.muster.figure.Item;
import org.muster.figure.State;

/** What the words before a number, in its clause, say of the state of what it counts: killed 30, the death toll rose to 300. */
final class LeadingWords {

    /** How far before a number the word for its state may stand. */
    private static final int REACH_BEFORE = 16;
    /** How many words may stand between a state and the comma before its number. */
    private static final int MOST_INSERTED = 5;

    /** What ends the words before a number that are about it. */
    private static final Traits CLAUSE_ENDS = Traits.of(
            TokenType.COMMA,
            TokenType.STOP,
            TokenType.LINE,
            TokenType.COLON,
            TokenType.OPEN,
            TokenType.SLASH,
            TokenType.DASH,
            PhraseKind.SUBSET);

    /** The longest insertion between a label and its verb: the number of wounded, according to the ministry, stood at 341. */
    private static final int LONGEST_INSERTION = 12;

    private static final Traits ENDS_OF_INSERTION =
            TokenType.DIGITS.and(TokenType.STOP, TokenType.LINE, TokenType.COLON, TokenType.COMMA);

    /** What may stand between a label and its number: our losses of that week — 93. */
    private static final Traits COLONS = Traits.of(TokenType.COLON, TokenType.DASH);

    /** What an object that has no number ends in: her captain, the mayor. */
    private static final Traits OBJECTS = TokenType.OTHER_WORDS.and(PhraseKind.ITEM, PhraseKind.PERSON);

    private static final int MOST_IN_NAME = 3;

    private static final Traits VERBS = Traits.of(PhraseKind.AUX, PhraseKind.VERB, PhraseKind.CHANGE);

    private static final Mention<State> STRENGTH = Mention.ofState("strength");
    private static final Mention<State> ENGAGED = Mention.ofState("strength_engaged");
    private static final Mention<State> DEATHS = Mention.ofState("deaths");
    private static final Mention<State> LOST = Mention.ofState("lost");
    private static final Mention<State> CASUALTIES = Mention.ofState("casualties");

    private static final Traits NOUNS = Traits.of(PhraseKind.ITEM, PhraseKind.MEASURE);

    private final Tokens tokens;
    /** Where what is read is put. */
    private final MeasureWords words;

    private final Clauses clauses;
    /** Whether what was read last before a number is a verb. */
    boolean isVerb;

    LeadingWords(Tokens tokens, MeasureWords words) {
        this.tokens = tokens;
        this.words = words;
        clauses = new Clauses(tokens);
    }

    /** The state, more than lost, in which a word right before a number says that it counts something: killed 30. */
    Mention<State> stateRightBefore(int start, int lowest) {
        if (start <= lowest) {
            return Mention.open();
        }
        int at = tokens.is(start - 1, PhraseKind.WORDS) ? start - 2 : start - 1; // killed all five
        boolean joined = tokens.is(start, PhraseKind.JOINED); // 22 men, including nine officers, died and more than 40
        boolean place = tokens.is(at, TokenType.OTHER_WORDS)
                && tokens.is(at - 1, PhraseKind.PREPOSITION)
                && tokens.is(at - 2, MeasureWords.LEADING)
                && tokens.phrase(at - 2).state().equals(DEATHS);
        if (place) {
            at -= 2; // starben im Lager 2.140 Gefangene
        }
        if (at < lowest || joined || !tokens.is(at, MeasureWords.LEADING)) {
            return joined ? Mention.open() : stateAmong(start, lowest);
        }
        Mention<State> state = tokens.phrase(at).state();
        boolean general = state.equals(LOST) || state.equals(CASUALTIES) || state.equals(STRENGTH);
        return general ? Mention.open() : state;
    }

    /** The state of those among whom a number is counted: among the dead were 12. Else open. */
    private Mention<State> stateAmong(int start, int lowest) {
        int at = start - 2;
        int among = tokens.isCommon(at - 1) ? at - 2 : at - 1;
        boolean said = among >= lowest
                && tokens.is(start - 1, PhraseKind.AUX)
                && tokens.is(at, MeasureWords.STATES)
                && tokens.is(among, PhraseKind.AMONG);
        return said ? tokens.phrase(at).state() : Mention.open();
    }

    /**
     * Reads the words before a number that say in which state it counts something, down to a token: total casualties 684,
     * the death toll rose to 300, lost in killed and wounded 800.
     *
     * @return whether there are such; else the measure read last stays
     */
    boolean readBefore(int start, int lowest) {
        int at = isOfPlaces(start) ? -1 : leadingBefore(start, lowest);
        if (at < 0) {
            return false;
        }
        if (isNounOfEvent(at)) {
            int toll = leadingBefore(at, lowest); // the death toll of the ferry sinking climbed past 90
            at = toll < 0 || tokens.is(toll, PhraseKind.VERB) ? at : toll;
        }
        if (tokens.phrase(at).state().equals(STRENGTH)) {
            int loss = leadingBefore(at, lowest); // the killed numbered 300
            at = loss < 0 || tokens.phrase(loss).state().equals(STRENGTH) ? at : loss;
        }
        if (tokens.phrase(at).state().equals(LOST)) {
            int sorts = leadingBefore(at, lowest); // in killed, wounded and missing the brigade lost 741
            at = sorts > lowest && tokens.is(firstOfChain(sorts, lowest) - 1, PhraseKind.PREPOSITION) ? sorts : at;
        }
        isVerb = tokens.is(at, PhraseKind.VERB);
        int first = firstOfChain(at, lowest);
        words.item = tokens.phrase(first).item();
        words.state = tokens.phrase(first).state();
        int last = words.readChain(first, MeasureWords.LEADING);
        for (int k = first; k <= last; k++) {
            tokens.setReason(k, Reason.LABEL);
        }
        int noun = tokens.is(first - 1, TokenType.WORD) ? first - 2 : first - 1;
        if (words.item.isOpen() && tokens.is(noun, NOUNS) && noun >= lowest) {
            Mention<Item> before = tokens.phrase(noun).item();
            boolean subject = MeasureWords.areForces(before) && at == start - 1; // police arrested 30
            boolean label = last < start - 1 || isImpersonal(last); // the tanks destroyed numbered 14
            words.item = (before.is(Item::isPeople) && !subject) || label ? before : words.item; // civilian casualties
        }
        if (words.item.isOpen() && last + 1 < start && tokens.is(last + 1, PhraseKind.ITEM)) {
            words.item = tokens.phrase(last + 1).item(); // captured guns 60
        }
        return true;
    }

    /** Whether a number counts places or events that no item names, so that it is not what a word before is about: held at the three camps. */
    boolean isOfPlaces(int start) {
        return tokens.is(start - 2, PhraseKind.PREPOSITION)
                && tokens.isRole(start - 1, Role.DETERMINER)
                && !tokens.is(start - 2, PhraseKind.OF)
                && words.item.isOpen()
                && words.state.isOpen()
                && isWord(words.end);
    }

    /** Whether a word for what was done to things is part of a noun: the ferry sinking. */
    private boolean isNounOfEvent(int at) {
        return tokens.is(at, PhraseKind.VERB)
                && tokens.is(at - 1, PhraseKind.ITEM)
                && tokens.phrase(at).state().is(State::isOfThingsAlone);
    }

    /** Whether a participle is a Russian one that has no subject: танков подбито 14. */
    private boolean isImpersonal(int state) {
        return tokens.chars()[tokens.end(state) - 1] == 'о';
    }

    /** The state that a verb, or a word for losses, in the clause before a number leads to: lost 4,000 men, 30 guns. */
    Mention<State> stateBefore(int start, int lowest) {
        int at = leadingBefore(start, lowest);
        if (at < 0) {
            return Mention.open();
        }
        Mention<State> state = tokens.phrase(at).state();
        int after = at + 1;
        while (after < start && tokens.is(after, PhraseKind.AUX)) {
            after++; // eingebracht wurden
        }
        boolean verb = tokens.is(at, PhraseKind.VERB) || after == start;
        return state.equals(LOST) || (verb && !state.is(State::isStrength)) ? state : Mention.open();
    }

    /** The word for a state in the clause before a number, or -1. */
    private int leadingBefore(int start, int lowest) {
        if (start <= lowest || !tokens.has(MeasureWords.LEADING)) {
            return -1;
        }
        if (tokens.isRole(start - 1, Role.ASIDE)) {
            boolean fate = tokens.is(start - 2, TokenType.COMMA)
                    && tokens.is(start - 3, MeasureWords.STATES)
                    && start - 3 >= lowest;
            boolean company = start - 2 >= lowest && tokens.is(start - 2, PhraseKind.STATE) && isCompany(start);
            return fate ? start - 3 : company ? start - 2 : -1; // he fell, with 14 of his men
        }
        int least = Math.max(lowest, start - REACH_BEFORE);
        int at = start - 1;
        if (tokens.is(at, PhraseKind.PREPOSITION) && tokens.is(at - 1, TokenType.DASH) && at - 1 > lowest) {
            at -= 2; // количество пленных — в 4 тыс.
        } else if (tokens.is(at, COLONS) && at > lowest) {
            at--;
        } else if (tokens.is(at, TokenType.COMMA)) {
            at = beforeComma(at, least);
        } else if (tokens.is(at, TokenType.OPEN) && leads(at - 1)) {
            at--; // the number of dead (297)
        }
        boolean inserted = false;
        while (at >= least && (!leads(at) || isAttribute(at, start))) {
            int insertion = tokens.is(at, TokenType.COMMA) && !inserted ? insertionBefore(at, least) : -1;
            if (insertion > 0) {
                at = insertion - 1;
                inserted = true;
                continue;
            }
            if (tokens.is(at, PhraseKind.SUBSET) && at - 1 >= lowest && leads(at - 1)) {
                at--; // the dead included seven women
                continue;
            }
            boolean join = tokens.is(at, MeasureWords.JOINS)
                    && !(tokens.is(at - 1, TokenType.NAME) && tokens.is(at + 1, TokenType.NAME))
                    && !tokens.is(at - 1, TokenType.YEAR);
            boolean number = tokens.is(at, TokenType.DIGITS) && tokens.reason(at) == Reason.UNREADABLE;
            boolean ends = tokens.is(at, CLAUSE_ENDS)
                    && !(tokens.is(at, PhraseKind.SUBSET) && leads(at - 1)); // the captured included 3 generals
            if (join && verbOfObject(at) >= least) {
                return verbOfObject(at); // lost her captain and 33 men
            }
            if (ends || join || number) {
                return -1;
            }
            at = tokens.is(at, TokenType.CLOSE) ? openingOf(at, least) - 1 : at - 1;
        }
        boolean said = inserted && tokens.is(at - 1, PhraseKind.AUX); // nobody was killed, police said, and
        return at < least || said ? -1 : at;
    }

    /** Whether a number counts some who were with somebody: was taken with 60 of his men, and with 300 others. */
    private boolean isCompany(int start) {
        int next = clauses.afterNumber(start);
        return tokens.is(next, PhraseKind.MORE)
                || (tokens.is(next, PhraseKind.OF)
                        && (tokens.endsInRole(next, Role.DETERMINER) || tokens.isRole(next + 1, Role.DETERMINER)));
    }

    /** The comma before an insertion that another comma ends, and that contains no number; else -1. */
    private int insertionBefore(int comma, int least) {
        int i = comma - 1;
        while (i >= least && comma - i <= LONGEST_INSERTION && !tokens.is(i, ENDS_OF_INSERTION)) {
            i--;
        }
        return i > least && i < comma - 1 && tokens.is(i, TokenType.COMMA) ? i : -1;
    }

    /** Whether a token says in which state what follows it is; what is in battle is not counted behind it. */
    private boolean leads(int token) {
        return tokens.is(token, PhraseKind.VERB)
                || (tokens.is(token, MeasureWords.STATES)
                        && !tokens.is(token, PhraseKind.PREPOSITION) // reduced by scurvy
                        && !tokens.phrase(token).state().equals(ENGAGED));
    }

    /** The verb before a name, or before an object in one word, or one with an adjective, that "and" goes on with; else -1. */
    private int verbOfObject(int and) {
        int name = and;
        while (and - name < MOST_IN_NAME && tokens.is(name - 1, TokenType.NAME)) {
            name--;
        }
        if (name < and && tokens.is(name - 1, PhraseKind.VERB) && tokens.is(name - 1, MeasureWords.LEADING)) {
            return name - 1; // killing Aung Win and 16 others
        }
        int object = tokens.isRole(and - 3, Role.DETERMINER) ? and - 3 : and - 2;
        boolean named = tokens.isRole(object, Role.DETERMINER) && tokens.is(and - 1, OBJECTS);
        return named && tokens.is(object - 1, MeasureWords.LEADING) ? object - 1 : -1;
    }

    /** Whether a state is part of the name of something that is not counted: the wounded general led 300 men. */
    private boolean isAttribute(int token, int start) {
        int noun = token + 1;
        if (tokens.is(noun, PhraseKind.ITEM)
                && tokens.is(noun + 1, PhraseKind.AUX)
                && !tokens.is(noun + 1, PhraseKind.PASSIVE)
                && !tokens.is(token - 1, PhraseKind.OF) // die Zahl der vernichteten Panzer beträgt
                && tokens.isRole(token - 1, Role.DETERMINER)) {
            return true; // the captured ship had 112 men aboard
        }
        return (tokens.is(noun, PhraseKind.ITEM) || isWord(noun))
                && noun + 1 < start
                && isWord(noun + 1)
                && tokens.isRole(token - 1, Role.DETERMINER)
                && !tokens.phrase(token).state().equals(CASUALTIES) // the casualty list issued tonight
                && !tokens.has(noun, start, VERBS);
    }

    private boolean isWord(int token) {
        return tokens.is(token, TokenType.OTHER_WORDS) && !tokens.isCommon(token);
    }

    /**
     * Where to look on from a comma right before a number: at a state right before it (in killed and wounded, 300), a few
     * words before it (killed in the brigade, 5), or before another comma (lost, at Manassas, 178). Else -1.
     */
    private int beforeComma(int comma, int least) {
        int at = comma - 1;
        while (at >= Math.max(least, comma - MOST_INSERTED) && !tokens.is(at, MeasureWords.LEADING)) {
            if (tokens.is(at, TokenType.COMMA)) {
                return tokens.is(at - 1, MeasureWords.LEADING) ? at - 1 : -1;
            }
            if (tokens.is(at, PhraseKind.AUX) || tokens.is(at, CLAUSE_ENDS) || tokens.is(at, TokenType.DIGITS)) {
                return -1;
            }
            at--;
        }
        boolean passive = tokens.is(at - 1, PhraseKind.AUX); // three generals, who were captured, 40 officers
        return at >= least && tokens.is(at, MeasureWords.LEADING) && !passive ? at : -1;
    }

    /** The first of the states that are counted together and of which one is the last: in killed, wounded and missing. */
    private int firstOfChain(int last, int lowest) {
        int first = last;
        while (true) {
            int i = first - 1;
            if (tokens.is(i, MeasureWords.JOINS)) {
                i--;
            }
            boolean newLabel = tokens.is(i, TokenType.COMMA) && i == first - 1 && tokens.words(first) > 1;
            if (tokens.is(i, TokenType.COMMA) || tokens.is(i, TokenType.SLASH)) {
                i--;
            }
            if (newLabel
                    || i == first - 1
                    || i < lowest
                    || !tokens.is(i, MeasureWords.LEADING)
                    || words.isNameless(i)
                    || (isVerb(first) && !tokens.is(i, PhraseKind.VERB) && !tokens.is(i + 1, PhraseKind.OR))) {
                return first;
            }
            first = i;
        }
    }

    /** Whether a word is a verb, and no noun that a language writes with a capital: in den Tod und verletzte 26. */
    private boolean isVerb(int token) {
        return tokens.is(token, PhraseKind.VERB) && !Characters.isCapital(tokens.first(token));
    }

    private int openingOf(int close, int least) {
        int i = close;
        while (i >= least && !tokens.is(i, TokenType.OPEN)) {
            i--;
        }
        return i;
    }
}
