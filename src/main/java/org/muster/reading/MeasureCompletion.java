package org.muster.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Item;
import org.muster.figure.State;

/**
 * Completes the measures of figures with what their own words leave unsaid: from the label above them, the words before
 * them, the figure that they are part of, and the other figures of their row.
 */
final class MeasureCompletion {

    /** The most figures in a row that may leave open which things they count. */
    private static final int MOST_OPEN = 4;

    private static final Traits ROW_JOINS = Traits.of(PhraseKind.AND, TokenType.COMMA);

    /** What may stand between a comma or "and" and the number: lost 300 men, the French 200; 30 dead and to 20. */
    private static final Traits BEFORE_ROW = Traits.of(TokenType.NAME, PhraseKind.PREPOSITION, PhraseKind.RANGE);

    /** How many tokens may part two figures of a row. */
    private static final int MOST_IN_ROW = 12;

    /** What ends a row that goes on with a verb before it. */
    private static final Traits ENDS_OF_ROW = Traits.of(
            PhraseKind.STATE,
            PhraseKind.MEASURE,
            PhraseKind.VERB,
            PhraseKind.AUX,
            TokenType.STOP,
            TokenType.LINE,
            TokenType.COLON);

    private static final Mention<State> STRENGTH = Mention.ofState("strength");
    private static final Mention<State> LOST = Mention.ofState("lost");
    private static final Mention<State> WOUNDED = Mention.ofState("wounded");
    private static final Mention<State> DAMAGED = Mention.ofState("damaged");
    private static final Mention<Item> TRANSPORTS = Mention.ofItem("transports");
    private static final Mention<Item> SHIPS = Mention.ofItem("ships");
    private static final Mention<Item> FIGHTERS = Mention.ofItem("fighters");
    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");

    private final Tokens tokens;
    private final MeasureWords words;
    /** The figures found so far, in order of the text. */
    private final List<FigureCandidate> figures;
    /** What the text is about, as far as its context names a built-in item. */
    private final Mention<Item> about;

    /** What a label before a colon says about the figures after it. */
    private Mention<Item> labelItem = Mention.open();

    private Mention<State> labelState = Mention.open();
    /** Whether there is a line between the label and the current position. */
    private boolean isLabelLeft;

    MeasureCompletion(Tokens tokens, MeasureWords words, List<FigureCandidate> figures, Context context) {
        this.tokens = tokens;
        this.words = words;
        this.figures = figures;
        about = context.builtInItem();
    }

    /** Records what a label says about the figures after it. */
    void label(Mention<Item> item, Mention<State> state) {
        labelItem = item;
        labelState = state;
        isLabelLeft = false;
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
        if (!isLabelLeft || !labelState.isOpen() || figure.state.is(State::isOfThingsAlone)) {
            lend(labelItem, labelState, figure);
        }
    }

    /** Completes an earlier and a later number of the same from each other: rose from 14 to 21 dead. */
    void completeChange(FigureCandidate earlier, FigureCandidate later) {
        lend(later.item, later.state, earlier);
        lend(earlier.item, earlier.state, later);
    }

    /** Completes a figure from the words before it, and before the figures of the row that it continues. */
    void completeFromWordsBefore(FigureCandidate figure, @Nullable FigureCandidate last, int lowest) {
        if (figure.state.isOpen() && words.readBefore(figure.start, lowest)) {
            lend(words.item, words.state, figure);
            figure.led = words.state;
        } else if (tokens.is(figure.end, ROW_JOINS) && words.isLostBefore(figure.start, lowest)) {
            figure.led = LOST; // lost 4,000 men in killed and wounded
        }
        if (last == null || last.led.isOpen() || !figure.led.isOpen() || !isNextInRow(last, figure)) {
            return;
        }
        if (figure.state.isOpen() && goesWith(figure.item, last.led)) {
            figure.state = last.led; // lost 4,000 men, 30 guns
            figure.led = last.led;
        } else if (last.led.equals(LOST)) {
            figure.led = LOST;
        }
    }

    /** Takes what is in battle for engaged, unless it is lost there: lost 300 in battle. */
    void completePresence(FigureCandidate figure) {
        if (!words.presence.isOpen() && (figure.state.isOpen() || figure.state.equals(STRENGTH))) {
            figure.state = words.presence;
        }
    }

    /** Whether a figure goes on with a row: a comma or "and" stands before it, and no verb that is known since the last. */
    private boolean isNextInRow(FigureCandidate last, FigureCandidate figure) {
        int join = figure.start - 1;
        while (join > last.end && tokens.is(join, BEFORE_ROW)) {
            join--;
        }
        boolean joined = tokens.is(figure.start, PhraseKind.JOINED) || (tokens.is(join, ROW_JOINS) && join >= last.end);
        boolean hasVerb = tokens.is(figure.end, PhraseKind.AUX); // lost 30 guns, 20 were unhurt
        if (!joined || hasVerb || figure.start - last.end > MOST_IN_ROW) {
            return false;
        }
        for (int i = last.end; i < figure.start; i++) {
            if (tokens.is(i, ENDS_OF_ROW)) {
                return false;
            }
        }
        return true;
    }

    /** Completes a figure in brackets or after "including" from the figure before it. */
    void completePart(FigureCandidate whole, FigureCandidate part) {
        part.whole = whole;
        if (part.isOpen()) {
            part.item = whole.item;
            part.state = whole.state;
        } else if (part.item.isOpen() && !whole.item.isOpen() && goesWith(whole.item, part.state)) {
            part.item = whole.item;
        } else if (part.state.isOpen() && goesWith(part.item, whole.state)) {
            part.state = whole.state;
        }
    }

    /** Completes the figures of a row from one another. */
    void completeRow(FigureCandidate figure, FigureCandidate last) {
        int start = figure.start;
        if (!figure.state.isOpen()) {
            boolean things = isOfThings(figure) && figure.relation == FigureRelation.NONE;
            boolean sentence = words.isSentence && figure.relation != FigureRelation.SUBSET;
            boolean all = (things && !figure.item.isOpen()) || sentence;
            if (tokens.is(joinBefore(start), PhraseKind.AND) || (all && tokens.is(start - 1, TokenType.COMMA))) {
                shareState(figure); // 3 cruisers, 4 destroyers sunk
            }
            if (things && figure.item.isOpen()) {
                takeItem(figure);
            }
        }
        int parted = start - last.end;
        boolean of = (parted == 1 && tokens.is(start - 1, PhraseKind.OF))
                || (parted == 0 && tokens.is(start, PhraseKind.OF));
        if (of && last.isOpen()) {
            last.item = figure.item; // 5 of 8 tanks lost: five are lost
            last.state = figure.state;
            figure.state = Mention.open();
        } else if (of && last.state.equals(Mention.unnamed())) {
            figure.state = Mention.unnamed(); // all but 40 of the 300 were killed
        }
        boolean plus = tokens.is(start - 1, PhraseKind.AFTER) && tokens.first(start - 1) == '+';
        if (plus && figure.isOpen() && tokens.is(figure.end, PhraseKind.PREPOSITION)) {
            figure.item = last.item; // 300 tanks + 40 in reserve
        }
        if (isMore(figure) && figure.item.isOpen() && !last.item.isOpen() && canBe(last.item, figure.state)) {
            figure.item = last.item; // six children were killed and nine more injured; 3 tanks lost and two more
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

    /** The token before a number that may join it to a row, but for the word in: a woman and her two children were killed. */
    private int joinBefore(int start) {
        boolean word = words.isSentence && tokens.is(start - 1, TokenType.WORD) && tokens.is(start - 2, PhraseKind.AND);
        return word ? start - 2 : start - 1;
    }

    /** Applies the state of the last figure of a row to all: "2 cruisers, 3 destroyers and 1 transport sunk". */
    private void shareState(FigureCandidate figure) {
        FigureCandidate then = figure;
        for (int k = figures.size() - 1; k >= 0; k--) {
            FigureCandidate before = figures.get(k);
            int join = joinBefore(then.start);
            boolean row = tokens.is(join, ROW_JOINS);
            while (row && join > before.end && then.start - join < MOST_IN_ROW && isOfRow(join - 1, before)) {
                join--; // 12 British and 30 Indians killed
            }
            boolean named = !before.item.isOpen() || join < then.start - 1;
            if (before.item.equals(FIGHTERS) && !figure.state.is(State::isOfThings)) {
                before.item = PERSONNEL;
            }
            if (!row
                    || join != before.end
                    || !named
                    || !before.state.isOpen()
                    || !goesWith(before.item, figure.state)) {
                return;
            }
            before.state = figure.state;
            then = before;
        }
    }

    /** Whether a word between two figures of a row is none that ends it: not a verb right behind what is counted. */
    private boolean isOfRow(int token, FigureCandidate before) {
        boolean verb =
                token == before.end && !before.item.isOpen() && tokens.is(token, TokenType.WORD) && words.isSentence;
        boolean word = tokens.is(token, TokenType.OTHER_WORDS);
        boolean inSentence = words.isSentence
                && (tokens.is(token, TokenType.COMMA) || tokens.is(token, TokenType.PHRASE))
                && !tokens.is(token, ENDS_OF_ROW);
        return !verb && (word || inSentence);
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
                && figures.get(k).state.is(State::isOfThings)) {
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

    /** Reads things that are hurt as damaged: some languages have one word for both. */
    void sortWounded(FigureCandidate figure) {
        if (figure.item.is(Item::isMateriel) && figure.state.equals(WOUNDED)) {
            figure.state = DAMAGED;
        }
    }

    /** Reads fighters that are killed as men. */
    void sortFighters(FigureCandidate figure) {
        if (figure.item.equals(FIGHTERS) && !figure.state.isOpen() && !figure.state.is(State::isOfThings)) {
            figure.item = PERSONNEL;
        }
    }

    /** Reads transports as ships where the nearest craft named with them are ships: 2 minelayers, 12 transports. */
    void sortTransports() {
        for (int i = 0; i < figures.size(); i++) {
            FigureCandidate figure = figures.get(i);
            if (figure.item.equals(TRANSPORTS) && isAmongShips(i)) {
                figure.item = SHIPS;
            }
        }
    }

    private boolean isAmongShips(int transports) {
        for (int i = transports - 1; i >= 0; i--) {
            if (isCraft(figures.get(i).item)) {
                return figures.get(i).item.is(Item::isShips);
            }
        }
        for (FigureCandidate later : figures.subList(transports + 1, figures.size())) {
            if (isCraft(later.item)) {
                return later.item.is(Item::isShips);
            }
        }
        return about.is(Item::isShips);
    }

    private static boolean isCraft(Mention<Item> item) {
        return item.is(Item::isShips) || isOtherAircraft(item);
    }

    private static boolean isOtherAircraft(Mention<Item> item) {
        return item.is(Item::isAircraft) && !item.equals(TRANSPORTS);
    }

    /** Returns what a figure counts, from its text or else from the context; the type of ships does not matter. */
    Mention<Item> itemOf(FigureCandidate figure) {
        Mention<Item> item = figure.item.isOpen() ? about : figure.item;
        return item.is(Item::isShips) ? SHIPS : item;
    }

    private static void lend(Mention<Item> item, Mention<State> state, FigureCandidate figure) {
        if (figure.isOpen()) {
            figure.item = item;
            figure.state = state;
        } else if (figure.state.isOpen() && goesWith(figure.item, state)) {
            figure.state = state;
        } else if (figure.item.isOpen()) {
            figure.item = item;
        }
    }

    /** Returns whether an item can be in a state: people in any, things not in killed. */
    private static boolean goesWith(Mention<Item> item, Mention<State> state) {
        return item.isOpen() || state.is(State::isOfThings) || item.is(Item::isPeople) || item.equals(FIGHTERS);
    }

    /**
     * Gives a figure, and what is part of it, the state that follows a bracket or a comma after it.
     *
     * @param first the place of the figure among all
     */
    void resume(int first) {
        FigureCandidate whole = figures.get(first);
        lend(words.item, words.state, whole);
        sortFighters(whole);
        for (FigureCandidate part : figures.subList(first + 1, figures.size())) {
            if (part.whole == whole) {
                completePart(whole, part);
            }
        }
    }
}
