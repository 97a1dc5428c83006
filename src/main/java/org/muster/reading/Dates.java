package org.muster.reading;

/** Recognises numbers that are days, years or times of day. */
final class Dates {

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

    /** What stands between an event and its year: the floods of 2016, le séisme de 2010. */
    private static final Traits BEFORE_TIME = Traits.of(PhraseKind.OF, PhraseKind.BETWEEN);

    /** What joins numbers with full stops. */
    private static final Traits DOTTED_JOINS = Amount.RANGE_JOINS.and(TokenType.SLASH, TokenType.COMMA, PhraseKind.AND);

    /** What makes a number a count, whatever stands before it. */
    private static final Traits COUNTED = Traits.of(PhraseKind.ITEM, PhraseKind.MEASURE);

    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE, PhraseKind.VERB);

    private static final Traits AFTER_COUNT = COUNTED.and(PhraseKind.STATE);

    private static final Traits LINE_STARTS = Traits.of(TokenType.LINE, TokenType.STOP);

    /** What makes a number that nothing follows a count: losses 1710; total: 1710; 12/1710. */
    private static final Traits BEFORE_COUNT = STATES.and(
            PhraseKind.ITEM, PhraseKind.TOTAL, TokenType.COLON, TokenType.SLASH, TokenType.DASH, PhraseKind.QUALIFIER);

    private static final int HUNDRED = 100;

    /** What goes on with an amount: or more, and, to. */
    private static final Traits AFTER_AMOUNT =
            Traits.of(PhraseKind.AFTER, PhraseKind.AND, PhraseKind.RANGE, PhraseKind.MARGIN);

    private static final int LONGEST_TIME = 5;

    private static final int HOURS = 24;

    private static final int MINUTES = 60;

    private final Tokens tokens;
    private final boolean hasDates;
    /** The last token that was part of a date. */
    private int date = -2;

    Dates(Tokens tokens) {
        this.tokens = tokens;
        hasDates = tokens.has(DATES);
    }

    /** Takes a month at the end of a row of days for the last part of a date. */
    void note(int month) {
        date = month;
    }

    /**
     * Returns the token after numbers with a full stop that are the days of a date or the numbers of units, as some
     * languages write them: 8. Armee, 3. und 4. Division, 1.–3. Juli. -1 for others.
     */
    int dottedEnd(int first) {
        int i = first;
        while (i - first < MOST_DOTTED && isDotted(i)) {
            i += 2;
            boolean unit = tokens.isUnits(i) && !Character.isLowerCase(tokens.first(i));
            if (unit || tokens.is(i, PhraseKind.MONTH)) {
                date = unit ? date : i;
                tokens.setReasons(first, unit ? i : i + 1, unit ? Reason.ORDINAL : Reason.DATE);
                return unit ? i : i + 1;
            }
            if (tokens.is(i, DOTTED_JOINS)) {
                i++;
            }
        }
        int after = first + 2;
        if (isDotted(first)
                && tokens.isShortWord(first - 1)
                && after < tokens.size()
                && Character.isLowerCase(tokens.first(after))) {
            tokens.setReasons(first, after, Reason.ORDINAL); // das 64. etwa, die 2. und die 5. Kompanie
            return after;
        }
        return -1;
    }

    boolean isDotted(int token) {
        return tokens.is(token, TokenType.WHOLES)
                && tokens.length(token) <= 3
                && tokens.is(token + 1, TokenType.STOP)
                && tokens.first(token + 1) == '.'
                && tokens.isGlued(token, token + 1);
    }

    /** Whether a number with two decimals is a day with its month, or a time: 24.02, at 8.15. Counts have none. */
    boolean isDayOrTime(int start, int number, Amount amount) {
        if (!tokens.is(number, TokenType.NUMBER) || tokens.length(number) > LONGEST_TIME) {
            return false;
        }
        boolean after = tokens.isWord(number + 1) && !tokens.is(number + 1, AFTER_AMOUNT);
        boolean inWords = tokens.isWord(start - 1) || after;
        if (!inWords
                || tokens.decimals(number) != 2
                || tokens.hasGroups(number)
                || amount.isScaled()
                || tokens.is(amount.next(), COUNTED)
                || tokens.is(amount.next(), SIZES)) {
            return false;
        }
        int whole = amount.value().intValue();
        int rest = amount.value().movePointRight(2).intValue() % 100;
        return (whole <= HOURS && rest < MINUTES) || (whole <= DAYS && rest > 0 && rest <= MONTHS);
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

    /** Whether the last two digits of the year after follow a year: 1812/13. */
    boolean isSeason(int year, int next) {
        return tokens.is(year, TokenType.YEAR)
                && tokens.is(next, TokenType.WHOLES)
                && tokens.length(next) == 2
                && (tokens.number(year).intValue() + 1) % HUNDRED
                        == tokens.number(next).intValue();
    }

    /** Whether two digits at a slash say a later year: 1941/42, 1939/45. */
    private boolean isLaterInCentury(int year, int next) {
        return isSeason(year, next)
                || (tokens.is(next, TokenType.WHOLES)
                        && tokens.length(next) == 2
                        && tokens.number(year).intValue() % HUNDRED
                                < tokens.number(next).intValue());
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
        if (!tokens.is(number, TokenType.YEAR)) {
            return -1;
        }
        boolean goesOn = tokens.is(number - 1, TokenType.COMMA) && date == number - 2 && isMonth(number - 3);
        if (!goesOn && !isAfterDate(number)) {
            return -1;
        }
        int other = number + 2;
        if (tokens.is(number + 1, TokenType.SLASH) && isLaterInCentury(number, other)) {
            tokens.setReasons(number, other + 1, Reason.YEAR); // in the winter of 1941/42
            return other + 1;
        }
        boolean parted = tokens.is(number + 1, TokenType.DASH)
                && !tokens.isGlued(number, number + 1)
                && !tokens.is(other, TokenType.YEAR)
                && tokens.is(other + 1, AFTER_COUNT); // in 2016 — 71 killed
        boolean span = tokens.joinsRange(number + 1)
                && !parted
                && tokens.is(other, TokenType.WHOLES)
                && tokens.length(other) <= 4;
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

    /** Whether two numbers are years, the earlier first. */
    boolean isSpanOfYears(int first, int last) {
        return tokens.is(first, TokenType.YEAR)
                && tokens.is(last, TokenType.YEAR)
                && tokens.number(first).compareTo(tokens.number(last)) < 0
                && !tokens.is(last + 1, COUNTED);
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
        boolean event = tokens.is(first - 2, TokenType.WORD)
                || tokens.is(first - 2, PhraseKind.WORDS)
                || tokens.is(first - 2, PhraseKind.UNIT); // the same months of 2017
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
        return year && (!counts || tokens.is(number + 1, TokenType.NUMBERS)) && hasGroups();
    }

    private static boolean isOfTheLast(Amount amount) {
        return amount.value().intValue() >= FIRST_OF_OUR_TIME;
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
    boolean isMonth(int token) {
        return tokens.is(token, PhraseKind.MONTH)
                && (!Character.isLowerCase(tokens.first(token)) || tokens.is(token, PhraseKind.YEAR));
    }

    /** Whether a number of the text has groups of digits. */
    private boolean hasGroups() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, TokenType.NUMBERS) && tokens.hasGroups(i)) {
                return true;
            }
        }
        return false;
    }
}
