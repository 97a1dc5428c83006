package org.muster.reading;

/** Recognises numbers that are not counts: years, dates, ages, calibres, shares, parts of names. */
final class NonCountNumbers {

    /** The length of the longest row of numbers with full stops, in tokens. */
    private static final int MOST_DOTTED = 12;

    /** The longest word for "of" that a year may follow: not "out of". */
    private static final int LONGEST_OF = 3;

    private static final int DAYS = 31;

    private static final Traits SIZES = Traits.of(PhraseKind.UNIT, PhraseKind.CALIBRE, PhraseKind.PERCENT);

    /** What joins numbers with full stops. */
    private static final Traits DOTTED_JOINS = Amount.RANGE_JOINS.and(TokenType.SLASH, TokenType.COMMA, PhraseKind.AND);

    /** What joins numbers with one unit or month. */
    private static final Traits ROW_JOINS = DOTTED_JOINS.and(PhraseKind.OR);

    /** What parts sizes that have their unit in common, and what they stand behind. */
    private static final Traits SIZE_JOINS = Traits.of(TokenType.COMMA, TokenType.SLASH, PhraseKind.AND, PhraseKind.OR);

    private static final Traits BEFORE_SIZES = Traits.of(TokenType.OPEN, TokenType.COMMA);

    private static final Traits AFTER_FIRST = ROW_JOINS.and(PhraseKind.UNTIL);

    /** What makes a number a count, whatever stands before it. */
    private static final Traits COUNTED = Traits.of(PhraseKind.ITEM, PhraseKind.MEASURE);

    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE, PhraseKind.VERB);

    private static final int MOST_DIGITS_OF_NAME = 4;

    /** What a number with a single full stop after it may follow if it is a figure. */
    private static final Traits BEFORE_FIGURE = PhraseKind.MEASURES.and(TokenType.COLON);

    /** What joins the last two of several calibres. */
    private static final Traits CALIBRE_JOINS = Traits.of(PhraseKind.AND, PhraseKind.OR, TokenType.SLASH);

    private static final Traits AFTER_CALIBRE = CALIBRE_JOINS.and(TokenType.DASH, TokenType.COMMA);

    /** The most characters of a calibre: 155, 7.7, 10.5. */
    private static final int CALIBRE_DIGITS = 4;

    private final Tokens tokens;
    private final NumberedNames names;
    final Dates dates;
    final Shares shares;

    NonCountNumbers(Tokens tokens) {
        this.tokens = tokens;
        names = new NumberedNames(tokens);
        dates = new Dates(tokens);
        shares = new Shares(tokens);
    }

    /**
     * Past a number that what stands beside it shows to be no count, with the reason noted; -1 if nothing does.
     *
     * @param start the first of the qualifiers before it, or the number
     * @param counted the token after the last figure
     */
    int end(int start, int number, Amount amount, int counted) {
        int next = amount.next();
        if (isPrice(number)) {
            return setAside(number, next, Reason.MEASUREMENT);
        }
        int year = dates.yearEnd(number);
        if (year > 0) {
            return year;
        }
        int cited = Citations.end(tokens, number);
        if (cited > 0) {
            return setAside(number, cited, Reason.YEAR);
        }
        if (Citations.isNumbering(tokens, number)) {
            return setAside(number, number + 1, Reason.ORDINAL);
        }
        if (dates.isYearBeforeCount(number)) {
            return setAside(number, number + 1, Reason.YEAR);
        }
        if (names.isName(number)) {
            int end = amount.isScaled() ? Remainder.runEnd(tokens, next) : next; // No. 5 hundred and twelve
            return setAside(number, end, names.isNamed(number) ? Reason.DESIGNATION : Reason.UNREADABLE);
        }
        if (Ages.isAge(tokens, start, number, amount, counted)) {
            return setAside(number, next, Reason.MEASUREMENT);
        }
        int rate = shares.rateEnd(number, amount);
        if (rate > 0) {
            return rate;
        }
        if (shares.isOneOfFew(number, amount)) {
            return setAside(number, next, Reason.PERCENTAGE);
        }
        if (dates.isDayOrTime(start, number, amount)) {
            return setAside(number, number + 1, Reason.DATE);
        }
        int ordinal = tokens.is(number + 1, TokenType.STOP) && isDotted(number) ? dates.dottedEnd(number) : -1;
        return ordinal > 0 ? ordinal : rowEnd(number, amount);
    }

    /** Whether a full stop behind a number may make it an ordinal, as before the name of a unit. */
    private boolean isDotted(int number) {
        boolean unit = tokens.isUnits(number + 2) && Characters.isCapital(tokens.first(number + 2));
        return unit || !tokens.is(number - 1, BEFORE_FIGURE);
    }

    /** Whether the sign of a currency that belongs to no number before it stands before a number: $ 5 million, $twelve. */
    private boolean isPrice(int number) {
        return tokens.is(number - 1, PhraseKind.UNIT)
                && Character.getType(tokens.first(number - 1)) == Character.CURRENCY_SYMBOL
                && !tokens.is(number - 2, TokenType.DIGITS)
                && !tokens.is(number - 2, PhraseKind.SCALE);
    }

    private int setAside(int first, int end, Reason reason) {
        tokens.setReasons(first, end, reason);
        return end;
    }

    /** Whether numbers with decimals count nothing that has parts: 3.5 divisions, but a magnitude of 7.8. */
    boolean isMeasured(int start, Amount low, Amount high, MeasureWords words) {
        return words.item.isOpen()
                && (hasParts(low) || hasParts(high))
                && (tokens.isWord(start - 1)
                        || (tokens.isWord(high.next()) && !tokens.is(high.next(), PhraseKind.AFTER)));
    }

    private static boolean hasParts(Amount amount) {
        return amount.value().scale() > 0 && amount.value().stripTrailingZeros().scale() > 0;
    }

    /** Past numbers in a row whose unit or month stands at its end: 5 and 8 years, 3/4 May, с 5 по 12 июля. Else -1. */
    private int rowEnd(int first, Amount low) {
        int i = low.next();
        if (!tokens.is(i, AFTER_FIRST)) {
            return -1;
        }
        boolean between = tokens.is(first - 1, PhraseKind.BETWEEN); // between three and 9 May
        boolean few = tokens.length(first) <= MOST_DIGITS_OF_NAME;
        if (!(between || (low.digits() && few)) || tokens.is(first - 1, STATES)) {
            return -1;
        }
        for (int k = 0; k < MOST_DOTTED; k++) {
            int join = i;
            boolean comma = tokens.is(i, TokenType.COMMA);
            i = comma || tokens.is(i, ROW_JOINS) ? i + 1 : i;
            boolean until = tokens.is(i, PhraseKind.UNTIL);
            i = until || (i > join && tokens.isShortWord(i)) ? i + 1 : i; // 5 and the 7 of July, du 12 au 13
            if (until && dates.isSpanOfYears(first, i)) {
                return setAside(first, i + 1, Reason.YEAR); // с 1941 по 1944
            }
            boolean row = i > join && tokens.is(i, TokenType.WHOLES) && tokens.length(i) <= 2;
            if (!row) {
                return -1;
            }
            i++;
            int end = tokens.is(i, PhraseKind.ORDINAL) || dates.isDotted(i - 1) ? i + 1 : i;
            boolean days = low.value().intValue() <= DAYS;
            if (dates.isMonth(end) && days && (!comma || i - join > 2)) {
                dates.note(end);
                tokens.setReasons(first, end + 1, Reason.DATE);
                return end + 1;
            }
            if (tokens.is(i, SIZES) && !comma) {
                return tokens.is(i + 1, TokenType.WORD) ? -1 : sizeEnd(first, i); // not 12 and 3 days later
            }
        }
        return -1;
    }

    /** Returns the token after a number that makes an ordinal with what is attached to it, or -1. */
    int ordinalEnd(int number, int next) {
        if (!tokens.is(next, PhraseKind.ORDINAL) || !tokens.isGlued(next - 1, next)) {
            return -1;
        }
        tokens.setReasons(number, next + 1, Reason.ORDINAL);
        return next + 1;
    }

    /**
     * Returns the token after numbers joined by a chain of dashes, as in 2011-09-13 or a book number, which are not a
     * range; or -1.
     */
    int chainEnd(int first, int join) {
        int i = join;
        while (tokens.joinsRange(i) && tokens.is(i + 1, TokenType.DIGITS)) {
            i += 2;
        }
        tokens.setReasons(first, i, Reason.DATE);
        return i;
    }

    /** Returns the token after the slashes of a fraction or a date that continue a number, or -1. */
    int slashEnd(int first, int next) {
        if (!tokens.is(next, TokenType.SLASH) || !tokens.is(next + 1, TokenType.DIGITS)) {
            return -1;
        }
        Amount other = Amount.at(tokens, next + 1, false);
        int size = other.exists() ? sizeEnd(first, other.next()) : -1;
        if (size > 0) {
            return size; // 4/5 days
        }
        if (dates.isSeason(first, next + 1)) {
            tokens.setReasons(first, next + 2, Reason.YEAR);
            return next + 2;
        }
        if (shares.isShare(first, next)) {
            tokens.setReasons(first, next + 2, Reason.PERCENTAGE);
            return next + 2;
        }
        if (other.exists() && shares.areHalves(first, other)) {
            tokens.setReasons(first, other.next(), Reason.PERCENTAGE); // split 60/40
            return other.next();
        }
        if (tokens.first(next) == '⁄') {
            tokens.setReasons(first, next + 2, Reason.UNREADABLE);
            return next + 2;
        }
        if (other.exists()
                && tokens.is(other.next(), PhraseKind.ORDINAL)
                && tokens.isGlued(other.next() - 1, other.next())) {
            return setAside(first, other.next() + 1, Reason.ORDINAL); // the 1/5th Battalion
        }
        if (tokens.is(next + 2, TokenType.SLASH) && tokens.is(next + 3, TokenType.DIGITS)) {
            tokens.setReasons(first, next + 4, Reason.DATE);
            return next + 4;
        }
        return -1;
    }

    /** Returns the token after numbers that are a size or a share, or -1. */
    int sizeEnd(int first, int next) {
        if (tokens.is(next, TokenType.NAME)
                && tokens.is(next + 1, PhraseKind.UNIT)
                && tokens.length(next + 1) > LONGEST_OF
                && !tokens.is(next + 1, COUNTED)) {
            return sizeEnd(first, next + 1); // 5 million Congolese francs, 12 African nations
        }
        if (!tokens.is(next, SIZES)) {
            return -1;
        }
        boolean foreign = tokens.isForeign(next) && Characters.isCapital(tokens.first(next)); // 1 Grad launcher
        boolean described =
                tokens.is(first, PhraseKind.ARTICLE) && tokens.is(next + 1, PhraseKind.PERSON); // a night watchman
        if (NumberLetter.isState(tokens, next) || foreign || described || isInitial(next)) {
            return -1;
        }
        Reason reason = tokens.is(next, PhraseKind.PERCENT)
                ? Reason.PERCENTAGE
                : tokens.is(next, PhraseKind.CALIBRE) ? Reason.CALIBRE : Reason.MEASUREMENT;
        int end = isHour(next) && isMinutes(next + 1) ? next + 2 : next + 1;
        tokens.setReasons(first, end, reason);
        return end;
    }

    /** Whether a letter is the first of an abbreviation: 1,900 M.G.s. */
    private boolean isInitial(int letter) {
        char[] chars = tokens.chars();
        int end = tokens.end(letter);
        return tokens.length(letter) == 1
                && Characters.isCapital(tokens.first(letter))
                && chars[end] == '.'
                && Characters.isCapital(chars[end + 1]);
    }

    /** Whether a unit is the hour of a clock time that minutes may follow: 14 h 30. */
    private boolean isHour(int unit) {
        return tokens.length(unit) == 1 && Characters.lower(tokens.first(unit)) == 'h';
    }

    private boolean isMinutes(int number) {
        return tokens.is(number, TokenType.WHOLE) && tokens.length(number) == 2 && tokens.first(number) < '6';
    }

    /** Past a number and its alternative that are a size: 16 or 17 years; 32, 24 and 18 pounders. -1 for others. */
    int alternativeSizeEnd(int first, int or) {
        int calibres = calibresEnd(first);
        if (calibres > 0) {
            return calibres;
        }
        int sizes = sizesEnd(first, or);
        if (sizes > 0 || !tokens.is(or, PhraseKind.OR) || !tokens.is(or + 1, Amount.STARTS)) {
            return sizes;
        }
        Amount other = Amount.at(tokens, or + 1, false);
        return other.exists() ? sizeEnd(first, other.next()) : -1;
    }

    /** Past the sizes of what is counted before a bracket or a comma, with their unit at the end: (4.000 und 5.000 BRT). Else -1. */
    private int sizesEnd(int first, int next) {
        boolean behind = tokens.is(first - 1, TokenType.OPEN)
                || (tokens.is(first - 1, PhraseKind.OF) && tokens.is(first - 2, BEFORE_SIZES));
        int join = next;
        for (int k = 0; k < MOST_DOTTED && behind && tokens.is(join, SIZE_JOINS); k++) {
            int number = tokens.is(join + 1, SIZE_JOINS) ? join + 2 : join + 1;
            Amount other = tokens.is(number, TokenType.NUMBERS) ? Amount.at(tokens, number, false) : Amount.NONE;
            if (!other.exists()) {
                return -1;
            }
            boolean counted = tokens.is(other.next(), PhraseKind.WITHIN) && tokens.is(first - 1, TokenType.OPEN);
            if (tokens.is(other.next(), SIZES)) {
                return counted ? -1 : sizeEnd(first, other.next());
            }
            join = other.next();
        }
        return -1;
    }

    /** Past several calibres, the last two joined by a word or a slash: 12- and 18-pounders, 75/105 mm. -1 for others. */
    private int calibresEnd(int first) {
        if (!tokens.is(first + 1, AFTER_CALIBRE)) {
            return -1;
        }
        int i = first;
        boolean joined = false;
        while (i - first < MOST_DOTTED && tokens.is(i, TokenType.NUMBERS) && tokens.length(i) <= CALIBRE_DIGITS) {
            int after = tokens.is(i + 1, TokenType.DASH) ? i + 2 : i + 1;
            if (joined && tokens.is(after, PhraseKind.CALIBRE)) {
                return calibres(first, after);
            }
            boolean comma = tokens.is(after, TokenType.COMMA);
            int join = comma && tokens.is(after + 1, CALIBRE_JOINS) ? after + 1 : after;
            joined = tokens.is(join, CALIBRE_JOINS);
            if (!joined && !comma) {
                return -1;
            }
            i = join + 1;
        }
        return joined && i < tokens.size() && tokens.reason(i) == Reason.CALIBRE
                ? calibres(first, i)
                : -1; // in one word: 18-pounders
    }

    private int calibres(int first, int last) {
        tokens.setReasons(first, last + 1, Reason.CALIBRE);
        return last + 1;
    }
}
