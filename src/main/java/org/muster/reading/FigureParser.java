package org.muster.reading;

import java.math.BigDecimal;
import java.util.List;
import org.muster.figure.Item;
import org.muster.figure.Qualifier;
import org.muster.figure.State;
import org.muster.interval.Interval;

/**
 * Finds the figures among the tokens of one text, from left to right, with bounded look-ahead.
 *
 * <p>A figure is {@code [qualifier] amount [dash amount] [qualifier] [words of its measure]}. A passage between two
 * delimiters that contains no number but mentions an amount ("heavy", "unknown") is a figure without a number; on a
 * line without any number, the whole line is one such figure.
 *
 * <p>The file is long because it has a method for each way in which a figure can begin, and each depends on the others.
 */
final class FigureParser {

    /** The most qualifiers in a row; nobody writes more. */
    private static final int MOST_QUALIFIERS = 4;

    /** The most words of a label that stands right behind a number. */
    private static final int MOST_IN_LABEL = 4;

    /** The longest label, in tokens. */
    private static final int LONGEST_LABEL = 24;

    private static final Traits QUALIFIERS = Traits.of(PhraseKind.QUALIFIER, PhraseKind.BETWEEN);
    private static final Traits STARTS = QualifierWords.STARTS;
    private static final Traits RELATIONS = Traits.of(PhraseKind.SUBSET, PhraseKind.TOTAL);
    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE);
    private static final Traits AUXILIARIES = Traits.of(PhraseKind.AUX, PhraseKind.PASSIVE);
    private static final Traits AMOUNTS = Traits.of(PhraseKind.UNKNOWN, PhraseKind.WORDS);
    private static final Traits AMOUNT_WORDS = AMOUNTS.and(PhraseKind.DEGREE);
    /** What may name those whose number "of" leads to: a force of 300 lost 40. */
    private static final Traits GROUPS = Traits.of(TokenType.WORD, PhraseKind.ITEM, PhraseKind.LABEL);

    /** What may continue a number so that it is more than a single one. */
    private static final Traits GOES_ON =
            Amount.RANGE_JOINS.and(PhraseKind.AFTER, PhraseKind.AND, PhraseKind.ORDINAL, TokenType.SLASH);

    /** What parts a number from one that it shares its scale with. */
    private static final Traits SHARED_JOINS = Amount.RANGE_JOINS.and(PhraseKind.OR);

    /** After what a state may follow that is about what was counted before it. */
    private static final Traits RESUMED = Traits.of(TokenType.COMMA, TokenType.CLOSE, TokenType.DASH);

    /** What goes on with the upper end of a range: at least 6 and as many as 13. */
    private static final Traits UPPER_JOINS = Traits.of(PhraseKind.AND, PhraseKind.OR);

    /** What may follow the upper end of a range behind what is counted. */
    private static final Traits ENDS_OF_RANGE =
            Traits.of(TokenType.LINE, TokenType.STOP, TokenType.COMMA, TokenType.OPEN, TokenType.CLOSE);

    private static final Traits LIST_MARKS = Traits.of(TokenType.COMMA, TokenType.SLASH);
    /** What may follow a word of degree that is not an amount: heavy tanks, light German losses. */
    private static final Traits NAMES =
            TokenType.OTHER_WORDS.and(PhraseKind.SOURCES).and(PhraseKind.ITEM);

    /** What the text is read on from; other tokens are passed over. */
    private static final Traits MEANT =
            TokenType.MARKS.and(RELATIONS).and(STARTS).and(AMOUNTS).and(PhraseKind.ERROR, PhraseKind.AND);

    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");
    private static final Mention<State> STRENGTH = Mention.ofState("strength");

    private final Tokens tokens;
    private final MeasureWords words;
    private final LeadingWords leading;
    private final QualifierWords qualifiers;
    private final NonCountNumbers others;
    private final FigureCandidates figures;
    private final MeasureCompletion completion;
    private final boolean hasAmountWords;
    private final boolean hasLimits;

    /** The passage since the last delimiter, and the line since the last line break or bullet. */
    private int passage;

    private int line;
    /** The sentence since the last full stop or line break. */
    private int sentence;

    private boolean figureInPassage;
    private boolean numberInLine;
    /** The first figure of the line. */
    private int firstOfLine;
    /** Whether the line is a label for the lines below it, and whether there is such a label above. */
    private boolean labelLine;

    private boolean heading;
    /** Whether the entries of the line have labels before dashes: tanks – 5, other vehicles – 30. */
    private boolean isEntries;

    private FigureParser(Tokens tokens, Context context) {
        this.tokens = tokens;
        words = new MeasureWords(tokens, context.builtInItem());
        leading = new LeadingWords(tokens, words);
        qualifiers = new QualifierWords(tokens);
        others = new NonCountNumbers(tokens);
        figures = new FigureCandidates(tokens, words, context);
        completion = figures.completion();
        hasAmountWords = tokens.has(AMOUNT_WORDS);
        hasLimits = Limits.mayBeIn(tokens);
    }

    /**
     * Finds the figures of a text in a context, and marks all other tokens with the reason why they are not figures.
     */
    static FigureCandidates parse(Tokens tokens, Context context) {
        FigureParser parser = new FigureParser(tokens, context);
        parser.parse();
        return parser.figures;
    }

    private void parse() {
        int size = tokens.size();
        int i = 0;
        while (i < size) {
            if (!tokens.is(i, MEANT)) {
                i++;
            } else if (tokens.is(i, TokenType.DELIMITERS)) {
                delimit(i);
                int resumed = tokens.is(i, RESUMED) ? figures.resume(i, line) : -1;
                i = Math.max(i + 1, resumed);
            } else if (tokens.is(i, RELATIONS)) {
                figures.read(i);
                i++;
            } else if (tokens.is(i, STARTS)) {
                i = Math.max(i + 1, readAt(i));
            } else if (tokens.is(i, PhraseKind.ERROR) && isErrorValue(i)) {
                i = readErrorValue(i);
            } else if (tokens.is(i, PhraseKind.AND) && isBesideWords(i)) {
                endPassage(i);
                i++;
            } else if (tokens.is(i, AMOUNTS) && figureInPassage && isNewEntry(i)) {
                endPassage(i - 1);
                passage = i;
                i++;
            } else if (tokens.is(i, TokenType.DASH) && isLabel(i)) {
                readEntryLabel(i);
                i++;
                passage = i;
            } else if (tokens.is(i, TokenType.DASH) && (figureInPassage || figures.isClosing(i))) {
                figures.readDash(i);
                i = Math.max(i + 1, figures.resume(i, line));
            } else {
                i++;
            }
        }
        endPassage(size);
        endLine(size);
        completion.senses().settleAll();
    }

    private void delimit(int i) {
        if (tokens.is(i, TokenType.COLON) && readLabel(i)) {
            passage = i + 1;
            return;
        }
        endPassage(i);
        if (tokens.is(i, TokenType.COLON)) {
            figures.readColon(i, line);
        } else if (tokens.is(i, TokenType.OPEN)) {
            figures.openBracket(i);
        } else if (tokens.is(i, TokenType.CLOSE)) {
            figures.closeBracket();
        } else if (tokens.is(i, TokenType.LINE)) {
            endLine(i);
        } else if (tokens.is(i, TokenType.STOP)) {
            figures.endSentence(i);
            sentence = i + 1;
        }
    }

    private void endLine(int end) {
        List<FigureCandidate> found = figures.all();
        if (!numberInLine && found.size() > firstOfLine) {
            FigureCandidate first = found.get(firstOfLine);
            boolean unknown = false;
            while (found.size() > firstOfLine) {
                unknown |= found.remove(found.size() - 1).qualifier == Qualifier.UNKNOWN;
            }
            addWords(line, end, unknown, first.item, first.state, first.relation);
        }
        if (end > line) {
            if (labelLine) {
                labelLine = false;
                heading = true;
            } else if (heading) {
                completion.leaveLabel();
            } else {
                endLabel();
            }
            if (numberInLine) {
                figures.endNumbers(end);
            }
        }
        line = end + 1;
        sentence = line;
        numberInLine = false;
        isEntries = false;
        firstOfLine = found.size();
    }

    /** Whether a sign or a word stands where a value should: one that is no word, or a word alone in its entry. */
    private boolean isErrorValue(int token) {
        boolean alone = (token == 0 || tokens.is(token - 1, TokenType.MARKS))
                && (token + 1 == tokens.size() || tokens.is(token + 1, TokenType.MARKS));
        return alone || !Character.isLetter(tokens.first(token)) || tokens.isGlued(token, token + 1);
    }

    private int readErrorValue(int token) {
        int end = tokens.isGlued(token, token + 1) && isNumber(token + 1) ? token + 2 : token + 1;
        tokens.setReasons(token, end, Reason.ERROR);
        numberInLine = true;
        return end;
    }

    /** Sets a number aside with all that touches it. */
    private int setAside(int first, int end) {
        for (int i = first; i < end; i++) {
            if (tokens.reason(i) != Reason.MEASUREMENT) {
                tokens.setReason(i, Reason.UNREADABLE);
            }
        }
        numberInLine = true;
        figureInPassage = true;
        return end;
    }

    /** Whether "and" parts a figure from words for an amount: 12 killed and several wounded, several sunk and 12 damaged. */
    private boolean isBesideWords(int and) {
        return figureInPassage
                ? isWordsFigure(and + 1)
                : tokens.is(and + 1, STARTS) && tokens.has(passage, and, STATES) && isWordsFigure(passage);
    }

    /** Whether words for an amount follow and soon what they count: several wounded, hundreds of tanks. */
    private boolean isWordsFigure(int token) {
        int next = tokens.is(token + 1, PhraseKind.OF) ? token + 2 : token + 1;
        return tokens.is(token, AMOUNTS)
                && !tokens.is(token + 1, STARTS)
                && (tokens.is(next, PhraseKind.MEASURES)
                        || (tokens.is(next, TokenType.OTHER_WORDS) && tokens.is(next + 1, PhraseKind.MEASURES)));
    }

    /** Whether words for an amount begin with a capital, as an entry does whose line break is lost: 12 killed Several wounded. */
    private boolean isNewEntry(int token) {
        return Character.isUpperCase(tokens.first(token)) && !tokens.is(token, STARTS) && isWordsFigure(token);
    }

    /** Returns whether a dash stands for a colon: Killed – 45. */
    private boolean isLabel(int dash) {
        return !figureInPassage
                && dash > passage
                && (tokens.is(dash - 1, PhraseKind.MEASURES)
                        || (isEntries && tokens.is(dash - 1, TokenType.OTHER_WORDS)))
                && !tokens.is(dash - 1, PhraseKind.NUMBER)
                && (tokens.is(dash + 1, STARTS) || tokens.is(dash + 1, TokenType.DASH));
    }

    /** Takes the words of an entry before a dash as its label; the state is that of the label before a colon, if they name none. */
    private void readEntryLabel(int dash) {
        words.readAll(passage, dash);
        completion.labelEntry(words.item, words.state);
        tokens.setReasons(passage, dash, Reason.LABEL);
        isEntries = true;
    }

    private void endLabel() {
        figures.labelSource(false);
        completion.label(Mention.open(), Mention.open());
        heading = false;
        qualifiers.endLabel();
    }

    /**
     * Takes the measure words before a colon as a label for the figures after it, unless there is a figure before it.
     */
    private boolean readLabel(int colon) {
        boolean ofLines = tokens.is(colon + 1, TokenType.LINE) || colon + 1 == tokens.size();
        if (ofLines) {
            qualifiers.endLabel();
        }
        for (int i = colon - 1; i >= passage && !tokens.is(i, TokenType.DIGITS); i--) {
            qualifiers.isUnderEstimate |= tokens.is(i, PhraseKind.ESTIMATE);
        }
        if (figureInPassage) {
            return false;
        }
        if (qualifiers.readLabel(passage, colon)) {
            labelLine |= ofLines;
            tokens.setReasons(passage, colon, Reason.LABEL);
            return true;
        }
        int first = passage;
        while (first > line + 1 && tokens.is(first - 1, LIST_MARKS) && tokens.is(first - 2, PhraseKind.MEASURES)) {
            first -= 2; // Killed, wounded and missing: 300
        }
        words.readAll(first, colon);
        if (words.state.isOpen() && !numberInLine && colon - sentence <= LONGEST_LABEL) {
            words.readAll(sentence, colon); // Total losses from April 7 to June 16, 1943: 500 fighters
        }
        Mention<Item> item = words.item.is(Item::isUnits) ? Mention.open() : words.item; // I corps: its name
        boolean measure = !item.isOpen() || !words.state.isOpen();
        if (measure || ofLines || !heading) {
            completion.label(item, words.state);
            heading = false;
        }
        if (ofLines) {
            labelLine = true;
            figures.labelSource(tokens.has(first, colon, PhraseKind.SOURCES));
        }
        if (measure) {
            tokens.setReasons(first, colon, Reason.LABEL);
        }
        return measure;
    }

    /** Reads the figure that begins at a token, if there is one, and returns the token at which to continue. */
    private int readAt(int token) {
        boolean isLater = figures.isChangeTo(token, sentence); // no bound: выросло с 14 до 19
        int start = isLater ? token + 1 : token;
        int i = start;
        Qualifier qualifier = Qualifier.EXACTLY;
        boolean between = false;
        while (i - start < MOST_QUALIFIERS && tokens.is(i, QUALIFIERS)) {
            between |= tokens.is(i, PhraseKind.BETWEEN);
            qualifier = tokens.is(i, PhraseKind.QUALIFIER)
                    ? QualifierWords.stronger(qualifier, tokens.phrase(i).before())
                    : qualifier;
            i++;
        }
        if (qualifier != Qualifier.EXACTLY && qualifiers.isNegated(start)) {
            qualifier = QualifierWords.negated(qualifier);
        }
        if (tokens.is(i, TokenType.UNREADABLE)) {
            numberInLine |= i == start;
            return i + 1;
        }
        Amount low = Amount.at(tokens, i, between);
        if (!low.exists()) {
            boolean scale =
                    tokens.is(i, PhraseKind.SCALE) && tokens.is(i - 1, PhraseKind.WORDS); // several hundred hundred
            return isNumber(i) || scale ? setAside(i, Math.max(i + 1, Remainder.runEnd(tokens, i))) : start;
        }
        int other = others.end(start, i, low, figures.endOfLast());
        if (other > 0) {
            return other;
        }
        if (qualifier == Qualifier.EXACTLY) {
            qualifier = qualifiers.atMark(start, low.next());
        }
        low = shared(low);
        if (figures.isEarlier(start) && tokens.is(low.next(), FigureCandidates.BEFORE_LATER)) {
            Amount later = Amount.at(tokens, low.next() + 1, false);
            low = later.exists() ? low.before(later) : low;
            if (later.exists() && later.isScaled() && !low.isScaled() && low.isBelowThousand()) {
                return setAside(i, low.next()); // fell from 420 to 100 thousand
            }
        }
        int size = others.alternativeSizeEnd(i, low.next());
        if (size > 0) {
            return size;
        }
        if (!tokens.is(low.next(), GOES_ON)) {
            int remainder = Remainder.end(tokens, i, low, low);
            return remainder > 0 ? setAside(i, remainder) : readRest(start, i, qualifier, low, low);
        }
        int ordinal = others.ordinalEnd(i, low.next());
        if (ordinal > 0) {
            return ordinal;
        }
        Amount high = low;
        int join = low.next();
        if (tokens.is(join, PhraseKind.AFTER) && tokens.is(join + 1, TokenType.DASH) && isNumber(join + 2)) {
            qualifier = QualifierWords.stronger(qualifier, tokens.phrase(join).after());
            join++;
        }
        if (qualifier == Qualifier.AT_LEAST && isUpperEnd(join)) {
            between = true;
        }
        if (joinsRange(join, between) && !isChange(start, join)) {
            int upper = join + 1;
            Qualifier second = qualifier;
            while (upper - join <= MOST_QUALIFIERS && tokens.is(upper, PhraseKind.QUALIFIER)) {
                second = QualifierWords.stronger(second, tokens.phrase(upper).before());
                upper++;
            }
            Amount end = Amount.at(tokens, upper, false);
            if (end.exists() && low.isAbove(end) && others.sizeEnd(i, end.next()) > 0) {
                return readRest(start, i, qualifier, low, low); // 230 à 30 km
            }
            if (end.exists()) {
                if (joinsRange(end.next(), false) && isNumber(end.next() + 1)) {
                    numberInLine = true;
                    return others.chainEnd(i, end.next());
                }
                high = end;
                low = low.before(high);
                if (isUpperEnd(join)) {
                    qualifier = Qualifier.EXACTLY;
                } else if (second != Qualifier.AT_MOST) {
                    qualifier = second; // 5,000 to at most 6,000
                }
            } else if (isNumber(upper)) {
                return setAside(i, Math.max(upper + 1, Remainder.runEnd(tokens, upper)));
            }
        }
        if (low.isAbove(high) && low.digits() != high.digits() && tokens.is(join, TokenType.DASH)) {
            return setAside(i, high.next()); // thirty-3
        }
        boolean range = low.next() != high.next();
        if (range && tokens.is(high.next(), TokenType.SLASH) && isNumber(high.next() + 1)) {
            return setAside(i, high.next() + 2); // 300-2/3
        }
        int slash = others.slashEnd(i, high.next());
        if (slash > 0) {
            return slash;
        }
        int remainder = Remainder.end(tokens, i, low, high);
        return remainder > 0 ? setAside(i, remainder) : readRest(start, i, qualifier, low, high);
    }

    /** Whether a number is an earlier one, and "to" leads to a later: rose from 14 to 21. */
    private boolean isChange(int start, int join) {
        return figures.isEarlier(start) && tokens.is(join, PhraseKind.RANGE);
    }

    /** Whether "and" goes on with the upper end of what a lower one began: at least 12 and as many as 37. */
    private boolean isUpperEnd(int join) {
        int last = join + 1;
        while (last - join < MOST_QUALIFIERS && tokens.is(last + 1, PhraseKind.QUALIFIER)) {
            last++; // and perhaps as many as
        }
        return tokens.is(join, UPPER_JOINS)
                && tokens.is(last, PhraseKind.QUALIFIER)
                && tokens.phrase(last).before() == Qualifier.AT_MOST
                && Amount.at(tokens, last + 1, false).exists();
    }

    /** A number with the scale of its alternative, or of the end of its range: two or three hundred, drei bis viertausend. */
    private Amount shared(Amount one) {
        if (!tokens.is(one.next(), SHARED_JOINS)) {
            return one;
        }
        boolean hyphen = tokens.is(one.next(), TokenType.DASH) && tokens.isGlued(one.next() - 1, one.next());
        int or = hyphen ? one.next() + 1 : one.next(); // zwei- oder dreihundert
        boolean range = tokens.is(or, PhraseKind.RANGE) && !one.digits();
        if (!(range || tokens.is(or, PhraseKind.OR)) || one.isScaled()) {
            return one;
        }
        Amount other = Amount.at(tokens, or + 1, false);
        if (!other.exists()) {
            return one;
        }
        return (hyphen || range ? one.withTailOf(other) : one.before(other)).endingAt(or);
    }

    /** Reads what follows the numbers of a figure: an error bar, qualifiers, what is counted. */
    private int readRest(int start, int number, Qualifier before, Amount low, Amount high) {
        int next = high.next();
        boolean single = low.next() == high.next();
        if (single && isRepeated(next, low)) {
            next += 3;
        }
        Qualifier qualifier = before;
        ErrorBar bar = tokens.is(next, ErrorBar.STARTS) ? ErrorBar.at(tokens, next) : ErrorBar.NONE;
        if (bar.exists()) {
            next = bar.next();
        }
        for (int k = 0; k < MOST_QUALIFIERS && qualifiers.isAfter(next); k++) {
            qualifier = QualifierWords.stronger(qualifier, tokens.phrase(next).after());
            next++;
        }
        boolean mayHaveLimits = hasLimits && single && !bar.exists() && !qualifier.isOneSided();
        Limits limits = mayHaveLimits ? Limits.behind(tokens, next, low) : Limits.NONE;
        words.insert(limits.start(), limits.next());
        words.ofGroup = tokens.is(start - 1, PhraseKind.OF) && tokens.is(start - 2, GROUPS);
        words.isWhole = tokens.is(start - 1, PhraseKind.OF) && figures.endOfLast() == start - 1 && start > 1;
        words.readAfter(next, leading.stateRightBefore(start, figures.endOfLast()), figures.itemOfBracket());
        words.end = Math.max(words.end, limits.next());
        int size = words.within ? -1 : others.sizeEnd(number, limits.start() == next ? limits.next() : next);
        if (size > 0) {
            return size;
        }
        boolean beforeLabel = isBeforeLabel(start, next);
        if (beforeLabel) {
            words.leave(next);
        }
        if (NumberLetter.isState(tokens, next)) {
            words.readLetter(next);
        } else {
            int date = others.dates.dateEnd(number, next, low, high, passage, words);
            if (date > 0) {
                return date;
            }
        }
        if (isPronoun(low, number) || isNoneOfThem(low)) {
            return start;
        }
        if (others.isMeasured(start, low, high, words)) {
            return setAside(number, next); // of magnitude 7.8
        }
        if (start == number && qualifiers.isBehindNot(number)) {
            if (qualifiers.isCorrected(number, words.end, words.item.isOpen() && words.state.isOpen())) {
                tokens.setReasons(number, next, Reason.DENIED);
                return next;
            }
            qualifier = QualifierWords.stronger(Qualifier.LESS_THAN, qualifier);
        }
        boolean hasNoun = tokens.is(next - 1, PhraseKind.SCALE) && tokens.words(next - 1) > 1; // 20-тысячной армии
        if (tokens.is(next - 1, PhraseKind.SUFFIX)
                && (words.item.is(Item::isUnits) || (hasNoun && words.item.isOpen()))) {
            words.item = PERSONNEL; // a 500-man battalion
            words.state = words.state.isOpen() ? STRENGTH : words.state;
        }
        if (others.shares.isWhole(start)) {
            boolean group = tokens.is(next, STATES) && tokens.endsInRole(start - 1, Role.DETERMINER);
            boolean noun = tokens.is(next + 1, AUXILIARIES) || words.state.is(State.CASUALTIES::equals);
            Mention<State> state = words.state;
            words.leavePredicate();
            words.state = group && noun ? state : words.state; // a third of the 2,104 casualties, but of the 300 died
        }
        for (int k = 0; k < MOST_QUALIFIERS && qualifiers.isAfterMeasure(words.end); k++) {
            qualifier =
                    QualifierWords.stronger(qualifier, tokens.phrase(words.end).after());
            words.end++;
        }
        Amount upper = single && !bar.exists() && !limits.exists() ? upperBehind(next, low) : Amount.NONE;
        if (upper.exists()) {
            words.end = upper.next();
        }
        qualifier = qualifiers.underLabel(qualifiers.within(qualifier, next, words.end));
        if (qualifier == Qualifier.EXACTLY && qualifiers.isEstimate(start, words.end, passage)) {
            qualifier = Qualifier.ABOUT;
        }
        if (qualifier == Qualifier.EXACTLY && (low.isRounded() || high.isRounded())) {
            qualifier = Qualifier.ROUNDED;
        }
        boolean reversed = low.isAbove(high);
        Amount bottom = reversed ? high : low;
        Amount top = reversed ? low : upper.exists() ? upper : high;
        FigureCandidate figure = new FigureCandidate(start, words.end, qualifier, words.item, words.state);
        figure.beside = words.beside;
        if (words.hasPredicate && tokens.is(start - 1, PhraseKind.OF) && figures.endOfLast() == start - 1) {
            figure.predicate = words.item; // four of the 11 victims were minors
            figure.item = words.subject;
        }
        if (bar.exists()) {
            figure.range = FigureCandidate.range(qualifier, bar.below(bottom.value()), bar.above(top.value()));
            figure.best = single ? top.value().doubleValue() : Double.NaN;
        } else if (limits.exists()) {
            figure.range = Interval.of(limits.low(), limits.high());
            figure.best = low.value().doubleValue();
        } else {
            figure.range = FigureCandidate.range(qualifier, bottom.value(), top.value());
        }
        figure.unit = single ? low.lastUnit() : Math.min(low.lastUnit(), high.lastUnit());
        figures.add(figure, sentence, line);
        if (limits.exists()) {
            figures.note(new Remark(tokens.start(number), tokens.end(limits.next() - 1), Remark.Kind.RANGE_BEHIND));
        }
        if (reversed) {
            figures.note(new Remark(tokens.start(number), tokens.end(next - 1), Remark.Kind.REVERSED_RANGE));
        }
        if (qualifier.isOneSided() && top.isAbove(bottom)) {
            figures.note(new Remark(tokens.start(number), tokens.end(next - 1), Remark.Kind.RANGE_AS_BOUND));
        }
        figureInPassage = !beforeLabel;
        passage = beforeLabel ? next : passage;
        numberInLine = true;
        return figure.end;
    }

    /** Returns the upper end of a range that stands alone behind what is counted: 14,000 dead–20,000. */
    private Amount upperBehind(int measure, Amount low) {
        int dash = words.end;
        boolean joins = dash > measure
                && tokens.is(dash, TokenType.DASH)
                && !tokens.is(dash + 1, TokenType.YEAR)
                && tokens.isGlued(dash - 1, dash) == tokens.isGlued(dash, dash + 1);
        Amount upper = joins ? Amount.at(tokens, dash + 1, false) : Amount.NONE;
        boolean alone = upper.exists()
                && (upper.next() == tokens.size() || tokens.is(upper.next(), ENDS_OF_RANGE))
                && !tokens.is(upper.next() + 1, PhraseKind.MEASURES);
        return alone && upper.isAbove(low) ? upper : Amount.NONE;
    }

    /**
     * Whether the words behind a number whose label stands before it are the label of the next: killed: 7-10 civilians
     * killed: 0-3.
     */
    private boolean isBeforeLabel(int start, int next) {
        if (!tokens.is(start - 1, TokenType.COLON) || !tokens.is(next, PhraseKind.MEASURES)) {
            return false;
        }
        int colon = next;
        while (colon - next <= MOST_IN_LABEL && tokens.isWord(colon)) {
            colon++;
        }
        return tokens.is(colon, TokenType.COLON) && tokens.is(colon + 1, STARTS);
    }

    /** Whether a bracket says in digits the number that words said before it: twenty-five (25) dead. */
    private boolean isRepeated(int open, Amount amount) {
        return tokens.is(open, TokenType.OPEN)
                && tokens.is(open + 1, TokenType.WHOLES)
                && tokens.is(open + 2, TokenType.CLOSE)
                && !amount.digits()
                && tokens.number(open + 1).compareTo(amount.value()) == 0;
    }

    private boolean isNumber(int token) {
        return tokens.is(token, TokenType.DIGITS);
    }

    private boolean joinsRange(int token, boolean between) {
        return tokens.is(token, Amount.RANGE_JOINS) || (between && tokens.is(token, PhraseKind.AND));
    }

    /** Returns whether "one" is used alone in running text, where it is rarely a number. */
    private boolean isPronoun(Amount amount, int token) {
        return !amount.digits()
                && amount.value().compareTo(BigDecimal.ONE) == 0
                && words.item.isOpen()
                && words.state.isOpen()
                && !words.part
                && !(token == 0 && amount.next() == tokens.size())
                && !tokens.is(token, PhraseKind.ARTICLE)
                && !isOneOfSeveral(amount.next())
                && !Victims.isCounted(tokens, token, numberInLine)
                && !tokens.is(token - 1, PhraseKind.SUBSET);
    }

    /** Whether none of those counted before are in a state that no word names: none of them serious. */
    private boolean isNoneOfThem(Amount amount) {
        return amount.value().signum() == 0
                && !amount.digits()
                && words.part
                && words.item.isOpen()
                && words.state.isOpen();
    }

    /** Whether "of" leads to the number of those of whom one is spoken of: one of the six men. */
    private boolean isOneOfSeveral(int of) {
        return tokens.is(of, PhraseKind.OF) && Amount.at(tokens, of + 1, false).exists();
    }

    /**
     * Ends a passage. Without a number it is a figure if a word in it mentions an amount; in brackets only "unknown"
     * does.
     */
    private void endPassage(int end) {
        if (!figureInPassage && hasAmountWords) {
            boolean unknown = false;
            boolean found = false;
            for (int i = passage; i < end; i++) {
                if (tokens.is(i, AMOUNT_WORDS)) {
                    unknown |= tokens.is(i, PhraseKind.UNKNOWN);
                    found |= isAmount(i);
                }
            }
            if (unknown || (found && !figures.isInBracket())) {
                words.readAll(passage, end);
                addWords(passage, end, unknown, words.item, words.state, figures.takeTotal());
            }
        }
        passage = end + 1;
        figureInPassage = false;
    }

    private boolean isAmount(int token) {
        return tokens.is(token, AMOUNTS) || (tokens.is(token, PhraseKind.DEGREE) && !tokens.is(token + 1, NAMES));
    }

    /** A figure without a number from the words that span some tokens. */
    private void addWords(
            int from, int to, boolean unknown, Mention<Item> item, Mention<State> state, FigureRelation relation) {
        int first = from;
        while (first < to && tokens.is(first, TokenType.MARKS)) {
            first++;
        }
        int end = to;
        while (end > first && tokens.is(end - 1, TokenType.MARKS)) {
            end--;
        }
        if (first < end) {
            FigureCandidate figure =
                    new FigureCandidate(first, end, unknown ? Qualifier.UNKNOWN : Qualifier.WORDS, item, state);
            figure.relation = relation;
            figures.addWords(figure);
        }
    }
}
