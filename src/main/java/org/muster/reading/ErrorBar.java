package org.muster.reading;

import java.math.BigDecimal;

/**
 * The error of a number, as written after it: ± 500, ± 10 %, (+200/−300), +5 %/−10 %. A single percent sign at the end
 * applies to both sides.
 *
 * @param up how far upward
 * @param down how far downward
 * @param upShare whether the upward error is in per cent of the number
 * @param downShare whether the downward error is
 * @param next the token after it, or -1 if there is none
 */
record ErrorBar(BigDecimal up, BigDecimal down, boolean upShare, boolean downShare, int next) {

    static final ErrorBar NONE = new ErrorBar(BigDecimal.ZERO, BigDecimal.ZERO, false, false, -1);

    /** What it may begin with. */
    static final Traits STARTS = Traits.of(PhraseKind.MARGIN, PhraseKind.AFTER, TokenType.OPEN);

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    /** Returns the error bar that begins at a token, in brackets or not, or {@link #NONE}. */
    static ErrorBar at(Tokens tokens, int token) {
        boolean bracket = tokens.is(token, TokenType.OPEN);
        int first = bracket ? token + 1 : token;
        ErrorBar bar = tokens.is(first, PhraseKind.MARGIN) ? even(tokens, first + 1) : uneven(tokens, first, bracket);
        if (!bracket || !bar.exists()) {
            return bar;
        }
        return tokens.is(bar.next, TokenType.CLOSE)
                ? new ErrorBar(bar.up, bar.down, bar.upShare, bar.downShare, bar.next + 1)
                : NONE;
    }

    boolean exists() {
        return next >= 0;
    }

    /** Returns the highest value of a number. */
    BigDecimal above(BigDecimal number) {
        return number.add(upShare ? number.multiply(up).multiply(HUNDREDTH) : up);
    }

    /** Returns the lowest value of a number, not below 0. */
    BigDecimal below(BigDecimal number) {
        BigDecimal off = downShare ? number.multiply(down).multiply(HUNDREDTH) : down;
        return number.subtract(off).max(BigDecimal.ZERO);
    }

    private static ErrorBar even(Tokens tokens, int token) {
        Amount off = Amount.at(tokens, token, false);
        if (!off.exists()) {
            return NONE;
        }
        boolean share = tokens.is(off.next(), PhraseKind.PERCENT);
        return new ErrorBar(off.value(), off.value(), share, share, off.next() + (share ? 1 : 0));
    }

    /**
     * Returns the error bar with two different sides at a token. Without a bracket the plus comes first, attached to
     * its number, and the minus after a slash: 5 + 3 - 2 is not an error bar.
     */
    private static ErrorBar uneven(Tokens tokens, int token, boolean bracket) {
        boolean rising = isPlus(tokens, token);
        if (bracket ? !(rising || tokens.is(token, TokenType.DASH)) : !(rising && tokens.isGlued(token, token + 1))) {
            return NONE;
        }
        Amount one = Amount.at(tokens, token + 1, false);
        if (!one.exists()) {
            return NONE;
        }
        boolean oneShare = tokens.is(one.next(), PhraseKind.PERCENT);
        int sign = one.next() + (oneShare ? 1 : 0);
        if (tokens.is(sign, TokenType.SLASH) || (bracket && tokens.is(sign, TokenType.COMMA))) {
            sign++;
        } else if (!bracket) {
            return NONE;
        }
        if (rising ? !tokens.is(sign, TokenType.DASH) : !isPlus(tokens, sign)) {
            return NONE;
        }
        Amount other = Amount.at(tokens, sign + 1, false);
        if (!other.exists()) {
            return NONE;
        }
        boolean otherShare = tokens.is(other.next(), PhraseKind.PERCENT);
        int next = other.next() + (otherShare ? 1 : 0);
        return rising
                ? new ErrorBar(one.value(), other.value(), oneShare || otherShare, otherShare, next)
                : new ErrorBar(other.value(), one.value(), otherShare, oneShare || otherShare, next);
    }

    private static boolean isPlus(Tokens tokens, int token) {
        return tokens.is(token, PhraseKind.AFTER) && tokens.first(token) == '+';
    }
}
