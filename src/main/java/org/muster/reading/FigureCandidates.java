package org.muster.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Item;
import org.muster.figure.State;

/**
 * The figures of a text as they are found, and how they relate to each other.
 *
 * <p>The file is long because each new figure is related to those before it in the same state: rows, brackets, parts.
 */
final class FigureCandidates {

    /** The number of tokens, or of figures, to look back. */
    private static final int REACH = 12;

    /** How many tokens may part an earlier number from what leads to a later one. */
    private static final int MOST_BETWEEN = 6;

    /** What leads from an earlier number to a later one: stieg von 84 auf 97. */
    static final Traits BEFORE_LATER = Traits.of(PhraseKind.RANGE, PhraseKind.PREPOSITION);

    /** The most tokens between two dashes that stand for brackets. */
    private static final int LONGEST_INSERTION = 16;

    /** What stands before a whole at the beginning of a sentence. */
    private static final Traits WHOLES = Traits.of(PhraseKind.OF, PhraseKind.AMONG);

    private static final Traits STATES = TokenType.DIGITS.and(
            PhraseKind.STATE, PhraseKind.MEASURE, PhraseKind.VERB, TokenType.COMMA, TokenType.STOP);

    private static final Traits ENDS_OF_INSERTION =
            Traits.of(TokenType.DASH, TokenType.STOP, TokenType.LINE, TokenType.COLON, TokenType.OPEN, TokenType.NONE);

    /** What parts a number from the verb that says how it changed. */
    private static final Traits ENDS_OF_CHANGE =
            TokenType.DIGITS.and(TokenType.COMMA, TokenType.STOP, TokenType.LINE, TokenType.COLON);

    private static final Traits STARTS_OF_PART = Traits.of(PhraseKind.SUBSET, PhraseKind.OF);
    private static final Traits ENDS_OF_ENTRY = Traits.of(TokenType.COMMA, TokenType.STOP, TokenType.LINE);

    /** What may follow an insertion between what is counted and its state. */
    private static final Traits BEFORE_STATE = Traits.of(PhraseKind.AUX, PhraseKind.STATE);

    private static final Traits NOUN_WORDS = Traits.of(TokenType.WORD, PhraseKind.OF, PhraseKind.ITEM);

    /** How many tokens may follow a part before the verb of its whole, and what none of them is. */
    private static final int MOST_OF_PART = 6;

    private static final Traits ENDS_OF_PART = STATES.and(TokenType.COLON, TokenType.LINE, PhraseKind.AUX);

    /** How many tokens part someone from those whom he was among: was among the six killed. */
    private static final int MOST_TO_WHOLE = 4;

    private static final Traits ENDS_OF_WHOLE = STATES.and(PhraseKind.AUX);

    private static final Traits RELATIVES = Traits.of(PhraseKind.SUBSET, PhraseKind.AUX);

    private static final Traits COLON = Traits.of(TokenType.COLON);

    private static final Traits ROW_JOINS = Traits.of(TokenType.COMMA, PhraseKind.AND);

    /** What parts numbers that have their unit in common. */
    private static final Traits UNIT_JOINS = ROW_JOINS.and(PhraseKind.OR, TokenType.SLASH);

    private final Tokens tokens;
    private final MeasureWords words;
    private final MeasureCompletion completion;
    private final List<FigureCandidate> figures = new ArrayList<>(4);
    private final List<Remark> remarks = new ArrayList<>(0);
    private final Authors authors;
    private final boolean hasChange;

    /** The number of open brackets, and the figure before the first of them. */
    private int depth;

    private @Nullable FigureCandidate beforeBracket;
    private int bracketAt;
    /** Whether what follows is part of the figure before, and the word that says so: of whom, including. */
    private boolean isSubset;

    private int subsetAt;
    /** The figure before a colon, of which those after it in the sentence are parts unless they are in a state of their own. */
    private @Nullable FigureCandidate brokenDown;

    /** The whole at the beginning of the sentence: of the 28 bombers dispatched. */
    private @Nullable FigureCandidate topic;

    /** Whether the next figure is a total. */
    private boolean isTotal;

    /** The second of two dashes that stand for brackets. */
    private int closingDash = -1;

    private boolean partiesNoted;
    /** Whether a label on a line of its own says whose the figures are, and the number of such labels so far. */
    private boolean isUnderSource;

    private int sources;

    FigureCandidates(Tokens tokens, MeasureWords words, Context context) {
        this.tokens = tokens;
        this.words = words;
        completion = new MeasureCompletion(tokens, words, figures, context);
        authors = new Authors(tokens);
        hasChange = tokens.has(PhraseKind.CHANGE);
    }

    List<FigureCandidate> all() {
        return figures;
    }

    MeasureCompletion completion() {
        return completion;
    }

    List<Remark> remarks() {
        return remarks;
    }

    void note(Remark remark) {
        remarks.add(remark);
    }

    private @Nullable FigureCandidate last() {
        return figures.isEmpty() ? null : figures.get(figures.size() - 1);
    }

    /** The token after the last figure. */
    int endOfLast() {
        FigureCandidate last = last();
        return last == null ? 0 : last.end;
    }

    /**
     * Takes what follows a bracket, or a comma, for what was counted before it and left open.
     *
     * @param mark the bracket or comma
     * @return the token after what was read, or -1 if there is nothing for that figure
     */
    int resume(int mark, int line) {
        int whole = figures.size() - 1;
        boolean comma = !tokens.is(mark, TokenType.CLOSE) && mark != closingDash;
        if (mark == closingDash) {
            closeBracket();
        }
        boolean inWords = whole > 0 && figures.get(whole).range == null; // 27 people, most of them farmers, had died
        boolean isPart = whole >= 0 && !inWords && tokens.is(subsetAt, PhraseKind.PREPOSITION) && isSubset;
        boolean inserted = comma && tokens.is(mark + 1, PhraseKind.AUX); // 23, of whom eight children, have died
        isPart = isPart && !(inserted && figures.get(whole).whole != null && figures.get(whole).start == subsetAt + 1);
        int lowest = Math.max(0, whole - REACH);
        whole -= inWords ? 1 : 0;
        while (whole >= lowest && !isPart && figures.get(whole).whole != null && figures.get(whole).start >= line) {
            whole--;
        }
        boolean part = whole >= 0 && !inWords && whole < figures.size() - 1;
        if (whole >= 0 && isPart && figures.get(whole).end != mark) {
            return -1;
        }
        if (whole < lowest
                || figures.get(whole).start < line
                || !(figures.get(whole).state.isOpen() || figures.get(whole).isBorrowed)
                || (comma
                        ? !(isBehind(figures.get(inWords ? whole : figures.size() - 1).end, mark)
                                || (part && isSaidOfPart(endOfLast(), mark)))
                        : !part && figures.get(whole).end != bracketAt) // 2 tankers (9,000 BRT) sunk
                || !words.resume(mark + 1, comma)
                || (figures.get(whole).item.is(Item::isPeople) && words.state.is(State::isOfThingsAlone))) {
            return -1; // a ship of 420 men, sunk by gunfire
        }
        completion.resume(whole);
        if (whole > 0) {
            completion.rows().complete(figures.get(whole), whole - 1);
        }
        tokens.setReasons(mark + 1, words.end, Reason.LABEL);
        isSubset &= !part; // 5 people, including 3 children, were killed, and 7 wounded
        return words.end;
    }

    /**
     * Whether a mark follows a figure, or a name or words between commas behind it: 40 tanks, including 5 Tigers, were
     * destroyed; 27 people, most of them farmers, had died.
     */
    private boolean isBehind(int end, int mark) {
        boolean insertion = tokens.is(end, TokenType.COMMA)
                && tokens.is(mark, TokenType.COMMA)
                && mark - end <= LONGEST_INSERTION
                && tokens.is(mark + 1, BEFORE_STATE)
                && !tokens.has(end + 1, mark, STATES);
        insertion |= isRelativeClause(end, mark) || isNoun(end, mark);
        return end == mark || insertion || (end == mark - 1 && tokens.is(end, TokenType.NAME));
    }

    /** Whether a clause about what was counted ends at a comma: 64 enfants dont le sexe n'est pas connu, sont morts. */
    private boolean isRelativeClause(int end, int comma) {
        return tokens.is(end, RELATIVES)
                && comma > end
                && comma - end <= LONGEST_INSERTION
                && tokens.is(comma, TokenType.COMMA)
                && tokens.is(comma + 1, BEFORE_STATE)
                && !tokens.has(end, comma, STATES);
    }

    /** Whether words that name no item part a number from the comma before its state: three stand of colours, fell into. */
    private boolean isNoun(int end, int comma) {
        boolean words = tokens.is(comma + 1, PhraseKind.STATE) && comma - end <= MOST_TO_WHOLE;
        for (int i = end; words && i < comma; i++) {
            words = tokens.is(i, NOUN_WORDS);
        }
        return words;
    }

    /** Whether words alone part a part from the comma before the verb of its whole: eight others, two of them gravely, were. */
    private boolean isSaidOfPart(int end, int comma) {
        return tokens.is(comma, TokenType.COMMA)
                && tokens.is(comma + 1, PhraseKind.AUX)
                && comma - end <= MOST_OF_PART
                && !tokens.has(end, comma, ENDS_OF_PART);
    }

    /** Whether a dash is the second of two that stand for brackets. */
    boolean isClosing(int dash) {
        return dash == closingDash;
    }

    /** Takes two dashes with spaces around them, and no full stop between, for brackets: eleven men – two of them officers – died. */
    void readDash(int dash) {
        if (dash != endOfLast() || depth > 0 || tokens.isGlued(dash, dash + 1)) {
            return;
        }
        int close = dash + 1;
        while (close - dash <= LONGEST_INSERTION && !tokens.is(close, ENDS_OF_INSERTION)) {
            close++;
        }
        if (tokens.is(close, TokenType.DASH)
                && !tokens.isGlued(close - 1, close)
                && !tokens.isGlued(close, close + 1)) {
            closingDash = close;
            openBracket(dash);
        }
    }

    void openBracket(int bracket) {
        if (depth++ == 0) {
            FigureCandidate last = last();
            boolean part = last != null && !isPlus(bracket + 1) && !isOfNextEntry(last.end, bracket);
            beforeBracket = part ? last : null;
            bracketAt = bracket;
            isSubset = false;
        }
    }

    /** Returns whether what follows is added to what precedes it: + 500 men, plus 500 men. */
    private boolean isPlus(int token) {
        return tokens.is(token, PhraseKind.AFTER)
                && (tokens.first(token) == '+' || tokens.is(token, PhraseKind.PREPOSITION));
    }

    /** Returns whether a bracket follows a name of its own: Smith (300 men), Jones (200 men). */
    private boolean isOfNextEntry(int end, int bracket) {
        int i = bracket;
        while (i > end && tokens.is(i - 1, TokenType.OTHER_WORDS)) {
            i--;
        }
        return (i < bracket && i > end && tokens.is(i - 1, ENDS_OF_ENTRY)) || isOnNextLine(end, bracket);
    }

    /** Returns whether a bracket stands behind words on a line of its own: Fort Howell (11 guns). */
    private boolean isOnNextLine(int end, int bracket) {
        int i = bracket;
        while (i > end && !tokens.is(i - 1, TokenType.DELIMITERS)) {
            i--;
        }
        return i < bracket
                && i > end
                && tokens.is(i - 1, TokenType.LINE)
                && !tokens.is(i, PhraseKind.PREPOSITION)
                && !tokens.has(i, bracket, STARTS_OF_PART);
    }

    void closeBracket() {
        depth = Math.max(0, depth - 1);
        isSubset = false;
        if (depth == 0) {
            beforeBracket = null;
        }
    }

    /** Returns whether a bracket after a figure is open. */
    boolean isInBracket() {
        return depth > 0 && beforeBracket != null;
    }

    /** Returns what is counted before the open bracket, from the text or else from its context. */
    Mention<Item> itemOfBracket() {
        return depth == 0 || beforeBracket == null ? Mention.open() : completion.itemOf(beforeBracket);
    }

    /** Takes the figures after a colon for parts of the one before it: 308 casualties: 221 men, 38 women. */
    void readColon(int colon, int line) {
        FigureCandidate last = last();
        boolean whole = last != null
                && last.start >= line
                && colon - last.end <= LONGEST_INSERTION
                && last.state.is(State::isLoss)
                && !tokens.has(last.end, colon, ENDS_OF_ENTRY);
        brokenDown = whole ? last : null;
    }

    /** Ends a sentence or a part of one; a whole at its beginning is that of all its parts. */
    void endSentence(int stop) {
        topic = tokens.isSemicolon(stop) ? topic : null;
        brokenDown = null;
        isSubset = false;
        isTotal = false;
    }

    /** Ends a line that has a number; "including:" at its end refers to the next line. */
    void endNumbers(int end) {
        topic = null;
        isTotal = false;
        brokenDown = null;
        isSubset &= subsetAt >= end - 2;
    }

    /** Processes a word that says how figures relate to each other. */
    void read(int token) {
        if (tokens.is(token, PhraseKind.SUBSET) && !figures.isEmpty()) {
            isSubset = true;
            subsetAt = token;
        }
        isTotal |= tokens.is(token, PhraseKind.TOTAL);
        tokens.setReason(token, Reason.RELATION);
    }

    /** Returns whether "total" was read, and forgets it. */
    FigureRelation takeTotal() {
        FigureRelation relation = isTotal ? FigureRelation.TOTAL : FigureRelation.NONE;
        isTotal = false;
        return relation;
    }

    /** Records whether a label on a line of its own says whose the figures below it are: Russian sources. */
    void labelSource(boolean isSource) {
        isUnderSource = isSource;
        sources += isSource ? 1 : 0;
    }

    /** Adds a figure without a number. */
    void addWords(FigureCandidate figure) {
        completion.completeFromLabel(figure);
        completion.rows().completeThings(figure);
        figures.add(figure);
    }

    /**
     * Adds a figure, with its relation to those before it, and completes its measure from theirs or theirs from it.
     *
     * @param sentence the first token of its sentence
     * @param line the first token of its line
     */
    void add(FigureCandidate figure, int sentence, int line) {
        FigureCandidate last = last();
        boolean alternative = last != null && figure.start - last.end == 1 && isAlternative(figure.start - 1);
        if (last != null && alternative) {
            MeasureCompletion.lend(last.item, last.state, figure);
        }
        if (last != null && isChangeTo(figure.start - 1, sentence)) {
            completion.completeChange(last, figure);
        }
        if (last != null && tokens.isRole(figure.start - 1, Role.ASIDE)) {
            completion.completeAside(figure, last);
        }
        completion.rows().completeOthers(figure, beforeBracket, last != null && last.start >= line ? last : null);
        int lowest = last == null ? 0 : last.range == null ? last.start : last.end; // the number of dead is 300
        completion.completeFromWordsBefore(figure, last, Math.max(sentence, lowest));
        if (!isInBracket() || tokens.has(Math.max(bracketAt, figure.start - REACH), figure.start, COLON)) {
            completion.completeFromLabel(figure); // casualties: 5 injured (2 critical)
        }
        completion.completePresence(figure);
        relate(figure, last, alternative);
        if (words.within && isInBracket()) {
            lendUnit(figure);
        }
        if (last != null) {
            completion.rows().complete(figure, figures.size() - 1);
            completion.completeSum(figure, line);
        }
        if (figure.relation == FigureRelation.TOTAL) {
            completion.completeTotal(figure, line);
        }
        if (last != null && last.start >= line) {
            completion.completeEllipsis(figure, last);
        }
        if (topic != null) {
            completion.completeFromTopic(figure, topic);
        }
        completion.senses().settle(figure);
        figure.source = isUnderSource ? sources : 0;
        figure.isSourced = isUnderSource
                || (last == null || last.start < line ? authors.isNamedBeside(figure, line) : last.isSourced);
        if (figure.isSourced && figure.relation == FigureRelation.NONE && takesUp(figure, line)) {
            figure.relation = FigureRelation.ALTERNATIVE;
        } else {
            noteParty(figure);
        }
        figures.add(figure);
        int front = tokens.isCommon(figure.start - 1) ? figure.start - 2 : figure.start - 1;
        boolean among = tokens.is(front, PhraseKind.AMONG);
        boolean heads = isHeadOfSentence(figure, last, sentence);
        topic = heads ? figure : topic;
        if (among || heads) {
            isSubset = true; // of the 300 dead, 20 were women; among the 18 dead were three children
            subsetAt = heads ? sentence : front;
            if (among && last != null && last.start >= sentence && figure.start - last.end <= MOST_TO_WHOLE) {
                completion.completeMember(last, figure);
            }
        }
    }

    /** Gives the bare numbers of a row in brackets what the last of them counts: 2 tankers (4,000 and 5,000 GRT). */
    private void lendUnit(FigureCandidate last) {
        int next = last.start;
        for (int k = figures.size() - 1; k >= 0 && figures.get(k).start > bracketAt; k--) {
            FigureCandidate bare = figures.get(k);
            if (!tokens.is(bare.end - 1, TokenType.DIGITS) || !isRowJoin(bare.end, next)) {
                return;
            }
            bare.item = last.item;
            next = bare.start;
        }
    }

    private boolean isRowJoin(int from, int to) {
        boolean join = from < to;
        for (int i = from; i < to && join; i++) {
            join = tokens.is(i, UNIT_JOINS);
        }
        return join;
    }

    /** Whether a figure is the whole that a sentence begins with: of the 300 dead; out of the fleet of 42 sail. */
    private boolean isHeadOfSentence(FigureCandidate figure, @Nullable FigureCandidate last, int sentence) {
        if (!tokens.is(sentence, WHOLES) || (last != null && last.start >= sentence)) {
            return false;
        }
        boolean word = tokens.isCommon(figure.start - 1) && figure.start - 2 == sentence;
        boolean ofGroup = tokens.is(figure.start - 1, PhraseKind.OF)
                && figure.start - sentence <= MOST_TO_WHOLE
                && !tokens.has(sentence + 1, figure.start - 1, ENDS_OF_WHOLE);
        return figure.start - 1 == sentence || word || ofGroup;
    }

    /** Whether a token leads from an earlier number of a sentence to a later one: rose from 14 in June to 21. */
    boolean isChangeTo(int token, int sentence) {
        FigureCandidate last = hasChange ? last() : null;
        return last != null
                && last.start >= sentence
                && isEarlier(last.start)
                && token - last.end <= MOST_BETWEEN
                && (tokens.is(token, PhraseKind.RANGE) || (token == last.end && tokens.is(token, BEFORE_LATER)));
    }

    /** Whether the number that begins at a token is the earlier one of a change: rose from 14; revised the toll from 41. */
    boolean isEarlier(int start) {
        if (!hasChange) {
            return false;
        }
        if (tokens.is(start - 1, PhraseKind.CHANGE)) {
            return true;
        }
        if (!tokens.is(start, PhraseKind.BETWEEN)) {
            return false;
        }
        int last = tokens.is(start - 1, TokenType.COMMA) ? start - 2 : start - 1; // revu à la baisse, de 41 à 37
        for (int i = last; i >= Math.max(0, start - REACH) && !tokens.is(i, ENDS_OF_CHANGE); i--) {
            if (tokens.is(i, PhraseKind.CHANGE)) {
                return true;
            }
        }
        return false;
    }

    /** Determines how a figure relates to those before it, and fills in what it then leaves unsaid. */
    private void relate(FigureCandidate figure, @Nullable FigureCandidate last, boolean alternative) {
        if (last != null && alternative) {
            figure.relation = FigureRelation.ALTERNATIVE;
            tokens.setReason(figure.start - 1, Reason.RELATION);
            if (last.isOpen()) {
                last.item = figure.item;
                last.state = figure.state;
            }
        } else if (isTotal || words.total) {
            figure.relation = FigureRelation.TOTAL;
            isTotal = false;
        } else if (depth > 0 && beforeBracket != null && isBySomebodyElse(figure, beforeBracket)) {
            figure.relation = FigureRelation.ALTERNATIVE;
            figure.item = beforeBracket.item;
            figure.state = beforeBracket.state;
        } else if (depth > 0 && beforeBracket != null && isWholeInBracket(figure)) {
            figure.relation = FigureRelation.WHOLE;
            figure.item = figure.item.isOpen() ? beforeBracket.item : figure.item;
        } else if (depth > 0 && beforeBracket != null) {
            figure.relation = FigureRelation.SUBSET;
            FigureCandidate whole = beforeBracket;
            if (last != null && isSubset && last.start > bracketAt && !endsSubset(figure, last)) {
                whole = nestedWhole(last);
            }
            completion.completePart(whole, figure);
        } else if ((isSubset || words.part) && last != null && !endsSubset(figure, last)) {
            figure.relation = FigureRelation.SUBSET;
            FigureCandidate whole = wholeOf(last);
            if (words.isSentence && whole.end == subsetAt && figure.start == subsetAt + 1 && !figure.item.isOpen()) {
                MeasureCompletion.lend(Mention.open(), figure.state, whole); // six people including a child were killed
            }
            if (tokens.is(subsetAt, PhraseKind.OF) && whole.state.is(State::isStrength)) {
                figure.item = figure.item.isOpen() ? whole.item : figure.item; // of 5,400 engaged, 900 came back
                figure.whole = whole;
            } else {
                completion.completePart(whole, figure);
            }
        } else if (last != null && isNextPart(figure, last)) {
            figure.relation = FigureRelation.SUBSET;
            completion.completePart(Objects.requireNonNull(last.whole), figure);
        } else if (brokenDown != null && isSort(figure, brokenDown)) {
            figure.relation = FigureRelation.SUBSET;
            completion.completePart(brokenDown, figure);
        }
    }

    /** Whether a bracket says no more than of how many the figure before it counts some: 300 killed (of 5,000). */
    private boolean isWholeInBracket(FigureCandidate figure) {
        boolean of = figure.start == bracketAt + 1
                ? tokens.is(figure.start, PhraseKind.OF) // von is also a qualifier
                : figure.start == bracketAt + 2 && tokens.is(bracketAt + 1, PhraseKind.OF);
        return of && figure.state.isOpen() && tokens.is(figure.end, TokenType.CLOSE);
    }

    /** Whether a figure behind a colon is of a sort that the one before it sums up: 214 casualties: 63 deaths, 151 injuries. */
    private static boolean isSort(FigureCandidate figure, FigureCandidate whole) {
        return figure.state.isOpen()
                ? MeasureCompletion.goesWith(figure.item, whole.state)
                : figure.item.isOpen() && MeasureCompletion.isGeneral(whole.state) && figure.state.is(State::isLoss);
    }

    /** What a part in brackets is part of there: 2,318 casualties (702 killed, including 98 children and 40 women). */
    private FigureCandidate nestedWhole(FigureCandidate last) {
        return last.whole != null && last.whole.start > bracketAt ? last.whole : last;
    }

    /** What a figure is part of, or else itself; in lost 164 out of 251 men, including fifteen officers, the 164. */
    private FigureCandidate wholeOf(FigureCandidate last) {
        if (last.whole != null) {
            boolean nested =
                    last.state.is(State::isLoss) && !last.whole.state.is(State::isLoss) && subsetAt >= last.end;
            return nested ? last : last.whole; // of 9,800 men it lost 4,100, including 148 officers
        }
        FigureCandidate previous = figures.size() > 1 ? figures.get(figures.size() - 2) : last;
        boolean other = last.isOpen() && tokens.is(last.end, TokenType.OTHER_WORDS);
        if (other && previous.state.is(State::isLoss) && !tokens.has(previous.end, last.start, TokenType.MARKS)) {
            return previous; // 12 killed in three strikes, including four children
        }
        boolean base = last.state.isOpen() && tokens.is(last.start - 1, PhraseKind.OF);
        FigureCandidate before = base ? previous : last;
        return before.end == last.start - 1 ? before : last;
    }

    /** Whether a figure goes on with the parts of a whole: 297 of them were lieutenants and 205 captains. */
    private boolean isNextPart(FigureCandidate figure, FigureCandidate last) {
        return last.whole != null
                && last.relation == FigureRelation.SUBSET
                && depth == 0
                && figure.start == last.end + 1
                && tokens.is(last.end, PhraseKind.AND)
                && figure.state.isOpen()
                && figure.item.is(Item::isPeople)
                && last.item.is(Item::isPeople);
    }

    /**
     * Whether a figure is in a state of its own beside that of the whole, so that it begins anew: 37 killed, including 13
     * children, and 40 wounded.
     */
    private boolean endsSubset(FigureCandidate figure, FigureCandidate last) {
        if (!words.part && last.start > subsetAt && (completion.isLed(figure) || isOfNextClause(figure, last))) {
            isSubset = false; // killed eleven, including a commander, and arrested three in two villages
            return true;
        }
        if (!words.part && completion.isOfPlaces(figure)) {
            return true;
        }
        if (words.part || subsetAt >= last.end || !tokens.is(last.end, ROW_JOINS)) {
            return false;
        }
        FigureCandidate whole = wholeOf(last);
        Mention<State> both = tokens.vocabulary().states().of(whole.state, figure.state);
        boolean beside = !both.isOpen() && !both.equals(whole.state) && !both.equals(figure.state);
        isSubset &= !beside;
        return beside;
    }

    /** Whether a comma parts a figure from those before it, with a clause or a source behind: but hospitals speak of 31. */
    private boolean isOfNextClause(FigureCandidate figure, FigureCandidate last) {
        int comma = last.end;
        while (comma < figure.start && !tokens.is(comma, TokenType.COMMA)) {
            comma++;
        }
        return last.whole != null
                && comma < figure.start
                && (tokens.isRole(comma + 1, Role.CLAUSE) || tokens.has(comma, figure.start, PhraseKind.SOURCES));
    }

    /**
     * Returns whether a bracket gives somebody else's number for the figure before it: 10,000 (20,000 according to
     * other sources).
     */
    private boolean isBySomebodyElse(FigureCandidate figure, FigureCandidate before) {
        return (figure.isOpen() || before.hasSameMeasure(figure)) && authors.isNamedInBracket(bracketAt);
    }

    private boolean isAlternative(int join) {
        return tokens.is(join, PhraseKind.OR)
                || (tokens.is(join, TokenType.SLASH)
                        && tokens.is(join - 1, TokenType.DIGITS)
                        && tokens.is(join + 1, TokenType.DIGITS));
    }

    /**
     * Returns whether a figure counts the same as one by another author on an earlier line; an open figure counts the
     * same as the last one.
     */
    private boolean takesUp(FigureCandidate figure, int line) {
        for (int k = figures.size() - 1; k >= Math.max(0, figures.size() - REACH); k--) {
            FigureCandidate before = figures.get(k);
            boolean other = before.start < line && (before.source == 0 || before.source != figure.source);
            if (before.isSourced && other && (figure.isOpen() || before.hasSameMeasure(figure))) {
                figure.item = before.item;
                figure.state = before.state;
                return true;
            }
        }
        return false;
    }

    /**
     * Notes the party or author next to a figure: two figures of one measure, each with a name next to it, belong to
     * two parties or two authors.
     */
    private void noteParty(FigureCandidate figure) {
        int name = tokens.is(figure.end, TokenType.OPEN) ? figure.end + 1 : figure.end;
        if (!tokens.is(name, TokenType.NAME)) {
            name = figure.start - 1;
        }
        if (!tokens.is(name, TokenType.NAME) || tokens.reason(name) == Reason.DESIGNATION) {
            return; // 3 MiG-21bis
        }
        figure.party = name;
        FigureCandidate before = last();
        if (before != null
                && !partiesNoted
                && before.party >= 0
                && before.party != name
                && before.hasSameMeasure(figure)) {
            partiesNoted = true;
            remarks.add(new Remark(
                    tokens.start(Math.min(before.start, before.party)),
                    tokens.end(Math.max(figure.end - 1, name)),
                    Remark.Kind.SEVERAL_PARTIES));
        }
    }
}
