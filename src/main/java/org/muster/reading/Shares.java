package org.muster.reading;

import java.math.BigDecimal;

/** Recognises numbers that say which part of a whole is spoken of: 3/4 of the men, one man in three, 1 in 5 of them. */
final class Shares {

    private static final Traits SIZES = Traits.of(PhraseKind.UNIT, PhraseKind.CALIBRE, PhraseKind.PERCENT);

    /** What a number stands behind of which a part is spoken of: all but 40 of the 300, half 300. */
    private static final Traits BEFORE_WHOLE = Traits.of(
            TokenType.WORD,
            PhraseKind.EXCEPT,
            PhraseKind.OF,
            PhraseKind.PERCENT,
            PhraseKind.FRACTION,
            PhraseKind.WORDS);

    private static final Traits GROUPS = Traits.of(TokenType.WORD, PhraseKind.ITEM);

    private static final Traits PARTS = Traits.of(PhraseKind.PERCENT, PhraseKind.FRACTION);

    /** What makes a number a count, whatever stands before it. */
    private static final Traits COUNTED = Traits.of(PhraseKind.ITEM, PhraseKind.MEASURE);

    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE, PhraseKind.VERB);

    private static final Traits AFTER_RATE = Traits.of(PhraseKind.OF, PhraseKind.AUX, PhraseKind.SUBSET);

    /** What joins the two numbers of a rate. */
    private static final Traits IN = Traits.of(PhraseKind.OF, PhraseKind.PREPOSITION);

    private static final int MOST_OF_RATE = 10;

    private static final int HUNDRED = 100;

    private static final int MOST_OF_FEW = 20;

    /** The longest word for "of" that is not "out of". */
    private static final int LONGEST_OF = 2;

    /** How near another share stands, in tokens. */
    private static final int REACH_OF_SHARE = 16;

    /** What follows a share. */
    private static final Traits AFTER_SHARE =
            TokenType.OTHER_WORDS.and(PhraseKind.PREPOSITION, PhraseKind.SUBSET, PhraseKind.OF);

    private final Tokens tokens;

    Shares(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether a share, or all but some, of a number is spoken of, so that what follows is not said of the number. */
    boolean isWhole(int start) {
        if (!tokens.is(start - 1, BEFORE_WHOLE)) {
            return false;
        }
        if (tokens.is(start - 1, PhraseKind.EXCEPT)) {
            return true;
        }
        int before = start - 1;
        if (tokens.is(before, TokenType.WORD)) {
            before--; // half of the 300
        }
        boolean of = tokens.is(before, PhraseKind.OF);
        if (of) {
            before--;
        }
        if (of && tokens.is(before, GROUPS)) {
            return isOfGroup(before);
        }
        boolean rate =
                tokens.is(before, TokenType.NUMBERS) && tokens.reason(before) == Reason.PERCENTAGE; // 1 in 3 of the 600
        return rate || tokens.is(before, PARTS) || (tokens.is(before, PhraseKind.WORDS) && (of || before == start - 2));
    }

    /** Whether a share of a group is spoken of: half the garrison, a third of his army; but not all, the entire crew. */
    private boolean isOfGroup(int noun) {
        int share = noun - (tokens.isRole(noun - 1, Role.DETERMINER) ? 2 : 1);
        boolean of = tokens.is(share, PhraseKind.OF);
        if (of) {
            share--;
        }
        return tokens.is(share, PARTS) || (tokens.is(share, PhraseKind.WORDS) && (of || tokens.words(share) > 1));
    }

    /** Whether two numbers at a slash make a hundred: split 60/40. */
    boolean areHalves(int first, Amount other) {
        return tokens.is(first, TokenType.WHOLES)
                && tokens.number(first).intValue() + other.value().intValue() == HUNDRED
                && !tokens.is(other.next(), STATES)
                && !tokens.is(other.next(), COUNTED);
    }

    /** Past a rate in digits: 1 in 5 of them, 9 out of 10 were. Else -1. */
    int rateEnd(int number, Amount few) {
        int in = few.next();
        int every = isEvery(in) ? in : in + 1;
        if (isEvery(every) && few.value().intValue() <= MOST_OF_FEW) {
            Amount all = Amount.at(tokens, every + 1, false);
            if (all.exists()) {
                tokens.setReasons(number, all.next(), Reason.PERCENTAGE); // two deaths in every three
                return all.next();
            }
        }
        if (!tokens.is(in, IN)) {
            return -1;
        }
        boolean joined = tokens.is(in, PhraseKind.OF) || tokens.isShortWord(in);
        if (!joined || few.isScaled() || few.value().intValue() > MOST_OF_RATE || !tokens.is(in + 1, Amount.STARTS)) {
            return -1;
        }
        Amount all = Amount.at(tokens, in + 1, false);
        int of = all.exists() ? all.value().intValue() : 0;
        boolean inserted = tokens.is(number - 1, TokenType.COMMA) && tokens.is(all.next(), TokenType.COMMA);
        boolean said = inserted || tokens.is(all.next(), AFTER_RATE);
        if (of <= few.value().intValue() || of > HUNDRED || !said || tokens.is(number - 1, STATES)) {
            return -1;
        }
        tokens.setReasons(number, all.next(), Reason.PERCENTAGE);
        return all.next();
    }

    /** Whether words lead from some to those of whom each time as many are spoken of: in every, out of each. */
    private boolean isEvery(int token) {
        return tokens.is(token, PhraseKind.PERCENT) && tokens.is(token, PhraseKind.LABEL);
    }

    /** Whether a number says of how many one is spoken of: un habitant sur quatre, one man in three. */
    boolean isOneOfFew(int number, Amount amount) {
        if (amount.digits()) {
            return false;
        }
        if (amount.value().compareTo(BigDecimal.ONE) == 0) {
            Amount few = Amount.at(tokens, number + 3, false);
            return few.exists() && few.value().compareTo(BigDecimal.ONE) != 0 && isOneOfFew(number + 3, few);
        }
        boolean of = tokens.is(number - 1, PhraseKind.OF) || tokens.isShortWord(number - 1);
        boolean one = tokens.is(number - 3, PhraseKind.ARTICLE)
                || (tokens.is(number - 3, PhraseKind.NUMBER)
                        && tokens.phrase(number - 3).number().compareTo(BigDecimal.ONE) == 0);
        boolean noun = tokens.is(number - 2, TokenType.WORD) || tokens.is(number - 2, PhraseKind.ITEM);
        boolean group =
                tokens.is(number - 1, PhraseKind.OF) && tokens.length(number - 1) <= LONGEST_OF; // a family of five
        return of
                && !group
                && one
                && noun
                && amount.value().intValue() <= MOST_OF_FEW
                && !tokens.is(amount.next(), COUNTED)
                && !tokens.is(amount.next(), TokenType.OTHER_WORDS)
                && !tokens.is(amount.next(), SIZES);
    }

    /** Returns whether a slash separates the digits of a share: 3/4 of the men, 1/6 archers. */
    boolean isShare(int first, int slash) {
        if (slash != first + 1 || !isFraction(slash)) {
            return false;
        }
        int numerator = tokens.first(first);
        int denominator = tokens.first(slash + 1);
        int next = slash + 2;
        if (tokens.is(next, AFTER_SHARE) || tokens.isUnits(next)) {
            return denominator <= '5' || !isNextNumber(numerator, denominator) || hasOther(slash);
        }
        boolean item = tokens.is(next, PhraseKind.ITEM) && !tokens.is(next + 1, TokenType.SLASH);
        return item && (!isNextNumber(numerator, denominator) || hasOther(slash));
    }

    /** Whether a slash parts two single digits of which the first is less. */
    private boolean isFraction(int slash) {
        return tokens.is(slash, TokenType.SLASH)
                && tokens.is(slash - 1, TokenType.DIGITS)
                && tokens.is(slash + 1, TokenType.DIGITS)
                && tokens.length(slash - 1) == 1
                && tokens.length(slash + 1) == 1
                && tokens.first(slash - 1) < tokens.first(slash + 1)
                && tokens.isGlued(slash - 1, slash)
                && tokens.isGlued(slash, slash + 1);
    }

    /** Whether 2/3 could also mean two or three. */
    private static boolean isNextNumber(int one, int other) {
        return one != '1' && other == one + 1;
    }

    /** Whether another share stands near: 5/6 archers, 1/6 men-at-arms. */
    private boolean hasOther(int slash) {
        for (int i = Math.max(0, slash - REACH_OF_SHARE); i <= slash + REACH_OF_SHARE; i++) {
            if (i != slash && isFraction(i)) {
                return true;
            }
        }
        return false;
    }
}
