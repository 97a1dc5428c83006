package org.muster.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Item;
import org.muster.figure.State;

/**
 * Completes the figures of a row from one another: 2 cruisers and 3 destroyers sunk; 4 ships sunk, 3 damaged; lost 4,000 men,
 * 30 guns.
 */
final class Rows {

    /** The most figures in a row that may leave open which things they count. */
    private static final int MOST_OPEN = 4;

    private static final Traits JOINS = Traits.of(PhraseKind.AND, TokenType.COMMA);
    private static final Traits AND = Traits.of(PhraseKind.AND, PhraseKind.JOINED);
    private static final Traits ALL_JOINS = JOINS.and(PhraseKind.JOINED);

    /** What may stand before the name of somebody else: celles de l'ennemi. */
    private static final Traits BEFORE_NAME = Traits.of(PhraseKind.PREPOSITION, PhraseKind.BETWEEN);

    /** What may stand between a comma or "and" and the number: lost 300 men, the French 200; 30 dead and to 20. */
    private static final Traits BEFORE_NUMBER =
            Traits.of(TokenType.NAME, PhraseKind.PREPOSITION, PhraseKind.BETWEEN, PhraseKind.RANGE);

    /** How many tokens may part two figures of a row. */
    private static final int MOST_BETWEEN = 12;

    /** What ends a row that goes on with a verb before it. */
    static final Traits ENDS = Traits.of(
            PhraseKind.STATE,
            PhraseKind.MEASURE,
            PhraseKind.VERB,
            PhraseKind.AUX,
            PhraseKind.SUBSET,
            TokenType.STOP,
            TokenType.LINE,
            TokenType.COLON);

    private static final Traits NOUNS = TokenType.OTHER_WORDS.and(PhraseKind.PERSON);

    private static final Mention<State> LOST = Mention.ofState("lost");
    private static final Mention<State> DEATHS = Mention.ofState("deaths");
    private static final Mention<State> KILLED = Mention.ofState("killed");
    private static final Mention<State> CAPTURED = Mention.ofState("captured");
    private static final Mention<State> DESTROYED = Mention.ofState("destroyed");
    private static final Mention<Item> SHIPS = Mention.ofItem("ships");
    private static final Mention<Item> FIGHTERS = Mention.ofItem("fighters");
    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");

    private final Tokens tokens;
    private final MeasureWords words;
    /** The figures found so far, in order of the text. */
    private final List<FigureCandidate> figures;

    private final WordSenses senses;
    private final SomeOf someOf;

    Rows(Tokens tokens, MeasureWords words, List<FigureCandidate> figures, WordSenses senses) {
        this.tokens = tokens;
        this.words = words;
        this.figures = figures;
        this.senses = senses;
        someOf = new SomeOf(tokens, words, senses);
    }

    /** Completes the figures of a row from one another. */
    void complete(FigureCandidate figure, int before) {
        FigureCandidate last = figures.get(before);
        int start = figure.start;
        if (!figure.state.isOpen()) {
            boolean things = isOfThings(figure) && figure.relation == FigureRelation.NONE;
            boolean sentence = isSentence() && figure.relation != FigureRelation.SUBSET;
            boolean sorted = figure.relation != FigureRelation.SUBSET
                    && last.isBorrowed
                    && MeasureCompletion.isGeneral(last.state)
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
                    && MeasureCompletion.isThings(last.item)
                    && Prisoners.are(tokens, figure)
                    && isNext(last, figure)) {
                last.state = CAPTURED; // eight guns and 600 prisoners
            }
        }
        someOf.complete(last, figure);
        boolean plus = tokens.is(start - 1, PhraseKind.AFTER) && tokens.first(start - 1) == '+';
        if (plus && figure.isOpen() && tokens.is(figure.end, PhraseKind.PREPOSITION)) {
            figure.item = last.item; // 300 tanks + 40 in reserve
        }
        boolean more = isMore(figure)
                || (tokens.is(start, PhraseKind.MORE) && MeasureCompletion.isThings(last.item)); // another 20
        FigureCandidate others = last.whole == null || last.whole.item.isOpen() ? last : last.whole;
        if (more && figure.item.isOpen() && MeasureCompletion.canBe(others.item, figure.state)) {
            figure.item = others.item; // six children were killed and nine more injured; 3 tanks lost and two more
        }
    }

    /** "4 ships sunk, many damaged": completes a figure without a number, as a row does. */
    void completeThings(FigureCandidate figure) {
        if (figure.item.isOpen() && figure.state.is(State::isOfThingsAlone) && !figures.isEmpty()) {
            takeItem(figure);
        }
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
        if (others && figure.item.equals(PERSONNEL) && MeasureCompletion.canBe(before.item, figure.state)) {
            figure.item = before.item.is(Item::isShips) ? SHIPS : before.item;
        }
    }

    /** Whether a figure goes on with a row: a comma or "and" stands before it, and no verb that is known since the last. */
    boolean isNext(FigureCandidate last, FigureCandidate figure) {
        int join = figure.start - 1;
        while (join > last.end
                && (tokens.is(join, BEFORE_NUMBER)
                        || isGap(join, figure.start)
                        || isArticle(join)
                        || isOther(join)
                        || (join == figure.start - 1 && tokens.isCommon(join)))) { // a man and their three sons
            join--;
        }
        boolean next = tokens.is(join, JOINS) || (tokens.isSemicolon(join) && isOther(join + 1));
        boolean listed = last.end == figure.start && !last.led.isOpen(); // killed 3 officers 41 men
        boolean joined = listed || tokens.is(figure.start, PhraseKind.JOINED) || (next && join >= last.end);
        boolean hasVerb = tokens.is(figure.end, PhraseKind.AUX); // lost 30 guns, 20 were unhurt
        if (!joined || hasVerb || figure.start - last.end > MOST_BETWEEN) {
            return false;
        }
        return !tokens.has(last.end, join, ENDS) && !tokens.is(figure.start - 1, PhraseKind.SUBSET) && !words.part;
    }

    /** Whether the word for the state of a number is one that is said of prices and bombs too. */
    private boolean hasFallen(FigureCandidate figure) {
        int word = figure.end - 1;
        return figure.state.equals(KILLED) && tokens.is(word, PhraseKind.STATE) && tokens.is(word, PhraseKind.CHANGE);
    }

    private static boolean canFall(Mention<Item> item) {
        return item.equals(Mention.unnamed()) || item.is(Item::isAircraft);
    }

    /** Whether a word stands for the same of somebody else: celles des Français à 3 000; de danska till 900; sin egen till. */
    private boolean isOther(int token) {
        boolean adjective = tokens.is(token, TokenType.WORD)
                && (tokens.isRole(token - 1, Role.DETERMINER) || tokens.is(token - 1, BEFORE_NAME));
        return adjective || tokens.isRole(token, Role.DETERMINER);
    }

    /** Whether an article before a name can be a pronoun too: verloren 9.200 Mann, die Österreicher 6.500. */
    private boolean isArticle(int token) {
        return tokens.is(token, PhraseKind.AUX)
                && !tokens.is(token, PhraseKind.PASSIVE)
                && tokens.is(token + 1, TokenType.NAME)
                && tokens.is(token - 1, JOINS);
    }

    /** Whether a word says who lost what follows, without a verb of its own: the raid cost the attackers six bombers and the defenders two. */
    private boolean isGap(int token, int start) {
        return token == start - 1
                ? tokens.is(token, PhraseKind.ITEM)
                : token == start - 2 && tokens.is(token + 1, PhraseKind.ITEM) && tokens.isCommon(token);
    }

    /** Whether a comma stands right behind a figure, and nothing but somebody else before the next: 21, durch Flak sechs. */
    private boolean isCommaOfOthers(int comma, int start) {
        int i = start - 1;
        while (i > comma
                && start - i <= MOST_OPEN
                && !tokens.isRole(i, Role.CLAUSE) // six officers, while 75 were wounded
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
        if ((adjectives || things) && MeasureCompletion.goesWith(figure.item, last.state)) {
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

    private boolean isMore(FigureCandidate figure) {
        return tokens.is(figure.end - 1, PhraseKind.MORE) || tokens.is(figure.end - 2, PhraseKind.MORE);
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
            boolean row = tokens.is(join, ALL_JOINS);
            boolean with = join == then.start - 2 && tokens.is(join, TokenType.COMMA);
            while (row && join > before.end && then.start - join < MOST_BETWEEN && isOfRow(join - 1, before)) {
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
                    || !MeasureCompletion.goesWith(before.item, figure.state)) {
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
        boolean isSaid = !before.led.isOpen()
                && !MeasureCompletion.isGeneral(before.led); // погибло 2 офицера и 37 матросов, 58 ранено
        if (before.isBorrowed && !isSaid) {
            boolean hasItem = !figure.item.isOpen() || hasNoun;
            boolean things = !before.item.isOpen() && !before.item.is(Item::isPeople) && figure.item.is(Item::isPeople);
            return named && hasItem && !things;
        }
        return MeasureCompletion.isGeneral(before.state)
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
                && !tokens.is(token, ENDS);
        boolean clause = tokens.isRole(token, Role.CLAUSE);
        return !verb && !clause && (word || inSentence || isArticle(token));
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
        FigureCandidate whole = figures.get(k).whole;
        Mention<Item> item = figures.get(k).item;
        if (whole != null && !whole.item.isOpen() && figure.relation != FigureRelation.SUBSET) {
            item = whole.item; // 92 aircraft (35 bombers) destroyed, 41 damaged
        }
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
}
