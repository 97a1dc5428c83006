package org.muster.reading;

import java.util.List;
import org.muster.figure.Item;
import org.muster.figure.State;

/** What the words next to a number say about what it counts. */
final class MeasureWords {

    /** The greatest distance of the words of its measure from a number. */
    private static final int REACH = 12;
    /** How many other words may part the number, the item and the state: 300 tanks were later destroyed. */
    static final int MOST_OTHERS = 4;

    /** How many words may part "among" from its item. */
    static final int MOST_AMONG = 2;

    private static final Traits ENDS =
            Traits.of(PhraseKind.NUMBER, PhraseKind.SCALE, PhraseKind.UNKNOWN, PhraseKind.SUBSET);

    static final Traits JOINS = Traits.of(PhraseKind.AND, PhraseKind.OR);
    static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE);
    /** What a label is made of: losses of the enemy. */
    private static final Traits LABELS = PhraseKind.MEASURES.and(PhraseKind.VERB);
    /** What says before a number in which state something is. */
    static final Traits LEADING = STATES.and(PhraseKind.VERB);
    /** What follows what a comma or a bracket parted from its state: people, including a child, were killed. */
    private static final Traits RESUMES = LEADING.and(PhraseKind.AUX, PhraseKind.ITEM, TokenType.WORD);

    /** What parts a verb from any participle behind it. */
    private static final Traits ENDS_OF_BRACE =
            Traits.of(PhraseKind.AND, PhraseKind.OR, PhraseKind.AUX, PhraseKind.STATE);

    private static final Traits SHARES = Traits.of(PhraseKind.PERCENT, PhraseKind.FRACTION, PhraseKind.WORDS);

    /** What may also be said of the dead: bodies were recovered. */
    private static final List<Mention<State>> GONE = List.of(Mention.ofState("captured"), Mention.ofState("missing"));

    private static final Mention<State> ENGAGED = Mention.ofState("strength_engaged");
    private static final Mention<State> STRENGTH = Mention.ofState("strength");
    private static final Mention<State> KILLED = Mention.ofState("killed");
    private static final Mention<State> KILLED_WOUNDED = Mention.ofState("killed_wounded");
    private static final Mention<State> WOUNDED = Mention.ofState("wounded");
    private static final Mention<State> DEATHS = Mention.ofState("deaths");
    private static final Mention<State> DIED_OF_WOUNDS = Mention.ofState("died_of_wounds");
    private static final Mention<Item> CIVILIANS = Mention.ofItem("civilians");
    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");

    private final Tokens tokens;
    private final Clauses clauses;
    private final SkippedWords skipped;

    /** The last measure read, the token after its words, and whether they say that it is a total. */
    Mention<Item> item = Mention.open();

    Mention<State> state = Mention.open();
    /** What was counted before a predicate said who they were: the 58 victims were children. */
    Mention<Item> subject = Mention.open();

    /** Whether a predicate said who those counted were. */
    boolean hasPredicate;

    /** What the item is beside women and children. */
    Mention<Item> beside = Mention.open();
    /** What holds of the last number read if nothing else says a state: lost 300 in battle, but 300 in battle. */
    Mention<State> presence = Mention.open();

    int end;
    boolean total;
    /** Whether "of whom" follows the number, which then counts part of the figure before. */
    boolean part;
    /** Whether a verb parts what is counted from its state, as in sentences: 300 men were killed. */
    boolean isSentence;
    /** Whether it counts some of those in a state, which they may then leave: 71 of the missing. */
    private boolean isGroup;
    /** Whether it counts some of those named behind it: 40 of the guards. */
    private boolean isSome;
    /** Whether "of" before the number joins it to a noun that a verb behind it is about: the convoy of 41 ships lost nine. */
    boolean ofGroup;
    /** Whether the number is the whole of which that before it is a part: of the 5,000-strong force. */
    boolean isWhole;
    /** Whether a word got its meaning from the figure before the bracket, 6 ships (32,000 tons), or from the context. */
    boolean within;
    /** Whether "among" follows the number, and its item that: 12 among the soldiers. */
    boolean isAmong;

    private final Mention<Item> itemOfContext;

    /** The tokens between a number and the end of its measure that say nothing of it. */
    private int insertion;

    private int insertionEnd;

    /** @param itemOfContext what the text is about, or open */
    MeasureWords(Tokens tokens, Mention<Item> itemOfContext) {
        this.tokens = tokens;
        this.itemOfContext = itemOfContext;
        clauses = new Clauses(tokens);
        skipped = new SkippedWords(tokens);
    }

    /** Says which tokens behind the next number say nothing of what it counts: its limits. */
    void insert(int from, int to) {
        insertion = from;
        insertionEnd = to;
    }

    /**
     * Reads the words after a number: the nearest item, of two in a row the second, and a state.
     *
     * @param led the state that a word right before the number says, or open
     */
    void readAfter(int next, Mention<State> led, Mention<Item> itemOfBracket) {
        item = Mention.open();
        state = Mention.open();
        presence = Mention.open();
        beside = Mention.open();
        hasPredicate = false;
        total = false;
        part = false;
        isAmong = false;
        within = !itemOfContext.isOpen()
                && tokens.is(next, TokenType.PHRASE)
                && tokens.phrase(next).item().equals(itemOfContext); // 120,000 GRT where tonnage is counted
        isSentence = false;
        isGroup = false;
        isSome = false;
        end = next;
        boolean adjacent = true;
        boolean preposition = false;
        boolean leads = !led.isOpen() && !led.equals(Mention.unnamed()); // treated 54 with gunshot wounds
        boolean isFate = led.equals(KILLED) || led.equals(DEATHS) || led.equals(Mention.unnamed());
        boolean isParted = false; // whether other words part the number from the item
        int others = 0;
        int last = Math.min(next + REACH + insertionEnd - insertion, tokens.size());
        for (int i = next; i < last && (others <= MOST_OTHERS || isSentence); i++) {
            if (state.isOpen() && clauses.startsOtherClause(i)) {
                return; // told that the mayor had been killed
            }
            int past = skipped.end(i);
            if (past > 0) {
                i = past - 1;
                others++;
                adjacent = false;
                continue;
            }
            if (!tokens.is(i, TokenType.PHRASE)) {
                if (i == insertion && i < insertionEnd) {
                    i = insertionEnd - 1;
                    others++;
                    adjacent = false;
                    continue;
                }
                readBracket(i);
                return;
            }
            if (i == next && clauses.isOfWhom(i) && !clauses.startsFigure(i + 1)) {
                part = true;
                end = i + 1;
                continue;
            }
            boolean verb =
                    tokens.is(i, PhraseKind.VERB) && !tokens.is(i - 1, PhraseKind.PASSIVE); // were brought out wounded
            if ((tokens.is(i, ENDS) || (verb && !clauses.isSuffered(i))) && !tokens.is(i, STATES)) {
                return;
            }
            if (others > MOST_OTHERS && !clauses.isAtEndOfClause(i)) {
                if (tokens.is(i, ENDS_OF_BRACE)) {
                    return;
                }
                others++;
                continue;
            }
            Phrase phrase = tokens.phrase(i);
            isSentence |= phrase.is(PhraseKind.AUX) && state.isOpen();
            if (others > 0
                    && tokens.is(i - 1, TokenType.WORD)
                    && item.isOpen()
                    && tokens.is(i, STATES)
                    && (clauses.startsNumber(i + 1) || clauses.isVictim(i + 1))) {
                return; // three strikes destroyed six pumps
            }
            if (state.isOpen() && (others > 0 || !item.isOpen()) && clauses.hasObject(i)) {
                return; // 30 tanks destroyed the bridge
            }
            if (ofGroup && state.isOpen() && tokens.is(i, STATES) && clauses.startsNumber(i + 1)) {
                return; // the convoy of 41 ships lost nine
            }
            if (leads && tokens.is(i, PhraseKind.AUX) && state.isOpen()) {
                return; // accused of killing 12 people was hanged
            }
            boolean passive = tokens.is(i - 1, PhraseKind.PASSIVE); // 83 drones were shot down over five regions
            if (isParted && !passive && state.isOpen() && tokens.is(i, STATES) && clauses.startsNumber(i + 1)) {
                item = Mention.open(); // of 812 the regiment lost 14
                end = next;
                return;
            }
            if (state.isOpen() && !item.isOpen() && clauses.hasNumberForObject(i)) {
                return; // our 60 guns destroyed 12 tanks
            }
            if ((others > 0 || !item.isOpen()) && state.isOpen() && clauses.isVerbOfNext(i)) {
                return; // 8,500 of its people saw: died 27; von 62 Mann starben 41
            }
            boolean isTold = others > 0
                    || clauses.startsFigure(i + 1)
                    || (isFate && phrase.is(PhraseKind.STATE) && GONE.contains(phrase.state()))
                    || ((led.equals(DEATHS) || led.equals(DIED_OF_WOUNDS))
                            && phrase.state().equals(WOUNDED)); // скончались двое раненых
            boolean people =
                    led.is(State::isOfThingsAlone) && !phrase.state().is(State::isOfThings); // accounted for 900 dead
            if (leads && state.isOpen() && tokens.is(i, STATES) && isTold && !people) {
                return; // killed eleven rebels while wounding; killed 30 wounded 20; bodies of five men were recovered
            }
            if (isPredicate(i)) {
                subject = item;
                hasPredicate = true;
                item = phrase.item(); // 61 of those killed were women
            } else if (leads && i == next && clauses.isAttribute(i)) {
                others++; // among the dead were 12 deported labourers
                continue;
            } else if (phrase.is(PhraseKind.WITHIN)
                    && item.isOpen()
                    && (phrase.whole().equals(itemOfBracket) || phrase.part().equals(itemOfContext))) {
                item = phrase.part();
                within = true;
            } else if ((i > next || !phrase.is(PhraseKind.VERB)) // but en skadades
                    && tokens.is(i, STATES)
                    && tokens.isRole(tokens.is(i - 1, PhraseKind.AUX) ? i - 2 : i - 1, Role.DETERMINER)
                    && !(i - 2 == next && tokens.is(next, PhraseKind.OF))) {
                others++; // under the captured general
                adjacent = false;
                continue;
            } else if (isWhole && tokens.is(i, STATES) && phrase.state().equals(STRENGTH) && state.isOpen()) {
                item = item.isOpen() ? phrase.item() : item;
                presence = STRENGTH; // 2,000 of the 5,000-strong force were captured
            } else if (phrase.is(PhraseKind.MEASURE)
                    && state.isOpen()
                    && presence.isOpen()
                    && (item.isOpen()
                            || adjacent
                            || (i == next + 2 && item.equals(PERSONNEL) && clauses.isSort(i - 1)))) {
                item = item.isOpen() ? phrase.item() : item;
                if (!isFate) { // killed eleven prisoners: they are killed
                    int fate = Prisoners.fate(tokens, i);
                    state = tokens.phrase(fate).state();
                    i = readChain(fate, STATES);
                }
            } else if (phrase.is(PhraseKind.ITEM)
                    && !(phrase.is(PhraseKind.PARTICLE) && !item.isOpen()) // sträckte 2,800 man gevär
                    && !preposition
                    && (item.isOpen() ? state.isOpen() || adjacent : adjacent)
                    && (state.isOpen() || item.isOpen())) {
                isParted |= item.isOpen() && others > 0 && clauses.hasArticle(next, i);
                boolean members = isSome && tokens.is(i, PhraseKind.NUMBERED); // 186 of the regiment
                if (!members && (item.isOpen() || !item.is(Item::isUnits))) { // four regiments cavalry are regiments
                    item = phrase.item();
                    beside = phrase.beside();
                }
                i = readItems(i);
            } else if (phrase.is(PhraseKind.STATE) && phrase.state().equals(ENGAGED)) {
                presence = ENGAGED;
            } else if (others > 0
                    && phrase.is(PhraseKind.STATE)
                    && phrase.is(PhraseKind.PREPOSITION)
                    && item.is(Item::isMateriel)
                    && !MeasureCompletion.goesWith(item, phrase.state())) {
                return; // with 300 guns the army was reduced by scurvy
            } else if (phrase.is(PhraseKind.STATE)
                    && state.isOpen()
                    && !(phrase.is(PhraseKind.THINGS) && item.is(Item::isPeople))
                    && (presence.isOpen() || presence.equals(STRENGTH) || tokens.is(i - 1, PhraseKind.AUX))) {
                state = phrase.state();
                i = readChain(i, STATES);
            } else if (isVerbOf(i)) {
                state = phrase.state(); // two wounded died; 300 prisoners were killed
            } else if (phrase.is(PhraseKind.AMONG) && state.isOpen() && clauses.groupAmong(i) > 0) {
                state = tokens.phrase(clauses.groupAmong(i)).state(); // counted 60 officers among its prisoners
                i = readChain(clauses.groupAmong(i), STATES);
            } else if (phrase.is(PhraseKind.AMONG)
                    && item.isOpen()
                    && (i == next || !state.isOpen())
                    && clauses.itemAmong(i) > 0) {
                isAmong = state.isOpen();
                i = clauses.itemAmong(i);
                item = tokens.phrase(i).item();
            } else if (phrase.is(PhraseKind.TOTAL) && !clauses.isOfNext(i, next)) {
                total = true;
            } else {
                if (tokens.is(i, JOINS)
                        && ((i == next && tokens.is(i + 1, STATES))
                                || (part && i == next + 1) // five of its number and the escort
                                || clauses.startsFigure(i + 1)
                                || clauses.isVictim(i + 1)
                                || (state.isOpen() && clauses.startsClause(i + 1)))) {
                    return;
                }
                preposition |= !isPartitive(i, next)
                        && (phrase.is(PhraseKind.PREPOSITION)
                                || ((part || i == next) && phrase.is(PhraseKind.RANGE))); // nine to U-boats
                others += phrase.is(PhraseKind.AUX) ? 0 : 1;
                adjacent = false;
                continue;
            }
            others = 0;
            adjacent = true;
            end = i + 1;
        }
    }

    /** Whether a noun behind an auxiliary says who the people counted before it were. */
    private boolean isPredicate(int noun) {
        return tokens.is(noun, PhraseKind.ITEM)
                && tokens.is(noun - 1, PhraseKind.PASSIVE)
                && noun - 1 >= end
                && (item.equals(PERSONNEL) || (item.isOpen() && !state.isOpen()))
                && tokens.phrase(noun).item().is(Item::isPeople);
    }

    /** Whether a number is one of what is named behind it: three of our bombers. */
    private boolean isPartitive(int of, int next) {
        int noun = of + 1;
        while (noun - of <= MOST_AMONG && tokens.is(noun, TokenType.WORD)) {
            noun++;
        }
        boolean group = tokens.is(noun, STATES);
        boolean partitive = of == next && tokens.is(of, PhraseKind.OF) && (tokens.is(noun, PhraseKind.ITEM) || group);
        isGroup |= partitive && group;
        isSome |= partitive;
        return partitive;
    }

    /** Whether a state is said of those whom a noun has already said to be in another: two wounded died. */
    private boolean isVerbOf(int token) {
        if (!tokens.is(token, PhraseKind.STATE) || clauses.startsFigure(token + 1)) {
            return false;
        }
        Mention<State> said = tokens.phrase(token).state();
        boolean died = state.equals(WOUNDED) && (said.equals(DEATHS) || said.equals(DIED_OF_WOUNDS));
        boolean named = state.equals(Mention.unnamed()) && !said.equals(Mention.unnamed()); // 38 survivors surrendered
        boolean group = isGroup
                && !said.equals(Mention.unnamed())
                && (item.is(Item::isMateriel)
                        || !said.is(State::isOfThingsAlone)); // 71 of the missing were made prisoner
        return (died || named || group) && !tokens.is(token - 1, JOINS);
    }

    /** Leaves the words behind a number to what follows them. */
    void leave(int next) {
        item = Mention.open();
        state = Mention.open();
        presence = Mention.open();
        part = false;
        end = next;
    }

    /** Takes all that follows for said of a part of what was counted, not of the whole. */
    void leavePredicate() {
        state = Mention.unnamed();
        item = hasPredicate ? subject : item;
    }

    /** Reads a letter that stands for a state. */
    void readLetter(int letter) {
        item = Mention.open();
        state = tokens.phrase(letter).letter();
        presence = Mention.open();
        part = false;
        end = letter + 1;
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
            int last = readChain(open + 1, STATES);
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

    /** Reads further states that are counted together, in words of some kinds: killed, wounded or missing. Returns the last token. */
    int readChain(int first, Traits kinds) {
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
            boolean verbEnd = comma && !joined && tokens.is(i, PhraseKind.PARTICLE); // darunter 40 Gefangene, verloren
            if (i == last + 1 || verbEnd || !tokens.is(i, kinds) || isNameless(first) || isNameless(i)) {
                return last;
            }
            if (comma && !joined && (clauses.startsFigure(i + 1) || tokens.is(i + 1, PhraseKind.UNKNOWN))) {
                return last;
            }
            if (joined && first == last && tokens.is(first, PhraseKind.MEASURE) && clauses.startsClause(i)) {
                return last; // executed 11 prisoners and hanged three
            }
            Mention<State> both =
                    tokens.vocabulary().states().of(state, tokens.phrase(i).state());
            boolean verb =
                    joined && kinds.equals(STATES) && tokens.is(i, PhraseKind.VERB) && clauses.startsNumber(i + 1);
            if (both.isOpen() || (verb && !both.equals(KILLED_WOUNDED))) {
                return last; // took 31 men prisoner and captured four guns
            }
            state = both;
            last = i;
        }
    }

    /** Whether a word says a state that has no name: fled, rescued. */
    boolean isNameless(int token) {
        return tokens.phrase(token).state().equals(Mention.unnamed());
    }

    /** Reads further items that are counted together: regulars, militia and volunteers. Returns the last token. */
    private int readItems(int first) {
        int last = first;
        while (true) {
            int i = last + 1;
            if (tokens.is(i, TokenType.COMMA)
                    && tokens.is(i + 1, PhraseKind.ITEM)
                    && tokens.is(i + 2, JOINS)
                    && !clauses.startsNumber(i + 3)) { // 2 guns, a flag and 180 men
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
            if (!tokens.is(i, PhraseKind.ITEM) || tokens.is(i + 1, PhraseKind.ITEM)) {
                return last; // and rebel mortars
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

    static boolean areForces(Mention<Item> item) {
        return item.is(Item::isPeople) && !item.equals(CIVILIANS);
    }

    /**
     * Reads the state that follows a bracket or a comma after what is counted: 300 men (20 officers) killed; three
     * generals, who were captured.
     *
     * @return whether there is one that is not of another number; its item is open where none was named
     */
    boolean resume(int next, boolean afterComma) {
        if (!tokens.is(next, RESUMES) || (tokens.is(next, PhraseKind.VERB) && !tokens.is(next, STATES))) {
            return false;
        }
        ofGroup = false;
        boolean active = tokens.is(next, STATES) && (tokens.is(next + 1, SHARES) || clauses.hasObject(next));
        if (active) {
            return false; // the cavalry, 1,800 sabres, lost a third of its horses
        }
        readAfter(next, Mention.open(), Mention.open());
        boolean said = afterComma
                ? !state.isOpen() && (isSentence || tokens.is(next, STATES))
                : !state.isOpen() || !item.isOpen();
        int verb = end;
        while (tokens.is(verb, PhraseKind.AUX)) {
            verb++; // verwundet wurden 166
        }
        return said && (!clauses.startsNumber(verb) || tokens.is(verb, PhraseKind.JOINED));
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
            boolean itemAlone =
                    tokens.is(i + 1, PhraseKind.ITEM) && tokens.is(i + 2, TokenType.CLOSE); // killed (civilians)
            if (tokens.is(i, TokenType.OPEN) && !states.isOpen() && !itemAlone) {
                i = clauses.pastBracket(i, to); // losses (killed, wounded, missing)
                continue;
            }
            if (!tokens.is(i, LABELS)) {
                continue;
            }
            Phrase phrase = tokens.phrase(i);
            if (!phrase.item().isOpen() && phrase.isAny(PhraseKind.MEASURES)) {
                twoItems |= !items.isOpen() && !items.equals(phrase.item()) && !tokens.is(i - 1, PhraseKind.ITEM);
                items = phrase.item();
            }
            if (!phrase.state().isOpen()) {
                state = phrase.state();
                i = Math.max(i, Math.min(readChain(i, STATES), to - 1));
                twoStates |= !states.isOpen() && !states.equals(state);
                states = state;
            }
        }
        item = twoItems ? Mention.open() : items;
        state = twoStates ? Mention.open() : states;
    }
}
