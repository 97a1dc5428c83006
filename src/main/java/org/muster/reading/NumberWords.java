package org.muster.reading;

import java.math.BigDecimal;

/**
 * Numbers in words: two hundred and five thousand, four score and seven, two and a half million, half a million, one
 * point two million, mille deux cents, quatre-vingt-quinze.
 *
 * <p>Words add up to a scale word, which multiplies them. What cannot be made part of the number is left; whether it
 * touches, and so makes the whole unreadable, is for {@link Remainder} to say.
 */
final class NumberWords {

    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);
    /** The longest number in words, in tokens. */
    private static final int MOST_WORDS = 24;

    private static final int MOST_DECIMALS = 6;

    /** Where the tens stand in one-and-twenty. */
    private static final int TENS_BEHIND = 4;

    private final Tokens tokens;
    private final int start;
    private final boolean announced;

    /** What scales of a thousand or more have multiplied, what stands since, and a unit of the last word. */
    private BigDecimal total = BigDecimal.ZERO;

    private BigDecimal part = BigDecimal.ZERO;
    private BigDecimal unit = BigDecimal.ONE;
    /** The smallest of those scales, and the scale word read last if no number follows. */
    private BigDecimal least = LARGEST;

    private BigDecimal last = BigDecimal.ONE;
    private boolean isRounded;
    private int next;

    private NumberWords(Tokens tokens, int start, boolean announced) {
        this.tokens = tokens;
        this.start = start;
        this.announced = announced;
        next = start;
    }

    /** The number in words that begins at a token, or {@link Amount#NONE}. */
    static Amount at(Tokens tokens, int token, boolean announced) {
        return new NumberWords(tokens, token, announced).read();
    }

    private Amount read() {
        if (tokens.is(start, PhraseKind.FRACTION)) {
            return readFraction();
        }
        int i = start;
        int tens = start + TENS_BEHIND;
        if (isOnesBeforeTens(tens)) {
            part = tokens.phrase(start).number(); // four-and-twenty
            take(tens);
            next = tens + 1;
            i = afterJoin(next);
        }
        while (i - start < MOST_WORDS && take(i)) {
            next = tokens.is(i, PhraseKind.POINT) ? takeDecimals(i + 1) : i + 1;
            i = afterJoin(next);
        }
        if (next == start || isCutOff(next)) {
            return Amount.NONE;
        }
        if (tokens.is(next, TokenType.DASH) && tokens.is(next + 1, PhraseKind.SUFFIX) && isGlued(next)) {
            next++; // twenty-strong
        }
        BigDecimal scale = next - start > 1 || isRounded ? last : BigDecimal.ONE;
        return new Amount(total.add(part), unit, scale, false, isRounded, next);
    }

    /** Whether hyphens join ones to the tens behind them, as old books do: one-and-twenty. */
    private boolean isOnesBeforeTens(int tens) {
        return tokens.is(start + 2, PhraseKind.AND)
                && tokens.is(start + 1, TokenType.DASH)
                && isGlued(start + 1)
                && tokens.is(tens - 1, TokenType.DASH)
                && isGlued(tens - 1)
                && tokens.is(start, PhraseKind.NUMBER)
                && tokens.is(tens, PhraseKind.NUMBER)
                && !tokens.isForeign(tens)
                && tokens.phrase(start).number().compareTo(BigDecimal.TEN) < 0
                && tokens.phrase(tens).number().remainder(BigDecimal.TEN).signum() == 0;
    }

    /** Half a million, a quarter of a million: a fraction alone is a share. */
    private Amount readFraction() {
        int i = afterDash(start + 1);
        i = tokens.is(i, PhraseKind.ARTICLE) ? afterDash(i + 1) : i;
        if (!tokens.is(i, PhraseKind.SCALE) || tokens.is(i, PhraseKind.LETTER)) {
            return Amount.NONE;
        }
        BigDecimal fraction = tokens.phrase(start).number();
        BigDecimal scale = tokens.phrase(i).number();
        return new Amount(
                fraction.multiply(scale),
                BigDecimal.ONE.movePointLeft(fraction.scale()).multiply(scale),
                scale,
                false,
                true,
                i + 1);
    }

    /** Takes a word into the number if it fits. */
    private boolean take(int i) {
        if (!tokens.is(i, TokenType.PHRASE) || tokens.isForeign(i)) {
            return false;
        }
        Phrase phrase = tokens.phrase(i);
        BigDecimal number = phrase.number();
        if (phrase.is(PhraseKind.SCALE) && !phrase.is(PhraseKind.LETTER) && multiplies(phrase, i)) {
            multiply(number);
        } else if (phrase.is(PhraseKind.NUMBER)
                && (i == start || i == start + TENS_BEHIND && isOnesBeforeTens(i) || goesOn(number, i))) {
            part = part.add(number);
            unit = number.scale() > 0 ? TENTH : BigDecimal.ONE;
            last = BigDecimal.ONE;
        } else if (phrase.is(PhraseKind.ARTICLE) && i == start && isScaled(i)) {
            part = BigDecimal.ONE;
        } else if (phrase.is(PhraseKind.PART) && i > start) {
            BigDecimal of = tokens.is(i - 1, PhraseKind.SCALE) ? last : BigDecimal.ONE;
            part = part.add(number.multiply(of)); // a million and a half
            unit = BigDecimal.ONE.movePointLeft(number.scale()).multiply(of);
            isRounded = of.compareTo(BigDecimal.ONE) != 0;
        } else {
            return phrase.is(PhraseKind.POINT) && i > start && tokens.is(decimalsEnd(i + 1), PhraseKind.SCALE);
        }
        return true;
    }

    /** Past the digits in words behind a point, or the same place if there are none. */
    private int decimalsEnd(int i) {
        int end = i;
        while (end - i < MOST_DECIMALS && isDigit(end)) {
            end++;
        }
        return end > i ? end : -1;
    }

    private boolean isDigit(int i) {
        return tokens.is(i, PhraseKind.NUMBER) && tokens.phrase(i).number().compareTo(BigDecimal.TEN) < 0;
    }

    private int takeDecimals(int i) {
        int end = decimalsEnd(i);
        for (int k = i; k < end; k++) {
            unit = unit.movePointLeft(1);
            part = part.add(tokens.phrase(k).number().multiply(unit));
        }
        return end;
    }

    private void multiply(BigDecimal scale) {
        BigDecimal count = part.signum() == 0 ? BigDecimal.ONE : part;
        isRounded |= count.stripTrailingZeros().scale() > 0 || scale.compareTo(BigDecimal.TEN) == 0 || isDozens(scale);
        part = count.multiply(scale);
        unit = (part.signum() == 0 ? BigDecimal.ONE : unit).multiply(scale);
        last = scale;
        if (scale.compareTo(THOUSAND) >= 0) {
            total = total.add(part);
            part = BigDecimal.ZERO;
            least = scale;
        }
    }

    /** Dozens and scores are round numbers; hundreds and thousands in words are meant as they stand. */
    private static boolean isDozens(BigDecimal scale) {
        return scale.compareTo(HUNDRED) < 0;
    }

    /** Whether a scale word multiplies what stands before it: hundred only up to ninety-nine, thousand before million not. */
    private boolean multiplies(Phrase scale, int i) {
        if (part.signum() == 0) {
            boolean alone = scale.is(PhraseKind.BARE)
                    || (scale.is(PhraseKind.GENITIVE) && tokens.is(i - 1, PhraseKind.QUALIFIER));
            return alone && i == start && !tokens.is(i - 1, PhraseKind.WORDS);
        }
        boolean fits = scale.number().compareTo(THOUSAND) >= 0 || part.compareTo(HUNDRED) < 0;
        return fits && !isScaledPart() && scale.number().compareTo(least) < 0 && last.compareTo(THOUSAND) < 0;
    }

    /** Whether what stands since the last great scale is "and a half" of it, which nothing multiplies. */
    private boolean isScaledPart() {
        return isRounded && last.compareTo(THOUSAND) >= 0;
    }

    /** Whether a number word goes on with what stands before it: twenty-five, one hundred twelve, two thousand five. */
    private boolean goesOn(BigDecimal number, int i) {
        if (number.scale() > 0 || number.signum() == 0 || isScaledPart()) {
            return false;
        }
        int before = part.intValue();
        int more = number.intValue();
        if (before == 0) {
            return total.signum() > 0 && number.compareTo(least) < 0;
        }
        boolean round = before % 1000 == 0 ? more < 1000 : before % 100 == 0 && more < 100;
        boolean tens = before % 10 == 0 && before % 100 > 10 && more < 10;
        boolean twenties = more < 20 && more > 0 && isVigesimal(i);
        return round || tens || twenties;
    }

    private boolean isVigesimal(int i) {
        int before = tokens.is(i - 1, TokenType.DASH) ? i - 2 : i - 1;
        return tokens.is(before, PhraseKind.VIGESIMAL) && !tokens.isForeign(i);
    }

    private boolean isScaled(int article) {
        int scale = afterDash(article + 1);
        return tokens.is(scale, PhraseKind.SCALE) && !tokens.is(scale, PhraseKind.LETTER);
    }

    private int afterDash(int i) {
        return tokens.is(i, TokenType.DASH) && isGlued(i) ? i + 1 : i;
    }

    private boolean isGlued(int i) {
        return tokens.isGlued(i - 1, i) && tokens.isGlued(i, i + 1);
    }

    /** Whether a hyphen goes on with a word that is no number: two-engine bombers. */
    private boolean isCutOff(int i) {
        return tokens.is(i, TokenType.DASH)
                && isGlued(i)
                && !tokens.is(i + 1, PhraseKind.NUMBER_WORDS)
                && !tokens.is(i + 1, TokenType.DIGITS)
                && !tokens.is(i + 1, PhraseKind.SUFFIX);
    }

    /** Past what only joins two words of one number: the hyphen of twenty-five, the "and" of hundred and five. */
    private int afterJoin(int i) {
        int word = afterDash(i);
        if (tokens.is(word, PhraseKind.AND) && !announced) {
            int after = afterDash(word + 1);
            return isAfterScale(i) && isAdded(after) ? after : i;
        }
        if (tokens.is(word, TokenType.COMMA)) {
            return isThousands(i - 1) && isAdded(word + 1) && isHundreds(word + 2) ? word + 1 : i;
        }
        return word;
    }

    private boolean isAfterScale(int i) {
        return tokens.is(i - 1, PhraseKind.SCALE)
                || tokens.is(i - 1, PhraseKind.NUMBER)
                        && part.remainder(HUNDRED).signum() == 0;
    }

    /** Whether a number word is added to what stands before it, and is not another count: two hundred and three thousand guns. */
    private boolean isAdded(int i) {
        boolean number = tokens.is(i, PhraseKind.NUMBER) && !tokens.isForeign(i);
        boolean another = tokens.is(i + 1, PhraseKind.SCALE)
                && !tokens.is(i + 1, PhraseKind.LETTER)
                && (tokens.phrase(i + 1).number().compareTo(last) == 0
                        || tokens.phrase(i + 1).number().compareTo(least) >= 0 && least.compareTo(LARGEST) < 0);
        return number && !another;
    }

    private boolean isThousands(int i) {
        return tokens.is(i, PhraseKind.SCALE) && tokens.phrase(i).number().compareTo(THOUSAND) >= 0;
    }

    private boolean isHundreds(int i) {
        return tokens.is(i, PhraseKind.SCALE)
                && tokens.phrase(i).number().compareTo(HUNDRED) >= 0
                && tokens.phrase(i).number().compareTo(last) < 0;
    }
}
