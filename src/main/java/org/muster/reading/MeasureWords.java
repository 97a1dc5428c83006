package org.muster.reading;

import org.muster.figure.Item;
import org.muster.figure.State;

/** What the words next to a number say about what it counts. */
final class MeasureWords {

    /** The greatest distance of the words of its measure from a number. */
    private static final int REACH = 12;
    /** How far before a number the word for its state may stand. */
    private static final int REACH_BEFORE = 16;
    /** How many words may stand between a state and the comma before its number. */
    private static final int MOST_INSERTED = 5;
    /** How many other words may part the number, the item and the state: 300 tanks were later destroyed. */
    private static final int MOST_OTHERS = 4;

    private static final Traits ENDS =
            Traits.of(PhraseKind.NUMBER, PhraseKind.SCALE, PhraseKind.UNKNOWN, PhraseKind.SUBSET);

    private static final Traits JOINS = Traits.of(PhraseKind.AND, PhraseKind.OR);
    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE);
    /** What says before a number in which state something is. */
    private static final Traits LEADING = STATES.and(PhraseKind.VERB);
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
    /** What follows what a comma or a bracket parted from its state: people, including a child, were killed. */
    private static final Traits RESUMES = LEADING.and(PhraseKind.AUX, PhraseKind.ITEM, TokenType.WORD);

    private static final Traits NUMBER_WORDS = Traits.of(PhraseKind.NUMBER, PhraseKind.SCALE);
    private static final Traits FIGURE_STARTS =
            TokenType.NUMBERS.and(PhraseKind.NUMBER, PhraseKind.QUALIFIER, PhraseKind.BETWEEN);

    private static final Mention<State> STRENGTH = Mention.ofState("strength");
    private static final Mention<State> ENGAGED = Mention.ofState("strength_engaged");
    private static final Mention<State> LOST = Mention.ofState("lost");
    private static final Mention<State> CASUALTIES = Mention.ofState("casualties");
    private static final Mention<Item> CIVILIANS = Mention.ofItem("civilians");
    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");

    private final Tokens tokens;

    /** The last measure read, the token after its words, and whether they say that it is a total. */
    Mention<Item> item = Mention.open();

    Mention<State> state = Mention.open();
    /** What holds of the last number read if nothing else says a state: lost 300 in battle, but 300 in battle. */
    Mention<State> presence = Mention.open();

    int end;
    boolean total;
    /** Whether "of whom" follows the number, which then counts part of the figure before. */
    boolean part;
    /** Whether a verb parts what is counted from its state, as in sentences: 300 men were killed. */
    boolean isSentence;
    /** Whether a word got its meaning from the figure before the bracket: 6 ships (32,000 tons). */
    boolean within;

    MeasureWords(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads the words after a number: the nearest item, of two in a row the second, and a state. */
    void readAfter(int next, boolean isLed, Mention<Item> itemOfBracket) {
        item = Mention.open();
        state = Mention.open();
        presence = Mention.open();
        total = false;
        part = false;
        within = false;
        isSentence = false;
        end = next;
        boolean adjacent = true;
        boolean preposition = false;
        int others = 0;
        int last = Math.min(next + REACH, tokens.size());
        for (int i = next; i < last && others <= MOST_OTHERS; i++) {
            int past = passedOver(i);
            if (past > 0) {
                i = past - 1;
                others++;
                adjacent = false;
                continue;
            }
            if (!tokens.is(i, TokenType.PHRASE)) {
                readBracket(i);
                return;
            }
            if (i == next && isOfWhom(i) && !startsFigure(i + 1)) {
                part = true;
                end = i + 1;
                continue;
            }
            if (tokens.is(i, ENDS) || (tokens.is(i, PhraseKind.VERB) && !tokens.is(i, STATES))) {
                return;
            }
            Phrase phrase = tokens.phrase(i);
            isSentence |= phrase.is(PhraseKind.AUX) && state.isOpen();
            if (others > 0
                    && tokens.is(i - 1, TokenType.WORD)
                    && item.isOpen()
                    && tokens.is(i, STATES)
                    && (startsNumber(i + 1) || Victims.isOne(tokens, i + 1))) {
                return; // three strikes destroyed six pumps
            }
            if (others > 0 && state.isOpen() && isVerbOfNext(i)) {
                return; // 8,500 of its people saw: died 27
            }
            if (isLed && state.isOpen() && tokens.is(i, STATES) && (others > 0 || startsFigure(i + 1))) {
                return; // killed eleven rebels while wounding; killed 30 wounded 20
            }
            if (phrase.is(PhraseKind.WITHIN) && item.isOpen() && phrase.whole().equals(itemOfBracket)) {
                item = phrase.part();
                within = true;
            } else if (phrase.is(PhraseKind.MEASURE)
                    && state.isOpen()
                    && presence.isOpen()
                    && (item.isOpen() || adjacent)) {
                item = item.isOpen() ? phrase.item() : item;
                int fate = Prisoners.fate(tokens, i);
                state = tokens.phrase(fate).state();
                i = readChain(fate);
            } else if (phrase.is(PhraseKind.ITEM)
                    && !preposition
                    && (item.isOpen() ? state.isOpen() || adjacent : adjacent)
                    && (state.isOpen() || item.isOpen())) {
                if (item.isOpen() || !item.is(Item::isUnits)) { // four regiments cavalry are regiments
                    item = phrase.item();
                }
                i = readItems(i);
            } else if (phrase.is(PhraseKind.STATE) && phrase.state().equals(ENGAGED)) {
                presence = ENGAGED;
            } else if (phrase.is(PhraseKind.STATE)
                    && state.isOpen()
                    && (presence.isOpen() || tokens.is(i - 1, PhraseKind.AUX))) {
                state = phrase.state();
                i = readChain(i);
            } else if (phrase.is(PhraseKind.TOTAL) && !isOfNext(i, next)) {
                total = true;
            } else {
                if (tokens.is(i, JOINS)
                        && (startsFigure(i + 1) || Victims.isOne(tokens, i + 1) || startsClause(i + 1))) {
                    return;
                }
                preposition |= phrase.is(PhraseKind.PREPOSITION);
                others += phrase.is(PhraseKind.AUX) ? 0 : 1;
                adjacent = false;
                continue;
            }
            others = 0;
            adjacent = true;
            end = i + 1;
        }
    }

    /** Whether a verb with its own number follows: shot down twelve and lost only five. */
    private boolean startsClause(int token) {
        return state.isOpen()
                && tokens.is(token, STATES)
                && (startsNumber(token + 1) || (tokens.is(token + 1, TokenType.WORD) && startsNumber(token + 2)));
    }

    /** Whether a state is a verb that a number follows, so that it is said of that number: starben 27. */
    private boolean isVerbOfNext(int token) {
        return tokens.is(token, PhraseKind.VERB) && tokens.is(token, STATES) && startsNumber(token + 1);
    }

    /** Reads a letter that stands for a state. */
    void readLetter(int letter) {
        item = Mention.open();
        state = tokens.phrase(letter).letter();
        presence = Mention.open();
        part = false;
        end = letter + 1;
    }

    /** Returns whether a token is "of whom" or "of which", which may also follow its figure. */
    private boolean isOfWhom(int token) {
        return tokens.is(token, PhraseKind.SUBSET) && tokens.is(token, PhraseKind.PREPOSITION);
    }

    /** Returns whether a number word is half of an adjective: two-engine bombers. */
    private boolean isCompound(int token) {
        return tokens.is(token + 1, TokenType.DASH)
                && (tokens.is(token + 2, TokenType.OTHER_WORDS) || tokens.is(token + 2, TokenType.PHRASE))
                && !tokens.is(token + 2, NUMBER_WORDS)
                && tokens.isGlued(token, token + 1)
                && tokens.isGlued(token + 1, token + 2);
    }

    /**
     * Returns the token after a word without meaning, or after a number that belongs to a name or an adjective or is
     * the size of a gun, as found between a number and what it counts: 12 Bf 109 fighters, two 155 mm howitzers, 900
     * US/ARVN killed, 6 two-engine bombers. -1 for other tokens.
     */
    private int passedOver(int token) {
        if (tokens.is(token, PhraseKind.NUMBER) && isCompound(token)) {
            return token + 3;
        }
        if (tokens.is(token, TokenType.OTHER_WORDS)) {
            return tokens.is(token + 1, TokenType.SLASH) && tokens.is(token + 2, TokenType.OTHER_WORDS)
                    ? token + 3
                    : token + 1;
        }
        if (!tokens.is(token, TokenType.DIGITS)) {
            return -1;
        }
        if (tokens.is(token + 1, PhraseKind.CALIBRE)) {
            return token + 2;
        }
        if (tokens.is(token + 1, PhraseKind.ORDINAL) && tokens.isGlued(token, token + 1)) {
            return token + 2; // marines from the 22nd Unit were killed
        }
        Reason reason = tokens.reason(token);
        boolean name =
                tokens.is(token - 1, PhraseKind.LABEL) || reason == Reason.CALIBRE || reason == Reason.DESIGNATION;
        return name ? token + 1 : -1;
    }

    /**
     * Reads a bracket that contains an item or states and nothing else: 40,000 men (killed and wounded); 5,000
     * (infantry).
     */
    private void readBracket(int open) {
        if (!tokens.is(open, TokenType.OPEN)) {
            return;
        }
        if (state.isOpen() && tokens.is(open + 1, PhraseKind.STATE)) {
            state = tokens.phrase(open + 1).state();
            int last = readChain(open + 1);
            if (tokens.is(last + 1, TokenType.CLOSE)) {
                end = last + 2;
            } else {
                state = Mention.open();
            }
        } else if (item.isOpen()
                && state.isOpen()
                && tokens.is(open + 1, PhraseKind.ITEM)
                && tokens.is(open + 2, TokenType.CLOSE)) {
            item = tokens.phrase(open + 1).item();
            end = open + 3;
        }
    }

    /** Reads further states that are counted together: killed, wounded or missing. Returns the last token. */
    private int readChain(int first) {
        int last = first;
        while (true) {
            int i = last + 1;
            boolean comma = tokens.is(i, TokenType.COMMA);
            if (comma || tokens.is(i, TokenType.SLASH)) {
                i++;
            }
            if (tokens.is(i, TokenType.LINE) && tokens.is(i + 1, JOINS)) {
                i++;
            }
            boolean joined = tokens.is(i, JOINS);
            if (joined) {
                i++;
            }
            if (i == last + 1 || !tokens.is(i, STATES)) {
                return last;
            }
            if (comma && !joined && (startsFigure(i + 1) || tokens.is(i + 1, PhraseKind.UNKNOWN))) {
                return last;
            }
            Mention<State> both =
                    tokens.vocabulary().states().of(state, tokens.phrase(i).state());
            if (both.isOpen()) {
                return last;
            }
            state = both;
            last = i;
        }
    }

    /** Reads further items that are counted together: regulars, militia and volunteers. Returns the last token. */
    private int readItems(int first) {
        int last = first;
        while (true) {
            int i = last + 1;
            if (tokens.is(i, TokenType.COMMA) && tokens.is(i + 1, PhraseKind.ITEM) && tokens.is(i + 2, JOINS)) {
                i++;
            } else {
                if (tokens.is(i, TokenType.COMMA)) {
                    i++;
                }
                if (!tokens.is(i, JOINS)) {
                    return last;
                }
                i++;
            }
            if (!tokens.is(i, PhraseKind.ITEM)) {
                return last;
            }
            Mention<Item> one = item;
            Mention<Item> other = tokens.phrase(i).item();
            item = tokens.vocabulary().items().of(one, other);
            boolean people = one.equals(PERSONNEL) || other.equals(PERSONNEL) || (areForces(one) && areForces(other));
            if (item.isOpen() && people && one.is(Item::isPeople) && other.is(Item::isPeople)) {
                item = PERSONNEL; // soldiers and civilians
            }
            last = i;
            if (item.isOpen()) {
                return last;
            }
        }
    }

    private static boolean areForces(Mention<Item> item) {
        return item.is(Item::isPeople) && !item.equals(CIVILIANS);
    }

    /** Returns whether "total" refers to the figure after it: totaling 286,000; 15 cannon. Total: 28,000. */
    private boolean isOfNext(int total, int afterNumber) {
        return startsFigure(total + 1) || (total > afterNumber && tokens.is(total + 1, TokenType.COLON));
    }

    private boolean startsNumber(int token) {
        return startsFigure(token)
                && (!tokens.is(token, PhraseKind.BETWEEN) || tokens.is(token + 1, TokenType.NUMBERS));
    }

    private boolean startsFigure(int token) {
        return tokens.is(token, FIGURE_STARTS);
    }

    /** Whether a word right before a number says in which state, more than lost, it counts something: killed 30. */
    boolean isLed(int start, int lowest) {
        if (start - 1 < lowest || !tokens.is(start - 1, LEADING)) {
            return false;
        }
        Mention<State> leading = tokens.phrase(start - 1).state();
        return !leading.equals(LOST) && !leading.equals(CASUALTIES) && !leading.equals(STRENGTH);
    }

    /**
     * Reads the words before a number that say in which state it counts something, down to a token: total casualties 684,
     * the death toll rose to 300, lost in killed and wounded 800.
     *
     * @return whether there are such; else the measure read last stays
     */
    boolean readBefore(int start, int lowest) {
        int at = leadingBefore(start, lowest);
        if (at < 0) {
            return false;
        }
        if (tokens.phrase(at).state().equals(STRENGTH)) {
            int loss = leadingBefore(at, lowest); // the killed numbered 300
            at = loss < 0 || tokens.phrase(loss).state().equals(STRENGTH) ? at : loss;
        }
        int first = firstOfChain(at, lowest);
        item = tokens.phrase(first).item();
        state = tokens.phrase(first).state();
        int last = readChain(first);
        for (int k = first; k <= last; k++) {
            tokens.setReason(k, Reason.LABEL);
        }
        int noun = tokens.is(first - 1, TokenType.WORD) ? first - 2 : first - 1;
        if (item.isOpen() && tokens.is(noun, PhraseKind.ITEM) && noun >= lowest) {
            Mention<Item> before = tokens.phrase(noun).item();
            item = before.is(Item::isPeople) ? before : item; // civilian casualties
        }
        return true;
    }

    /** Whether a word in the clause before a number says that it is lost. */
    boolean isLostBefore(int start, int lowest) {
        int at = leadingBefore(start, lowest);
        return at >= 0 && tokens.phrase(at).state().equals(LOST);
    }

    /** The word for a state in the clause before a number, or -1. */
    private int leadingBefore(int start, int lowest) {
        if (start <= lowest || !tokens.has(LEADING)) {
            return -1;
        }
        int least = Math.max(lowest, start - REACH_BEFORE);
        int at = start - 1;
        if (tokens.is(at, TokenType.COLON) && at > lowest) {
            at--;
        } else if (tokens.is(at, TokenType.COMMA)) {
            at = beforeComma(at, least);
        }
        while (at >= least && !leads(at)) {
            boolean join =
                    tokens.is(at, JOINS) && !(tokens.is(at - 1, TokenType.NAME) && tokens.is(at + 1, TokenType.NAME));
            boolean number = tokens.is(at, TokenType.DIGITS) && tokens.reason(at) == Reason.UNREADABLE;
            if (tokens.is(at, CLAUSE_ENDS) || join || number) {
                return -1;
            }
            at = tokens.is(at, TokenType.CLOSE) ? openingOf(at, least) - 1 : at - 1;
        }
        return at < least ? -1 : at;
    }

    /** Whether a token says in which state what follows it is; what is in battle is not counted behind it. */
    private boolean leads(int token) {
        return tokens.is(token, PhraseKind.VERB)
                || (tokens.is(token, STATES) && !tokens.phrase(token).state().equals(ENGAGED));
    }

    /**
     * Where to look on from a comma right before a number: at a state right before it (in killed and wounded, 300), a few
     * words before it (killed in the brigade, 5), or before another comma (lost, at Manassas, 178). Else -1.
     */
    private int beforeComma(int comma, int least) {
        int at = comma - 1;
        while (at >= Math.max(least, comma - MOST_INSERTED) && !tokens.is(at, LEADING)) {
            if (tokens.is(at, TokenType.COMMA)) {
                return tokens.is(at - 1, LEADING) ? at - 1 : -1;
            }
            if (tokens.is(at, PhraseKind.AUX) || tokens.is(at, CLAUSE_ENDS) || tokens.is(at, TokenType.DIGITS)) {
                return -1;
            }
            at--;
        }
        boolean passive = tokens.is(at - 1, PhraseKind.AUX); // three generals, who were captured, 40 officers
        return at >= least && tokens.is(at, LEADING) && !passive ? at : -1;
    }

    /** The first of the states that are counted together and of which one is the last: in killed, wounded and missing. */
    private int firstOfChain(int last, int lowest) {
        int first = last;
        while (true) {
            int i = first - 1;
            if (tokens.is(i, JOINS)) {
                i--;
            }
            if (tokens.is(i, TokenType.COMMA) || tokens.is(i, TokenType.SLASH)) {
                i--;
            }
            if (i == first - 1 || i < lowest || !tokens.is(i, STATES)) {
                return first;
            }
            first = i;
        }
    }

    private int openingOf(int close, int least) {
        int i = close;
        while (i >= least && !tokens.is(i, TokenType.OPEN)) {
            i--;
        }
        return i;
    }

    /**
     * Reads the state that follows a bracket or a comma after what is counted: 300 men (20 officers) killed; three
     * generals, who were captured.
     *
     * @return whether there is one that is not of another number; its item is open where none was named
     */
    boolean resume(int next, boolean afterComma) {
        if (!tokens.is(next, RESUMES) || tokens.is(next, PhraseKind.VERB)) {
            return false;
        }
        readAfter(next, false, Mention.open());
        boolean said = afterComma
                ? !state.isOpen() && (isSentence || tokens.is(next, STATES))
                : !state.isOpen() || !item.isOpen();
        return said && !startsFigure(end);
    }

    /** Reads all measure words between two tokens; an item or state named in two ways is left open. */
    void readAll(int from, int to) {
        item = Mention.open();
        state = Mention.open();
        Mention<Item> items = Mention.open();
        Mention<State> states = Mention.open();
        boolean twoItems = false;
        boolean twoStates = false;
        for (int i = from; i < to; i++) {
            if (!tokens.is(i, PhraseKind.MEASURES)) {
                continue;
            }
            Phrase phrase = tokens.phrase(i);
            if (!phrase.item().isOpen() && phrase.isAny(PhraseKind.MEASURES)) {
                twoItems |= !items.isOpen() && !items.equals(phrase.item()) && !tokens.is(i - 1, PhraseKind.ITEM);
                items = phrase.item();
            }
            if (!phrase.state().isOpen()) {
                state = phrase.state();
                i = Math.max(i, Math.min(readChain(i), to - 1));
                twoStates |= !states.isOpen() && !states.equals(state);
                states = state;
            }
        }
        item = twoItems ? Mention.open() : items;
        state = twoStates ? Mention.open() : states;
    }
}
