package org.muster.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Measure;
import org.muster.figure.Name;
import org.muster.figure.Names;
import org.muster.reading.Phrase.Kind;

/** The figures of a text as they are found, how they belong together, and what they lend one another's measures. */
final class FigureCandidates {

    /** How far from the first figure of a line its author may stand, and how many figures one looks back. */
    private static final int REACH = 12;
    /** How many figures in a row may leave open which things they count. */
    private static final int MOST_OPEN = 4;

    /** What a line has that says whose its figures are. */
    private static final long SOURCES = Phrase.NAMES | TokenType.YEAR;

    private static final Name TRANSPORTS = Names.of("transports");
    private static final Name SHIPS = Names.of("ships");
    private static final Name FIGHTERS = Names.of("fighters");
    private static final Name PERSONNEL = Names.of(Measure.PERSONNEL);

    private final Tokens tokens;
    private final MeasureWords words;
    private final List<FigureCandidate> drafts = new ArrayList<>(4);
    private final List<Remark> remarks = new ArrayList<>(0);
    private Context context = Context.NONE;

    /** How many brackets are open, and the figure before the first of them. */
    private int depth;

    private @Nullable FigureCandidate beforeBracket;
    private int bracketAt;
    /** Whether what follows is part of the figure before, and the word that says so: of whom, including. */
    private boolean subset;

    private int subsetAt;
    /** Whether the next figure is a total. */
    private boolean total;

    private boolean partiesNoted;
    /** What a label before a colon says of the figures after it. */
    private Name labelItem = Name.NONE;

    private Name labelState = Name.NONE;
    /** Whether a line stands between the label and what is read now. */
    private boolean labelLeft;
    /** Whether a label on a line of its own says whose the figures are, and how many such there were. */
    private boolean underSource;

    private int sources;

    FigureCandidates(Tokens tokens, MeasureWords words) {
        this.tokens = tokens;
        this.words = words;
    }

    /** Begins with a new text. */
    void begin(Context about) {
        context = about;
        drafts.clear();
        remarks.clear();
        depth = 0;
        beforeBracket = null;
        subset = false;
        subsetAt = 0;
        total = false;
        partiesNoted = false;
        underSource = false;
        sources = 0;
        label(Name.NONE, Name.NONE);
    }

    List<FigureCandidate> drafts() {
        return drafts;
    }

    List<Remark> remarks() {
        return remarks.isEmpty() ? List.of() : remarks;
    }

    void note(Remark remark) {
        remarks.add(remark);
    }

    @Nullable
    FigureCandidate last() {
        return drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
    }

    void openBracket(int bracket) {
        if (depth++ == 0) {
            FigureCandidate last = last();
            boolean part = last != null && !isPlus(bracket + 1) && !isOfNextEntry(last.end, bracket);
            beforeBracket = part ? last : null;
            bracketAt = bracket;
            subset = false;
        }
    }

    /** Whether what follows is added to what stands before it: + 500 men, plus 500 men. */
    private boolean isPlus(int token) {
        return tokens.is(token, Kind.AFTER) && (tokens.first(token) == '+' || tokens.is(token, Kind.PREPOSITION));
    }

    /** Whether a bracket stands behind a name of its own: Smith (300 men), Jones (200 men). */
    private boolean isOfNextEntry(int end, int bracket) {
        int i = bracket;
        while (i > end && tokens.is(i - 1, TokenType.OTHER)) {
            i--;
        }
        return i < bracket && i > end && tokens.is(i - 1, TokenType.COMMA | TokenType.STOP | TokenType.LINE);
    }

    void closeBracket() {
        depth = Math.max(0, depth - 1);
        subset = false;
        if (depth == 0) {
            beforeBracket = null;
        }
    }

    /** Whether a bracket after a figure is open. */
    boolean isInBracket() {
        return depth > 0 && beforeBracket != null;
    }

    /** What is counted before the bracket that is open, by the text or else its context. */
    Name itemOfBracket() {
        if (depth == 0 || beforeBracket == null) {
            return Name.NONE;
        }
        Name item = beforeBracket.item;
        if (item.isOpen() && Measure.knowsItem(context.item())) {
            item = Names.of(context.item());
        }
        return isShip(item.text) ? SHIPS : item;
    }

    void endSentence() {
        subset = false;
        total = false;
    }

    /** Ends a line with a number on it; "including:" at its end is about the next one. */
    void endNumbers(int end) {
        total = false;
        subset &= subsetAt >= end - 2;
    }

    /** Takes in a word that says how figures belong together. */
    void read(int token) {
        if (tokens.is(token, Kind.SUBSET)) {
            subset = true;
            subsetAt = token;
        }
        total |= tokens.is(token, Kind.TOTAL);
        tokens.setReason(token, Reason.RELATION);
    }

    /** Whether "total" was said, which is now used up. */
    FigureRelation takeTotal() {
        FigureRelation relation = total ? FigureRelation.TOTAL : FigureRelation.NONE;
        total = false;
        return relation;
    }

    void label(Name item, Name state) {
        labelItem = item;
        labelState = state;
        labelLeft = false;
    }

    /** Takes in whether a label on a line of its own says whose the figures below it are: Russian sources. */
    void labelSource(boolean isSource) {
        underSource = isSource;
        sources += isSource ? 1 : 0;
    }

    /** Goes on to lines further below a label. */
    void leaveLabel() {
        labelLeft = true;
    }

    /** Further below, a label that names an item alone is about its things alone: under "Ships:" 40 captured may be men. */
    private void lendLabel(FigureCandidate draft) {
        if (!labelLeft || !labelState.isOpen() || draft.state.isOfThingsAlone) {
            lend(labelItem, labelState, draft);
        }
    }

    boolean hasLabel() {
        return !labelItem.isOpen() || !labelState.isOpen();
    }

    /** Adds a figure without a number. */
    void addWords(FigureCandidate draft) {
        if (hasLabel()) {
            lendLabel(draft);
        }
        drafts.add(draft);
    }

    /**
     * Adds a figure: how it belongs to those before it, and what they lend to its measure or it to theirs.
     *
     * @param passage the first token of its passage
     * @param line the first token of its line
     */
    void add(FigureCandidate draft, int passage, int line) {
        FigureCandidate last = last();
        boolean alternative = last != null && draft.start - last.end == 1 && isAlternative(draft.start - 1);
        if (last != null && alternative && draft.isOpen()) {
            draft.item = last.item;
            draft.state = last.state;
        }
        readBefore(draft, last, last == null ? passage : Math.max(passage, last.end));
        if (hasLabel()) {
            lendLabel(draft);
        }
        relate(draft, last, alternative);
        if (last != null) {
            readRow(draft, last);
        }
        if (draft.item == FIGHTERS && !draft.state.isOpen() && !draft.state.isOfThings) {
            draft.item = PERSONNEL; // fighters killed are men
        }
        draft.source = underSource ? sources : 0;
        draft.isSourced = underSource || (last == null || last.start < line ? isSourced(draft, line) : last.isSourced);
        if (draft.isSourced && draft.relation == FigureRelation.NONE && takesUp(draft, line)) {
            draft.relation = FigureRelation.ALTERNATIVE;
        } else {
            noteParty(draft);
        }
        drafts.add(draft);
    }

    /** What the words before a figure say of it, and those before the figures of the row that it goes on with. */
    private void readBefore(FigureCandidate draft, @Nullable FigureCandidate last, int lowest) {
        if (draft.state.isOpen() && words.readBefore(draft.start, lowest)) {
            lend(words.item, words.state, draft);
            draft.isLed = !words.state.isOpen();
        }
        boolean open = draft.state.isOpen() && !draft.item.isOpen();
        if (open && last != null && last.isLed && isNextInRow(last, draft.start) && goesWith(draft.item, last.state)) {
            draft.state = last.state; // lost 4,000 men, 30 guns
            draft.isLed = true;
        }
    }

    /** How a figure belongs to those before it, and what it then leaves unsaid. */
    private void relate(FigureCandidate draft, @Nullable FigureCandidate last, boolean alternative) {
        if (last != null && alternative) {
            draft.relation = FigureRelation.ALTERNATIVE;
            tokens.setReason(draft.start - 1, Reason.RELATION);
            if (last.isOpen()) {
                last.item = draft.item;
                last.state = draft.state;
            }
        } else if (total || words.total) {
            draft.relation = FigureRelation.TOTAL;
            total = false;
        } else if (depth > 0 && beforeBracket != null && isOfOther(draft, beforeBracket)) {
            draft.relation = FigureRelation.ALTERNATIVE;
            draft.item = beforeBracket.item;
            draft.state = beforeBracket.state;
        } else if (depth > 0 && beforeBracket != null) {
            draft.relation = FigureRelation.SUBSET;
            inherit(beforeBracket, draft);
        } else if ((subset || words.part) && last != null) {
            draft.relation = FigureRelation.SUBSET;
            inherit(last.whole == null ? last : last.whole, draft);
        }
    }

    /** What the figures of a row say of one another. */
    private void readRow(FigureCandidate draft, FigureCandidate last) {
        int start = draft.start;
        if (!draft.state.isOpen()) {
            boolean things = draft.state.isOfThingsAlone && draft.relation == FigureRelation.NONE;
            if (tokens.is(start - 1, Kind.AND)
                    || (things && !draft.item.isOpen() && tokens.is(start - 1, TokenType.COMMA))) {
                shareState(draft); // 3 cruisers, 4 destroyers sunk
            }
            if (things && draft.item.isOpen()) {
                takeItem(draft);
            }
        }
        int parted = start - last.end;
        boolean of = (parted == 1 && tokens.is(start - 1, Kind.OF)) || (parted == 0 && tokens.is(start, Kind.OF));
        if (of && last.isOpen()) {
            last.item = draft.item; // 5 of 8 tanks lost: five are lost
            last.state = draft.state;
            draft.state = Name.NONE;
        }
    }

    /** Whether a bracket says by somebody else what stands before it: 10,000 (20,000 according to other sources). */
    private boolean isOfOther(FigureCandidate draft, FigureCandidate before) {
        if (!tokens.has(Phrase.NAMES) || !(draft.isOpen() || before.hasSameMeasure(draft))) {
            return false;
        }
        int last = Math.min(bracketAt + REACH, tokens.size());
        for (int i = bracketAt + 1; i < last && !tokens.is(i, TokenType.CLOSE); i++) {
            if (tokens.is(i, Phrase.NAMES)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNextInRow(FigureCandidate last, int start) {
        return start - last.end == 1 && !last.item.isOpen() && tokens.is(start - 1, Kind.AND | TokenType.COMMA);
    }

    private boolean isAlternative(int join) {
        return tokens.is(join, Kind.OR)
                || (tokens.is(join, TokenType.SLASH)
                        && tokens.is(join - 1, TokenType.DIGITS)
                        && tokens.is(join + 1, TokenType.DIGITS));
    }

    /** Whether a line says whose its figures are: Glantz: 12,031; Soviet estimate 15,000; 12,000 (Zetterling); 300 (Smith 1983). */
    private boolean isSourced(FigureCandidate first, int line) {
        if (!tokens.has(SOURCES)) {
            return false;
        }
        for (int i = Math.max(line, first.start - REACH); i < first.start; i++) {
            if (tokens.is(i, Phrase.NAMES) || (tokens.is(i, TokenType.NAME) && tokens.is(i + 1, TokenType.YEAR))) {
                return true;
            }
        }
        for (int i = first.end; i < first.end + REACH && i < tokens.size(); i++) {
            if (tokens.is(i, Phrase.NAMES)) {
                return true;
            }
            if (tokens.is(i, TokenType.DIGITS | TokenType.LINE | TokenType.STOP)) {
                return false;
            }
            if (tokens.is(i, TokenType.NAME)) {
                int year = tokens.is(i + 1, TokenType.COMMA) ? i + 2 : i + 1;
                if (tokens.is(year, TokenType.YEAR) && tokens.is(year + 1, TokenType.CLOSE)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a figure counts what one of another author on a line before it counts; where open, it does as the last one. */
    private boolean takesUp(FigureCandidate draft, int line) {
        for (int k = drafts.size() - 1; k >= 0 && k >= drafts.size() - REACH; k--) {
            FigureCandidate before = drafts.get(k);
            boolean other = before.start < line && (before.source == 0 || before.source != draft.source);
            if (before.isSourced && other && (draft.isOpen() || before.hasSameMeasure(draft))) {
                draft.item = before.item;
                draft.state = before.state;
                return true;
            }
        }
        return false;
    }

    /** Two figures of one measure, each with a name beside it, are those of two parties or of two authors. */
    private void noteParty(FigureCandidate draft) {
        if (!tokens.has(TokenType.NAME)) {
            return;
        }
        int name = tokens.is(draft.end, TokenType.OPEN) ? draft.end + 1 : draft.end;
        if (!tokens.is(name, TokenType.NAME)) {
            name = draft.start - 1;
        }
        if (!tokens.is(name, TokenType.NAME)) {
            return;
        }
        draft.party = name;
        FigureCandidate before = last();
        if (before != null
                && !partiesNoted
                && before.party >= 0
                && before.party != name
                && before.hasSameMeasure(draft)) {
            partiesNoted = true;
            remarks.add(new Remark(
                    tokens.start(Math.min(before.start, before.party)),
                    tokens.end(Math.max(draft.end - 1, name)),
                    Remark.Kind.SEVERAL_PARTIES));
        }
    }

    /** "4 ships sunk, 3 captured, 1 damaged": things in a state that people cannot be in are those that were named last. */
    private void takeItem(FigureCandidate draft) {
        int k = drafts.size() - 1;
        int lowest = Math.max(0, k - MOST_OPEN);
        while (k > lowest && drafts.get(k).item.isOpen() && drafts.get(k).state.isOfThings) {
            k--;
        }
        Name item = drafts.get(k).item;
        if (item.isOpen() || item.isPeople) {
            return;
        }
        for (int i = k + 1; i < drafts.size(); i++) {
            drafts.get(i).item = item;
        }
        draft.item = item;
    }

    /** "2 cruisers, 3 destroyers and 1 transport sunk": what is said of the last is said of all. */
    private void shareState(FigureCandidate draft) {
        FigureCandidate then = draft;
        for (int k = drafts.size() - 1; k >= 0; k--) {
            FigureCandidate before = drafts.get(k);
            int join = then.start - 1;
            boolean row = tokens.is(join, Kind.AND) || tokens.is(join, TokenType.COMMA);
            while (row && join > before.end && tokens.is(join - 1, TokenType.OTHER)) {
                join--; // 12 British and 30 Indians killed
            }
            boolean named = !before.item.isOpen() || join < then.start - 1;
            if (before.item == FIGHTERS && !draft.state.isOfThings) {
                before.item = PERSONNEL;
            }
            if (!row || join != before.end || !named || !before.state.isOpen() || !goesWith(before.item, draft.state)) {
                return;
            }
            before.state = draft.state;
            then = before;
        }
    }

    /** What a bracket or "including" leaves unsaid is as in the figure before. */
    private static void inherit(FigureCandidate whole, FigureCandidate part) {
        part.whole = whole;
        if (part.isOpen()) {
            part.item = whole.item;
            part.state = whole.state;
        } else if (part.item.isOpen() && !whole.item.isOpen() && part.state.isOfThings) {
            part.item = whole.item;
        } else if (part.state.isOpen() && goesWith(part.item, whole.state)) {
            part.state = whole.state;
        }
    }

    private static void lend(Name item, Name state, FigureCandidate draft) {
        if (draft.isOpen()) {
            draft.item = item;
            draft.state = state;
        } else if (draft.state.isOpen() && goesWith(draft.item, state)) {
            draft.state = state;
        } else if (draft.item.isOpen()) {
            draft.item = item;
        }
    }

    /** Whether an item can be in a state: people in every one, things not killed. */
    private static boolean goesWith(Name item, Name state) {
        return item.isOpen() || state.isOfThings || item.isPeople;
    }

    /** Transports named among ships, and no aircraft, are ships. */
    void sortTransports() {
        boolean transports = false;
        for (int i = 0; i < drafts.size(); i++) {
            transports |= drafts.get(i).item == TRANSPORTS;
        }
        if (!transports) {
            return;
        }
        boolean ships = isShip(context.item());
        boolean aircraft = isAircraft(context.item());
        for (int i = 0; i < drafts.size(); i++) {
            ships |= isShip(drafts.get(i).item.text);
            aircraft |= isAircraft(drafts.get(i).item.text);
        }
        for (int i = 0; ships && !aircraft && i < drafts.size(); i++) {
            FigureCandidate draft = drafts.get(i);
            draft.item = draft.item == TRANSPORTS ? SHIPS : draft.item;
        }
    }

    private static boolean isShip(String item) {
        return switch (item) {
            case "ships", "carriers", "battleships", "cruisers", "destroyers", "submarines" -> true;
            default -> false;
        };
    }

    private static boolean isAircraft(String item) {
        return switch (item) {
            case "aircraft", "combat_aircraft", "fighters", "bombers", "reconnaissance", "trainers" -> true;
            default -> false;
        };
    }
}
