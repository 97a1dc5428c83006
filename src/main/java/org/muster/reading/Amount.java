package org.muster.reading;

import java.math.BigDecimal;
import org.muster.reading.Phrase.Kind;

/**
 * A number as written, in digits or in words, with its scale: 12,031, 1.5 million, one thousand, half a million.
 *
 * @param whole what it amounts to, if that is a whole number below 10^15; else -1
 * @param exact what it amounts to otherwise
 * @param unit one unit of the last written digit: 100000 in 1.5 million
 * @param scale the scale words at its end, multiplied; 1 without any
 * @param digits whether it is written in digits
 * @param next the token after it, or -1 if there is no amount
 */
record Amount(long whole, BigDecimal exact, BigDecimal unit, BigDecimal scale, boolean digits, int next) {

    static final Amount NONE = new Amount(0, BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE, false, -1);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    /** Beyond this no scale word is applied any more. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);
    /** The longest number in words, in tokens. */
    private static final int MOST_WORDS = 16;

    /** What a number in words begins with. */
    static final long FIRST_WORDS = Kind.NUMBER | Kind.ARTICLE;

    /**
     * The amount that begins at a token, or {@link #NONE}.
     *
     * @param announced whether "between" stands before it, so that "and" joins two amounts and not the parts of one
     */
    static Amount at(Tokens tokens, int token, boolean announced) {
        if (tokens.is(token, TokenType.NUMBER)) {
            return inDigits(tokens, token, announced);
        }
        if (tokens.is(token, Kind.NONE)) {
            boolean counts = tokens.is(token + 1, Phrase.MEASURES)
                    || (tokens.is(token + 1, TokenType.NAME) && tokens.is(token + 2, Phrase.MEASURES))
                    || isAlone(tokens, token);
            return counts ? new Amount(0, BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE, false, token + 1) : NONE;
        }
        if (tokens.is(token, Kind.ARTICLE) && tokens.is(token + 1, Kind.STATE | Kind.MEASURE)) {
            return new Amount(
                    1, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, false, token + 1); // ein Toter, un mort
        }
        return tokens.is(token, FIRST_WORDS) ? inWords(tokens, token, announced) : NONE;
    }

    private static boolean isAlone(Tokens tokens, int token) {
        return (token == 0 || tokens.is(token - 1, TokenType.LINE | TokenType.COLON))
                && (token + 1 == tokens.size() || tokens.is(token + 1, TokenType.LINE));
    }

    private static Amount of(BigDecimal value, BigDecimal unit, BigDecimal scale, boolean digits, int next) {
        return new Amount(wholeOf(value), value, unit, scale, digits, next);
    }

    /** A whole number below 10^15, which every double of that size holds exactly; else -1. */
    private static long wholeOf(BigDecimal value) {
        if (value.precision() - value.scale() > 15) {
            return -1;
        }
        return value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0 ? value.longValue() : -1;
    }

    boolean exists() {
        return next >= 0;
    }

    BigDecimal value() {
        return whole >= 0 ? BigDecimal.valueOf(whole) : exact;
    }

    double lastUnit() {
        return unit.doubleValue();
    }

    boolean isAbove(Amount other) {
        return whole >= 0 && other.whole >= 0 ? whole > other.whole : value().compareTo(other.value()) > 0;
    }

    /** Whether it is written in digits and a scale word, and thus rounded. */
    boolean isRounded() {
        return digits && isScaled();
    }

    /**
     * This amount as the lower end of a range, with what is written only at the upper end: the scale of "3–4 million",
     * the thousands of "5–6,000". A lower end with a decimal point is complete: "5.0–6,000".
     */
    Amount before(Amount high) {
        if (isScaled() || whole == 0) {
            return this;
        }
        if (high.isScaled()) {
            return value().multiply(high.scale).compareTo(high.value()) <= 0 ? times(high.scale) : this;
        }
        if (digits
                && high.digits
                && whole >= 0
                && whole < 1000
                && high.whole >= 1000
                && unit.compareTo(BigDecimal.ONE) == 0) {
            for (long group = 1_000_000; group > 1; group /= 1000) {
                if (high.whole % group == 0 && whole * group < high.whole) {
                    return new Amount(whole * group, BigDecimal.ZERO, unit, scale, true, next);
                }
            }
        }
        return this;
    }

    private boolean isScaled() {
        return scale.compareTo(BigDecimal.ONE) != 0;
    }

    private Amount times(BigDecimal factor) {
        return of(value().multiply(factor), unit.multiply(factor), factor, digits, next);
    }

    /** Three decimals without a scale word are thousands: 19.000; a decimal comma needs a scale word: 1,3 million. */
    private static Amount inDigits(Tokens tokens, int token, boolean announced) {
        int next = token + 1;
        int decimals = tokens.decimals(token);
        if (!tokens.is(next, Kind.SCALE) && decimals == 0) {
            long whole = tokens.whole(token);
            BigDecimal exact = whole >= 0 ? BigDecimal.ZERO : tokens.number(token);
            return new Amount(whole, exact, BigDecimal.ONE, BigDecimal.ONE, true, next);
        }
        BigDecimal number = tokens.number(token);
        BigDecimal scale = BigDecimal.ONE;
        while (next - token <= 3 && tokens.is(next, Kind.SCALE) && number.compareTo(LARGEST) < 0) {
            if (tokens.is(next, Kind.LETTER) && (!tokens.isGlued(next - 1, next) || tokens.isLetterForState(next))) {
                break;
            }
            scale = scale.multiply(tokens.word(next).number);
            next++;
        }
        if (next == token + 1) {
            if (decimals == 0) {
                return of(number, BigDecimal.ONE, BigDecimal.ONE, true, next);
            }
            if (tokens.isThousandsOrDecimals(token)) {
                return of(number.movePointRight(3), BigDecimal.ONE, BigDecimal.ONE, true, next);
            }
            if (decimals == 3 || (tokens.hasDecimalComma(token) && !isScaledRange(tokens, next, announced))) {
                return NONE;
            }
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        return of(number.multiply(scale), unit.multiply(scale), scale, true, next);
    }

    /** Whether a range goes on to a number with a scale word, which then is that of both: 1,5–2 million. */
    private static boolean isScaledRange(Tokens tokens, int join, boolean announced) {
        return (tokens.is(join, TokenType.DASH | Kind.RANGE) || (announced && tokens.is(join, Kind.AND)))
                && tokens.is(join + 1, TokenType.NUMBER)
                && tokens.is(join + 2, Kind.SCALE);
    }

    /** Number words add up to a scale word, which multiplies them: two hundred and five thousand, half a million. */
    private static Amount inWords(Tokens tokens, int token, boolean announced) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        BigDecimal unit = BigDecimal.ONE;
        BigDecimal least = LARGEST;
        int i = token;
        while (i - token < MOST_WORDS && tokens.is(i, TokenType.WORD)) {
            Phrase word = tokens.word(i);
            if (word.is(Kind.NUMBER) && (i == token || goesOn(part, word.number, unit))) {
                part = part.add(word.number);
                unit = word.number.scale() > 0 ? TENTH : BigDecimal.ONE;
            } else if (word.is(Kind.ARTICLE) && tokens.is(i + 1, Kind.SCALE) && (i == token || isHalf(part))) {
                part = i == token ? word.number : part;
            } else if (word.is(Kind.SCALE) && i > token && multiplies(word.number, part, least)) {
                part = part.multiply(word.number);
                unit = unit.multiply(word.number);
                if (word.number.compareTo(THOUSAND) >= 0) {
                    total = total.add(part);
                    part = BigDecimal.ZERO;
                    least = word.number;
                }
            } else {
                break;
            }
            i++;
            if (!(announced && tokens.is(i, Kind.AND)) && joinsNumberWords(tokens, i)) {
                i++;
            }
        }
        boolean cutOff = tokens.is(i, TokenType.DASH) && tokens.isGlued(i - 1, i) && tokens.isGlued(i, i + 1);
        if (i == token || isHalf(part) || (cutOff && !tokens.is(i + 1, Kind.NUMBER))) {
            return NONE;
        }
        BigDecimal scale = i - token > 1 && tokens.is(i - 1, Kind.SCALE) ? tokens.word(i - 1).number : BigDecimal.ONE;
        return of(total.add(part), unit, scale, false, i);
    }

    /** Whether a number word goes on with what stands before it: twenty-five, one hundred twelve, two thousand five. */
    private static boolean goesOn(BigDecimal part, BigDecimal number, BigDecimal unit) {
        int before = part.intValue();
        if (number.scale() > 0 || number.signum() == 0 || (before == 0 && unit.compareTo(THOUSAND) < 0)) {
            return false;
        }
        int more = number.intValue();
        boolean round = before % 1000 == 0 ? more < 1000 : before % 100 == 0 && more < 100;
        return before == 0 || round || (before % 10 == 0 && before % 100 > 10 && more < 10);
    }

    /** Whether a scale word multiplies what stands before it: hundred only up to ninety-nine, thousand before million not. */
    private static boolean multiplies(BigDecimal scale, BigDecimal part, BigDecimal least) {
        boolean fits = scale.compareTo(THOUSAND) >= 0 || part.compareTo(HUNDRED) < 0;
        return fits && part.signum() > 0 && scale.compareTo(least) < 0;
    }

    private static boolean isHalf(BigDecimal part) {
        return part.compareTo(HALF) == 0;
    }

    /** Whether a token only joins two words of one number: the hyphen of twenty-five, the and of hundred and five. */
    private static boolean joinsNumberWords(Tokens tokens, int i) {
        if (!tokens.is(i + 1, Kind.NUMBER)) {
            return false;
        }
        if (tokens.is(i, Kind.AND)) {
            boolean another = tokens.is(i - 1, Kind.SCALE)
                    && tokens.is(i + 2, Kind.SCALE)
                    && tokens.word(i + 2).number.compareTo(tokens.word(i - 1).number) <= 0;
            return tokens.is(i - 1, Kind.SCALE) && !another;
        }
        return tokens.is(i, TokenType.DASH)
                && tokens.isGlued(i - 1, i)
                && tokens.isGlued(i, i + 1)
                && tokens.is(i - 1, Kind.NUMBER)
                && goesOn(tokens.word(i - 1).number, tokens.word(i + 1).number, BigDecimal.ONE);
    }
}
