package org.muster.reading;

import java.math.BigDecimal;

/**
 * A number as written, in digits or in words, with its scale: 12,031, 1.5 million, one thousand, half a million.
 *
 * @param value the number it stands for
 * @param unit one unit of the last written digit: 100000 in 1.5 million
 * @param scale the scale words at its end, multiplied; 1 without any
 * @param digits whether it is written in digits
 * @param next the token after it, or -1 if there is no amount
 */
record Amount(BigDecimal value, BigDecimal unit, BigDecimal scale, boolean digits, int next) {

    static final Amount NONE = new Amount(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE, false, -1);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    /** The greatest number to which a scale word is still applied. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);
    /** The length of the longest number in words, in tokens. */
    private static final int MOST_WORDS = 16;

    /** What a number in words may begin with. */
    static final Traits FIRST_WORDS = Traits.of(PhraseKind.NUMBER, PhraseKind.ARTICLE);

    private static final Traits COUNTED_AFTER_ARTICLE = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE);
    private static final Traits LINE_STARTS = Traits.of(TokenType.LINE, TokenType.COLON);

    /** What joins the ends of a range. */
    static final Traits RANGE_JOINS = Traits.of(TokenType.DASH, PhraseKind.RANGE);

    /**
     * Returns the amount that begins at a token, or {@link #NONE}.
     *
     * @param announced whether "between" precedes it, so that "and" joins two amounts and not the parts of one
     */
    static Amount at(Tokens tokens, int token, boolean announced) {
        if (tokens.is(token, TokenType.NUMBERS)) {
            return inDigits(tokens, token, announced);
        }
        if (tokens.is(token, PhraseKind.NONE)) {
            boolean counts = tokens.is(token + 1, PhraseKind.MEASURES)
                    || (tokens.is(token + 1, TokenType.NAME) && tokens.is(token + 2, PhraseKind.MEASURES))
                    || isAlone(tokens, token);
            return counts ? inOneWord(BigDecimal.ZERO, token) : NONE;
        }
        if (tokens.is(token, PhraseKind.ARTICLE) && tokens.is(token + 1, COUNTED_AFTER_ARTICLE)) {
            return inOneWord(BigDecimal.ONE, token); // ein Toter, un mort
        }
        return tokens.is(token, FIRST_WORDS) ? inWords(tokens, token, announced) : NONE;
    }

    private static Amount inOneWord(BigDecimal value, int token) {
        return new Amount(value, BigDecimal.ONE, BigDecimal.ONE, false, token + 1);
    }

    private static boolean isAlone(Tokens tokens, int token) {
        return (token == 0 || tokens.is(token - 1, LINE_STARTS))
                && (token + 1 == tokens.size() || tokens.is(token + 1, TokenType.LINE));
    }

    boolean exists() {
        return next >= 0;
    }

    double lastUnit() {
        return unit.doubleValue();
    }

    boolean isAbove(Amount other) {
        return value.compareTo(other.value) > 0;
    }

    /** Returns whether it is written in digits and a scale word, and thus rounded. */
    boolean isRounded() {
        return digits && isScaled();
    }

    /**
     * Returns this amount as the lower end of a range, completed with what is written only at the upper end: the scale
     * of "3–4 million", the thousands of "5–6,000". A lower end with a decimal point is complete: "5.0–6,000".
     */
    Amount before(Amount high) {
        if (isScaled() || value.signum() == 0) {
            return this;
        }
        if (high.isScaled()) {
            Amount scaled = times(high.scale);
            return scaled.isAbove(high) ? this : scaled;
        }
        boolean cut = digits && high.digits && isWhole() && value.compareTo(THOUSAND) < 0 && high.isWhole();
        if (cut && unit.compareTo(BigDecimal.ONE) == 0) {
            for (BigDecimal group = THOUSAND.multiply(THOUSAND);
                    group.compareTo(BigDecimal.ONE) > 0;
                    group = group.movePointLeft(3)) {
                BigDecimal thousands = value.multiply(group);
                if (high.value.remainder(group).signum() == 0 && thousands.compareTo(high.value) < 0) {
                    return new Amount(thousands, unit, scale, true, next);
                }
            }
        }
        return this;
    }

    /** Returns whether it is a whole number of a plausible size for a count. */
    private boolean isWhole() {
        return value.compareTo(LARGEST) < 0 && value.remainder(BigDecimal.ONE).signum() == 0;
    }

    private boolean isScaled() {
        return scale.compareTo(BigDecimal.ONE) != 0;
    }

    private Amount times(BigDecimal factor) {
        return new Amount(value.multiply(factor), unit.multiply(factor), factor, digits, next);
    }

    /**
     * Returns the amount in digits at a token. Three decimals without a scale word are thousands: 19.000; a decimal
     * comma needs a scale word: 1,3 million.
     */
    private static Amount inDigits(Tokens tokens, int token, boolean announced) {
        int next = token + 1;
        int decimals = tokens.decimals(token);
        BigDecimal number = tokens.number(token);
        BigDecimal scale = BigDecimal.ONE;
        while (next - token <= 3 && tokens.is(next, PhraseKind.SCALE) && number.compareTo(LARGEST) < 0) {
            boolean letter = tokens.is(next, PhraseKind.LETTER);
            if (letter && (!tokens.isGlued(next - 1, next) || tokens.isLetterForState(next))) {
                break;
            }
            scale = scale.multiply(tokens.phrase(next).number());
            next++;
        }
        if (next == token + 1 && decimals > 0) {
            if (tokens.isThousandsOrDecimals(token)) {
                return new Amount(number.movePointRight(3), BigDecimal.ONE, BigDecimal.ONE, true, next);
            }
            if (decimals == 3 || (tokens.hasDecimalComma(token) && !isScaledRange(tokens, next, announced))) {
                return NONE;
            }
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        return new Amount(number.multiply(scale), unit.multiply(scale), scale, true, next);
    }

    /** Returns whether a range continues to a number with a scale word, which then applies to both: 1,5–2 million. */
    private static boolean isScaledRange(Tokens tokens, int join, boolean announced) {
        return (tokens.is(join, RANGE_JOINS) || (announced && tokens.is(join, PhraseKind.AND)))
                && tokens.is(join + 1, TokenType.NUMBERS)
                && tokens.is(join + 2, PhraseKind.SCALE);
    }

    /**
     * Returns the amount in words at a token. Number words are added up to a scale word, which multiplies them: two
     * hundred and five thousand, half a million.
     */
    private static Amount inWords(Tokens tokens, int token, boolean announced) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        BigDecimal unit = BigDecimal.ONE;
        BigDecimal least = LARGEST;
        int i = token;
        while (i - token < MOST_WORDS && tokens.is(i, TokenType.PHRASE)) {
            Phrase phrase = tokens.phrase(i);
            if (phrase.is(PhraseKind.NUMBER) && (i == token || goesOn(part, phrase.number(), unit))) {
                part = part.add(phrase.number());
                unit = phrase.number().scale() > 0 ? TENTH : BigDecimal.ONE;
            } else if (phrase.is(PhraseKind.ARTICLE)
                    && tokens.is(i + 1, PhraseKind.SCALE)
                    && (i == token || isHalf(part))) {
                part = i == token ? phrase.number() : part;
            } else if (phrase.is(PhraseKind.SCALE) && i > token && multiplies(phrase.number(), part, least)) {
                part = part.multiply(phrase.number());
                unit = unit.multiply(phrase.number());
                if (phrase.number().compareTo(THOUSAND) >= 0) {
                    total = total.add(part);
                    part = BigDecimal.ZERO;
                    least = phrase.number();
                }
            } else {
                break;
            }
            i++;
            if (!(announced && tokens.is(i, PhraseKind.AND)) && joinsNumberWords(tokens, i)) {
                i++;
            }
        }
        boolean cutOff = tokens.is(i, TokenType.DASH) && tokens.isGlued(i - 1, i) && tokens.isGlued(i, i + 1);
        if (i == token || isHalf(part) || (cutOff && !tokens.is(i + 1, PhraseKind.NUMBER))) {
            return NONE;
        }
        BigDecimal scale = i - token > 1 && tokens.is(i - 1, PhraseKind.SCALE)
                ? tokens.phrase(i - 1).number()
                : BigDecimal.ONE;
        return new Amount(total.add(part), unit, scale, false, i);
    }

    /**
     * Returns whether a number word continues the number before it: twenty-five, one hundred twelve, two thousand five.
     */
    private static boolean goesOn(BigDecimal part, BigDecimal number, BigDecimal unit) {
        int before = part.intValue();
        if (number.scale() > 0 || number.signum() == 0 || (before == 0 && unit.compareTo(THOUSAND) < 0)) {
            return false;
        }
        int more = number.intValue();
        boolean round = before % 1000 == 0 ? more < 1000 : before % 100 == 0 && more < 100;
        return before == 0 || round || (before % 10 == 0 && before % 100 > 10 && more < 10);
    }

    /**
     * Returns whether a scale word multiplies the number before it: hundred only numbers up to ninety-nine, thousand
     * not those before million.
     */
    private static boolean multiplies(BigDecimal scale, BigDecimal part, BigDecimal least) {
        boolean fits = scale.compareTo(THOUSAND) >= 0 || part.compareTo(HUNDRED) < 0;
        return fits && part.signum() > 0 && scale.compareTo(least) < 0;
    }

    private static boolean isHalf(BigDecimal part) {
        return part.compareTo(HALF) == 0;
    }

    /**
     * Returns whether a token only joins two words of one number: the hyphen of twenty-five, the and of hundred and
     * five.
     */
    private static boolean joinsNumberWords(Tokens tokens, int i) {
        if (!tokens.is(i + 1, PhraseKind.NUMBER)) {
            return false;
        }
        if (tokens.is(i, PhraseKind.AND)) {
            boolean another = tokens.is(i - 1, PhraseKind.SCALE)
                    && tokens.is(i + 2, PhraseKind.SCALE)
                    && tokens.phrase(i + 2)
                                    .number()
                                    .compareTo(tokens.phrase(i - 1).number())
                            <= 0;
            return tokens.is(i - 1, PhraseKind.SCALE) && !another;
        }
        return tokens.is(i, TokenType.DASH)
                && tokens.isGlued(i - 1, i)
                && tokens.isGlued(i, i + 1)
                && tokens.is(i - 1, PhraseKind.NUMBER)
                && goesOn(tokens.phrase(i - 1).number(), tokens.phrase(i + 1).number(), BigDecimal.ONE);
    }
}
