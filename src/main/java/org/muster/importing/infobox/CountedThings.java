package org.muster.importing.infobox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.State;
import org.muster.importing.infobox.CellReader.Field;
import org.muster.reading.FigureRelation;
import org.muster.reading.ReadFigure;
import org.muster.text.Excerpt;

/** What figures count: a thing that the reader does not know is an item of its own, and never men. */
final class CountedThings {

    private static final String LOST = State.CASUALTIES.forThings().name();
    private static final String FIGHTERS = "fighters";
    private static final String FIGHTER = "fighter";

    private final FigureWords words;
    private final InfoboxKind kind;
    private final ProblemLog log;
    /** Whether the field names aircraft other than fighters, which may be men. */
    private boolean hasAircraft;

    private final Map<String, String> added = new LinkedHashMap<>();

    /** What the last figure counted that is no part of another, and whether the reader did not know it. */
    private String whole = "";

    private boolean isOwnItem;

    CountedThings(FigureWords words, InfoboxKind kind, ProblemLog log) {
        this.words = words;
        this.kind = kind;
        this.log = log;
    }

    /** Begins with a field. */
    void of(String text) {
        hasAircraft = !text.contains(FIGHTER)
                || words.itemsIn(text).stream()
                        .anyMatch(item -> item.isAircraft() && !item.name().equals(FIGHTERS));
    }

    /** Returns the items that are not built in, and the known item of which each is a kind. */
    Map<String, String> added() {
        return added;
    }

    /** Returns the item that a figure counts; a part of it counts the same: 40 brigs (3 damaged). */
    String item(Field field, ReadFigure figure, FigureWords.Found found, int offset, String written) {
        String item = own(field, figure, found, offset, written);
        if (figure.relation() != FigureRelation.SUBSET) {
            isOwnItem = !item.isEmpty() && figure.item().isEmpty();
            whole = item;
        } else if (item.isEmpty() && isOwnItem && found.things().isEmpty() && fits(whole, figure)) {
            return whole;
        }
        return item;
    }

    /** A thing that the reader does not know is an item of its own. */
    private String own(Field field, ReadFigure figure, FigureWords.Found found, int offset, String written) {
        boolean isOfThings =
                !figure.state().isEmpty() && State.of(figure.state()).isOfThings();
        if (kind.isAttack()
                && !isOfThings
                && !figure.item().isEmpty()
                && !Item.of(figure.item()).isPeople()) {
            return ""; // the 4 bombers are men
        }
        if (figure.item().equals(FIGHTERS) && !hasAircraft) {
            log.warning(
                    offset,
                    field.name() + ": fighters are taken as men, since the field names no other aircraft",
                    written);
            return "";
        }
        if (figure.figure().hasNumber() && !found.kind().isEmpty() && fits(found.kind(), figure)) {
            return found.kind();
        }
        boolean isLent = !figure.item().isEmpty()
                && figure.relation() != FigureRelation.SUBSET
                && words.areThings(found.things())
                && words.itemIn(written).isEmpty(); // 62 aircraft, 1 icebreaker damaged
        if (!figure.item().isEmpty() && !isLent || !figure.figure().hasNumber()) {
            return figure.item();
        }
        State state = figure.state().isEmpty() ? field.open() : State.of(figure.state());
        boolean ofPeople =
                kind.isAttack() || !state.isStrength() && !state.isOfThings() && !state.equals(State.CASUALTIES);
        boolean isPart = figure.relation() == FigureRelation.SUBSET && !state.isOfThingsAlone();
        boolean isService = FigureWords.isService(found.things()) && !isOne(figure);
        Optional<String> item =
                words.areThings(found.things()) && !ofPeople && !found.hasOther() && !isPart && !isService
                        ? words.item(found.things())
                        : Optional.empty();
        if (figure.item().isEmpty() && !found.type().isEmpty() && fits(found.type(), figure)) {
            return found.type();
        }
        String said = String.join(" ", found.things());
        if (item.isPresent()) {
            if (!Item.knows(item.get())) {
                log.warning(
                        offset,
                        field.name() + ": " + Excerpt.quotedLine(said) + " is a new kind of thing, "
                                + Excerpt.quotedLine(item.get())
                                + Item.nearest(item.get())
                                        .map(near -> "; the nearest known is " + Excerpt.quotedLine(near))
                                        .orElse(""),
                        written);
                added.putIfAbsent(item.get(), words.kindOf(found.things()));
            }
            return item.get();
        }
        if (!isPart && !ofPeople && (!said.isEmpty() || found.names())) {
            log.warning(
                    offset,
                    field.name() + ": the words behind the number are not known; it is taken as a number of people",
                    written);
        }
        return "";
    }

    private static boolean isOne(ReadFigure figure) {
        return figure.figure().range().filter(range -> range.sup() <= 1).isPresent();
    }

    /** Returns whether an item can be what a figure counts: things are not killed, and horse archers are cavalry. */
    private boolean fits(String item, ReadFigure figure) {
        boolean ofPeople = figure.item().isEmpty() || figure.item().equals(Item.PERSONNEL.name());
        if (Item.of(item).isPeople()) {
            return ofPeople;
        }
        State state = figure.state().isEmpty() ? State.CASUALTIES : State.of(figure.state());
        return !kind.isAttack() && (state.isOfThings() || state.isStrength() || state.equals(State.CASUALTIES));
    }

    /** Returns why a figure becomes no claim; empty if it does. */
    Optional<String> refusal(Field field, ReadFigure figure) {
        if (field.isNotes() && figure.state().isEmpty()) {
            return Optional.of("it is not said what is counted");
        }
        return field.open().isLoss() && words.isOfNoState(figure)
                ? Optional.of("what became of them is no loss that has a name, such as killed or captured")
                : Optional.empty();
    }

    /** Whether a figure among losses counts all those of whom the one before it is a part: 711 of 730. */
    static boolean isStrengthOfLost(Field field, ReadFigure figure) {
        return figure.relation() == FigureRelation.WHOLE
                && figure.state().isEmpty()
                && field.open().isLoss();
    }

    /** Returns the state that a figure names; people under a heading "Losses" are casualties. */
    String state(Field field, ReadFigure figure) {
        if (isStrengthOfLost(field, figure)) {
            return State.STRENGTH.name();
        }
        boolean isLost = figure.state().equals(LOST)
                && field.open().isLoss()
                && !figure.item().isEmpty()
                && Item.of(figure.item()).isPeople();
        boolean isLent = isLost && !words.namesState(figure.figure().text());
        return isLent ? "" : figure.state();
    }

    /**
     * Returns the measure by the conventions of infoboxes: a bare number counts people, and materiel among losses is
     * lost.
     */
    Measure measure(Field field, String item, String state) {
        Item counted = item.isEmpty() ? Item.PERSONNEL : Item.of(item);
        State said = state.isEmpty() ? field.open() : State.of(state);
        if (item.isEmpty() && said.name().equals(LOST)) {
            said = State.CASUALTIES; // German losses: none
        }
        boolean ofThings = field.open().isLoss() && !counted.isPeople();
        return new Measure(counted, ofThings ? said.forThings() : said);
    }
}
