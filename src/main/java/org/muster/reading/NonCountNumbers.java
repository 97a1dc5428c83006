package org.muster.reading;

import java.math.BigDecimal;
import org.muster.figure.Item;

/** Recognises numbers that are not counts: years, dates, calibres, shares, parts of names. */
final class NonCountNumbers {

    /** The length of the longest row of numbers with full stops, in tokens. */
    private static final int MOST_DOTTED = 12;

    /** What a second year or the year of a date follows: 2015 and 2016; August 9, 1945. */
    private static final Traits AFTER_DATE =
            Traits.of(TokenType.COMMA, PhraseKind.AND, PhraseKind.OR, PhraseKind.RANGE);

    private static final int FIRST_LIKELY_YEAR = 1600;
    private static final int FIRST_OF_OUR_TIME = 1900;
    /** The longest word for "of" that a year may follow: not "out of". */
    private static final int LONGEST_OF = 3;

    private static final int DAYS = 31;
    private static final int MONTHS = 12;
    /** Two numbers of which each is a multiple are counts rather than years: 1,500–2000. */
    private static final int ROUND = 50;

    private static final Traits SIZES = Traits.of(PhraseKind.UNIT, PhraseKind.CALIBRE, PhraseKind.PERCENT);

    /** What a text with a date or a year has, a phrase or a number of four digits. */
    private static final Traits DATES =
            Traits.of(PhraseKind.MONTH, PhraseKind.YEAR, PhraseKind.WEEKDAY, TokenType.YEAR);

    /** What two years may follow: 8.5 million dead 1914–18, (1914–1918). */
    private static final Traits BEFORE_SPAN = PhraseKind.MEASURES.and(TokenType.OPEN, PhraseKind.PREPOSITION);

    /** What follows a year in a sentence: the war of 1864 cost. */
    private static final Traits AFTER_YEAR = Traits.of(
            TokenType.WORD,
            TokenType.COLON,
            PhraseKind.AUX,
            PhraseKind.VERB,
            PhraseKind.PREPOSITION,
            PhraseKind.QUALIFIER,
            PhraseKind.CHANGE);

    /** What a number stands behind of which a part is spoken of: all but 40 of the 300, half 300. */
    private static final Traits BEFORE_WHOLE = Traits.of(
            TokenType.WORD,
            PhraseKind.EXCEPT,
            PhraseKind.OF,
            PhraseKind.PERCENT,
            PhraseKind.FRACTION,
            PhraseKind.WORDS);

    /** What stands between an event and its year: the floods of 2016, le séisme de 2010. */
    private static final Traits BEFORE_TIME = Traits.of(PhraseKind.OF, PhraseKind.BETWEEN);

    /** What joins numbers with full stops. */
    private static final Traits DOTTED_JOINS = Amount.RANGE_JOINS.and(TokenType.SLASH, TokenType.COMMA, PhraseKind.AND);

    /** What joins numbers with one unit or month. */
    private static final Traits ROW_JOINS = DOTTED_JOINS.and(PhraseKind.OR);

    /** What makes a number a count, whatever stands before it. */
    private static final Traits COUNTED = Traits.of(PhraseKind.ITEM, PhraseKind.MEASURE);

    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE, PhraseKind.VERB);

    private static final Traits LINE_STARTS = Traits.of(TokenType.LINE, TokenType.STOP);

    private static final int MOST_DIGITS_OF_NAME = 4;
    /** What makes a number that nothing follows a count: losses 1710; total: 1710; 12/1710. */
    private static final Traits BEFORE_COUNT = STATES.and(
            PhraseKind.ITEM, PhraseKind.TOTAL, TokenType.COLON, TokenType.SLASH, TokenType.DASH, PhraseKind.QUALIFIER);

    /** The shortest word that ends in one that numbers are names after, and the shortest such: Geschwader, Regiment. */
    private static final int SHORTEST_COMPOUND = 11;

    private static final int SHORTEST_LABEL = 8;

    private static final int MOST_OF_RATE = 10;
    private static final int HUNDRED = 100;
    private static final int MOST_OF_FEW = 20;
    private static final int LONGEST_TIME = 5;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int MOST_JOINING_WORDS = 2;

    /** What follows a share. */
    private static final Traits AFTER_SHARE = TokenType.OTHER_WORDS.and(PhraseKind.PREPOSITION, PhraseKind.SUBSET);

    private final Tokens tokens;
    private final boolean hasDates;
    /** Whether a number of the text has groups of digits. */
    private final boolean hasGroups;
    /** The last token that was part of a date. */
    private int date = -2;

    NonCountNumbers(Tokens tokens) {
        this.tokens = tokens;
        hasDates = tokens.has(DATES);
        hasGroups = hasDates && hasGroups(tokens);
    }

    /** Returns whether a number is part of a name (Type 95), or follows a sign that no count has. */
    boolean isName(int number) {
        if (isNamed(number) || isInNameOfUnit(number)) {
            return true;
        }
        if (!tokens.is(number, TokenType.NUMBERS) || !tokens.isGlued(number - 1, number)) {
            return false;
        }
        if (tokens.is(number + 1, TokenType.STOP) && tokens.first(number + 1) == '=') {
            return true; // casualties2=4,000
        }
        boolean plus = tokens.first(number - 1) == '+' && !tokens.is(number - 2, TokenType.DIGITS) && !isGain(number);
        boolean minus = tokens.is(number - 1, TokenType.DASH)
                && tokens.first(number - 1) != '—'
                && number == 1
                && tokens.size() == 2;
        return plus || minus;
    }

    /** Whether a number behind a plus in a bracket is what was added to the one before: 3,412 dead (+27). */
    private boolean isGain(int number) {
        boolean counted = tokens.is(number - 3, TokenType.NUMBERS) || tokens.is(number - 3, PhraseKind.MEASURES);
        return tokens.is(number - 2, TokenType.OPEN) && counted && !tokens.is(number + 1, TokenType.SLASH);
    }

    /** Whether a number is part of a name: Type 95, Jagdgeschwader 26, 22 Brigade; not that of a regiment's 300 men. */
    boolean isNamed(int number) {
        int before = number - 1;
        if (tokens.is(before, PhraseKind.LABEL)) {
            boolean counted = tokens.is(number + 1, COUNTED)
                    || (tokens.is(number + 1, PhraseKind.AUX) && tokens.is(number + 2, STATES));
            return !(counted && (tokens.is(before, PhraseKind.ITEM) || isUsualWord(before)));
        }
        if (!tokens.is(number, TokenType.WHOLES) || tokens.length(number) > MOST_DIGITS_OF_NAME) {
            return false;
        }
        boolean longName = tokens.is(before, TokenType.NAME) && tokens.length(before) >= SHORTEST_COMPOUND;
        if (longName && isLabelAtEnd(before)) {
            return !tokens.is(number + 1, COUNTED);
        }
        return tokens.is(number + 1, PhraseKind.NUMBERED)
                && Characters.isCapital(tokens.first(number + 1))
                && !(tokens.length(number) == 1 && tokens.first(number) == '1')
                && !tokens.is(before, PhraseKind.QUALIFIER);
    }

    /** Whether a label is a word of a sentence here: on the next day 97 were dead. */
    private boolean isUsualWord(int label) {
        return Character.isLowerCase(tokens.first(label))
                && !tokens.is(label, PhraseKind.AGE)
                && tokens.is(label - 1, TokenType.WORD);
    }

    /** Whether a name ends in a word that numbers are names after: Jagdgeschwader, Panzerregiment. */
    private boolean isLabelAtEnd(int name) {
        int last = tokens.end(name) - SHORTEST_LABEL;
        for (int at = tokens.start(name) + 1; at <= last; at++) {
            Vocabulary.Match found = tokens.vocabulary().longestAt(tokens.chars(), at);
            if (found != null
                    && found.end() == tokens.end(name)
                    && found.phrase().is(PhraseKind.LABEL)
                    && found.phrase().is(PhraseKind.ITEM)) {
                return true;
            }
        }
        return false;
    }

    /** Past numbers in a row whose unit or month stands at its end: 5 and 8 years, 3/4 May, с 5 по 12 июля. Else -1. */
    int rowEnd(int first, Amount low) {
        int i = low.next();
        if (!low.digits() || tokens.length(first) > MOST_DIGITS_OF_NAME || tokens.is(first - 1, STATES)) {
            return -1;
        }
        for (int k = 0; k < MOST_DOTTED; k++) {
            int join = i;
            boolean comma = tokens.is(i, TokenType.COMMA);
            i = comma || tokens.is(i, ROW_JOINS) ? i + 1 : i;
            while (i - join < MOST_JOINING_WORDS && isShortWord(i)) {
                i++;
            }
            boolean row = i > join && tokens.is(i, TokenType.WHOLES) && tokens.length(i) <= 2;
            if (!row) {
                return -1;
            }
            i++;
            int end = tokens.is(i, PhraseKind.ORDINAL) || isDotted(i - 1) ? i + 1 : i;
            if (isMonth(end) && tokens.length(first) <= 2 && (!comma || i - join > 2)) {
                date = end;
                tokens.setReasons(first, end + 1, Reason.DATE);
                return end + 1;
            }
            if (tokens.is(i, SIZES) && !comma) {
                return tokens.is(i + 1, TokenType.WORD) ? -1 : sizeEnd(first, i); // not 12 and 3 days later
            }
        }
        return -1;
    }

    /** Whether a number with two decimals is a day with its month, or a time: 24.02, at 8.15. Counts have none. */
    boolean isDayOrTime(int number, Amount amount) {
        if (!tokens.is(number, TokenType.NUMBER)
                || tokens.decimals(number) != 2
                || tokens.hasGroups(number)
                || tokens.length(number) > LONGEST_TIME
                || amount.isScaled()
                || tokens.is(amount.next(), COUNTED)
                || tokens.is(amount.next(), SIZES)) {
            return false;
        }
        int whole = amount.value().intValue();
        int rest = amount.value().movePointRight(2).intValue() % 100;
        return (whole <= HOURS && rest < MINUTES) || (whole <= DAYS && rest > 0 && rest <= MONTHS);
    }

    /** Whether numbers with decimals count nothing that has parts: 3.5 divisions, but a magnitude of 7.8. */
    boolean isMeasured(Amount low, Amount high, MeasureWords words) {
        return words.item.isOpen() && (hasParts(low) || hasParts(high));
    }

    private static boolean hasParts(Amount amount) {
        return amount.value().scale() > 0 && amount.value().stripTrailingZeros().scale() > 0;
    }

    /** Past a rate in digits: 1 in 5 of them, 9 out of 10 were. Else -1. */
    int rateEnd(int number, Amount few) {
        int in = few.next();
        boolean joined = tokens.is(in, PhraseKind.OF) || (tokens.is(in, PhraseKind.PREPOSITION) && isShortWord(in));
        if (!joined || !few.digits() || few.value().intValue() > MOST_OF_RATE || !tokens.is(in + 1, TokenType.WHOLES)) {
            return -1;
        }
        int of = tokens.number(in + 1).intValue();
        boolean said = tokens.is(in + 2, PhraseKind.OF) || tokens.is(in + 2, PhraseKind.AUX);
        if (of <= few.value().intValue() || of > HUNDRED || !said || tokens.is(number - 1, STATES)) {
            return -1;
        }
        tokens.setReasons(number, in + 2, Reason.PERCENTAGE);
        return in + 2;
    }

    /** Whether a bare year stands between a verb and what it counts, as German has it: verlor 1941 35 U-Boote. */
    boolean isYearBeforeCount(int number) {
        if (!tokens.is(number, TokenType.YEAR) || tokens.number(number).intValue() < FIRST_LIKELY_YEAR) {
            return false;
        }
        int next = number + 1;
        boolean starts = tokens.is(next, TokenType.NUMBERS) || tokens.is(next, PhraseKind.QUALIFIER);
        boolean verb = tokens.is(number - 1, TokenType.WORD) || tokens.is(number - 1, STATES);
        if (!starts || !verb) {
            return false;
        }
        int count = tokens.is(next, PhraseKind.QUALIFIER) ? next + 1 : next;
        Amount counted = Amount.at(tokens, count, false);
        return counted.exists() && tokens.is(counted.next(), COUNTED);
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
        boolean of = tokens.is(number - 1, PhraseKind.OF) || isShortWord(number - 1);
        boolean one = tokens.is(number - 3, PhraseKind.ARTICLE)
                || (tokens.is(number - 3, PhraseKind.NUMBER)
                        && tokens.phrase(number - 3).number().compareTo(BigDecimal.ONE) == 0);
        boolean noun = tokens.is(number - 2, TokenType.WORD) || tokens.is(number - 2, PhraseKind.ITEM);
        return of
                && one
                && noun
                && amount.value().intValue() <= MOST_OF_FEW
                && !tokens.is(amount.next(), COUNTED)
                && !tokens.is(amount.next(), TokenType.OTHER_WORDS)
                && !tokens.is(amount.next(), SIZES);
    }

    private boolean isShortWord(int token) {
        return tokens.length(token) <= LONGEST_OF
                && tokens.length(token) > 0
                && (tokens.is(token, TokenType.WORD) || tokens.is(token, PhraseKind.PREPOSITION));
    }

    /** Whether a bracket behind what is counted holds a name with a small number and nothing else: 600 aircraft (Luftflotte 4). */
    private boolean isInNameOfUnit(int number) {
        return tokens.is(number - 1, TokenType.NAME)
                && tokens.is(number - 2, TokenType.OPEN)
                && tokens.is(number + 1, TokenType.CLOSE)
                && tokens.is(number, TokenType.WHOLES)
                && tokens.length(number) <= 2
                && tokens.is(number - 3, PhraseKind.ITEM);
    }

    /**
     * Returns the token after numbers with a full stop that are the days of a date or the numbers of units, as some
     * languages write them: 8. Armee, 3. und 4. Division, 1.–3. Juli. -1 for others.
     */
    int dottedEnd(int first) {
        int i = first;
        while (i - first < MOST_DOTTED && isDotted(i)) {
            i += 2;
            boolean unit = isUnits(i) && !Character.isLowerCase(tokens.first(i));
            if (unit || tokens.is(i, PhraseKind.MONTH)) {
                date = unit ? date : i;
                tokens.setReasons(first, unit ? i : i + 1, unit ? Reason.ORDINAL : Reason.DATE);
                return unit ? i : i + 1;
            }
            if (tokens.is(i, DOTTED_JOINS)) {
                i++;
            }
        }
        if (i == first + 2 && isShortWord(first - 1) && Character.isLowerCase(tokens.first(i))) {
            tokens.setReasons(first, i, Reason.ORDINAL); // das 64. etwa
            return i;
        }
        return -1;
    }

    private boolean isDotted(int token) {
        return tokens.is(token, TokenType.WHOLES)
                && tokens.length(token) <= 3
                && tokens.is(token + 1, TokenType.STOP)
                && tokens.first(token + 1) == '.'
                && tokens.isGlued(token, token + 1);
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
        while (joinsRange(i) && tokens.is(i + 1, TokenType.DIGITS)) {
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
        if (isShare(first, next)) {
            tokens.setReasons(first, next + 2, Reason.PERCENTAGE);
            return next + 2;
        }
        boolean halves = other.exists()
                && tokens.number(first).intValue() + other.value().intValue() == HUNDRED
                && !tokens.is(other.next(), STATES)
                && !tokens.is(other.next(), COUNTED);
        if (halves && tokens.is(first, TokenType.WHOLES)) {
            tokens.setReasons(first, other.next(), Reason.PERCENTAGE); // split 60/40
            return other.next();
        }
        if (tokens.first(next) == '⁄') {
            tokens.setReasons(first, next + 2, Reason.UNREADABLE);
            return next + 2;
        }
        if (tokens.is(next + 2, TokenType.SLASH) && tokens.is(next + 3, TokenType.DIGITS)) {
            tokens.setReasons(first, next + 4, Reason.DATE);
            return next + 4;
        }
        return -1;
    }

    /** Returns whether a slash separates the digits of a share: 3/4 of the men. */
    private boolean isShare(int first, int slash) {
        return slash == first + 1
                && tokens.length(first) == 1
                && tokens.length(slash + 1) == 1
                && tokens.first(first) < tokens.first(slash + 1)
                && tokens.first(slash + 1) <= '5'
                && tokens.isGlued(first, slash)
                && tokens.isGlued(slash, slash + 1)
                && (tokens.is(slash + 2, AFTER_SHARE) || isUnits(slash + 2));
    }

    /** Returns the token after numbers that are a size or a share, or -1. */
    int sizeEnd(int first, int next) {
        if (tokens.is(next, TokenType.NAME)
                && tokens.is(next + 1, PhraseKind.UNIT)
                && tokens.length(next + 1) > LONGEST_OF
                && !tokens.is(next + 1, COUNTED)) {
            return sizeEnd(first, next + 1); // 5 million Congolese francs, 12 African nations
        }
        boolean foreign = tokens.isForeign(next) && Characters.isCapital(tokens.first(next)); // 1 Grad launcher
        if (!tokens.is(next, SIZES) || tokens.isLetterForState(next) || foreign) {
            return -1;
        }
        Reason reason = tokens.is(next, PhraseKind.PERCENT)
                ? Reason.PERCENTAGE
                : tokens.is(next, PhraseKind.CALIBRE) ? Reason.CALIBRE : Reason.MEASUREMENT;
        int end = isHour(next) && isMinutes(next + 1) ? next + 2 : next + 1;
        tokens.setReasons(first, end, reason);
        return end;
    }

    /** Whether a unit is the hour of a clock time that minutes may follow: 14 h 30. */
    private boolean isHour(int unit) {
        return tokens.length(unit) == 1 && tokens.first(unit) == 'h';
    }

    private boolean isMinutes(int number) {
        return tokens.is(number, TokenType.WHOLE) && tokens.length(number) == 2 && tokens.first(number) < '6';
    }

    /** Past a number and its alternative that are a size: 16 or 17 years. -1 for others. */
    int alternativeSizeEnd(int first, int or) {
        if (!tokens.is(or, PhraseKind.OR) || !tokens.is(or + 1, Amount.STARTS)) {
            return -1;
        }
        Amount other = Amount.at(tokens, or + 1, false);
        return other.exists() ? sizeEnd(first, other.next()) : -1;
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
        boolean share = tokens.is(before, PhraseKind.PERCENT) || tokens.is(before, PhraseKind.FRACTION);
        return share || (tokens.is(before, PhraseKind.WORDS) && (of || before == start - 2));
    }

    /** Past numbers that are a date or a year, or -1. */
    int dateEnd(int first, int next, Amount low, Amount high, int passage, MeasureWords words) {
        int length = tokens.length(first);
        if (!hasDates || length > 4) {
            return -1;
        }
        int cell = cellEnd(first, next);
        if (cell > 0 || length == 3) {
            return cell;
        }
        boolean alone = words.item.isOpen() && words.state.isOpen();
        if (isDate(first, next, low, alone)) {
            date = isMonth(next) ? next : next - 1;
            boolean year = tokens.length(first) == 4 && !isMonth(first - 1);
            tokens.setReasons(isMonth(first - 1) ? first - 1 : first, next, year ? Reason.YEAR : Reason.DATE);
            if (isMonth(next)) {
                tokens.setReason(next, Reason.DATE);
            }
            return next;
        }
        if (isSpan(first, next, low, high, alone, words.item.isOpen())) {
            tokens.setReasons(first, next, Reason.YEAR);
            return next;
        }
        if (alone
                && words.end == next
                && isAside(first, next, passage)
                && isYear(first, low)
                && isYear(next - 1, high)) {
            tokens.setReasons(first, next, Reason.YEAR);
            return next;
        }
        return -1;
    }

    /** Past the year of a date that a word goes on with which could join a range: in October 2019 to 300. Else -1. */
    int yearEnd(int number) {
        boolean goesOn = tokens.is(number - 1, TokenType.COMMA) && date == number - 2 && isMonth(number - 3);
        if (!hasDates || !tokens.is(number, TokenType.YEAR) || !(goesOn || isAfterDate(number))) {
            return -1;
        }
        int other = number + 2;
        boolean span = joinsRange(number + 1) && tokens.is(other, TokenType.WHOLES) && tokens.length(other) <= 4;
        if (span) {
            return -1;
        }
        date = number;
        tokens.setReason(number, isMonth(number - 1) ? Reason.DATE : Reason.YEAR);
        return number + 1;
    }

    /** Past a month with a number at a hyphen, as spreadsheets make them (Jan-50, 12-Jun), or a day in brackets; else -1. */
    private int cellEnd(int first, int next) {
        boolean before = isHyphen(first - 1) && isMonth(first - 2);
        boolean after = isHyphen(next) && isMonth(next + 1);
        boolean day = tokens.is(first - 1, TokenType.OPEN)
                && tokens.is(first - 2, PhraseKind.WEEKDAY)
                && tokens.is(next, TokenType.CLOSE);
        if (!before && !after && !day) {
            return -1;
        }
        int end = after ? next + 2 : next;
        tokens.setReasons(before ? first - 2 : first, end, Reason.DATE);
        return end;
    }

    private boolean isHyphen(int token) {
        return tokens.is(token, TokenType.DASH) && tokens.isGlued(token - 1, token) && tokens.isGlued(token, token + 1);
    }

    /** Whether two numbers are the first and the last year of something, or a year and its month: 1914–18, 1944-06. */
    private boolean isSpan(int first, int next, Amount low, Amount high, boolean alone, boolean noItem) {
        int last = next - 1;
        if (last <= first || !tokens.is(first, TokenType.YEAR) || !tokens.is(last, TokenType.WHOLES)) {
            return false;
        }
        int from = low.value().intValue();
        int to = high.value().intValue();
        if (tokens.length(last) == 2) {
            return isHyphen(last - 1) && (to <= MONTHS || to > from % 100);
        }
        if (!tokens.is(last, TokenType.YEAR) || to <= from) {
            return false;
        }
        boolean announced = tokens.is(first - 1, PhraseKind.BETWEEN) || isAfterDate(first);
        if (alone) {
            boolean behindWords = tokens.is(first - 1, BEFORE_SPAN) || tokens.is(first - 1, TokenType.OTHER_WORDS);
            return (announced || behindWords) && (from % ROUND != 0 || to % ROUND != 0);
        }
        return announced && noItem && (from % 10 != 0 || to % 10 != 0);
    }

    /** Whether a number of four digits stands where a year does: since 1941, June 1944, 9 August 1945. */
    private boolean isAfterDate(int number) {
        return isMonth(number - 1) || tokens.is(number - 1, PhraseKind.YEAR) || date == number - 1;
    }

    private boolean isYear(int token, Amount amount) {
        if (!amount.digits() || !tokens.is(token, TokenType.WHOLES)) {
            return false;
        }
        return tokens.length(token) == 2 ? tokens.is(token - 1, TokenType.DASH) : tokens.is(token, TokenType.YEAR);
    }

    /**
     * Returns whether numbers are in brackets or before a colon, alone or after a name: (1812), (Smith, 1983), 1943:
     * 50,000.
     */
    private boolean isAside(int first, int next, int passage) {
        int before = first - 1;
        boolean closed = tokens.is(next, TokenType.CLOSE);
        if (closed && tokens.is(before, TokenType.COMMA)) {
            before--;
        }
        if (closed) {
            return tokens.is(before, TokenType.OPEN)
                    || (tokens.is(before, TokenType.OTHER_WORDS) && tokens.is(before - 1, TokenType.OPEN));
        }
        return tokens.is(next, TokenType.COLON)
                && next + 1 < tokens.size()
                && (first == passage || (before == passage && tokens.is(before, TokenType.NAME)));
    }

    /** Whether the numbers from a token on are days beside a month, or a year after a word that years follow. */
    private boolean isDate(int first, int next, Amount low, boolean alone) {
        if (!tokens.is(first, TokenType.NUMBERS) || tokens.decimals(first) > 0) {
            return false;
        }
        int length = tokens.length(first);
        if (length <= 2) {
            boolean day = low.value().intValue() <= DAYS;
            return day && (isMonth(next) || (isMonth(first - 1) && date != first - 1));
        }
        if (length != 4) {
            return false;
        }
        if (tokens.is(first - 1, PhraseKind.MAYBE_YEAR)
                && tokens.is(next, TokenType.WORD)
                && isLikelyYear(first, low)) {
            return true; // by 1944 the division
        }
        if (isLikelyYear(first, low) && isBeforeLabel(first, next)) {
            return true; // 1938 strength: 430,000
        }
        if (isAfterDate(first) && !alone) {
            boolean counted = tokens.is(next, PhraseKind.ITEM) && low.value().intValue() % 100 == 0;
            return tokens.is(first, TokenType.YEAR) && (!counted || date == first - 1);
        }
        boolean comma = tokens.is(first - 1, TokenType.COMMA) && isMonth(first - 2);
        boolean goesOn = comma || (tokens.is(first - 1, AFTER_DATE) && date == first - 2);
        boolean event = tokens.is(first - 2, TokenType.WORD) || tokens.is(first - 2, PhraseKind.WORDS);
        boolean ofTime = tokens.is(first - 1, BEFORE_TIME)
                && tokens.length(first - 1) <= LONGEST_OF
                && event
                && (isLikelyYear(first, low) || isOfOurTime(first, low)); // the floods of 2016
        boolean inSentence = isLikelyYear(first, low)
                && (tokens.is(first - 1, TokenType.OTHER_WORDS) || tokens.is(first - 1, PhraseKind.ARTICLE))
                && tokens.is(next, AFTER_YEAR)
                && !tokens.is(next + 1, TokenType.NUMBERS);
        boolean heads = isLikelyYear(first, low) && tokens.is(next, TokenType.COLON); // Victoire de 1806 : 600 tués
        return alone
                && (isAfterDate(first)
                        || tokens.is(first - 1, PhraseKind.MAYBE_YEAR)
                        || goesOn
                        || ofTime
                        || heads
                        || isUngrouped(first, low)
                        || inSentence);
    }

    /** Whether a number begins a line whose state a colon follows, so that the count stands behind it. */
    private boolean isBeforeLabel(int first, int next) {
        boolean begins = first == 0 || tokens.is(first - 1, LINE_STARTS);
        return begins
                && tokens.is(next, PhraseKind.STATE)
                && tokens.is(next + 1, TokenType.COLON)
                && tokens.is(next + 2, TokenType.NUMBERS);
    }

    /**
     * Whether a number that can be a year has no groups of thousands while others of its text have: in the plague 1710,
     * where 4,000 had lived.
     */
    private boolean isUngrouped(int number, Amount amount) {
        boolean year = isLikelyYear(number, amount) || (isOfTheLast(amount) && tokens.is(number, TokenType.YEAR));
        boolean counts = tokens.is(number - 1, BEFORE_COUNT) && !tokens.is(number - 1, PhraseKind.RANGE); // bis 1950
        return year && hasGroups && (!counts || tokens.is(number + 1, TokenType.NUMBERS));
    }

    private static boolean isOfTheLast(Amount amount) {
        return amount.value().intValue() >= FIRST_OF_OUR_TIME;
    }

    private static boolean hasGroups(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, TokenType.NUMBERS) && tokens.hasGroups(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfOurTime(int number, Amount amount) {
        int year = amount.value().intValue();
        return tokens.is(number, TokenType.YEAR) && year > FIRST_OF_OUR_TIME && year % ROUND != 0;
    }

    private boolean isLikelyYear(int number, Amount amount) {
        int year = amount.value().intValue();
        return tokens.is(number, TokenType.YEAR) && year >= FIRST_LIKELY_YEAR && year % 10 != 0;
    }

    /** Returns whether a token is a month. Months are written with a capital, unlike the verbs may and march. */
    private boolean isMonth(int token) {
        return tokens.is(token, PhraseKind.MONTH)
                && (!Character.isLowerCase(tokens.first(token)) || tokens.is(token, PhraseKind.YEAR));
    }

    private boolean joinsRange(int token) {
        return tokens.is(token, Amount.RANGE_JOINS);
    }

    private boolean isUnits(int token) {
        return tokens.is(token, PhraseKind.ITEM) && tokens.phrase(token).item().is(Item::isUnits);
    }
}
