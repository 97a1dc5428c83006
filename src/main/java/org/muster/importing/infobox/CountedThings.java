package org.muster.importing.infobox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.State;
import org.muster.interval.Interval;
import org.muster.reading.FigureRelation;
import org.muster.reading.ReadFigure;
import org.muster.text.Excerpt;

/** What figures count: a thing that the reader does not know is an item of its own, and never men. */
final class CountedThings {

    private static final String LOST = State.CASUALTIES.forThings().name();
    private static final String FIGHTERS = "fighters";
    private static final String FIGHTER = "fighter";
    /** More words before a figure are not looked at. */
    private static final int LONGEST_WORDS = 40;

    private static final String ENDS = ",;:(\n";

    private final FigureWords words;
    private final InfoboxKind kind;
    private final ProblemLog log;
    /** Whether the field names aircraft other than fighters, which may be men. */
    private boolean hasAircraft;
    /** Whether the line has counted machines by the name of their type, as another name on it may be. */
    private boolean hasTypes;

    private final Map<String, String> added = new LinkedHashMap<>();

    /** What the last figure counted that is no part of another, and whether the reader did not know it. */
    private String whole = "";

    private boolean isOwnItem;
    /** That, if the reader did not know it, of the line. */
    private String thingOfLine = "";
    /** The last thing that a figure of the field named itself, and the greatest number of it. */
    private String named = "";

    private double count;
    /** The states of the figures on this line and on the one before, and whether none has stood on this one. */
    private Set<String> states = new HashSet<>();

    private Set<String> statesBefore = Set.of();
    private boolean isFirst;

    /** Where the last figure of the line ends. */
    private int endOfLast;
    /** The state of that figure. */
    private String wholeState = "";

    CountedThings(FigureWords words, InfoboxKind kind, ProblemLog log) {
        this.words = words;
        this.kind = kind;
        this.log = log;
    }

    /** Begins with a field. */
    void of(String text) {
        named = "";
        count = 0;
        hasAircraft = !text.contains(FIGHTER)
                || words.itemsIn(text.replace(FIGHTER + " ", "")).stream()
                        .anyMatch(item -> item.isAircraft() && !item.name().equals(FIGHTERS));
    }

    /** Begins with a line of the field. */
    void line() {
        hasTypes = false;
        endOfLast = 0;
        thingOfLine = "";
        isFirst = true;
        statesBefore = states;
        states = new HashSet<>();
    }

    /** Returns the items that are not built in, and the known item of which each is a kind. */
    Map<String, String> added() {
        return added;
    }

    /** Returns the item that a figure counts; a part of it counts the same: 40 brigs (3 damaged). */
    String item(Field field, ReadFigure figure, FigureWords.Found found, int offset, String written) {
        String item = own(field, figure, found, offset, written);
        boolean isOfThings =
                !figure.state().isEmpty() && State.of(figure.state()).isOfThingsAlone();
        if (item.isEmpty() && isOfThings && found.things().isEmpty() && !thingOfLine.isEmpty()) {
            return thingOfLine; // 400 homes destroyed, 30 damaged
        }
        hasTypes |= !found.type().isEmpty();
        if (figure.relation() != FigureRelation.SUBSET) {
            isOwnItem = !item.isEmpty() && !item.equals(figure.item());
            whole = item;
        } else if (item.isEmpty() && isOwnItem && found.things().isEmpty() && fits(whole, figure)) {
            return whole;
        }
        thingOfLine = figure.relation() == FigureRelation.SUBSET ? thingOfLine : isOwnItem ? item : "";
        boolean isNamed = !figure.item().isEmpty()
                && Item.of(figure.item()).isMateriel()
                && words.itemIn(written).isPresent();
        if (isNamed) {
            count = figure.item().equals(named) ? Math.max(count, low(figure)) : low(figure);
            named = figure.item();
        }
        return item;
    }

    /**
     * Returns a figure without what a label or the figure before lends it, where it counts things of a kind that the reader
     * does not know, or people: civilians: 1,500 homes destroyed, 9,000 damaged; 12 tanks lost, 400 captured.
     */
    ReadFigure withoutLent(ReadFigure figure, FigureWords.Found found, String written) {
        boolean isOpen = figure.item().isEmpty() && figure.state().isEmpty();
        List<ReadFigure> alone = isOpen ? List.of() : words.read(written);
        if (alone.size() != 1
                || !alone.get(0).item().isEmpty()
                || alone.get(0).state().isEmpty()) {
            return figure;
        }
        State state = State.of(alone.get(0).state());
        boolean isBare = found.things().isEmpty() && found.type().isEmpty();
        if (!state.isOfThingsAlone()) {
            boolean isMore = figure.item().equals(named) && low(figure) > count;
            return isBare && isMore && !state.isStrength() ? read(figure, state.name()) : figure;
        }
        if (isBare && HeadingWords.hasOne(HeadingWords.PUT_OUT_OF_ACTION, written)) {
            return read(figure, "");
        }
        boolean isOfPeople = !figure.item().isEmpty() && Item.of(figure.item()).isPeople();
        boolean isThing = isBare ? !thingOfLine.isEmpty() : words.areThings(found.things());
        return isThing && (isOfPeople || isBare) ? read(figure, state.name()) : figure;
    }

    private static double low(ReadFigure figure) {
        return figure.figure().range().map(Interval::inf).orElse(0.0);
    }

    private static ReadFigure read(ReadFigure figure, String state) {
        return new ReadFigure(figure.figure(), "", state, figure.relation(), figure.start(), figure.end());
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
        if (isNameOfType(figure, found, written) && !found.type().isEmpty() && fits(found.type(), figure)) {
            return found.type();
        }
        if (figure.figure().hasNumber() && !found.kind().isEmpty() && fits(found.kind(), figure)) {
            return found.kind();
        }
        if (FigureBrackets.isNameOfUnit(figure)) {
            return "";
        }
        boolean isLent = !figure.item().isEmpty()
                && figure.relation() != FigureRelation.SUBSET
                && (words.areThings(found.things()) || !found.type().isEmpty())
                && words.itemIn(written).isEmpty(); // 62 aircraft, 1 icebreaker damaged
        if (!figure.item().isEmpty() && !isLent && !isAttribute(figure, found.things())
                || !figure.figure().hasNumber()) {
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
        if ((figure.item().isEmpty() || isLent) && !found.type().isEmpty() && fits(found.type(), figure)) {
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

    /** Returns whether the people or animals that a figure seems to count may be the name of a machine: 12 Sopwith Camels. */
    private static boolean isNameOfType(ReadFigure figure, FigureWords.Found found, String written) {
        String said = figure.item().isEmpty() ? found.kind() : figure.item();
        if (said.isEmpty() || Item.of(said).isMateriel() || Item.of(said).isUnits()) {
            return false;
        }
        int end = 0; // of the first words
        while (end < written.length() && !Character.isLetter(written.charAt(end))) {
            end++;
        }
        while (end < written.length() && ",;()".indexOf(written.charAt(end)) < 0) {
            end++;
        }
        String words = written.substring(0, end).strip();
        return Character.isUpperCase(words.codePointAt(words.lastIndexOf(' ') + 1));
    }

    /** Returns whether the item only says of what kind the thing behind it is, which the reader does not know: 6 tank turrets. */
    private boolean isAttribute(ReadFigure figure, List<String> things) {
        String said = "5 " + String.join(" ", things);
        if (!kind.peoplesHaveCapitals()
                || things.size() < 2
                || !said.endsWith("s")
                || !Character.isLowerCase(said.codePointAt(said.lastIndexOf(' ') + 1))
                || !Item.of(figure.item()).isMateriel()) {
            return false;
        }
        List<ReadFigure> read = words.read(said);
        return read.size() == 1
                && read.get(0).item().equals(figure.item())
                && read.get(0).end() < said.length()
                && !read.get(0).figure().text().endsWith("s");
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

    /**
     * Returns why a figure becomes no claim; empty if it does.
     *
     * @param text the text in which it stands
     * @param limit where the next figure begins, or the line ends
     */
    Optional<String> refusal(Field field, ReadFigure figure, FigureWords.Found found, String text, int limit) {
        boolean isWhole = figure.relation() != FigureRelation.WHOLE && isWhole(figure, text);
        endOfLast = figure.end();
        if (field.isNotes() && figure.state().isEmpty()) {
            return Optional.of("it is not said what is counted");
        }
        boolean isOpen = figure.item().isEmpty()
                && figure.state().isEmpty()
                && found.parties().isEmpty();
        if (hasTypes
                && isOpen
                && found.names()
                && found.kind().isEmpty()
                && found.type().isEmpty()) {
            return Optional.of("the name behind the number may be of machines or of people");
        }
        boolean isAction =
                figure.item().isEmpty() && HeadingWords.hasOne(HeadingWords.ACTION, String.join(" ", found.things()));
        if (isAction) {
            return Optional.of("it counts what was done, and neither people nor things");
        }
        if (!figure.figure().hasNumber() && figure.figure().text().indexOf('%') >= 0) {
            return Optional.of("a share is no number");
        }
        boolean saysState = words.namesState(text.substring(figure.start(), figure.end()));
        boolean isPart =
                figure.relation() == FigureRelation.SUBSET && !figure.state().isEmpty() && !saysState;
        if (isPart && isFirst && statesBefore.size() > 1) {
            return Optional.of("it is not said of which figure before it is a part");
        }
        if (!isPart && !figure.state().isEmpty()) {
            isFirst = false;
            states.add(figure.state());
        }
        if (isWhole && field.open().isLoss()) {
            return Optional.of("only some of that number were lost");
        }
        return field.open().isLoss() && words.isOfNoState(figure, text, limit)
                ? Optional.of("what became of them is no loss that has a name, such as killed or captured")
                : Optional.empty();
    }

    /** Whether a figure among losses counts all those of whom the one before it is a part: 711 of 730. */
    static boolean isStrengthOfLost(Field field, ReadFigure figure) {
        return figure.relation() == FigureRelation.WHOLE
                && figure.state().isEmpty()
                && field.open().isLoss();
    }

    /** Returns whether words before a figure say that the one before or behind it is a share of it: 2 of 5 ships sunk. */
    private boolean isWhole(ReadFigure figure, String text) {
        int from = Math.max(endOfLast, figure.start() - LONGEST_WORDS);
        for (int i = from; i < figure.start(); i++) {
            from = ENDS.indexOf(text.charAt(i)) < 0 ? from : i + 1;
        }
        String before = text.substring(from, figure.start()).strip();
        return HeadingWords.BEFORE_WHOLE.contains(before.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the state that a figure names; people under a heading "Losses" are casualties, and those of the losses who were
     * lost in combat are in the state of all: 27 aircraft lost (19 in combat).
     */
    String state(Field field, ReadFigure figure) {
        if (isStrengthOfLost(field, figure)) {
            return State.STRENGTH.name();
        }
        String state = own(field, figure);
        boolean isPart = figure.relation() == FigureRelation.SUBSET;
        if (isPart
                && field.open().isLoss()
                && !state.isEmpty()
                && State.of(state).isStrength()) {
            return wholeState;
        }
        wholeState = isPart ? wholeState : state;
        return state;
    }

    private String own(Field field, ReadFigure figure) {
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
