package org.muster.reading;

import java.util.List;
import org.muster.figure.Name;
import org.muster.figure.Qualifier;
import org.muster.reading.Phrase.Kind;

/**
 * One reading of a text: finds figures among its tokens, from left to right, looking a bounded number of tokens ahead.
 *
 * <p>A figure is {@code [qualifier] amount [dash amount] [qualifier] [words of its measure]}. A passage between two
 * delimiters without a figure that speaks of an amount ("heavy", "unknown") is a figure without a number; on a line
 * without any number, the whole line is one such figure.
 */
final class FigureParser {

    /** More qualifiers in a row are no writing. */
    private static final int MOST_QUALIFIERS = 4;

    /** How far from a figure a word may stand that calls it an estimate. */
    private static final int REACH = 8;

    private static final long QUALIFIERS = Kind.QUALIFIER | Kind.BETWEEN;
    private static final long STARTS = TokenType.DIGITS | QUALIFIERS | Amount.FIRST_WORDS | Kind.NONE;
    private static final long RELATIONS = Kind.SUBSET | Kind.TOTAL;
    private static final long AMOUNT_WORDS = Kind.UNKNOWN | Kind.WORDS | Kind.DEGREE;
    private static final long RANGE_JOINS = TokenType.DASH | Kind.RANGE;
    /** What may go on with a number so that it is more than a single one. */
    private static final long GOES_ON = RANGE_JOINS | Kind.AFTER | Kind.AND | Kind.ORDINAL | TokenType.SLASH;

    private final Tokens tokens;
    private final Scanner scanner;
    private final MeasureWords words;
    private final NonCountNumbers others;
    private final FigureCandidates relations;
    private final IgnoredParts cover;

    /** The passage since the last delimiter, and the line since the last line break or bullet. */
    private int passage;

    private int line;
    private boolean figureInPassage;
    private boolean numberInLine;
    /** The first draft of the line. */
    private int lineDrafts;
    /** Whether the line is a label for the lines below it, and whether such a one stands above. */
    private boolean labelLine;

    private boolean heading;
    /** Whether the label calls its figures estimates. */
    private boolean estimates;

    FigureParser(Vocabulary vocabulary) {
        tokens = new Tokens(vocabulary);
        scanner = new Scanner(tokens);
        words = new MeasureWords(tokens);
        others = new NonCountNumbers(tokens);
        relations = new FigureCandidates(tokens, words);
        cover = new IgnoredParts(tokens);
    }

    Tokens tokens() {
        return tokens;
    }

    FigureCandidates relations() {
        return relations;
    }

    /** Everything of the text that is in no figure. */
    List<IgnoredPart> cover() {
        return cover.of(relations.drafts());
    }

    /** Reads a text about something. What was found stands here until the next one. */
    void read(String text, Vocabulary vocabulary, Context context) {
        scanner.scan(text, vocabulary);
        passage = 0;
        line = 0;
        figureInPassage = false;
        numberInLine = false;
        lineDrafts = 0;
        labelLine = false;
        heading = false;
        estimates = false;
        others.clear();
        relations.begin(context);
        int size = tokens.size();
        int i = 0;
        while (i < size) {
            long traits = tokens.traits(i);
            if ((traits & TokenType.DELIMITERS) != 0) {
                delimit(i);
                i++;
            } else if ((traits & RELATIONS) != 0) {
                relations.read(i);
                i++;
            } else if ((traits & STARTS) != 0) {
                i = Math.max(i + 1, readAt(i));
            } else if ((traits & Kind.AND) != 0 && figureInPassage && isWordsFigure(i + 1)) {
                endPassage(i);
                i++;
            } else if ((traits & TokenType.DASH) != 0 && isLabel(i)) {
                readLabel(i);
                i++;
                passage = i;
            } else {
                i++;
            }
        }
        endPassage(size);
        endLine(size);
        relations.sortTransports();
    }

    private void delimit(int i) {
        if (tokens.is(i, TokenType.COLON) && readLabel(i)) {
            passage = i + 1;
            return;
        }
        endPassage(i);
        if (tokens.is(i, TokenType.OPEN)) {
            relations.openBracket(i);
        } else if (tokens.is(i, TokenType.CLOSE)) {
            relations.closeBracket();
        } else if (tokens.is(i, TokenType.LINE)) {
            endLine(i);
        } else if (tokens.is(i, TokenType.STOP)) {
            relations.endSentence();
        }
    }

    private void endLine(int end) {
        List<FigureCandidate> drafts = relations.drafts();
        if (!numberInLine && drafts.size() > lineDrafts) {
            FigureCandidate first = drafts.get(lineDrafts);
            boolean unknown = false;
            while (drafts.size() > lineDrafts) {
                unknown |= drafts.remove(drafts.size() - 1).qualifier == Qualifier.UNKNOWN;
            }
            addWords(line, end, unknown, first.item, first.state, first.relation);
        }
        if (end > line) {
            if (labelLine) {
                labelLine = false;
                heading = true;
            } else if (heading) {
                relations.leaveLabel();
            } else {
                endLabel();
            }
            if (numberInLine) {
                relations.endNumbers(end);
            }
        }
        line = end + 1;
        numberInLine = false;
        lineDrafts = drafts.size();
    }

    /** Whether words for an amount follow and soon what they count: 12 killed and several wounded. */
    private boolean isWordsFigure(int token) {
        return tokens.is(token, Kind.UNKNOWN | Kind.WORDS)
                && !tokens.is(token + 1, STARTS)
                && (tokens.is(token + 1, Phrase.MEASURES)
                        || (tokens.is(token + 1, TokenType.OTHER) && tokens.is(token + 2, Phrase.MEASURES)));
    }

    /** Whether a dash stands for a colon: Killed – 45. */
    private boolean isLabel(int dash) {
        return !figureInPassage
                && dash > passage
                && tokens.is(dash - 1, Kind.STATE | Kind.MEASURE | Kind.ITEM)
                && !tokens.is(dash - 1, Kind.NUMBER)
                && tokens.is(dash + 1, STARTS);
    }

    private void endLabel() {
        relations.labelSource(false);
        relations.label(Name.NONE, Name.NONE);
        heading = false;
        estimates = false;
    }

    /** Takes the measure words before a colon for what the figures after it count, if no figure stands before it. */
    private boolean readLabel(int colon) {
        boolean ofLines = tokens.is(colon + 1, TokenType.LINE) || colon + 1 == tokens.size();
        estimates &= !ofLines;
        for (int i = colon - 1; i >= passage && !tokens.is(i, TokenType.DIGITS); i--) {
            estimates |= tokens.is(i, Kind.ESTIMATE);
        }
        if (figureInPassage) {
            return false;
        }
        int first = passage;
        while (first > line + 1
                && tokens.is(first - 1, TokenType.COMMA | TokenType.SLASH)
                && tokens.is(first - 2, Phrase.MEASURES)) {
            first -= 2; // Killed, wounded and missing: 300
        }
        words.readAll(first, colon);
        Name item = words.item.isUnits ? Name.NONE : words.item; // I corps: its name
        boolean measure = !item.isOpen() || !words.state.isOpen();
        if (measure || ofLines || !heading) {
            relations.label(item, words.state);
            heading = false;
        }
        if (ofLines) {
            labelLine = true;
            relations.labelSource(tokens.has(first, colon, Phrase.NAMES));
        }
        if (measure) {
            tokens.setReasons(first, colon, Reason.LABEL);
        }
        return measure;
    }

    /** Reads the figure that begins at a token, if one does, and gives the token to go on with. */
    private int readAt(int start) {
        int i = start;
        Qualifier qualifier = Qualifier.EXACTLY;
        boolean between = false;
        while (i - start < MOST_QUALIFIERS && tokens.is(i, QUALIFIERS)) {
            between |= tokens.is(i, Kind.BETWEEN);
            qualifier = tokens.is(i, Kind.QUALIFIER) ? stronger(qualifier, tokens.word(i).before) : qualifier;
            i++;
        }
        if (tokens.is(i, TokenType.UNREADABLE)) {
            numberInLine |= i == start;
            return i + 1;
        }
        Amount low = Amount.at(tokens, i, between);
        if (!low.exists()) {
            return start;
        }
        if (others.isName(i)) {
            tokens.setReason(i, tokens.is(i - 1, Kind.LABEL) ? Reason.DESIGNATION : Reason.UNREADABLE);
            return i + 1;
        }
        if (tokens.is(i + 1, TokenType.STOP) && !tokens.is(i - 1, TokenType.COLON | Phrase.MEASURES)) {
            int dotted = others.dottedEnd(i);
            if (dotted > 0) {
                return dotted;
            }
        }
        if (!tokens.is(low.next(), GOES_ON)) {
            return readRest(start, i, qualifier, low, low);
        }
        int ordinal = others.ordinalEnd(i, low.next());
        if (ordinal > 0) {
            return ordinal;
        }
        Amount high = low;
        int join = low.next();
        if (tokens.is(join, Kind.AFTER) && tokens.is(join + 1, TokenType.DASH) && isNumber(join + 2)) {
            qualifier = stronger(qualifier, tokens.word(join).after);
            join++;
        }
        if (joinsRange(join, between)) {
            int upper = join + 1;
            Qualifier second = qualifier;
            while (upper - join <= MOST_QUALIFIERS && tokens.is(upper, Kind.QUALIFIER)) {
                second = stronger(second, tokens.word(upper).before);
                upper++;
            }
            Amount end = Amount.at(tokens, upper, false);
            if (end.exists()) {
                if (joinsRange(end.next(), false) && isNumber(end.next() + 1)) {
                    numberInLine = true;
                    return others.chainEnd(i, end.next());
                }
                high = end;
                low = low.before(high);
                qualifier = second == Qualifier.AT_MOST ? qualifier : second; // 5,000 to at most 6,000
            } else if (tokens.is(upper, TokenType.UNREADABLE)) {
                tokens.setReasons(i, upper + 1, Reason.UNREADABLE);
                return upper + 1;
            }
        }
        int slash = others.slashEnd(i, high.next());
        return slash > 0 ? slash : readRest(start, i, qualifier, low, high);
    }

    /** Reads what follows the numbers of a figure: an error bar, qualifiers, what is counted. */
    private int readRest(int start, int number, Qualifier before, Amount low, Amount high) {
        int next = high.next();
        boolean single = low.next() == high.next();
        Qualifier qualifier = before;
        ErrorBar bar = tokens.is(next, ErrorBar.STARTS) ? ErrorBar.at(tokens, next) : ErrorBar.NONE;
        if (bar.exists()) {
            next = bar.next();
        }
        for (int k = 0; k < MOST_QUALIFIERS && isAfter(next); k++) {
            qualifier = stronger(qualifier, tokens.word(next).after);
            next++;
        }
        words.readAfter(next, relations.itemOfBracket());
        int size = words.within ? -1 : others.sizeEnd(number, next);
        if (size > 0) {
            return size;
        }
        if (tokens.isLetterForState(next)) {
            words.readLetter(next);
        } else {
            int date = others.dateEnd(number, next, low, high, passage, words);
            if (date > 0) {
                return date;
            }
        }
        if (isPronoun(low, number)) {
            return start;
        }
        for (int k = 0; k < MOST_QUALIFIERS && isAfterMeasure(words.end); k++) {
            qualifier = stronger(qualifier, tokens.word(words.end).after);
            words.end++;
        }
        if (qualifier == Qualifier.EXACTLY && isEstimate(start, words.end)) {
            qualifier = Qualifier.ABOUT;
        }
        if (qualifier == Qualifier.EXACTLY && (low.isRounded() || high.isRounded())) {
            qualifier = Qualifier.ROUNDED;
        }
        boolean reversed = low.isAbove(high);
        Amount bottom = reversed ? high : low;
        Amount top = reversed ? low : high;
        FigureCandidate draft = new FigureCandidate(start, words.end, qualifier, words.item, words.state);
        if (bar.exists()) {
            draft.range = FigureCandidate.range(qualifier, bar.below(bottom.value()), bar.above(top.value()));
            draft.best = single ? top.value().doubleValue() : Double.NaN;
        } else {
            draft.range = FigureCandidate.range(qualifier, bottom, top);
        }
        draft.unit = single ? low.lastUnit() : Math.min(low.lastUnit(), high.lastUnit());
        relations.add(draft, passage, line);
        if (reversed) {
            relations.note(new Remark(tokens.start(number), tokens.end(next - 1), Remark.Kind.REVERSED_RANGE));
        }
        if (qualifier.isOneSided() && top.isAbove(bottom)) {
            relations.note(new Remark(tokens.start(number), tokens.end(next - 1), Remark.Kind.RANGE_AS_BOUND));
        }
        figureInPassage = true;
        numberInLine = true;
        return draft.end;
    }

    /** A bound wins over an estimate, "exactly" over nothing; of two alike the one nearer to the number. */
    private static Qualifier stronger(Qualifier before, Qualifier then) {
        return before.isOneSided() && !then.isOneSided() ? before : then;
    }

    private boolean isNumber(int token) {
        return tokens.is(token, TokenType.DIGITS);
    }

    /** Whether a qualifier belongs to the number before it; the plus in "1,000 plus 2,000" does not. */
    private boolean isAfter(int token) {
        boolean parts = Character.isLetter(tokens.first(token)) || !tokens.isGlued(token - 1, token);
        return tokens.is(token, Kind.AFTER) && !(tokens.is(token + 1, TokenType.NUMBER) && parts);
    }

    /** Whether a qualifier belongs to the figure whose measure stands before it: 300 men or more; 300 men (estimated). */
    private boolean isAfterMeasure(int token) {
        return tokens.is(token, Kind.AFTER)
                && (tokens.first(token) == '('
                        || tokens.is(token + 1, TokenType.MARKS | Kind.AFTER)
                        || token + 1 == tokens.size());
    }

    /** Whether words call a figure an estimate: Soviet estimates: 300 dead; estimates of 300; 300 dead (modern estimate). */
    private boolean isEstimate(int start, int end) {
        if (estimates || !tokens.has(Kind.ESTIMATE)) {
            return estimates;
        }
        int lowest = Math.max(passage, start - REACH);
        for (int i = start - 1; i >= lowest && !tokens.is(i, TokenType.DIGITS); i--) {
            if (tokens.is(i, Kind.ESTIMATE)) {
                return true;
            }
        }
        int first = tokens.is(end, TokenType.OPEN) ? end + 1 : end;
        int last = Math.min(first + REACH, tokens.size());
        boolean found = false;
        int i = first;
        while (i < last && !tokens.is(i, TokenType.DELIMITERS | STARTS)) {
            found |= tokens.is(i, Kind.ESTIMATE);
            i++;
        }
        return found && !tokens.is(i, TokenType.COLON | STARTS);
    }

    private boolean joinsRange(int token, boolean between) {
        return tokens.is(token, RANGE_JOINS) || (between && tokens.is(token, Kind.AND));
    }

    /** Whether "one" stands alone in running text, where it is rarely a number. */
    private boolean isPronoun(Amount amount, int token) {
        return !amount.digits()
                && amount.whole() == 1
                && words.item.isOpen()
                && words.state.isOpen()
                && !(token == 0 && amount.next() == tokens.size());
    }

    /** A passage without a number is a figure if a word in it speaks of an amount; in brackets only "unknown" does. */
    private void endPassage(int end) {
        if (!figureInPassage && tokens.has(AMOUNT_WORDS)) {
            boolean unknown = false;
            boolean found = false;
            for (int i = passage; i < end; i++) {
                if (tokens.is(i, AMOUNT_WORDS)) {
                    unknown |= tokens.is(i, Kind.UNKNOWN);
                    found |= isAmount(i);
                }
            }
            if (unknown || (found && !relations.isInBracket())) {
                words.readAll(passage, end);
                addWords(passage, end, unknown, words.item, words.state, relations.takeTotal());
            }
        }
        passage = end + 1;
        figureInPassage = false;
    }

    private boolean isAmount(int token) {
        return tokens.is(token, Kind.UNKNOWN | Kind.WORDS)
                || (tokens.is(token, Kind.DEGREE)
                        && !tokens.is(token + 1, Kind.ITEM)
                        && !tokens.is(token + 1, TokenType.OTHER | Phrase.NAMES));
    }

    /** A figure without a number from the words that span some tokens. */
    private void addWords(int from, int to, boolean unknown, Name item, Name state, FigureRelation relation) {
        int first = from;
        while (first < to && tokens.isMark(first)) {
            first++;
        }
        int end = to;
        while (end > first && tokens.isMark(end - 1)) {
            end--;
        }
        if (first < end) {
            FigureCandidate draft =
                    new FigureCandidate(first, end, unknown ? Qualifier.UNKNOWN : Qualifier.WORDS, item, state);
            draft.relation = relation;
            relations.addWords(draft);
        }
    }
}
