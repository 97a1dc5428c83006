package org.muster.reading;

import org.muster.figure.Item;
import org.muster.figure.State;

/** A number and, behind "of", that of all of whom it counts some: 5 of 8 tanks lost, three of the nine wounded. */
final class SomeOf {

    private final Tokens tokens;
    private final MeasureWords words;
    private final WordSenses senses;

    SomeOf(Tokens tokens, MeasureWords words, WordSenses senses) {
        this.tokens = tokens;
        this.words = words;
        this.senses = senses;
    }

    /** Sorts out, if "of" joins two figures, what is said of some and what of all. */
    void complete(FigureCandidate some, FigureCandidate all) {
        int parted = all.start - some.end;
        boolean of = (parted == 1 && tokens.is(all.start - 1, PhraseKind.OF))
                || (parted == 0 && tokens.is(all.start, PhraseKind.OF));
        if (!of) {
            return;
        }
        boolean allBut = some.state.equals(Mention.unnamed()); // all but 40 of the 300 were killed
        if (all.relation == FigureRelation.NONE && !allBut && isOfOneKind(some.item, all.item)) {
            all.relation = FigureRelation.WHOLE;
        }
        if (all.item.isOpen() && !some.item.isOpen()) {
            all.item = some.item; // 67 serviceable aircraft out of 118 on strength
        }
        if (isCorrected(some, all)) {
            some.state = all.state; // accounted for 84 of the 640 deaths
            all.isBorrowed = false;
        }
        if (isSaidOfSome(some, all)) {
            some.state = all.state; // eleven ships of the 64 were sunk
            all.state = Mention.open();
        } else if (some.item.isOpen() && isThingsOrCivilians(all.item) && isOneOpen(some, all)) {
            some.item = all.item; // claimed three of the eleven bombers
            senses.settle(some);
        } else if (some.isOpen()) {
            some.item = all.predicate.isOpen() ? all.item : all.predicate; // 5 of 8 tanks lost: five are lost
            some.state = all.state;
            all.state = isGroup(all) || !some.subject.isOpen() ? all.state : Mention.open();
        } else if (allBut) {
            all.state = Mention.unnamed();
        }
        some.item = some.subject.isOpen() ? some.item : some.subject;
    }

    /** Whether one item can be some of the other: three cruisers of twelve ships, but five companies of 100 men. */
    private static boolean isOfOneKind(Mention<Item> some, Mention<Item> all) {
        return some.isOpen()
                || all.isOpen()
                || some.equals(all)
                || (some.is(Item::isPeople) && all.is(Item::isPeople))
                || (some.is(Item::isShips) && all.is(Item::isShips))
                || (some.is(Item::isAircraft) && all.is(Item::isAircraft));
    }

    /** Whether the noun of all says more of people than a verb that led to some, or a row. */
    private static boolean isCorrected(FigureCandidate some, FigureCandidate all) {
        boolean noun = all.led.isOpen() && all.state.is(State::isLoss) && !all.state.is(State::isOfThings);
        boolean led = some.isBorrowed || some.state.is(State::isOfThingsAlone);
        return noun && led && some.item.isOpen() && !some.state.isOpen();
    }

    private static boolean isSaidOfSome(FigureCandidate some, FigureCandidate all) {
        return some.state.isOpen()
                && !some.item.isOpen()
                && all.led.isOpen()
                && !all.state.isOpen()
                && !all.state.is(State::isStrength)
                && MeasureCompletion.goesWith(some.item, all.state);
    }

    /** Whether a noun says in which state all are: three of the nine wounded; 20 of 57 killed were children. */
    private boolean isGroup(FigureCandidate all) {
        return !all.predicate.isOpen()
                || ((all.item.isOpen() || Prisoners.are(tokens, all))
                        && !words.isSentence
                        && tokens.endsInRole(all.start - 1, Role.DETERMINER));
    }

    /** Whether nothing is said of all, or something else of some: accounted for 11 of the 19 bombers lost. */
    private static boolean isOneOpen(FigureCandidate some, FigureCandidate all) {
        return all.state.isOpen() || !some.state.isOpen();
    }

    private static boolean isThingsOrCivilians(Mention<Item> item) {
        return !item.isOpen() && !MeasureWords.areForces(item);
    }
}
