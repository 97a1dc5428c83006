package org.muster.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muster.figure.Tokens.TokenType;
import org.muster.figure.Word.Kind;
import org.muster.interval.Interval;

/**
 * One reading of a text: finds figures among its tokens, from left to right, looking a bounded number of tokens ahead.
 *
 * <p>A figure is {@code [qualifier] amount [dash amount] [qualifier] [words of its measure]}. A passage between two
 * delimiters without a figure that speaks of an amount ("heavy", "unknown") is a figure without a number.
 */
final class Reading {

    /** More qualifiers in a row are no writing. */
    private static final int MOST_QUALIFIERS = 4;
    /** How far from the number the words of its measure may stand. */
    private static final int MEASURE_REACH = 10;
    /** How many other words may part the number, the item and the state: 300 tanks were later destroyed. */
    private static final int MOST_OTHERS = 3;

    private final String text;
    private final Tokens tokens;
    private final List<ReadFigure> found = new ArrayList<>();
    private boolean numbersFound;

    /** The passage since the last delimiter. */
    private int passage;

    private boolean figureInPassage;
    /** The item of the figure before the bracket that is open, or "". */
    private String bracketItem = "";
    /** The last token that was part of a date. */
    private int date = -2;

    /** The measure read last, and the token after its words. */
    private String item = "";

    private String state = "";
    private int measureEnd;

    Reading(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    List<ReadFigure> figures() {
        int i = 0;
        while (i < tokens.size()) {
            if (tokens.isDelimiter(i)) {
                endPassage(i);
                if (tokens.is(i, TokenType.OPEN)) {
                    bracketItem =
                            found.isEmpty() ? "" : found.get(found.size() - 1).item();
                } else if (tokens.is(i, TokenType.CLOSE)) {
                    bracketItem = "";
                }
                i++;
            } else {
                i = Math.max(i + 1, readAt(i));
            }
        }
        endPassage(tokens.size());
        if (!numbersFound && !tokens.hasDigits()) {
            found.clear();
            addWithoutNumber(0, tokens.size(), true);
        }
        return List.copyOf(found);
    }

    /** Reads the figure that begins at a token, if one does, and gives the token to go on with. */
    private int readAt(int start) {
        int i = start;
        Qualifier qualifier = Qualifier.EXACTLY;
        boolean between = false;
        while (i - start < MOST_QUALIFIERS && (tokens.is(i, Kind.QUALIFIER) || tokens.is(i, Kind.BETWEEN))) {
            between |= tokens.is(i, Kind.BETWEEN);
            qualifier = tokens.is(i, Kind.QUALIFIER) ? stronger(qualifier, tokens.word(i).before) : qualifier;
            i++;
        }
        Amount low = Amount.at(tokens, i, between);
        if (!low.exists() || isName(i)) {
            return start;
        }
        Amount high = low;
        if (joinsRange(low.next(), between)) {
            int upper = low.next() + 1;
            Qualifier second = qualifier;
            while (upper - low.next() < MOST_QUALIFIERS && tokens.is(upper, Kind.QUALIFIER)) {
                second = stronger(second, tokens.word(upper).before);
                upper++;
            }
            Amount end = Amount.at(tokens, upper, false);
            if (end.exists() && joinsRange(end.next(), false) && isNumber(end.next() + 1)) {
                return chainEnd(end.next());
            }
            if (end.exists()) {
                high = end;
                low = low.before(high);
                qualifier = second;
            } else if (tokens.is(upper, TokenType.UNREADABLE)) {
                return upper + 1;
            }
        }
        int next = high.next();
        for (int k = 0; k < MOST_QUALIFIERS && tokens.is(next, Kind.AFTER); k++) {
            qualifier = stronger(qualifier, tokens.word(next).after);
            next++;
        }
        if (tokens.is(next, Kind.UNIT)) {
            return next + 1;
        }
        readMeasure(next);
        if (isDate(i, next)) {
            date = next - 1;
            return next;
        }
        if (isPronoun(low, i)) {
            return start;
        }
        if (qualifier == Qualifier.EXACTLY && (low.isRounded() || high.isRounded())) {
            qualifier = Qualifier.ROUNDED;
        }
        add(
                start,
                range(low.value().min(high.value()), low.value().max(high.value()), qualifier),
                qualifier,
                low,
                high);
        return measureEnd;
    }

    private void add(int start, Interval range, Qualifier qualifier, Amount low, Amount high) {
        int from = tokens.start(start);
        int to = tokens.end(measureEnd - 1);
        double unit = low.unit().min(high.unit()).doubleValue();
        Figure figure =
                new Figure(text.substring(from, to), Optional.of(range), qualifier, OptionalDouble.empty(), unit);
        found.add(new ReadFigure(figure, item, state, from, to));
        numbersFound = true;
        figureInPassage = true;
    }

    /** A bound wins over an estimate, "exactly" over nothing; of two alike the one nearer to the number. */
    private static Qualifier stronger(Qualifier before, Qualifier then) {
        return before.isOneSided() && !then.isOneSided() ? before : then;
    }

    private static Interval range(BigDecimal low, BigDecimal high, Qualifier qualifier) {
        return switch (qualifier) {
            case AT_LEAST, MORE_THAN -> Interval.of(enclosure(low, low).inf(), Double.POSITIVE_INFINITY);
            case AT_MOST -> enclosure(BigDecimal.ZERO, high);
            case LESS_THAN -> {
                BigDecimal below = high.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
                yield enclosure(BigDecimal.ZERO, below.max(BigDecimal.ZERO));
            }
            default -> enclosure(low, high);
        };
    }

    private static Interval enclosure(BigDecimal low, BigDecimal high) {
        if (isWhole(low) && isWhole(high)) {
            return Interval.of(low.doubleValue(), high.doubleValue());
        }
        return Interval.of(low, high);
    }

    /** Whether a number is a whole one below 10^15, which every double of that size holds exactly. */
    private static boolean isWhole(BigDecimal value) {
        return value.precision() - value.scale() <= 15
                && value.stripTrailingZeros().scale() <= 0;
    }

    private boolean isNumber(int token) {
        return tokens.is(token, TokenType.NUMBER) || tokens.is(token, TokenType.UNREADABLE);
    }

    private boolean joinsRange(int token, boolean between) {
        return tokens.is(token, TokenType.DASH)
                || tokens.is(token, Kind.RANGE)
                || (between && tokens.is(token, Kind.AND));
    }

    /** Past numbers that a chain of dashes joins, as in 2011-09-13 or a book number: no range. */
    private int chainEnd(int join) {
        int i = join;
        while (joinsRange(i, false) && isNumber(i + 1)) {
            i += 2;
        }
        return i;
    }

    /** Whether a number is part of a name (Type 95), or a sign stands before it that no count has. */
    private boolean isName(int number) {
        if (tokens.is(number - 1, Kind.LABEL)) {
            return true;
        }
        if (!tokens.is(number, TokenType.NUMBER) || !tokens.isGlued(number - 1, number)) {
            return false;
        }
        boolean plus = tokens.is(number - 1, Kind.AFTER) && !isNumber(number - 2);
        return plus || (tokens.is(number - 1, TokenType.DASH) && text.charAt(tokens.start(number - 1)) != '—');
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
                && item.isEmpty()
                && state.isEmpty()
                && (isMonth(first - 1)
                        || tokens.is(first - 1, Kind.YEAR)
                        || (tokens.is(first - 1, TokenType.COMMA) && date == first - 2));
    }

    /** Months are written with a capital; may and march are not. */
    private boolean isMonth(int token) {
        return tokens.is(token, Kind.MONTH) && Character.isUpperCase(text.charAt(tokens.start(token)));
    }

    /** Whether "one" stands alone in running text, where it is rarely a number. */
    private boolean isPronoun(Amount amount, int token) {
        return !amount.digits()
                && amount.value().compareTo(BigDecimal.ONE) == 0
                && item.isEmpty()
                && state.isEmpty()
                && !(token == 0 && amount.next() == tokens.size());
    }

    /** Reads item and state from the words after a number: the nearest item, of two in a row the second, and a state. */
    private void readMeasure(int next) {
        item = "";
        state = "";
        measureEnd = next;
        boolean closed = false;
        int others = 0;
        for (int i = next; i < next + MEASURE_REACH && i < tokens.size() && others <= MOST_OTHERS; i++) {
            if (tokens.is(i, TokenType.OTHER)) {
                others++;
                continue;
            }
            if (!tokens.is(i, TokenType.WORD)) {
                return;
            }
            Word word = tokens.word(i);
            if (word.is(Kind.NUMBER) || word.is(Kind.SCALE) || word.is(Kind.UNKNOWN)) {
                return;
            }
            boolean adjacent = others == 0 && !closed;
            if (word.is(Kind.WITHIN) && item.isEmpty() && word.whole.equals(bracketItem)) {
                item = word.part;
            } else if (word.is(Kind.MEASURE) && item.isEmpty() && state.isEmpty()) {
                item = word.item;
                state = word.state;
            } else if (word.is(Kind.ITEM)
                    && (state.isEmpty() ? (item.isEmpty() || adjacent) : (item.isEmpty() && adjacent))) {
                item = word.item;
            } else if (word.is(Kind.STATE) && state.isEmpty()) {
                state = word.state;
            } else {
                closed |= word.is(Kind.AND);
                others++;
                continue;
            }
            others = 0;
            closed = false;
            measureEnd = i + 1;
        }
    }

    private void endPassage(int end) {
        if (!figureInPassage) {
            addWithoutNumber(passage, end, false);
        }
        passage = end + 1;
        figureInPassage = false;
    }

    /**
     * A figure without a number from the tokens that span a passage, if a word speaks of an amount or, {@code always},
     * if there is a word at all. The measure is left open where the passage names several.
     */
    private void addWithoutNumber(int start, int end, boolean always) {
        int first = -1;
        int last = -1;
        boolean unknown = false;
        boolean words = always;
        String onlyItem = "";
        String onlyState = "";
        boolean items = false;
        boolean states = false;
        for (int i = start; i < end; i++) {
            boolean known = tokens.is(i, TokenType.WORD);
            if (known || tokens.is(i, TokenType.OTHER) || tokens.is(i, TokenType.UNREADABLE)) {
                first = first < 0 ? i : first;
                last = i;
            }
            if (known) {
                Word word = tokens.word(i);
                unknown |= word.is(Kind.UNKNOWN);
                words |= word.is(Kind.WORDS);
                if (word.isMeasure()) {
                    items |= !onlyItem.isEmpty() && !word.item.isEmpty() && !onlyItem.equals(word.item);
                    states |= !onlyState.isEmpty() && !word.state.isEmpty() && !onlyState.equals(word.state);
                    onlyItem = word.item.isEmpty() ? onlyItem : word.item;
                    onlyState = word.state.isEmpty() ? onlyState : word.state;
                }
            }
        }
        if (first < 0 || !(words || unknown)) {
            return;
        }
        int from = tokens.start(first);
        int to = tokens.end(last);
        Figure figure = Figure.withoutNumber(text.substring(from, to), unknown ? Qualifier.UNKNOWN : Qualifier.WORDS);
        found.add(new ReadFigure(figure, items ? "" : onlyItem, states ? "" : onlyState, from, to));
    }
}
