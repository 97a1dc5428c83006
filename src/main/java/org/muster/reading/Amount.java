package org.muster.reading;

import java.math.BigDecimal;

/**
 * A number as written, in digits or in words, with its scale: 12,031, 1.5 million, one thousand, half a million.
 *
 * @param value the number it stands for
 * @param unit one unit of the last written digit: 100000 in 1.5 million
 * @param scale the scale words at its end, multiplied; 1 without any
 * @param digits whether it is written in digits
 * @param isRounded whether it is rounded by the way that it is written: 1.5 million, half a million, two dozen
 * @param next the token after it, or -1 if there is no amount
 */
record Amount(BigDecimal value, BigDecimal unit, BigDecimal scale, boolean digits, boolean isRounded, int next) {

    static final Amount NONE = new Amount(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE, false, false, -1);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Beyond this no scale word is applied any more. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

    /** What a number in words begins with. */
    static final Traits FIRST_WORDS = Traits.of(
            PhraseKind.NUMBER,
            PhraseKind.ARTICLE,
            PhraseKind.FRACTION,
            PhraseKind.BARE,
            PhraseKind.GENITIVE,
            PhraseKind.ONE_OF);

    /** What an amount begins with. */
    static final Traits STARTS = TokenType.NUMBERS.and(FIRST_WORDS);

    /** What two digits with a slash between are a fraction before. */
    private static final Traits AFTER_FRACTION = TokenType.NUMBERS.and(PhraseKind.NUMBER, PhraseKind.SCALE);

    private static final Traits LINE_STARTS = Traits.of(TokenType.LINE, TokenType.COLON);
    private static final Traits SIZES = Traits.of(PhraseKind.CALIBRE, PhraseKind.UNIT, PhraseKind.PERCENT);

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
        if (!tokens.is(token, FIRST_WORDS) || tokens.isForeign(token)) {
            return NONE;
        }
        if (tokens.is(token, PhraseKind.ONE_OF)) {
            return tokens.is(token + 1, STARTS) ? NONE : inOneWord(BigDecimal.ONE, token);
        }
        Amount words = NumberWords.at(tokens, token, announced);
        boolean alone = tokens.is(token, PhraseKind.ITEM);
        if (!words.exists() && tokens.is(token, PhraseKind.ARTICLE) && !alone && Victims.isOne(tokens, token)) {
            return inOneWord(BigDecimal.ONE, token); // ein Toter, un mort, shot dead a woman
        }
        if (!words.exists() && tokens.is(token, PhraseKind.ARTICLE) && alone && Victims.isAlone(tokens, token)) {
            return inOneWord(BigDecimal.ONE, token - 1); // погибла женщина, which also says what is counted
        }
        return words;
    }

    private static Amount inOneWord(BigDecimal value, int token) {
        return new Amount(value, BigDecimal.ONE, BigDecimal.ONE, false, false, token + 1);
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

    boolean isBelowThousand() {
        return value.compareTo(THOUSAND) < 0;
    }

    boolean isAbove(Amount other) {
        return value.compareTo(other.value) > 0;
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
            Amount scaled = times(high.scale, high.isRounded);
            return scaled.isAbove(high) && isWhole() ? this : scaled; // 1.5 of a pair 1.5–1.2 million are no men
        }
        boolean cut = digits && high.digits && isWhole() && value.compareTo(THOUSAND) < 0 && high.isWhole();
        if (cut && unit.compareTo(BigDecimal.ONE) == 0) {
            long end = high.value.longValueExact();
            for (int group = 1_000_000; group > 1; group /= 1000) {
                long thousands = value.longValueExact() * group;
                if (end % group == 0 && thousands < end) {
                    return new Amount(BigDecimal.valueOf(thousands), unit, scale, true, false, next);
                }
            }
        }
        return this;
    }

    /** This amount with the hundred or thousand at the end of another, which a hyphen stands for: zwei- oder dreihundert. */
    Amount withTailOf(Amount other) {
        BigDecimal tail = other.value.compareTo(THOUSAND) < 0 ? HUNDRED : THOUSAND;
        boolean ends = !other.digits
                && !other.isScaled()
                && other.value.remainder(tail).signum() == 0;
        Amount whole = ends ? times(tail, false) : before(other);
        return whole.isAbove(other) ? this : whole; // zehn bis hundert
    }

    /** This amount with other tokens after it. */
    Amount endingAt(int token) {
        return new Amount(value, unit, scale, digits, isRounded, token);
    }

    /** Whether it is a whole number of a size that people count to. */
    private boolean isWhole() {
        return value.compareTo(LARGEST) < 0
                && (value.scale() == 0 || value.remainder(BigDecimal.ONE).signum() == 0);
    }

    boolean isScaled() {
        return scale.compareTo(BigDecimal.ONE) != 0;
    }

    private Amount times(BigDecimal factor, boolean rounded) {
        return new Amount(value.multiply(factor), unit.multiply(factor), factor, digits, rounded, next);
    }

    /**
     * A number in digits with its scale words and what goes on below them: 1.5 million, 15 тысяч 300, 3/4 million, 2 and
     * a half million. Three decimals without a scale word are thousands: 19.000; a decimal comma needs a scale word.
     */
    private static Amount inDigits(Tokens tokens, int token, boolean announced) {
        int decimals = tokens.decimals(token);
        BigDecimal number = tokens.number(token);
        BigDecimal unit = decimals == 0 ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(decimals);
        int next = token + 1;
        if (tokens.first(token) == '0'
                && tokens.is(token, TokenType.WHOLES)
                && (tokens.length(token) > 2 || tokens.number(token).signum() == 0 && tokens.length(token) > 1)) {
            return NONE; // the tail of a number: 000
        }
        if (isFraction(tokens, token)) {
            BigDecimal share = Numeral.fraction(tokens.chars(), tokens.start(token), tokens.end(token + 2));
            boolean scaled = share.signum() > 0 && tokens.is(token + 3, PhraseKind.SCALE);
            if (!scaled) {
                return NONE;
            }
            number = share;
            unit = BigDecimal.ONE.movePointLeft(share.scale());
            next = token + 3;
        } else if (!announced && tokens.is(next, PhraseKind.PART) && !tokens.isForeign(next)) {
            number = number.add(tokens.phrase(next).number());
            unit = BigDecimal.ONE.movePointLeft(tokens.phrase(next).number().scale());
            next++;
        }
        int first = next;
        BigDecimal scale = BigDecimal.ONE;
        while (tokens.is(next, PhraseKind.SCALE) && multiplies(tokens, next, number.multiply(scale), scale)) {
            scale = scale.multiply(tokens.phrase(next).number());
            next++;
        }
        if (next == first) {
            return unscaled(tokens, token, next, number, unit, announced);
        }
        BigDecimal value = number.multiply(scale);
        unit = unit.multiply(scale);
        if (!announced && tokens.is(next, PhraseKind.PART)) {
            value = value.add(tokens.phrase(next).number().multiply(scale)); // 2 millions et demi
            unit = scale.multiply(tokens.phrase(next).number());
            next++;
        }
        boolean goesOn = decimals == 0 && tokens.is(next, TokenType.WHOLE) && !tokens.is(next - 1, PhraseKind.LETTER);
        if (goesOn && !isSize(tokens, next) && !isMultipliedBy(tokens, next + 1, scale)) {
            Amount rest = inDigits(tokens, next, announced);
            if (rest.exists() && rest.value.compareTo(scale) < 0) {
                return new Amount(value.add(rest.value), rest.unit, rest.scale, true, rest.isRounded, rest.next);
            }
        }
        return new Amount(value, unit, scale, true, true, next);
    }

    /** Whether a scale word is no smaller than another, so that it does not go on with its number. */
    private static boolean isMultipliedBy(Tokens tokens, int token, BigDecimal scale) {
        return tokens.is(token, PhraseKind.SCALE)
                && tokens.phrase(token).number().compareTo(scale) >= 0;
    }

    private static Amount unscaled(
            Tokens tokens, int token, int next, BigDecimal number, BigDecimal unit, boolean announced) {
        int decimals = tokens.decimals(token);
        if (decimals > 0 && next == token + 1) {
            if (tokens.isThousandsOrDecimals(token)) {
                return new Amount(number.movePointRight(3), BigDecimal.ONE, BigDecimal.ONE, true, false, next);
            }
            boolean believed = decimals != 3 || tokens.is(token, TokenType.POWER) || tokens.hasGroups(token);
            boolean comma = tokens.hasDecimalComma(token) && !isScaledRange(tokens, next, announced);
            if (!believed || comma || tokens.first(token) == '.') {
                return NONE;
            }
        }
        return new Amount(number, unit, BigDecimal.ONE, true, false, next);
    }

    /** Whether two digits with a slash between are a fraction: a scale word or another number stands beside them. */
    static boolean isFraction(Tokens tokens, int token) {
        return tokens.is(token + 1, TokenType.SLASH)
                && tokens.is(token, TokenType.WHOLES)
                && tokens.is(token + 2, TokenType.WHOLES)
                && tokens.length(token) == 1
                && tokens.length(token + 2) == 1
                && tokens.isGlued(token, token + 1)
                && tokens.isGlued(token + 1, token + 2)
                && !tokens.is(token + 3, PhraseKind.LETTER)
                && (tokens.is(token + 3, AFTER_FRACTION)
                        || (tokens.is(token + 3, TokenType.DASH) && tokens.isGlued(token + 2, token + 3)));
    }

    /** Whether a scale word multiplies a number: hundred one below a hundred, a second one only what it is greater than. */
    private static boolean multiplies(Tokens tokens, int token, BigDecimal number, BigDecimal scale) {
        if (number.compareTo(LARGEST) >= 0) {
            return false;
        }
        BigDecimal factor = tokens.phrase(token).number();
        if (tokens.is(token, PhraseKind.LETTER) || tokens.is(token, PhraseKind.UNIT)) {
            return scale.compareTo(BigDecimal.ONE) == 0
                    && tokens.isGlued(token - 1, token)
                    && !NumberLetter.isState(tokens, token)
                    && (!tokens.is(token, PhraseKind.UNIT) || NumberLetter.isMillions(tokens, token));
        }
        if (scale.compareTo(BigDecimal.ONE) != 0) {
            return factor.compareTo(scale) > 0 && factor.compareTo(THOUSAND) >= 0 && scale.compareTo(LARGEST) < 0;
        }
        return factor.compareTo(HUNDRED) != 0 || number.compareTo(HUNDRED) < 0;
    }

    /** Whether a number is the size of something and goes on with none: 5 thousand 105 mm shells. */
    static boolean isSize(Tokens tokens, int token) {
        return tokens.is(token + 1, SIZES) && !tokens.is(token + 1, PhraseKind.LETTER);
    }

    /** Returns whether a range continues to a number with a scale word, which then applies to both: 1,5–2 million. */
    private static boolean isScaledRange(Tokens tokens, int join, boolean announced) {
        return (tokens.is(join, RANGE_JOINS) || (announced && tokens.is(join, PhraseKind.AND)))
                && tokens.is(join + 1, TokenType.NUMBERS)
                && tokens.is(join + 2, PhraseKind.SCALE);
    }
}
