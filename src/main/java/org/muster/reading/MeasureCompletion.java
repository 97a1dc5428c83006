package org.muster.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Item;
import org.muster.figure.State;
import org.muster.interval.Interval;

/**
 * Completes the measures of figures with what their own words leave unsaid: from the label above them, the words before
 * them, the figure that they are part of, and the other figures of their row.
 *
 * <p>The file is long because all of these complete the same figures, one after another; senses of words and ellipses have files
 * of their own.
 */
final class MeasureCompletion {

    /** The most figures in a row that may leave open which things they count. */
    private static final int MOST_OPEN = 4;

    private static final Traits ROW_JOINS = Traits.of(PhraseKind.AND, TokenType.COMMA);
    private static final Traits AND = Traits.of(PhraseKind.AND, PhraseKind.JOINED);
    private static final Traits ROW_ENDS = ROW_JOINS.and(PhraseKind.JOINED);

    /** What may stand before the name of somebody else: celles de l'ennemi. */
    private static final Traits BEFORE_NAME = Traits.of(PhraseKind.PREPOSITION, PhraseKind.BETWEEN);

    /** What may stand between a comma or "and" and the number: lost 300 men, the French 200; 30 dead and to 20. */
    private static final Traits BEFORE_ROW =
            Traits.of(TokenType.NAME, PhraseKind.PREPOSITION, PhraseKind.BETWEEN, PhraseKind.RANGE);

    /** What may stand between a figure and the comma or "and" behind it. */
    private static final Traits BEFORE_JOIN = TokenType.OTHER_WORDS.and(PhraseKind.PARTICLE, PhraseKind.PREPOSITION);

    /** How many tokens may part two figures of a row. */
    private static final int MOST_IN_ROW = 12;

    /** What ends a row that goes on with a verb before it. */
    static final Traits ENDS_OF_ROW = Traits.of(
            PhraseKind.STATE,
            PhraseKind.MEASURE,
            PhraseKind.VERB,
            PhraseKind.AUX,
            PhraseKind.SUBSET,
            TokenType.STOP,
            TokenType.LINE,
            TokenType.COLON);

    /** What may stand before an item that is the label of a number. */
    private static final Traits LABEL_STARTS =
            Traits.of(TokenType.COMMA, TokenType.COLON, TokenType.OPEN, TokenType.STOP, TokenType.NONE, PhraseKind.AND);

    private static final Traits NOUNS = TokenType.OTHER_WORDS.and(PhraseKind.PERSON);
    /** How many tokens may follow the first figure of a list that goes on behind a semicolon. */
    private static final int LONGEST_LIST = 30;

    private static final Mention<State> CASUALTIES = Mention.ofState("casualties");
    private static final Mention<State> STRENGTH = Mention.ofState("strength");
    private static final Mention<State> LOST = Mention.ofState("lost");
    private static final Mention<State> DEATHS = Mention.ofState("deaths");
    private static final Mention<State> MISSING = Mention.ofState("missing");
    private static final Mention<State> KILLED = Mention.ofState("killed");
    private static final Mention<State> CAPTURED = Mention.ofState("captured");
    private static final Mention<State> DESTROYED = Mention.ofState("destroyed");
    private static final Mention<Item> SHIPS = Mention.ofItem("ships");
    private static final Mention<Item> FIGHTERS = Mention.ofItem("fighters");
    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");

    private final Tokens tokens;
    private final MeasureWords words;
    private final LeadingWords leading;
    /** The figures found so far, in order of the text. */
    private final List<FigureCandidate> figures;
    /** What the text is about, as far as its context names a built-in item. */
    private final Mention<Item> about;

    private final WordSenses senses;
    private final Ellipsis ellipsis;
    private final SomeOf someOf;

    /** What a label before a colon says about the figures after it. */
    private Mention<Item> labelItem = Mention.open();

    private Mention<State> labelState = Mention.open();
    /** What the label before a colon said of the states of the entries below it. */
    private Mention<State> headState = Mention.open();
    /** The token after what was last said of a figure behind a bracket or a comma. */
    private int resumed;
    /** Whether there is a line between the label and the current position. */
    private boolean isLabelLeft;

    MeasureCompletion(Tokens tokens, MeasureWords words, List<FigureCandidate> figures, Context context) {
        this.tokens = tokens;
        this.words = words;
        leading = new LeadingWords(tokens, words);
        this.figures = figures;
        about = context.builtInItem();
        senses = new WordSenses(tokens, figures, about);
        ellipsis = new Ellipsis(tokens, words);
        someOf = new SomeOf(tokens, words, senses);
    }

    /** The words whose meaning the figures settle. */
    WordSenses senses() {
        return senses;
    }

    /** Records what a label says about the figures after it. */
    void label(Mention<Item> item, Mention<State> state) {
        labelItem = item;
        labelState = state;
        headState = state;
        isLabelLeft = false;
    }

    /** Records what the label of an entry says about the figure after it, under the label before a colon. */
    void labelEntry(Mention<Item> item, Mention<State> state) {
        labelItem = item.isOpen() && state.isOpen() ? Mention.unnamed() : item;
        labelState = state.isOpen() ? headState : state;
    }

    /** Moves on to lines further below the label. */
    void leaveLabel() {
        isLabelLeft = true;
    }

    /**
     * Completes a figure from its label. On lines further below, a label that names only an item applies only to
     * things: under "Ships:", 40 captured may be men.
     */
    void completeFromLabel(FigureCandidate figure) {
        boolean behind = tokens.is(figure.start - 1, TokenType.COLON);
        if (behind && tokens.is(figure.start - 2, PhraseKind.TOTAL)) {
            return; // missing: 13 — total: 278
        }
        if (!isLabelLeft || !labelState.isOpen() || figure.state.is(State::isOfThingsAlone)) {
            figure.isBorrowed |= figure.state.isOpen() && (isGeneral(labelState) || !behind);
            if (figure.item.equals(PERSONNEL) && labelItem.is(Item::isPeople)) {
                figure.item = labelItem; // infantry: 31,200 men
            }
            boolean things = labelState.equals(CASUALTIES) && isThings(figure.item);
            lend(labelItem, things ? LOST : labelState, figure); // casualties: 300 men, 12 tanks
        }
    }

    static boolean isGeneral(Mention<State> state) {
        return state.equals(LOST) || state.equals(CASUALTIES);
    }

    /** Gives what a verb says behind a number in between to the one before: two ships with 300 men aboard were sunk. */
    void completeAside(FigureCandidate between, FigureCandidate before) {
        if (words.isSentence && before.end == between.start - 1 && before.state.isOpen()) {
            before.state = goesWith(before.item, between.state) ? between.state : before.state;
            boolean both = between.item.is(Item::isPeople) && !between.state.is(State::isOfThingsAlone);
            between.state = both ? between.state : Mention.open(); // 90 boats with 5,000 people are missing
        }
    }

    /** Completes an earlier and a later number of the same from each other: rose from 14 to 21 dead. */
    void completeChange(FigureCandidate earlier, FigureCandidate later) {
        lend(later.item, later.state, earlier);
        lend(earlier.item, earlier.state, later);
    }

    /** Completes a figure from the words before it, and before the figures of the row that it continues. */
    void completeFromWordsBefore(FigureCandidate figure, @Nullable FigureCandidate last, int lowest) {
        if (figure.state.isOpen() && leading.readBefore(figure.start, lowest)) {
            if (leading.isVerb && words.state.equals(DEATHS) && isCraft(figure, last)) {
                words.state = DESTROYED; // flak claimed three bombers
                words.item = last != null && figure.item.isOpen() ? last.item : words.item;
            }
            lend(words.item, words.state, figure);
            figure.led = words.state;
            figure.isBorrowed = isGeneral(words.state); // casualties were 5 officers and 71 ratings killed
        } else if (figure.start > lowest && !words.isSentence && isRowAhead(figure.end)) {
            figure.led = leading.stateBefore(figure.start, lowest); // lost 4,000 men in killed and wounded
        }
        boolean people = figure.item.equals(PERSONNEL)
                && tokens.phrase(figure.start - 1).item().is(Item::isPeople);
        if ((figure.item.isOpen() || people) && isLabelled(figure.start, lowest)) {
            figure.item = tokens.phrase(figure.start - 1).item(); // deaths: civilians 120, infantry 45 men
        }
        FigureCandidate first = last == null || last.whole == null ? last : last.whole;
        if (first != null && figure.state.isOpen() && isWith(figure.start) && goesWith(figure.item, first.state)) {
            figure.state = first.state; // two were killed along with six of the guards
            figure.isBorrowed = true;
            return;
        }
        if (first != null && figure.state.isOpen() && isListedOn(figure) && goesWith(figure.item, first.led)) {
            figure.state = first.led; // captured 300 prisoners, of whom 20 were officers; 31 guns, 5 flags
            figure.led = first.led;
            figure.isBorrowed = true;
            return;
        }
        if (last == null || !figure.led.isOpen() || !isNextInRow(last, figure)) {
            return;
        }
        Mention<State> led = last.led.isOpen() && last.whole != null ? last.whole.led : last.led;
        if (led.isOpen()) {
            if (first != null
                    && first.led.isOpen()
                    && Prisoners.are(tokens, last)
                    && figure.state.isOpen()
                    && isThings(figure.item)) {
                figure.state = CAPTURED; // 5,400 prisoners, 62 cannon, 18 colours
                figure.led = CAPTURED;
                figure.isBorrowed = true;
            }
            return;
        }
        if (figure.state.isOpen() && goesWith(figure.item, led)) {
            figure.state = led; // lost 4,000 men, 30 guns
            figure.led = led;
            figure.isBorrowed = true;
        } else if (!figure.state.isOpen() && isRowAhead(figure.end)) {
            figure.led = led; // left 2,100 dead and 40 guns
        }
    }

    /** Whether a comma or "and" follows, at once or behind a few words that say no more: laissa 4 000 morts sur le terrain et. */
    private boolean isRowAhead(int end) {
        int join = end;
        while (join - end < MOST_OPEN && tokens.is(join, BEFORE_JOIN) && !tokens.is(join, ENDS_OF_ROW)) {
            join++;
        }
        return tokens.is(join, ROW_JOINS);
    }

    /**
     * Whether things are counted; fighters are where other aircraft are counted before them, as is a bare number behind
     * aircraft: lost three machines and claimed nine.
     */
    private boolean isCraft(FigureCandidate figure, @Nullable FigureCandidate last) {
        if (figure.item.isOpen()) {
            return last != null && last.item.is(Item::isAircraft) && Ellipsis.endsNoun(tokens, figure.end);
        }
        return figure.item.equals(FIGHTERS)
                ? figures.stream().anyMatch(before -> before.item.is(Item::isAircraft))
                : figure.item.is(Item::isMateriel);
    }

    /** Whether words join a number to what was said of the one before: along with six of the guards, as were six guards. */
    private boolean isWith(int start) {
        return tokens.is(start - 1, PhraseKind.AND) && tokens.words(start - 1) > 1;
    }

    /** Whether a verb right before a number says what was done to those that it counts. */
    boolean isLed(FigureCandidate figure) {
        return !figure.led.isOpen() && !figure.isBorrowed && tokens.is(figure.start - 1, PhraseKind.STATE);
    }

    /** Whether a figure counts places or events: were held at the three camps. */
    boolean isOfPlaces(FigureCandidate figure) {
        return figure.isOpen() && leading.isOfPlaces(figure.start);
    }

    /** Takes what is in battle for engaged, unless it is lost there: lost 300 in battle. */
    void completePresence(FigureCandidate figure) {
        if (!words.presence.isOpen() && (figure.state.isOpen() || figure.state.equals(STRENGTH))) {
            figure.state = words.presence;
        }
    }

    /** Whether the word for the state of a number is one that is said of prices and bombs too. */
    private boolean hasFallen(FigureCandidate figure) {
        int word = figure.end - 1;
        return figure.state.equals(KILLED) && tokens.is(word, PhraseKind.STATE) && tokens.is(word, PhraseKind.CHANGE);
    }

    private static boolean canFall(Mention<Item> item) {
        return item.equals(Mention.unnamed()) || item.is(Item::isAircraft);
    }

    private static boolean isThings(Mention<Item> item) {
        return !item.isOpen() && !item.is(Item::isPeople);
    }

    /** Whether a figure goes on with a row: a comma or "and" stands before it, and no verb that is known since the last. */
    private boolean isNextInRow(FigureCandidate last, FigureCandidate figure) {
        int join = figure.start - 1;
        while (join > last.end
                && (tokens.is(join, BEFORE_ROW)
                        || isGap(join, figure.start)
                        || isArticle(join)
                        || isOther(join)
                        || (join == figure.start - 1 && tokens.isCommon(join)))) { // a man and their three sons
            join--;
        }
        boolean next = tokens.is(join, ROW_JOINS) || (isSemicolon(join) && isOther(join + 1));
        boolean listed = last.end == figure.start && !last.led.isOpen(); // killed 3 officers 41 men
        boolean joined = listed || tokens.is(figure.start, PhraseKind.JOINED) || (next && join >= last.end);
        boolean hasVerb = tokens.is(figure.end, PhraseKind.AUX); // lost 30 guns, 20 were unhurt
        if (!joined || hasVerb || figure.start - last.end > MOST_IN_ROW) {
            return false;
        }
        return !tokens.has(last.end, join, ENDS_OF_ROW)
                && !tokens.is(figure.start - 1, PhraseKind.SUBSET)
                && !words.part;
    }

    /** Whether a word stands for the same of somebody else: celles des Français à 3 000; de danska till 900; sin egen till. */
    private boolean isOther(int token) {
        boolean adjective = tokens.is(token, TokenType.WORD)
                && (tokens.isRole(token - 1, PhraseKind.DETERMINER) || tokens.is(token - 1, BEFORE_NAME));
        return adjective || tokens.isRole(token, PhraseKind.DETERMINER);
    }

    private boolean isSemicolon(int token) {
        return tokens.is(token, TokenType.STOP) && tokens.first(token) == ';';
    }

    /** Whether an article before a name can be a pronoun too: verloren 9.200 Mann, die Österreicher 6.500. */
    private boolean isArticle(int token) {
        return tokens.is(token, PhraseKind.AUX)
                && !tokens.is(token, PhraseKind.PASSIVE)
                && tokens.is(token + 1, TokenType.NAME)
                && tokens.is(token - 1, ROW_JOINS);
    }

    /** Completes someone who was among those counted behind: a girl was among the six people killed. */
    void completeMember(FigureCandidate member, FigureCandidate whole) {
        if (member.state.isOpen() && goesWith(member.item, whole.state)) {
            member.state = whole.state;
        }
    }

    /** Completes a figure in brackets or after "including" from the figure before it. */
    void completePart(FigureCandidate whole, FigureCandidate part) {
        part.whole = whole;
        if (part.item.isOpen() && tokens.is(part.end, TokenType.DASH) && tokens.is(part.end + 1, PhraseKind.ITEM)) {
            part.item = tokens.phrase(part.end + 1).item(); // из них трое — дети
        }
        if (part.state.equals(Mention.unnamed()) && whole.state.is(State::isLoss)) {
            part.state = whole.state; // 36 captured (14 released)
        }
        if (part.isOpen()) {
            part.item = whole.item;
            part.state = whole.state;
            part.isBorrowed |= whole.state.is(State::isStrength); // a complement of 160, of whom 24 were wounded
        } else if (part.item.isOpen() && !whole.item.isOpen() && goesWith(whole.item, part.state)) {
            part.item = whole.item;
        } else if (part.state.isOpen() && goesWith(part.item, whole.state)) {
            part.state = whole.state;
        }
    }

    /**
     * Completes a total of figures on its line in several states, in which only people are: 9 killed, 27 wounded, 46
     * missing; in all, 82.
     */
    void completeTotal(FigureCandidate total, int line) {
        Mention<State> one = Mention.open();
        boolean several = false;
        for (int k = figures.size() - 1; k >= Math.max(0, figures.size() - MOST_IN_ROW); k--) {
            FigureCandidate part = figures.get(k);
            if (part.start < line) {
                break;
            }
            if (!part.state.is(State::isLoss) || part.state.is(State::isOfThingsAlone)) {
                return;
            }
            several |= !one.isOpen() && !one.equals(part.state);
            one = part.state;
        }
        if (several
                && (total.state.isOpen() || (total.isBorrowed && !isGeneral(total.state)))
                && (total.item.isOpen() || total.item.equals(PERSONNEL))) {
            total.state = CASUALTIES;
        }
    }

    /** Whether a figure stands right behind a semicolon, and no verb or state behind it up to the next full stop. */
    private boolean isListedOn(FigureCandidate figure) {
        if (!isSemicolon(figure.start - 1)) {
            return false;
        }
        int end = figure.end;
        while (end - figure.end <= LONGEST_LIST && !tokens.is(end, ENDS_OF_ROW) && end < tokens.size()) {
            end++;
        }
        return !figure.item.isOpen() && (end == tokens.size() || tokens.is(end, TokenType.STOP));
    }

    /** Whether an item alone stands between a mark and a number. */
    private boolean isLabelled(int start, int lowest) {
        return start - 1 >= lowest
                && tokens.is(start - 1, PhraseKind.ITEM)
                && !tokens.phrase(start - 1).item().is(Item::isUnits)
                && tokens.is(start - 2, LABEL_STARTS);
    }

    /** Whether a word says who lost what follows, without a verb of its own: the raid cost the attackers six bombers and the defenders two. */
    private boolean isGap(int token, int start) {
        return token == start - 1
                ? tokens.is(token, PhraseKind.ITEM)
                : token == start - 2 && tokens.is(token + 1, PhraseKind.ITEM) && tokens.isCommon(token);
    }

    /** Completes a number that has its noun in common with the one before it. */
    void completeEllipsis(FigureCandidate figure, FigureCandidate last) {
        ellipsis.complete(figure, last, Math.max(last.end, resumed));
        Ellipsis.completePair(tokens, figures, figure);
    }

    /** Gives two numbers in states of their own, which add up to the people before them, what these are: 64 civilians, 20 dead and 44 hurt. */
    void completeSum(FigureCandidate last, int line) {
        int k = figures.size() - 2;
        if (k < 0 || figures.get(k).start < line) {
            return;
        }
        FigureCandidate whole = figures.get(k);
        FigureCandidate first = figures.get(k + 1);
        boolean open = first.item.isOpen() && last.item.isOpen() && !first.state.isOpen() && !last.state.isOpen();
        if (open && whole.item.is(Item::isPeople) && isSum(whole.range, first.range, last.range)) {
            first.item = whole.item;
            last.item = whole.item;
        }
    }

    private static boolean isSum(@Nullable Interval whole, @Nullable Interval one, @Nullable Interval other) {
        return whole != null
                && one != null
                && other != null
                && whole.sup() < Double.POSITIVE_INFINITY
                && whole.inf() == one.inf() + other.inf()
                && whole.sup() == one.sup() + other.sup();
    }

    /** Completes the figures of a row from one another. */
    void completeRow(FigureCandidate figure, int before) {
        FigureCandidate last = figures.get(before);
        int start = figure.start;
        if (!figure.state.isOpen()) {
            boolean things = isOfThings(figure) && figure.relation == FigureRelation.NONE;
            boolean sentence = isSentence() && figure.relation != FigureRelation.SUBSET;
            boolean sorted = figure.relation != FigureRelation.SUBSET
                    && last.isBorrowed
                    && isGeneral(last.state)
                    && !Prisoners.are(tokens, figure)
                    && last.item.is(Item::isPeople)
                    && figure.item.is(Item::isPeople);
            boolean men = figure.relation != FigureRelation.SUBSET
                    && !Prisoners.are(tokens, figure)
                    && last.item.equals(PERSONNEL)
                    && figure.item.equals(PERSONNEL); // 3 officers, 41 men dead
            boolean all = (things && !figure.item.isOpen()) || sentence || sorted || men;
            int join = joinBefore(start);
            boolean comma = tokens.is(start - 1, TokenType.COMMA) || (sentence && isCommaOfOthers(last.end, start));
            boolean bracket = tokens.is(figure.end - 1, TokenType.CLOSE); // 3 jets, 1 helicopter (crashed)
            if (!bracket && (tokens.is(join, AND) || join < start - 1 || (all && comma))) {
                shareState(figure, before); // 3 cruisers, 4 destroyers sunk
            }
            shareItem(figure, last);
            boolean named = !figure.led.isOpen()
                    && tokens.is(figure.end, TokenType.OTHER_WORDS)
                    && !tokens.isCommon(figure.end); // and one command post
            if (things && figure.item.isOpen() && !named && !isObject(figure, last) && !isOfType(figure)) {
                takeItem(figure);
            }
            if (isSomeOf(figure, last) || isLossOfAircraft(figure, last.whole == null ? last : last.whole)) {
                figure.item = last.whole == null ? last.item : last.whole.item; // 41 ships sailed; nine were lost
            }
            if (figure.item.isOpen() && hasFallen(figure) && canFall(last.item)) {
                figure.state = Mention.open(); // shot down 14 rockets; two fell in the desert
            }
            if (last.state.isOpen()
                    && isThings(last.item)
                    && Prisoners.are(tokens, figure)
                    && isNextInRow(last, figure)) {
                last.state = CAPTURED; // eight guns and 600 prisoners
            }
        }
        someOf.complete(last, figure);
        boolean plus = tokens.is(start - 1, PhraseKind.AFTER) && tokens.first(start - 1) == '+';
        if (plus && figure.isOpen() && tokens.is(figure.end, PhraseKind.PREPOSITION)) {
            figure.item = last.item; // 300 tanks + 40 in reserve
        }
        boolean more = isMore(figure) || (tokens.is(start, PhraseKind.MORE) && isThings(last.item)); // another 20
        FigureCandidate others = last.whole == null || last.whole.item.isOpen() ? last : last.whole;
        if (more && figure.item.isOpen() && canBe(others.item, figure.state)) {
            figure.item = others.item; // six children were killed and nine more injured; 3 tanks lost and two more
        }
    }

    /** Whether a comma stands right behind a figure, and nothing but somebody else before the next: 21, durch Flak sechs. */
    private boolean isCommaOfOthers(int comma, int start) {
        int i = start - 1;
        while (i > comma
                && start - i <= MOST_OPEN
                && !tokens.isRole(i, PhraseKind.CLAUSE) // six officers, while 75 were wounded
                && (tokens.is(i, TokenType.OTHER_WORDS) || tokens.is(i, PhraseKind.PREPOSITION) || isArticle(i))) {
            i--;
        }
        return i == comma && tokens.is(comma, TokenType.COMMA);
    }

    /** Gives what is named behind two states to both: 142 getötete und 317 verletzte Zivilisten; 27 shot down and 11 aircraft burnt. */
    private void shareItem(FigureCandidate figure, FigureCandidate last) {
        if (!last.item.isOpen() || figure.item.isOpen() || !tokens.is(last.end, AND) || last.state.isOpen()) {
            return;
        }
        boolean adjectives = last.end == figure.start - 1
                && tokens.is(figure.end - 1, PhraseKind.ITEM)
                && tokens.is(figure.end - 2, MeasureWords.STATES);
        boolean things = last.state.is(State::isOfThingsAlone)
                && figure.state.is(State::isOfThingsAlone)
                && figure.item.is(Item::isMateriel)
                && figure.start - last.end <= MOST_OPEN + 1;
        if ((adjectives || things) && goesWith(figure.item, last.state)) {
            last.item = figure.item;
        }
    }

    /** Whether one of the states of a figure is of things alone: 663 damaged or captured. */
    private boolean isOfThings(FigureCandidate figure) {
        boolean found = figure.state.is(State::isOfThingsAlone);
        for (int i = figure.start; i < figure.end && !found; i++) {
            found = tokens.is(i, PhraseKind.STATE) && tokens.phrase(i).state().is(State::isOfThingsAlone);
        }
        return found;
    }

    /** Whether ships or aircraft that its own words say are lost can be some of those counted before. */
    private static boolean isSomeOf(FigureCandidate figure, FigureCandidate before) {
        return figure.item.isOpen()
                && figure.led.isOpen()
                && figure.state.equals(LOST)
                && before.item.is(item -> item.isShips() || item.isAircraft())
                && figure.range != null
                && before.range != null
                && figure.range.sup() <= before.range.sup();
    }

    /** Whether a bare number of what was lost is one of aircraft, as the number of them that were lost before it is. */
    private boolean isLossOfAircraft(FigureCandidate figure, FigureCandidate before) {
        return figure.item.isOpen()
                && figure.state.equals(LOST)
                && before.item.is(Item::isAircraft)
                && (before.state.equals(LOST) || before.state.equals(DESTROYED))
                && Ellipsis.endsNoun(tokens, figure.end);
    }

    /** Gives things that are lost the item of the whole at the beginning of their sentence: of the 28 bombers, four were lost. */
    void completeFromTopic(FigureCandidate figure, FigureCandidate topic) {
        boolean people = figures.get(figures.size() - 1).item.is(Item::isPeople);
        if (!people && figure.item.isOpen() && topic.item.is(Item::isMateriel) && figure.state.is(State::isOfThings)) {
            figure.item = topic.item;
        }
    }

    private static boolean canBe(Mention<Item> item, Mention<State> state) {
        return state.isOpen() || goesWith(item, state);
    }

    private boolean isMore(FigureCandidate figure) {
        return tokens.is(figure.end - 1, PhraseKind.MORE) || tokens.is(figure.end - 2, PhraseKind.MORE);
    }

    /**
     * Takes others behind things for such things, not for people, and others behind a type of ships for ships: 27 ships of
     * the line and six others.
     */
    void completeOthers(FigureCandidate figure, @Nullable FigureCandidate whole, @Nullable FigureCandidate last) {
        FigureCandidate before = whole != null ? whole : last;
        if (before == null || before.item.isOpen() || before.item.is(Item::isPeople) || !isMore(figure)) {
            return;
        }
        for (int i = figure.start; i < figure.end; i++) {
            if (tokens.is(i, PhraseKind.ITEM) && !tokens.is(i, PhraseKind.MORE)) {
                return; // 14 other ships
            }
        }
        boolean others = tokens.is(figure.end - 1, PhraseKind.ITEM) || tokens.is(figure.end - 2, PhraseKind.ITEM);
        if (others && figure.item.equals(PERSONNEL) && canBe(before.item, figure.state)) {
            figure.item = before.item.is(Item::isShips) ? SHIPS : before.item;
        }
    }

    /** Whether a verb stands behind the number read last, or anywhere in the text. */
    private boolean isSentence() {
        return words.isSentence || tokens.has(PhraseKind.AUX);
    }

    /**
     * The token before a number that may join it to a row, but for the word in: a woman and her two children were killed;
     * eleven guns, with three flags, were taken.
     */
    private int joinBefore(int start) {
        if (tokens.is(start, PhraseKind.JOINED)) {
            return tokens.is(start - 1, TokenType.COMMA) ? start - 1 : start; // and more than 30
        }
        boolean with = tokens.is(start - 1, PhraseKind.PREPOSITION) && !tokens.is(start - 1, PhraseKind.SUBSET);
        if (with && tokens.is(start - 2, TokenType.COMMA)) {
            return start - 2;
        }
        boolean word = isSentence() && tokens.is(start - 1, TokenType.WORD) && tokens.is(start - 2, PhraseKind.AND);
        return word ? start - 2 : start - 1;
    }

    /** Applies the state of the last figure of a row to all: "2 cruisers, 3 destroyers and 1 transport sunk". */
    private void shareState(FigureCandidate figure, int last) {
        FigureCandidate then = figure;
        for (int k = last; k >= 0; k--) {
            FigureCandidate before = figures.get(k);
            int join = isCommaOfOthers(before.end, then.start) ? before.end : joinBefore(then.start);
            boolean row = tokens.is(join, ROW_ENDS);
            boolean with = join == then.start - 2 && tokens.is(join, TokenType.COMMA);
            while (row && join > before.end && then.start - join < MOST_IN_ROW && isOfRow(join - 1, before)) {
                join--; // 12 British and 30 Indians killed
            }
            boolean named = !before.item.isOpen() || tokens.has(before.end, then.start, NOUNS);
            if (!row
                    || (with && !before.led.isOpen()) // lost nine machines, with 84 men killed
                    || join != before.end
                    || !named
                    || !(before.state.isOpen()
                            || isRefined(before, figure, named)
                            || (with && before.isBorrowed) // and 1,100, with six guns, captured
                            || (Prisoners.are(tokens, before) && words.isSentence && isFate(figure)))
                    || !goesWith(before.item, figure.state)) {
                return;
            }
            before.state = figure.state;
            senses.settle(before);
            then = before;
        }
    }

    /** Whether those of a figure are dead, so that prisoners counted with them are: 28 prisoners and two warders were killed. */
    private static boolean isFate(FigureCandidate figure) {
        boolean people = figure.item.isOpen() || figure.item.is(Item::isPeople);
        return people && (figure.state.equals(KILLED) || figure.state.equals(DEATHS));
    }

    /** Whether the state of the last of a row says more than "lost" before it: lost 14 officers and 612 men in killed. */
    private boolean isRefined(FigureCandidate before, FigureCandidate figure, boolean named) {
        boolean hasNoun = tokens.has(figure.start, figure.end, TokenType.OTHER_WORDS); // and three Europeans killed
        if (Prisoners.are(tokens, figure) || before.item.equals(FIGHTERS)) {
            return false; // lost 4,000 men and 600 prisoners, 12 fighters and nine men killed
        }
        boolean isSaid = !before.led.isOpen() && !isGeneral(before.led); // погибло 2 офицера и 37 матросов, 58 ранено
        if (before.isBorrowed && !isSaid) {
            boolean hasItem = !figure.item.isOpen() || hasNoun;
            boolean things = !before.item.isOpen() && !before.item.is(Item::isPeople) && figure.item.is(Item::isPeople);
            return named && hasItem && !things;
        }
        return isGeneral(before.state)
                && before.led.equals(before.state)
                && (before.item.isOpen() || before.item.is(Item::isPeople))
                && figure.item.is(Item::isPeople)
                && !figure.state.is(State::isOfThings);
    }

    /** Whether a word between two figures of a row is none that ends it: not a verb right behind what is counted. */
    private boolean isOfRow(int token, FigureCandidate before) {
        boolean verb = token == before.end && !before.item.isOpen() && tokens.is(token, TokenType.WORD) && isSentence();
        boolean age = tokens.is(token, TokenType.DIGITS) && tokens.reason(token) == Reason.MEASUREMENT;
        boolean word = tokens.is(token, NOUNS) || (isSentence() && (age || tokens.is(token, TokenType.DASH)));
        boolean inSentence = isSentence()
                && (tokens.is(token, TokenType.COMMA) || tokens.is(token, TokenType.PHRASE))
                && !tokens.is(token, ENDS_OF_ROW);
        boolean clause = tokens.isRole(token, PhraseKind.CLAUSE);
        return !verb && !clause && (word || inSentence || isArticle(token));
    }

    /** "4 ships sunk, many damaged": completes a figure without a number, as a row does. */
    void completeThings(FigureCandidate figure) {
        if (figure.item.isOpen() && figure.state.is(State::isOfThingsAlone) && !figures.isEmpty()) {
            takeItem(figure);
        }
    }

    /** "4 ships sunk, 3 captured, 1 damaged": things in a state that people cannot be in are those that were named last. */
    private void takeItem(FigureCandidate figure) {
        int k = figures.size() - 1;
        int lowest = Math.max(0, k - MOST_OPEN);
        while (k > lowest
                && figures.get(k).item.isOpen()
                && figures.get(k).state.is(State::isOfThings)
                && !isObject(figures.get(k), figures.get(k - 1))) {
            k--;
        }
        Mention<Item> item = figures.get(k).item;
        if (item.isOpen() || item.is(Item::isPeople)) {
            return;
        }
        for (FigureCandidate open : figures.subList(k + 1, figures.size())) {
            open.item = item;
        }
        figure.item = item;
    }

    /** Whether the name of a type stands for what is counted, which then is not what was named before: 86 tanks, 1 Mi-24 shot down. */
    private boolean isOfType(FigureCandidate figure) {
        boolean found = false;
        for (int i = figure.start; i < figure.end && !found; i++) {
            found = tokens.is(i, TokenType.NAME) && tokens.reason(i) == Reason.DESIGNATION;
        }
        return found;
    }

    /** Whether a figure counts others, to whom those before it did something: 60 tanks destroyed 12. */
    private boolean isObject(FigureCandidate figure, FigureCandidate subject) {
        return subject.end == figure.start - 1 && tokens.is(figure.start - 1, PhraseKind.STATE);
    }

    /** Returns what a figure counts, from its text or else from the context; the type of ships does not matter. */
    Mention<Item> itemOf(FigureCandidate figure) {
        Mention<Item> item = figure.item.isOpen() ? about : figure.item;
        return item.is(Item::isShips) ? SHIPS : item;
    }

    static void lend(Mention<Item> item, Mention<State> state, FigureCandidate figure) {
        if (figure.isOpen()) {
            figure.item = item;
            figure.state = state;
        } else if (figure.state.isOpen() && goesWith(figure.item, state)) {
            figure.state = state;
        } else if (figure.item.isOpen() && goesWith(item, figure.state)) {
            figure.item = item; // but the dead of a frigate are no frigates
        }
    }

    /** Returns whether an item can be in a state: people and animals in any, things not in killed. */
    static boolean goesWith(Mention<Item> item, Mention<State> state) {
        return item.isOpen()
                || state.is(State::isOfThings)
                || item.is(living -> !living.isMateriel() && !living.isUnits())
                || (state.equals(MISSING) && item.is(craft -> craft.isAircraft() || craft.isShips()))
                || item.equals(FIGHTERS);
    }

    /** Takes back what a figure, and what is part of it, has from the row before it. */
    private void reopen(FigureCandidate whole, int first) {
        Mention<State> borrowed = whole.state;
        for (FigureCandidate part : figures.subList(first, figures.size())) {
            if ((part == whole || part.whole == whole) && part.state.equals(borrowed)) {
                part.state = Mention.open();
            }
        }
    }

    /**
     * Gives a figure, and what is part of it, the state that follows a bracket or a comma after it.
     *
     * @param first the place of the figure among all
     */
    void resume(int first) {
        resumed = words.end;
        FigureCandidate whole = figures.get(first);
        if (whole.isBorrowed) {
            reopen(whole, first);
        }
        lend(words.item, words.state, whole);
        senses.settle(whole);
        for (FigureCandidate part : figures.subList(first + 1, figures.size())) {
            if (part.whole == whole) {
                completePart(whole, part);
            }
        }
    }
}
