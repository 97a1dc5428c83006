package org.muster.reading;

import org.muster.figure.Measure;
import org.muster.figure.Name;
import org.muster.figure.Names;
import org.muster.reading.Phrase.Kind;

/** What the words beside a number say of what it counts. */
final class MeasureWords {

    /** How far from the number the words of its measure may stand. */
    private static final int REACH = 12;
    /** How many other words may part the number, the item and the state: 300 tanks were later destroyed. */
    private static final int MOST_OTHERS = 4;

    private static final long ENDS = Kind.NUMBER | Kind.SCALE | Kind.UNKNOWN;
    /** Of whom, of which: it may stand behind its figure too. */
    private static final long OF_WHOM = Kind.SUBSET | Kind.PREPOSITION;

    private static final long JOINS = Kind.AND | Kind.OR;

    private static final long BEFORE = Phrase.MEASURES | Kind.TOTAL | JOINS;

    private static final Name CIVILIANS = Names.of("civilians");
    private static final Name PERSONNEL = Names.of(Measure.PERSONNEL);

    private final Tokens tokens;

    /** The measure read last, the token after its words, and whether they say that it is a total. */
    Name item = Name.NONE;

    Name state = Name.NONE;
    int end;
    boolean total;
    /** Whether "of whom" follows the number, which then counts a part of what was counted before. */
    boolean part;
    /** Whether a word got its meaning from the figure before the bracket: 6 ships (32,000 tons). */
    boolean within;

    MeasureWords(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads the words after a number: the nearest item, of two in a row the second, and a state. */
    void readAfter(int next, Name itemOfBracket) {
        item = Name.NONE;
        state = Name.NONE;
        total = false;
        part = false;
        within = false;
        end = next;
        boolean adjacent = true;
        boolean preposition = false;
        int others = 0;
        int last = Math.min(next + REACH, tokens.size());
        for (int i = next; i < last && others <= MOST_OTHERS; i++) {
            long traits = tokens.traits(i);
            int past = passedOver(i);
            if (past > 0) {
                i = past - 1;
                others++;
                adjacent = false;
                continue;
            }
            if ((traits & TokenType.WORD) == 0) {
                readBracket(i);
                return;
            }
            if ((traits & OF_WHOM) == OF_WHOM && i == next && !startsFigure(i + 1)) {
                part = true;
                end = i + 1;
                continue;
            }
            if ((traits & (ENDS | Kind.SUBSET)) != 0) {
                return;
            }
            Phrase word = tokens.word(i);
            if (word.is(Kind.WITHIN) && item.isOpen() && word.whole == itemOfBracket) {
                item = word.part;
                within = true;
            } else if (word.is(Kind.MEASURE) && state.isOpen() && (item.isOpen() || adjacent)) {
                item = item.isOpen() ? word.item : item;
                state = word.state;
                i = readChain(i);
            } else if (word.is(Kind.ITEM)
                    && !preposition
                    && (item.isOpen() ? state.isOpen() || adjacent : adjacent)
                    && (state.isOpen() || item.isOpen())) {
                if (item.isOpen() || !item.isUnits) { // four regiments cavalry are regiments
                    item = word.item;
                }
                i = readItems(i);
            } else if (word.is(Kind.STATE) && state.isOpen()) {
                state = word.state;
                i = readChain(i);
            } else if (word.is(Kind.TOTAL) && !isOfNext(i, next)) {
                total = true;
            } else {
                if (tokens.is(i, JOINS) && startsFigure(i + 1)) {
                    return;
                }
                preposition |= word.is(Kind.PREPOSITION);
                others++;
                adjacent = false;
                continue;
            }
            others = 0;
            adjacent = true;
            end = i + 1;
        }
    }

    /** Reads a letter that stands for a state. */
    void readLetter(int letter) {
        item = Name.NONE;
        state = tokens.word(letter).letter;
        part = false;
        end = letter + 1;
    }

    /** Whether a number word is half of an adjective: two-engine bombers. */
    private boolean isCompound(int token) {
        return tokens.is(token + 1, TokenType.DASH)
                && tokens.is(token + 2, TokenType.OTHER | TokenType.WORD)
                && !tokens.is(token + 2, Kind.NUMBER | Kind.SCALE)
                && tokens.isGlued(token, token + 1)
                && tokens.isGlued(token + 1, token + 2);
    }

    /**
     * The token after a word that says nothing, or after a number that belongs to a name or an adjective or is the size
     * of a gun, as they stand between a number and what it counts: 12 Bf 109 fighters, two 155 mm howitzers, 900 US/ARVN
     * killed, 6 two-engine bombers. -1 for others.
     */
    private int passedOver(int token) {
        if (tokens.is(token, Kind.NUMBER) && isCompound(token)) {
            return token + 3;
        }
        if (tokens.is(token, TokenType.OTHER)) {
            return tokens.is(token + 1, TokenType.SLASH) && tokens.is(token + 2, TokenType.OTHER)
                    ? token + 3
                    : token + 1;
        }
        if (!tokens.is(token, TokenType.DIGITS)) {
            return -1;
        }
        if (tokens.is(token + 1, Kind.CALIBRE)) {
            return token + 2;
        }
        Reason reason = tokens.reason(token);
        boolean name = tokens.is(token - 1, Kind.LABEL) || reason == Reason.CALIBRE || reason == Reason.DESIGNATION;
        return name ? token + 1 : -1;
    }

    /** A bracket that holds an item or states and nothing else: 40,000 men (killed and wounded); 5,000 (infantry). */
    private void readBracket(int open) {
        if (!tokens.is(open, TokenType.OPEN)) {
            return;
        }
        if (state.isOpen() && tokens.is(open + 1, Kind.STATE)) {
            state = tokens.word(open + 1).state;
            int last = readChain(open + 1);
            if (tokens.is(last + 1, TokenType.CLOSE)) {
                end = last + 2;
            } else {
                state = Name.NONE;
            }
        } else if (item.isOpen()
                && state.isOpen()
                && tokens.is(open + 1, Kind.ITEM)
                && tokens.is(open + 2, TokenType.CLOSE)) {
            item = tokens.word(open + 1).item;
            end = open + 3;
        }
    }

    /** Goes on with the states that are counted together: killed, wounded or missing. Gives its last token. */
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
            if (i == last + 1 || !tokens.is(i, Kind.STATE | Kind.MEASURE)) {
                return last;
            }
            if (comma && !joined && (startsFigure(i + 1) || tokens.is(i + 1, Kind.UNKNOWN))) {
                return last;
            }
            Name both = tokens.vocabulary.together(state, tokens.word(i).state);
            if (both.isOpen()) {
                return last;
            }
            state = both;
            last = i;
        }
    }

    /** Goes on with the items that are counted together: regulars, militia and volunteers. Gives its last token. */
    private int readItems(int first) {
        int last = first;
        while (true) {
            int i = last + 1;
            if (tokens.is(i, TokenType.COMMA) && tokens.is(i + 1, Kind.ITEM) && tokens.is(i + 2, JOINS)) {
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
            if (!tokens.is(i, Kind.ITEM)) {
                return last;
            }
            Name one = item;
            Name other = tokens.word(i).item;
            item = tokens.vocabulary.together(one, other);
            if (item.isOpen() && one.isPeople && other.isPeople && one != CIVILIANS && other != CIVILIANS) {
                item = PERSONNEL;
            }
            last = i;
            if (item.isOpen()) {
                return last;
            }
        }
    }

    /** Whether "total" is about the figure after it: totaling 286,000; 15 cannon. Total: 28,000. */
    private boolean isOfNext(int total, int afterNumber) {
        return startsFigure(total + 1) || (total > afterNumber && tokens.is(total + 1, TokenType.COLON));
    }

    private boolean startsFigure(int token) {
        return tokens.is(token, TokenType.NUMBER) || tokens.is(token, Kind.NUMBER | Kind.QUALIFIER | Kind.BETWEEN);
    }

    /**
     * Reads the measure words right before a number, down to a token: total casualties 684.
     *
     * @return whether there are words that could be such; else the measure read last stays
     */
    boolean readBefore(int start, int lowest) {
        int from = start;
        while (from > lowest && start - from < REACH && (tokens.is(from - 1, BEFORE) || isColon(from - 1, lowest))) {
            from--;
        }
        if (from == start) {
            return false;
        }
        item = Name.NONE;
        state = Name.NONE;
        for (int i = from; i < start; i++) {
            if (tokens.is(i, Kind.STATE | Kind.MEASURE) && state.isOpen()) {
                state = tokens.word(i).state;
                item = item.isOpen() ? tokens.word(i).item : item;
                int last = readChain(i);
                for (int k = i; k <= last; k++) {
                    tokens.setReason(k, Reason.LABEL);
                }
                i = last;
            }
        }
        return true;
    }

    private boolean isColon(int token, int lowest) {
        return token > lowest && tokens.is(token, TokenType.COLON);
    }

    /** Reads all measure words from a token to another; what is named in two ways is left open. */
    void readAll(int from, int to) {
        item = Name.NONE;
        state = Name.NONE;
        Name items = Name.NONE;
        Name states = Name.NONE;
        boolean twoItems = false;
        boolean twoStates = false;
        for (int i = from; i < to; i++) {
            if (!tokens.is(i, Phrase.MEASURES)) {
                continue;
            }
            Phrase word = tokens.word(i);
            if (!word.item.isOpen() && word.isMeasure()) {
                twoItems |= !items.isOpen() && items != word.item && !tokens.is(i - 1, Kind.ITEM);
                items = word.item;
            }
            if (!word.state.isOpen()) {
                state = word.state;
                i = Math.max(i, Math.min(readChain(i), to - 1));
                twoStates |= !states.isOpen() && states != state;
                states = state;
            }
        }
        item = twoItems ? Name.NONE : items;
        state = twoStates ? Name.NONE : states;
    }
}
