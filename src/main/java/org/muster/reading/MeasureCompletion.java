package org.muster.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Item;
import org.muster.figure.State;
import org.muster.interval.Interval;

/**
 * Completes the measures of figures with what their own words leave unsaid: from the label above them, the words before
 * them, the figure that they are part of, and the other figures of their {@linkplain Rows row}.
 */
final class MeasureCompletion {

    /** The most words between what is counted and the comma or "and" behind it. */
    private static final int MOST_BEFORE_JOIN = 4;

    /** The most figures that a total adds up. */
    private static final int MOST_IN_TOTAL = 12;

    private static final Traits ROW_JOINS = Traits.of(PhraseKind.AND, TokenType.COMMA);

    /** What may stand between a figure and the comma or "and" behind it. */
    private static final Traits BEFORE_JOIN = TokenType.OTHER_WORDS.and(PhraseKind.PARTICLE, PhraseKind.PREPOSITION);

    /** What may stand before an item that is the label of a number. */
    private static final Traits LABEL_STARTS =
            Traits.of(TokenType.COMMA, TokenType.COLON, TokenType.OPEN, TokenType.STOP, TokenType.NONE, PhraseKind.AND);

    /** What may stand before those whom a clause begins with. */
    private static final Traits SUBJECT_STARTS =
            Traits.of(TokenType.COMMA, TokenType.STOP, TokenType.LINE, TokenType.NONE);

    /** How many tokens may follow the first figure of a list that goes on behind a semicolon. */
    private static final int LONGEST_LIST = 30;

    private static final Mention<State> CASUALTIES = Mention.ofState("casualties");
    private static final Mention<State> STRENGTH = Mention.ofState("strength");
    private static final Mention<State> LOST = Mention.ofState("lost");
    private static final Mention<State> DEATHS = Mention.ofState("deaths");
    private static final Mention<State> MISSING = Mention.ofState("missing");
    private static final Mention<State> CAPTURED = Mention.ofState("captured");
    private static final Mention<State> DESTROYED = Mention.ofState("destroyed");
    private static final Mention<Item> SHIPS = Mention.ofItem("ships");
    private static final Mention<Item> FIGHTERS = Mention.ofItem("fighters");
    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");

    private final Tokens tokens;
    private final MeasureWords words;
    private final LeadingWords leading;
    private final Clauses clauses;
    /** The figures found so far, in order of the text. */
    private final List<FigureCandidate> figures;
    /** What the text is about, as far as its context names a built-in item. */
    private final Mention<Item> about;

    private final WordSenses senses;
    private final Ellipsis ellipsis;
    private final Rows rows;

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
        clauses = new Clauses(tokens);
        this.figures = figures;
        about = context.builtInItem();
        senses = new WordSenses(tokens, figures, about);
        ellipsis = new Ellipsis(tokens, words);
        rows = new Rows(tokens, words, figures, senses);
    }

    /** The words whose meaning the figures settle. */
    WordSenses senses() {
        return senses;
    }

    /** The rows that the figures stand in. */
    Rows rows() {
        return rows;
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
        completeFromSubject(figure, lowest);
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
        if (last == null || !figure.led.isOpen() || !rows.isNext(last, figure)) {
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

    /** Completes a number of others with those whom its clause begins with: women accounted for 61 of the dead. */
    private void completeFromSubject(FigureCandidate figure, int lowest) {
        int noun = figure.start - 2;
        if (noun < lowest || !tokens.is(noun, PhraseKind.ITEM) || !tokens.is(noun - 1, SUBJECT_STARTS)) {
            return;
        }
        boolean made = tokens.is(noun + 1, PhraseKind.AUX) || tokens.isRole(noun + 1, Role.MAKING);
        int of = made ? clauses.afterNumber(figure.start) : -1;
        boolean subject = tokens.is(of, PhraseKind.OF)
                && (figure.item.isOpen() || figure.item.equals(PERSONNEL))
                && tokens.phrase(noun).item().is(Item::isPeople);
        if (subject && clauses.startsFigure(of + 1)) {
            figure.subject = tokens.phrase(noun).item(); // children made up 30 of the 70 killed
        } else if (subject) {
            figure.item = tokens.phrase(noun).item();
        }
    }

    /** Whether a comma or "and" follows, at once or behind a few words that say no more: laissa 4 000 morts sur le terrain et. */
    private boolean isRowAhead(int end) {
        int join = end;
        while (join - end < MOST_BEFORE_JOIN && tokens.is(join, BEFORE_JOIN) && !tokens.is(join, Rows.ENDS)) {
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

    static boolean isThings(Mention<Item> item) {
        return !item.isOpen() && !item.is(Item::isPeople);
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
        boolean size = part.isOpen() || part.item.equals(Mention.unnamed());
        if (size && isThings(whole.item) && isMore(part.range, whole.range)) {
            part.item = Mention.unnamed(); // 2 tankers (4,000 and 5,000)
            return;
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

    private static boolean isMore(@Nullable Interval part, @Nullable Interval whole) {
        return part != null && whole != null && part.inf() > whole.sup();
    }

    /**
     * Completes a total of figures on its line in several states, in which only people are: 9 killed, 27 wounded, 46
     * missing; in all, 82.
     */
    void completeTotal(FigureCandidate total, int line) {
        Mention<State> one = Mention.open();
        boolean several = false;
        for (int k = figures.size() - 1; k >= Math.max(0, figures.size() - MOST_IN_TOTAL); k--) {
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
        if (!tokens.isSemicolon(figure.start - 1)) {
            return false;
        }
        int end = figure.end;
        while (end - figure.end <= LONGEST_LIST && !tokens.is(end, Rows.ENDS) && end < tokens.size()) {
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

    /** Gives things that are lost the item of the whole at the beginning of their sentence: of the 28 bombers, four were lost. */
    void completeFromTopic(FigureCandidate figure, FigureCandidate topic) {
        boolean people = figures.get(figures.size() - 1).item.is(Item::isPeople);
        if (!people && figure.item.isOpen() && topic.item.is(Item::isMateriel) && figure.state.is(State::isOfThings)) {
            figure.item = topic.item;
        }
    }

    static boolean canBe(Mention<Item> item, Mention<State> state) {
        return state.isOpen() || goesWith(item, state);
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
                senses.settle(part); // two companies (about 180 men) were wiped out
            }
        }
    }
}
