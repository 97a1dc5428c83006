package org.muster.reading;

import java.util.List;
import org.muster.figure.Item;
import org.muster.figure.State;

/** Words that mean one thing or another by what is counted with them: fighters, transports, men; hurt, destroyed. */
final class WordSenses {

    /** How many tokens may part men from women or children. */
    private static final int MOST_BETWEEN = 12;

    private static final Mention<State> WOUNDED = Mention.ofState("wounded");
    private static final Mention<State> DAMAGED = Mention.ofState("damaged");
    private static final Mention<State> MISSING = Mention.ofState("missing");
    private static final Mention<State> DEATHS = Mention.ofState("deaths");
    private static final Mention<State> KILLED = Mention.ofState("killed");
    private static final Mention<State> DESTROYED = Mention.ofState("destroyed");
    private static final Mention<Item> WOMEN = Mention.ofItem("women");
    private static final Mention<Item> CHILDREN = Mention.ofItem("children");
    private static final Mention<Item> TRANSPORTS = Mention.ofItem("transports");
    private static final Mention<Item> SQUADRONS = Mention.ofItem("squadrons");
    private static final Mention<Item> CREW = Mention.ofItem("crew");
    private static final Mention<Item> SHIPS = Mention.ofItem("ships");
    private static final Mention<Item> FIGHTERS = Mention.ofItem("fighters");
    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");

    private final Tokens tokens;
    /** The figures found so far, in order of the text. */
    private final List<FigureCandidate> figures;
    /** What the text is about, as far as its context names a built-in item. */
    private final Mention<Item> about;

    WordSenses(Tokens tokens, List<FigureCandidate> figures, Mention<Item> about) {
        this.tokens = tokens;
        this.figures = figures;
        this.about = about;
    }

    /** Settles the words of a figure by its own item and state. */
    void settle(FigureCandidate figure) {
        sortFighters(figure);
        sortStates(figure);
    }

    /** Settles words by what all the figures count. */
    void settleAll() {
        sortTransports();
        sortLostFighters();
        sortMen();
        sortMachines();
    }

    /** Reads things that are hurt as damaged, people who are destroyed as killed, and leaves the state of things that fell open. */
    private void sortStates(FigureCandidate figure) {
        Mention<Item> whole = figure.whole == null ? Mention.open() : figure.whole.item;
        if (figure.state.equals(DAMAGED)
                && figure.led.isOpen()
                && (figure.item.is(Item::isPeople) || whole.is(Item::isPeople))) {
            figure.state = Mention.open(); // of his 22 officers 15 were hit
        } else if (figure.item.is(Item::isMateriel) && figure.state.equals(WOUNDED)) {
            figure.state = DAMAGED;
        } else if (figure.item.is(Item::isMateriel) && figure.state.equals(DEATHS)) {
            figure.state = DESTROYED; // claimed three of the bombers
        } else if (figure.item.is(Item::isMateriel) && figure.state.equals(KILLED)) {
            figure.state = Mention.open(); // 20 guns fell into their hands
        } else if (figure.item.is(Item::isPeople) && figure.state.equals(DESTROYED)) {
            figure.state = KILLED;
        }
    }

    /** Reads fighters that are killed as men. */
    private void sortFighters(FigureCandidate figure) {
        boolean missing =
                figure.state.equals(MISSING) && figures.stream().anyMatch(other -> isOtherAircraft(other.item));
        if (figure.item.equals(FIGHTERS) && figure.state.is(state -> !state.isOfThings()) && !missing) {
            figure.item = PERSONNEL;
        }
    }

    /** Reads fighters that are lost as men where people are killed and the text is not about the air: lost nine fighters and killed 30. */
    private void sortLostFighters() {
        for (FigureCandidate figure : figures) {
            if (figure.item.equals(FIGHTERS) && !figure.state.isOpen() && isAmongDead() && !isAir()) {
                figure.item = PERSONNEL;
            }
        }
    }

    private boolean isAmongDead() {
        return figures.stream()
                .anyMatch(other -> other.item.is(Item::isPeople)
                        && !other.led.isOpen()
                        && other.state.is(State::isLoss)
                        && !other.state.is(State::isOfThings));
    }

    private boolean isAir() {
        for (int i = 0; i < tokens.size(); i++) {
            Mention<Item> item = tokens.phrase(i).item();
            boolean craft = item.is(Item::isAircraft) && !item.equals(FIGHTERS);
            if (tokens.is(i, PhraseKind.ITEM) && (craft || item.equals(SQUADRONS) || item.equals(CREW))) {
                return true;
            }
        }
        return false;
    }

    /** Reads transports as ships where the nearest craft named with them are ships: 2 minelayers, 12 transports. */
    private void sortTransports() {
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
        return about.is(Item::isShips) || isSea();
    }

    /** Whether the text names ships without a number and no aircraft: sank three transports and damaged a destroyer. */
    private boolean isSea() {
        boolean ships = false;
        for (int i = 0; i < tokens.size(); i++) {
            Mention<Item> item = tokens.phrase(i).item();
            if (tokens.is(i, PhraseKind.ITEM) && isOtherAircraft(item)) {
                return false;
            }
            ships |= tokens.is(i, PhraseKind.ITEM) && item.is(Item::isShips);
        }
        return ships;
    }

    private static boolean isCraft(Mention<Item> item) {
        return item.is(Item::isShips) || isOtherAircraft(item);
    }

    /** Reads men beside women or children as men, not as people of a force: 52 men, 37 women. */
    private void sortMen() {
        for (int k = 0; k < figures.size(); k++) {
            FigureCandidate figure = figures.get(k);
            if (!figure.beside.isOpen()
                    && figure.item.equals(PERSONNEL)
                    && (isFamily(k - 1, k) || isFamily(k, k + 1))) {
                figure.item = figure.beside;
            }
        }
    }

    /** Reads machines beside aircraft as aircraft: сбили 58 самолётов, потеряв 24 машины. */
    private void sortMachines() {
        for (int k = 0; k < figures.size(); k++) {
            FigureCandidate figure = figures.get(k);
            boolean beside = figure.beside.is(Item::isAircraft) && !figure.item.is(Item::isAircraft);
            if (beside && (isAircraft(k - 1) || isAircraft(k + 1))) {
                figure.item = figure.beside;
            }
        }
    }

    private boolean isAircraft(int k) {
        return k >= 0 && k < figures.size() && figures.get(k).item.is(Item::isAircraft);
    }

    /** Whether two figures follow each other, and one counts women or children. */
    private boolean isFamily(int first, int second) {
        if (first < 0 || second == figures.size()) {
            return false;
        }
        FigureCandidate one = figures.get(first);
        FigureCandidate other = figures.get(second);
        return other.start - one.end <= MOST_BETWEEN && (isFamily(one) || isFamily(other));
    }

    private static boolean isFamily(FigureCandidate figure) {
        return figure.item.equals(WOMEN) || figure.item.equals(CHILDREN);
    }

    private static boolean isOtherAircraft(Mention<Item> item) {
        return item.is(Item::isAircraft) && !item.equals(TRANSPORTS);
    }
}
