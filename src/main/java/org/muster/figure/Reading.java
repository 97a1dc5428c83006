package org.muster.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Remark.Kind;
import org.muster.figure.Tokens.TokenType;

/**
 * One reading of a text: finds figures among its tokens, from left to right, looking a bounded number of tokens ahead.
 *
 * <p>A figure is {@code [qualifier] amount [dash amount] [qualifier] [words of its measure]}. A passage between two
 * delimiters without a figure that speaks of an amount ("heavy", "unknown") is a figure without a number; on a line
 * without any number, the whole line is one such figure.
 */
final class Reading {

    /** More qualifiers in a row are no writing. */
    private static final int MOST_QUALIFIERS = 4;

    private static final int FIRST_YEAR = 1200;
    private static final int LAST_YEAR = 2099;
    private static final int QUALIFIERS = Word.Kind.QUALIFIER.bit | Word.Kind.BETWEEN.bit;
    private static final int AMOUNT_WORDS = Word.Kind.UNKNOWN.bit | Word.Kind.WORDS.bit | Word.Kind.DEGREE.bit;
    private static final BigDecimal PER_CENT = new BigDecimal("0.01");

    private final String text;
    private final Tokens tokens;
    private final List<Draft> drafts = new ArrayList<>(4);
    private final List<Remark> remarks = new ArrayList<>(0);
    private final MeasureWords words;

    /** The passage since the last delimiter, and the line since the last line break or bullet. */
    private int passage;

    private int line;
    private boolean figureInPassage;
    private boolean numberInLine;
    /** The first draft of the line. */
    private int lineDrafts;
    /** How many brackets are open, and the figure before the first of them. */
    private int depth;

    private @Nullable Draft beforeBracket;
    /** What follows is part of the figure before: of whom, including. */
    private boolean subset;

    private int subsetAt;

    private boolean total;
    private boolean partiesNoted;
    /** What a label before a colon says of the figures after it. */
    private String labelItem = "";

    private String labelState = "";
    private boolean labelLine;
    /** The last token that was part of a date. */
    private int date = -2;

    Reading(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
        this.words = new MeasureWords(tokens);
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<Remark> remarks() {
        return remarks;
    }

    Reading read() {
        int size = tokens.size();
        int i = 0;
        while (i < size) {
            if (tokens.isDelimiter(i)) {
                delimit(i);
                i++;
            } else if (tokens.isAny(i, Word.Kind.SUBSET.bit | Word.Kind.TOTAL.bit)) {
                if (tokens.is(i, Word.Kind.SUBSET)) {
                    subset = true;
                    subsetAt = i;
                }
                total |= tokens.is(i, Word.Kind.TOTAL);
                tokens.setReason(i, Reason.RELATION);
                i++;
            } else {
                i = Math.max(i + 1, readAt(i));
            }
        }
        endPassage(size);
        endLine(size);
        sortTransports();
        return this;
    }

    /** Transports named among ships, and no aircraft, are ships. */
    private void sortTransports() {
        boolean transports = false;
        boolean ships = false;
        for (int i = 0; i < drafts.size(); i++) {
            switch (drafts.get(i).item) {
                case "transports" -> transports = true;
                case "ships", "carriers", "battleships", "cruisers", "destroyers", "submarines" -> ships = true;
                case "aircraft", "combat_aircraft", "fighters", "bombers", "reconnaissance", "trainers" -> {
                    return;
                }
                default -> {}
            }
        }
        for (int i = 0; transports && ships && i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            draft.item = draft.item.equals("transports") ? "ships" : draft.item;
        }
    }

    private void delimit(int i) {
        if (tokens.is(i, TokenType.COLON) && readLabel(i)) {
            passage = i + 1;
            return;
        }
        endPassage(i);
        if (tokens.is(i, TokenType.OPEN)) {
            if (depth++ == 0) {
                beforeBracket = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
                subset = false;
            }
        } else if (tokens.is(i, TokenType.CLOSE)) {
            depth = Math.max(0, depth - 1);
            subset = false;
            if (depth == 0) {
                beforeBracket = null;
            }
        } else if (tokens.is(i, TokenType.LINE)) {
            endLine(i);
        } else if (tokens.is(i, TokenType.STOP)) {
            subset = false;
            total = false;
        }
    }

    private void endLine(int end) {
        if (!numberInLine && drafts.size() > lineDrafts) {
            Draft first = drafts.get(lineDrafts);
            boolean unknown = false;
            while (drafts.size() > lineDrafts) {
                unknown |= drafts.remove(drafts.size() - 1).qualifier == Qualifier.UNKNOWN;
            }
            addWords(line, end, unknown, first.item, first.state, first.relation);
        }
        if (end > line) {
            if (labelLine) {
                labelLine = false;
            } else {
                labelItem = "";
                labelState = "";
            }
            if (numberInLine) {
                total = false;
                subset &= subsetAt >= end - 2; // "including:" at the end of a line is about the next one
            }
        }
        line = end + 1;
        numberInLine = false;
        lineDrafts = drafts.size();
    }

    /** Takes the measure words before a colon for what the figures after it count, if no figure stands before it. */
    private boolean readLabel(int colon) {
        if (figureInPassage) {
            return false;
        }
        if (colon + 1 < tokens.size() && tokens.is(colon + 1, TokenType.LINE) || colon + 1 == tokens.size()) {
            labelLine = true;
        }
        words.readAll(passage, colon);
        labelItem = Names.items().is(words.item, "units") ? "" : words.item; // I corps: its name
        labelState = words.state;
        if (!labelItem.isEmpty() || !labelState.isEmpty()) {
            for (int i = passage; i < colon; i++) {
                tokens.setReason(i, Reason.LABEL);
            }
            return true;
        }
        return false;
    }

    /** Reads the figure that begins at a token, if one does, and gives the token to go on with. */
    private int readAt(int start) {
        int i = start;
        Qualifier qualifier = Qualifier.EXACTLY;
        boolean between = false;
        while (i - start < MOST_QUALIFIERS && tokens.isAny(i, QUALIFIERS)) {
            between |= tokens.is(i, Word.Kind.BETWEEN);
            qualifier = tokens.is(i, Word.Kind.QUALIFIER) ? stronger(qualifier, tokens.word(i).before) : qualifier;
            i++;
        }
        if (!tokens.is(i, TokenType.NUMBER) && !tokens.is(i, TokenType.WORD)) {
            if (tokens.is(i, TokenType.UNREADABLE)) {
                numberInLine |= i == start;
                return i + 1;
            }
            return start;
        }
        Amount low = Amount.at(tokens, i, between);
        if (!low.exists()) {
            return start;
        }
        if (isName(i)) {
            tokens.setReason(i, tokens.is(i - 1, Word.Kind.LABEL) ? Reason.DESIGNATION : Reason.UNREADABLE);
            return i + 1;
        }
        int set = notCounted(i, low.next());
        if (set > 0) {
            return set;
        }
        Amount high = low;
        boolean single = true;
        int join = low.next();
        if (tokens.is(join, Word.Kind.AFTER) && tokens.is(join + 1, TokenType.DASH) && isNumber(join + 2)) {
            qualifier = stronger(qualifier, tokens.word(join).after);
            join++;
        }
        if (joinsRange(join, between)) {
            int upper = join + 1;
            Qualifier second = qualifier;
            while (upper - join <= MOST_QUALIFIERS && tokens.is(upper, Word.Kind.QUALIFIER)) {
                second = stronger(second, tokens.word(upper).before);
                upper++;
            }
            Amount end = Amount.at(tokens, upper, false);
            if (end.exists() && joinsRange(end.next(), false) && isNumber(end.next() + 1)) {
                return chainEnd(i, end.next());
            }
            if (end.exists()) {
                high = end;
                single = false;
                low = low.before(high);
                qualifier = second;
            } else if (tokens.is(upper, TokenType.UNREADABLE)) {
                mark(i, upper + 1, Reason.UNREADABLE);
                return upper + 1;
            }
        }
        int next = high.next();
        if (tokens.is(next, TokenType.SLASH) && isNumber(next + 1)) {
            if (text.charAt(tokens.start(next)) == '⁄') {
                mark(i, next + 2, Reason.UNREADABLE);
                return next + 2;
            }
            if (tokens.is(next + 2, TokenType.SLASH) && isNumber(next + 3)) {
                mark(i, next + 4, Reason.DATE);
                return next + 4;
            }
        }
        boolean reversed = !single && low.value().compareTo(high.value()) > 0;
        BigDecimal bottom = reversed ? high.value() : low.value();
        BigDecimal top = reversed ? low.value() : high.value();
        double best = Double.NaN;
        if (tokens.is(next, Word.Kind.MARGIN)) {
            Amount margin = Amount.at(tokens, next + 1, false);
            if (margin.exists()) {
                boolean share = tokens.is(margin.next(), Word.Kind.PERCENT);
                BigDecimal off = share ? top.multiply(margin.value()).multiply(PER_CENT) : margin.value();
                best = single ? top.doubleValue() : Double.NaN;
                bottom = bottom.subtract(off).max(BigDecimal.ZERO);
                top = top.add(off);
                next = margin.next() + (share ? 1 : 0);
            }
        }
        for (int k = 0; k < MOST_QUALIFIERS && isAfter(next); k++) {
            qualifier = stronger(qualifier, tokens.word(next).after);
            next++;
        }
        words.readAfter(next, depth > 0 && beforeBracket != null ? beforeBracket.item : "");
        int no = notAFigure(i, next, low, high);
        if (no > 0) {
            return no;
        }
        if (isPronoun(low, i)) {
            return start;
        }
        if (qualifier == Qualifier.EXACTLY && (low.isRounded() || high.isRounded())) {
            qualifier = Qualifier.ROUNDED;
        }
        Draft draft = new Draft(start, words.end, qualifier, words.item, words.state);
        draft.bottom = bottom;
        draft.top = top;
        draft.best = best;
        draft.unit = single ? low.unit() : low.unit().min(high.unit());
        relate(draft);
        drafts.add(draft);
        noteParty(draft);
        if (reversed) {
            remarks.add(new Remark(tokens.start(i), tokens.end(next - 1), Kind.REVERSED_RANGE));
        }
        figureInPassage = true;
        numberInLine = true;
        return draft.end;
    }

    /** Two figures of one measure, each with a name beside it, are those of two parties or of two authors. */
    private void noteParty(Draft draft) {
        int name = tokens.is(draft.end, TokenType.OPEN) ? draft.end + 1 : draft.end;
        if (!tokens.is(name, TokenType.OTHER) || !Character.isUpperCase(text.charAt(tokens.start(name)))) {
            name = draft.start - 1;
        }
        if (!tokens.is(name, TokenType.OTHER) || !Character.isUpperCase(text.charAt(tokens.start(name)))) {
            return;
        }
        draft.party = name;
        Draft before = drafts.size() < 2 ? draft : drafts.get(drafts.size() - 2);
        boolean others = before.party >= 0 && before != draft && before.party != name;
        if (others && !partiesNoted && before.item.equals(draft.item) && before.state.equals(draft.state)) {
            partiesNoted = true;
            remarks.add(new Remark(
                    tokens.start(Math.min(before.start, before.party)),
                    tokens.end(Math.max(draft.end - 1, name)),
                    Kind.SEVERAL_PARTIES));
        }
    }

    /** How a figure belongs to those before it, and what they lend to its measure or it to theirs. */
    private void relate(Draft draft) {
        Draft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
        int start = draft.start;
        int parted = last == null ? -1 : start - last.end;
        boolean alternative = parted == 1
                && (tokens.is(start - 1, Word.Kind.OR)
                        || (tokens.is(start - 1, TokenType.SLASH) && isNumber(start - 2) && isNumber(start)));
        if (last != null && alternative && draft.isOpen()) {
            draft.item = last.item;
            draft.state = last.state;
        }
        if (draft.state.isEmpty()) {
            words.readBefore(start, last == null ? passage : Math.max(passage, last.end));
            lend(words.item, words.state, draft);
        }
        if (!labelItem.isEmpty() || !labelState.isEmpty()) {
            lend(labelItem, labelState, draft);
        }
        if (last != null && alternative) {
            draft.relation = Relation.ALTERNATIVE;
            tokens.setReason(start - 1, Reason.RELATION);
            if (last.isOpen()) {
                last.item = draft.item;
                last.state = draft.state;
            }
        } else if (total || words.total) {
            draft.relation = Relation.TOTAL;
            total = false;
        } else if (depth > 0 && beforeBracket != null) {
            draft.relation = Relation.SUBSET;
            inherit(beforeBracket, draft);
        } else if (subset && last != null) {
            draft.relation = Relation.SUBSET;
            inherit(last.whole == null ? last : last.whole, draft);
        }
        if (last != null && parted == 1 && tokens.is(start - 1, Word.Kind.AND) && !draft.state.isEmpty()) {
            shareState(draft);
        }
    }

    /** "2 cruisers, 3 destroyers and 1 transport sunk": what is said of the last is said of all. */
    private void shareState(Draft draft) {
        Draft then = draft;
        for (int k = drafts.size() - 1; k >= 0; k--) {
            Draft before = drafts.get(k);
            boolean row = before.end == then.start - 1
                    && (tokens.is(before.end, Word.Kind.AND) || tokens.is(before.end, TokenType.COMMA));
            if (!row || before.item.isEmpty() || !before.state.isEmpty() || !goesWith(before.item, draft.state)) {
                return;
            }
            before.state = draft.state;
            then = before;
        }
    }

    /** What a bracket or "including" leaves unsaid is as in the figure before. */
    private static void inherit(Draft whole, Draft part) {
        part.whole = whole;
        if (part.isOpen()) {
            part.item = whole.item;
            part.state = whole.state;
        } else if (part.item.isEmpty() && !whole.item.isEmpty() && isOfThings(part.state)) {
            part.item = whole.item;
        } else if (part.state.isEmpty() && goesWith(part.item, whole.state)) {
            part.state = whole.state;
        }
    }

    private static void lend(String item, String state, Draft draft) {
        if (draft.isOpen()) {
            draft.item = item;
            draft.state = state;
        } else if (draft.state.isEmpty() && goesWith(draft.item, state)) {
            draft.state = state;
        } else if (draft.item.isEmpty()) {
            draft.item = item;
        }
    }

    /** Whether an item can be in a state: people in every one, things not killed. */
    private static boolean goesWith(String item, String state) {
        return item.isEmpty() || isOfThings(state) || Names.items().is(item, "people");
    }

    private static boolean isOfThings(String state) {
        return switch (state) {
            case "strength", "strength_engaged", "lost", "destroyed", "damaged", "abandoned", "captured" -> true;
            default -> false;
        };
    }

    /** A bound wins over an estimate, "exactly" over nothing; of two alike the one nearer to the number. */
    private static Qualifier stronger(Qualifier before, Qualifier then) {
        return before.isOneSided() && !then.isOneSided() ? before : then;
    }

    private boolean isNumber(int token) {
        return tokens.is(token, TokenType.NUMBER) || tokens.is(token, TokenType.UNREADABLE);
    }

    /** Whether a qualifier belongs to the number before it; the plus in "1,000 plus 2,000" does not. */
    private boolean isAfter(int token) {
        return tokens.is(token, Word.Kind.AFTER)
                && !(tokens.is(token + 1, TokenType.NUMBER) && Character.isLetter(text.charAt(tokens.start(token))));
    }

    private boolean joinsRange(int token, boolean between) {
        return tokens.is(token, TokenType.DASH)
                || tokens.is(token, Word.Kind.RANGE)
                || (between && tokens.is(token, Word.Kind.AND));
    }

    /** Past numbers that a chain of dashes joins, as in 2011-09-13 or a book number: no range. */
    private int chainEnd(int first, int join) {
        int i = join;
        while (joinsRange(i, false) && isNumber(i + 1)) {
            i += 2;
        }
        mark(first, i, Reason.DATE);
        numberInLine = true;
        return i;
    }

    private void mark(int from, int to, Reason reason) {
        for (int i = from; i < to && i < tokens.size(); i++) {
            tokens.setReason(i, reason);
        }
    }

    /** Whether a number is part of a name (Type 95), or a sign stands before it that no count has. */
    private boolean isName(int number) {
        if (tokens.is(number - 1, Word.Kind.LABEL)) {
            return true;
        }
        if (!tokens.is(number, TokenType.NUMBER) || !tokens.isGlued(number - 1, number)) {
            return false;
        }
        boolean plus = text.charAt(tokens.start(number - 1)) == '+' && !isNumber(number - 2);
        boolean minus = tokens.is(number - 1, TokenType.DASH)
                && text.charAt(tokens.start(number - 1)) != '—'
                && number == 1
                && tokens.size() == 2;
        return plus || minus;
    }

    /** Past a number that measures something other than a count, or -1. */
    private int notCounted(int number, int next) {
        Reason reason;
        if (tokens.is(next, Word.Kind.ORDINAL) && tokens.isGlued(next - 1, next)) {
            reason = Reason.ORDINAL;
        } else {
            return -1;
        }
        mark(number, next + 1, reason);
        return next + 1;
    }

    /** Past numbers that are a size, a share, a date or a year, or -1. */
    private int notAFigure(int first, int next, Amount low, Amount high) {
        if (tokens.isAny(next, Word.Kind.UNIT.bit | Word.Kind.CALIBRE.bit | Word.Kind.PERCENT.bit)
                && !tokens.isLetterForState(next)) {
            Reason reason = tokens.is(next, Word.Kind.PERCENT)
                    ? Reason.PERCENTAGE
                    : tokens.is(next, Word.Kind.CALIBRE) ? Reason.CALIBRE : Reason.MEASUREMENT;
            mark(first, next + 1, reason);
            return next + 1;
        }
        if (tokens.isLetterForState(next)) {
            words.end = next + 1;
            words.state = tokens.word(next).letter;
            words.item = "";
            return -1;
        }
        if (isDate(first, next)) {
            date = next - 1;
            boolean year = tokens.end(first) - tokens.start(first) == 4 && !isMonth(first - 1);
            mark(isMonth(first - 1) ? first - 1 : first, next, year ? Reason.YEAR : Reason.DATE);
            if (isMonth(next)) {
                tokens.setReason(next, Reason.DATE);
            }
            return next;
        }
        if (isYear(first, low) && isYear(next - 1, high) && isAside(first, next)) {
            mark(first, next, Reason.YEAR);
            return next;
        }
        return -1;
    }

    private boolean isYear(int token, Amount amount) {
        if (!amount.digits()
                || !tokens.is(token, TokenType.NUMBER)
                || tokens.number(token).scale() != 0) {
            return false;
        }
        int year = tokens.end(token) - tokens.start(token) <= 4
                ? tokens.number(token).intValue()
                : 0;
        boolean four = tokens.end(token) - tokens.start(token) == 4 && year >= FIRST_YEAR && year <= LAST_YEAR;
        boolean short2 = tokens.end(token) - tokens.start(token) == 2 && tokens.is(token - 1, TokenType.DASH);
        return four || short2;
    }

    /** Whether numbers stand alone in brackets, or before a colon: (1812), 1943: 50,000. */
    private boolean isAside(int first, int next) {
        boolean alone = words.item.isEmpty() && words.state.isEmpty() && words.end == next;
        return alone
                && ((tokens.is(first - 1, TokenType.OPEN) && tokens.is(next, TokenType.CLOSE))
                        || (first == passage && tokens.is(next, TokenType.COLON) && next + 1 < tokens.size()));
    }

    /** Whether the numbers from a token on are days beside a month, or a year after a word that years follow. */
    private boolean isDate(int first, int next) {
        if (!tokens.is(first, TokenType.NUMBER)) {
            return false;
        }
        int length = tokens.end(first) - tokens.start(first);
        if (length <= 2) {
            return isMonth(first - 1) || isMonth(next);
        }
        return length == 4
                && tokens.number(first).scale() == 0
                && words.item.isEmpty()
                && words.state.isEmpty()
                && (isMonth(first - 1)
                        || tokens.is(first - 1, Word.Kind.YEAR)
                        || (tokens.is(first - 1, TokenType.COMMA) && date == first - 2));
    }

    /** Months are written with a capital; may and march are not. */
    private boolean isMonth(int token) {
        return tokens.is(token, Word.Kind.MONTH) && !Character.isLowerCase(text.charAt(tokens.start(token)))
                || tokens.is(token, Word.Kind.MONTH) && tokens.word(token).is(Word.Kind.YEAR);
    }

    /** Whether "one" stands alone in running text, where it is rarely a number. */
    private boolean isPronoun(Amount amount, int token) {
        return !amount.digits()
                && amount.value().compareTo(BigDecimal.ONE) == 0
                && words.item.isEmpty()
                && words.state.isEmpty()
                && !(token == 0 && amount.next() == tokens.size());
    }

    /** A passage without a number is a figure if a word in it speaks of an amount; in brackets only "unknown" does. */
    private void endPassage(int end) {
        if (!figureInPassage) {
            boolean unknown = false;
            boolean found = false;
            for (int i = passage; i < end; i++) {
                if (tokens.isAny(i, AMOUNT_WORDS)) {
                    unknown |= tokens.is(i, Word.Kind.UNKNOWN);
                    found |= isAmount(i);
                } else if (tokens.is(i, Word.Kind.NONE) && isAmount(i)) {
                    found = true;
                }
            }
            if (unknown || (found && (depth == 0 || beforeBracket == null))) {
                words.readAll(passage, end);
                addWords(passage, end, unknown, words.item, words.state, total ? Relation.TOTAL : Relation.NONE);
                total = false;
            }
        }
        passage = end + 1;
        figureInPassage = false;
    }

    private boolean isAmount(int token) {
        return tokens.isAny(token, Word.Kind.UNKNOWN.bit | Word.Kind.WORDS.bit)
                || (tokens.is(token, Word.Kind.DEGREE)
                        && !tokens.is(token + 1, Word.Kind.ITEM)
                        && !tokens.is(token + 1, TokenType.OTHER));
    }

    /** A figure without a number from the words that span some tokens. */
    private void addWords(int from, int to, boolean unknown, String item, String state, Relation relation) {
        int first = from;
        while (first < to && tokens.isMark(first)) {
            first++;
        }
        int end = to;
        while (end > first && tokens.isMark(end - 1)) {
            end--;
        }
        if (first == end) {
            return;
        }
        Draft draft = new Draft(first, end, unknown ? Qualifier.UNKNOWN : Qualifier.WORDS, item, state);
        draft.relation = relation;
        if (!labelItem.isEmpty() || !labelState.isEmpty()) {
            lend(labelItem, labelState, draft);
        }
        drafts.add(draft);
    }
}
