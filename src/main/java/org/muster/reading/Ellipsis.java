package org.muster.reading;

import java.util.List;
import org.muster.figure.Item;
import org.muster.figure.State;

/** Numbers of sentences that have their noun in common with the number before. */
final class Ellipsis {

    /** What may follow a number that has its noun in common with the one before: 17, while; 187 in May. */
    private static final Traits ENDS_OF_ELLIPSIS = TokenType.MARKS.and(
            PhraseKind.PREPOSITION,
            PhraseKind.OF,
            PhraseKind.AMONG,
            PhraseKind.AND,
            PhraseKind.OR,
            PhraseKind.YEAR,
            PhraseKind.MAYBE_YEAR,
            PhraseKind.SOURCE,
            TokenType.NONE);

    /** What may lead to a number and again to the next: at 1,900 men, ours at 600 men. */
    private static final Traits LEADS_ON = Traits.of(PhraseKind.PREPOSITION, PhraseKind.RANGE);

    private static final Traits SAYS = LEADS_ON.and(PhraseKind.SOURCE);

    private static final Traits ROW_JOINS = Traits.of(PhraseKind.AND, TokenType.COMMA);

    private static final int MOST_TO_NEXT = 6;

    /** The most tokens from one "of" to the next around a group. */
    private static final int MOST_IN_GROUP = 4;

    /** How many tokens may part two figures of which a pronoun between says that they count the same. */
    private static final int MOST_BEHIND_PRONOUN = 14;

    /** What follows a word that is a pronoun there and elsewhere an article: those of, that by. */
    private static final Traits AFTER_PRONOUN = Traits.of(PhraseKind.OF, PhraseKind.PREPOSITION);

    /** What parts what is counted from a verb that is about something else. */
    private static final Traits ENDS_OF_SUBJECT = Traits.of(
            PhraseKind.AND,
            PhraseKind.OR,
            PhraseKind.STATE,
            PhraseKind.VERB,
            TokenType.STOP,
            TokenType.LINE,
            TokenType.COLON,
            TokenType.OPEN,
            TokenType.CLOSE);

    /** What an entry of a cell begins behind. */
    private static final Traits BEFORE_ENTRY = Traits.of(TokenType.NONE, TokenType.LINE, TokenType.STOP);

    private static final Mention<State> STRENGTH = Mention.ofState("strength");
    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");

    private static final Traits WORDS = TokenType.OTHER_WORDS.and(TokenType.PHRASE);

    private final Tokens tokens;
    private final MeasureWords words;

    Ellipsis(Tokens tokens, MeasureWords words) {
        this.tokens = tokens;
        this.words = words;
    }

    /**
     * Completes a number with nothing to say what it counts, between words of a sentence and none of them a name of
     * things behind it, from the figure before it: deaths rose to 208 from 187 in May; an activist put it at 17.
     *
     * @param from the token after all that is said of the figure before
     */
    void complete(FigureCandidate figure, FigureCandidate last, int from) {
        if (tokens.is(figure.start - 1, PhraseKind.CHANGE)) {
            completeChanged(figure, last, from);
            if (!figure.isOpen()) {
                return;
            }
        }
        if (hasNewSubject(from, figure.start)) {
            return; // took 300 horses, and the garrison had fallen to 170
        }
        if (figure.relation == FigureRelation.WHOLE) {
            return; // 300 killed (of 5,000)
        }
        FigureCandidate whole = last.whole == null ? last : last.whole;
        if (isParallel(figure, last) || isBehindPronoun(figure, whole, from)) {
            figure.item = figure.item.isOpen() ? whole.item : figure.item;
            figure.state = whole.state;
            figure.led = whole.led;
            figure.isBorrowed = true;
            return;
        }
        if (figure.item.isOpen() && isOfOurs(tokens, figure.start, figure.end + 2)) {
            figure.item = whole.item; // two of ours are missing
            return;
        }
        boolean more = tokens.is(figure.start, PhraseKind.MORE); // and a further 119 (52 deaths)
        boolean party = tokens.is(figure.start - 1, PhraseKind.ITEM) && isLossOfPeople(whole); // rebels 40 (12 killed)
        boolean open = figure.isOpen() || (figure.state.isOpen() && (words.isAmong || more || party));
        int town = figure.start - 2;
        boolean ofOther = tokens.is(figure.start - 1, PhraseKind.OF) // a town of 4,000
                && tokens.is(town, TokenType.WORD)
                && !tokens.isCommon(town)
                && (tokens.isRole(town - 1, Role.DETERMINER) // but spoke of 50
                        || tokens.isRole(town - 2, Role.DETERMINER));
        if (!open
                || ofOther
                || !(isEllipsis(tokens.is(figure.end, PhraseKind.MORE) ? figure.end + 1 : figure.end)
                        || ((more || last.whole != null) && tokens.is(figure.end, TokenType.OPEN)))
                || tokens.is(figure.start - 1, PhraseKind.AUX)) {
            return;
        }
        boolean anyWords = more || words.isAmong || tokens.is(figure.start, PhraseKind.BETWEEN); // from 187
        boolean isLater = false;
        Mention<Item> other = Mention.open();
        for (int i = from; i < figure.start; i++) {
            if (tokens.isSemicolon(i)) {
                isLater = true;
                continue;
            }
            if (tokens.is(i, Rows.ENDS) && !tokens.is(i, PhraseKind.AUX)) {
                return;
            }
            anyWords |= tokens.is(i, WORDS);
            boolean agent = tokens.is(i + 1, TokenType.OTHER_WORDS) // residents spoke of 50
                    || (tokens.is(i - 1, PhraseKind.PREPOSITION) && !tokens.is(i - 1, PhraseKind.OF));
            other = isPeople(i) && !agent ? tokens.phrase(i).item() : other; // and that of soldiers at 340
        }
        if (isLater && !more && !(isLossOfPeople(whole) && isSaid(figure.start))) {
            return;
        }
        boolean base = tokens.is(figure.start - 1, PhraseKind.OF)
                && (last.end == figure.start - 1
                        || tokens.is(figure.start - 2, TokenType.COMMA) // lost 80, out of 290
                        || isOfGroup(last.end, figure.start - 1)); // out of a crew of 280
        if (base) {
            figure.item = figure.item.isOpen() ? last.item : figure.item; // 80 killed out of 90
            figure.relation = figure.relation == FigureRelation.NONE ? FigureRelation.WHOLE : figure.relation;
        } else if (anyWords) {
            boolean ofOthers = tokens.is(figure.end, PhraseKind.OF) // 4,000 of the enemy, but the 231 of March
                    && tokens.words(figure.end) > 1
                    && !tokens.is(figure.end + 1, PhraseKind.UNIT);
            Mention<Item> common = ofOthers ? Mention.open() : whole.item;
            figure.item = !figure.item.isOpen() ? figure.item : other.isOpen() ? common : other;
            figure.state = MeasureCompletion.goesWith(figure.item, whole.state) ? whole.state : figure.state;
            figure.led = whole.led;
            figure.isBorrowed = true;
        }
    }

    /** Completes a number that another changed to: down from 1,460; 60 tanks, since reduced to 17. */
    private void completeChanged(FigureCandidate figure, FigureCandidate last, int from) {
        if (figure.isOpen()) {
            if (!hasNewSubject(from, figure.start)) {
                MeasureCompletion.lend(last.item, last.state, figure);
            }
        } else if (figure.state.equals(STRENGTH) && figure.item.isOpen() && isLess(figure, last)) {
            boolean pronoun = false;
            boolean same = true;
            for (int i = from; i < figure.start - 1; i++) {
                pronoun |= tokens.isRole(i, Role.PRONOUN) && !tokens.isRole(i, Role.DETERMINER);
                same &= !tokens.is(i, ENDS_OF_SUBJECT) && (i == last.end || !tokens.is(i, TokenType.COMMA));
            }
            boolean figures = isLossOfPeople(last)
                    && (pronoun || (same && tokens.is(last.start - 1, BEFORE_ENTRY))); // 300 killed, reduced to 250
            boolean things = same && !last.item.isOpen() && !last.item.is(Item::isPeople);
            if (things && isOfAnother(last)) {
                figure.state = Mention.open(); // an army of 300 tanks was reduced to 170: of men or of tanks
            } else if (figures || things) {
                figure.item = last.item;
                figure.state = figures ? last.state : figure.state;
            }
        }
    }

    /** Whether what is counted was some of a group whose number follows: out of a crew of. */
    private boolean isOfGroup(int of, int lastOf) {
        return lastOf > of
                && lastOf - of <= MOST_IN_GROUP
                && tokens.is(of, PhraseKind.OF)
                && !tokens.has(of, lastOf, TokenType.MARKS);
    }

    private static boolean isLess(FigureCandidate figure, FigureCandidate last) {
        return figure.range != null && last.range != null && figure.range.sup() <= last.range.inf();
    }

    /** Whether something else is said to have what a figure counts: an army of 300 tanks, with 300 tanks. */
    private boolean isOfAnother(FigureCandidate figure) {
        return tokens.is(figure.start - 1, PhraseKind.OF) || tokens.isRole(figure.start - 1, Role.ASIDE);
    }

    /** Whether it is said of something named there that its number changed: and the garrison had fallen to. */
    private boolean hasNewSubject(int from, int start) {
        if (!tokens.has(PhraseKind.CHANGE)) {
            return false;
        }
        boolean noun = false;
        for (int i = from; i < start; i++) {
            if (noun && tokens.is(i, PhraseKind.CHANGE)) {
                return true;
            }
            noun |= tokens.isRole(i - 1, Role.DETERMINER)
                    && tokens.is(i, TokenType.WORD)
                    && !tokens.isCommon(i)
                    && !tokens.isRole(i, Role.PRONOUN);
        }
        return false;
    }

    /**
     * Completes two bare numbers behind two in states of their own from these, one by one: they had 14 killed and 60
     * wounded, ours were 3 and 16.
     */
    static void completePair(Tokens tokens, List<FigureCandidate> before, FigureCandidate figure) {
        int n = before.size();
        if (n < 3 || !tokens.is(figure.start - 1, PhraseKind.AND) || before.get(n - 1).end != figure.start - 1) {
            return;
        }
        FigureCandidate first = before.get(n - 3);
        FigureCandidate second = before.get(n - 2);
        FigureCandidate last = before.get(n - 1);
        boolean states = isLossOfPeople(first) && isLossOfPeople(second) && !first.state.equals(second.state);
        boolean near = tokens.is(first.end, PhraseKind.AND) && second.start - first.end <= MOST_TO_NEXT;
        if (states && near && isBare(tokens, last) && isBare(tokens, figure)) {
            last.state = first.state;
            figure.state = second.state;
        }
    }

    private static boolean isBare(Tokens tokens, FigureCandidate figure) {
        return figure.item.isOpen() && (figure.state.isOpen() || figure.isBorrowed) && endsNoun(tokens, figure.end);
    }

    /** Whether a pronoun says that a number is the same of somebody else, or of the same again: those of the allies are put at 300. */
    private boolean isBehindPronoun(FigureCandidate figure, FigureCandidate whole, int from) {
        boolean men = figure.item.isOpen() || (figure.item.equals(PERSONNEL) && isLossOfPeople(whole));
        if (!men || !figure.state.isOpen() || whole.state.isOpen() || figure.start - from > MOST_BEHIND_PRONOUN) {
            return false;
        }
        boolean found = false;
        for (int i = from; i < figure.start; i++) {
            if (tokens.is(i, Rows.ENDS) && !tokens.is(i, PhraseKind.AUX) && !tokens.isSemicolon(i)) {
                return false;
            }
            found |= tokens.isRole(i, Role.PRONOUN) && isSubject(i, figure.start);
        }
        return found;
    }

    /** Whether a pronoun is no article here, and "they" the subject of a passive: those of the allies; they were 300. */
    private boolean isSubject(int pronoun, int start) {
        boolean noun = !tokens.isRole(pronoun, Role.DETERMINER) || tokens.is(pronoun + 1, AFTER_PRONOUN);
        return noun && (!tokens.isCommon(pronoun) || tokens.is(start - 1, PhraseKind.PASSIVE));
    }

    /** Whether some of ours or theirs are counted among tokens, so that a noun before them says what. */
    static boolean isOfOurs(Tokens tokens, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (tokens.is(i, PhraseKind.OF)
                    && tokens.isRole(i + 1, Role.PRONOUN)
                    && !tokens.isRole(i + 1, Role.DETERMINER)
                    && !tokens.isCommon(i + 1)
                    && !tokens.is(i + 2, PhraseKind.ITEM)) { // of its own fighters
                return true;
            }
        }
        return false;
    }

    private static boolean isLossOfPeople(FigureCandidate figure) {
        return figure.state.is(State::isLoss)
                && !figure.state.is(State::isOfThingsAlone)
                && (figure.item.isOpen() || figure.item.is(Item::isPeople));
    }

    /** Whether somebody says the number behind a semicolon: the rebels admit to 34; an elder counted 31. */
    private boolean isSaid(int start) {
        boolean verb = tokens.is(start - 1, TokenType.OTHER_WORDS) || tokens.is(start - 1, SAYS);
        boolean party = tokens.is(start - 1, TokenType.NAME); // the French 9,260; Russian 17,400
        return verb && (party || !tokens.is(start - 2, TokenType.MARKS));
    }

    /**
     * Whether a number of men is said of somebody else in the words that led to the number before it: their loss is put
     * at 1,900 men, ours at 600 men; потери армии составили 900 человек, а флота – 70 человек.
     */
    private boolean isParallel(FigureCandidate figure, FigureCandidate last) {
        boolean men = figure.item.equals(PERSONNEL) && figure.state.isOpen() && last.state.is(State::isLoss);
        boolean led = tokens.is(figure.start - 1, TokenType.DASH)
                || (tokens.is(figure.start - 1, LEADS_ON)
                        && tokens.phrase(figure.start - 1) == tokens.phrase(last.start - 1));
        return men
                && led
                && tokens.is(last.end, ROW_JOINS)
                && figure.start - last.end <= MOST_TO_NEXT
                && !tokens.has(last.end, figure.start, Rows.ENDS);
    }

    /** Whether what follows a number is no noun: a mark, a preposition, one of the common words of a language. */
    private boolean isEllipsis(int next) {
        boolean alternative =
                tokens.is(next, PhraseKind.OR) && tokens.is(next + 1, TokenType.NUMBERS); // 1,000 or 1,200 wounded
        return !alternative && !tokens.is(next, TokenType.OPEN) && endsNoun(tokens, next);
    }

    /** Whether a token ends the noun before it, or stands where it is left out. */
    static boolean endsNoun(Tokens tokens, int next) {
        return tokens.is(next, ENDS_OF_ELLIPSIS) || tokens.isCommon(next);
    }

    private boolean isPeople(int token) {
        return tokens.is(token, PhraseKind.ITEM) && tokens.phrase(token).item().is(Item::isPeople);
    }
}
