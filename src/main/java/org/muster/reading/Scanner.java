package org.muster.reading;

import org.jspecify.annotations.Nullable;
import org.muster.reading.Vocabulary.Match;

/** Splits a text into {@link Tokens} in one pass from left to right. */
final class Scanner {

    /** The length of the longest brackets that may be a footnote mark. */
    private static final int LONGEST_FOOTNOTE = 40;

    /** Letters that are typed for 0 and 1. */
    private static final String LIKE_DIGITS = "OoIl";

    /** What may be attached to a number. */
    private static final Traits GLUED = PhraseKind.MEASURES.and(
            PhraseKind.SCALE,
            PhraseKind.LETTER,
            PhraseKind.UNIT,
            PhraseKind.CALIBRE,
            PhraseKind.PERCENT,
            PhraseKind.ORDINAL,
            PhraseKind.TOTAL,
            PhraseKind.AFTER);

    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE);

    /** A number that begins with its decimal point has few digits: .5, .25. */
    private static final int MOST_DECIMALS = 4;

    /** The most capitals before the hyphen of a type. */
    private static final int LONGEST_TYPE = 4;

    /** From here on groups of three digits between blanks are rather the columns of a table than one number. */
    private static final long MOST_IN_BLANKS = 100_000_000;

    private static final int FIRST_YEAR = 1200;
    private static final int LAST_YEAR = 2099;

    private final Tokens tokens;
    private final Vocabulary vocabulary;
    private final char[] chars;
    private final Numeral numeral;

    /** Whether all letters are capitals, so that one says nothing of a name. */
    private final boolean isInCapitals;

    private Scanner(Tokens tokens) {
        this.tokens = tokens;
        vocabulary = tokens.vocabulary();
        chars = tokens.chars();
        numeral = new Numeral(chars);
        isInCapitals = Characters.areCapitals(chars, tokens.length());
    }

    /** Returns the tokens of a text. */
    static Tokens scan(String text, Vocabulary vocabulary) {
        Tokens tokens = new Tokens(text, vocabulary);
        new Scanner(tokens).scan();
        tokens.complete();
        return tokens;
    }

    private void scan() {
        int i = 0;
        while (i < tokens.length()) {
            char c = chars[i];
            if (Characters.isPlainLetter(c)) {
                i = scanLetters(i);
            } else if (Characters.isDigit(c)) {
                i = scanNumber(i);
            } else if (Characters.isBlank(c)) {
                i++;
            } else {
                i = scanOther(i, c);
            }
        }
    }

    private int scanNumber(int start) {
        tokens.noteDigits();
        numeral.read(start);
        if (numeral.readable && isFraction(numeral.end)) {
            int fraction = numeral.takeFraction();
            if (fraction >= 0) {
                tokens.add(Token.ofNumber(TokenType.MIXED, start, numeral.end, fraction), Reason.UNREADABLE);
                return numeral.end;
            }
        }
        if (numeral.isPlain() && scanPower(start)) {
            return numeral.end;
        }
        if (numeral.isSpaced() && isCalibre(numeral.end)) {
            numeral.leaveLastGroup(); // 24 105 mm howitzers
        }
        if (numeral.isSpaced() && numeral.whole(start) >= MOST_IN_BLANKS) {
            return addColumns(start, numeral.end);
        }
        int end = numeral.end;
        Match suffix = numeral.readable && Characters.isHyphen(chars[end]) ? suffixAt(end + 1) : null;
        if (suffix == null && !(numeral.readable && isTimes(end)) && isGluedToWord(end)) {
            return scanWord(start, start, TokenType.UNREADABLE, null);
        }
        if (suffix != null) {
            int word = addNumber(start, end) + 1;
            return isPhrase(suffix) ? add(word, suffix) : suffix.end();
        }
        if (numeral.readable) {
            return addNumber(start, end);
        }
        boolean measured = numeral.isPrice || isClockTime(start, end);
        tokens.add(Token.of(TokenType.UNREADABLE, start, end), measured ? Reason.MEASUREMENT : Reason.UNREADABLE);
        return end;
    }

    /** Adds the numbers of a row of a table, which are no groups of one: 447 351 798. */
    private int addColumns(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Characters.isDigit(chars[i])) {
                int from = i;
                while (i < end && Characters.isDigit(chars[i])) {
                    i++;
                }
                tokens.add(Token.ofNumber(TokenType.WHOLE, from, i, -1), Reason.UNREADABLE);
            }
        }
        return end;
    }

    private int addNumber(int start, int end) {
        TokenType type = typeOf(numeral.whole(start), end - start);
        tokens.add(Token.ofNumber(type, start, end, numeral.point), Reason.UNREADABLE);
        return isTimes(end) ? end + 1 : end;
    }

    /** Whether a sign says that what follows is there as often as the number says: 2x T-72, 2x 12.7mm. */
    private boolean isTimes(int at) {
        boolean sign = chars[at] == 'x' || chars[at] == 'X' || chars[at] == '×';
        return sign && Characters.isBlank(chars[at + 1]);
    }

    /** Adds a number with a power of ten, if one begins here: 1e+05, 1.5 × 10^5, 10^5. */
    private boolean scanPower(int start) {
        int end = Numeral.exponentEnd(chars, numeral.end);
        int exponent = numeral.end;
        if (end < 0 && numeral.whole(start) == 10 && !Characters.isSuperscript(chars[numeral.end])) {
            end = Numeral.raisedEnd(chars, numeral.end);
            exponent = start + 1; // 10^5 is 1 and five zeros
        }
        if (end < 0) {
            return false;
        }
        boolean whole = Numeral.exponent(chars, exponent, end) >= 0 && !isSlip(start, exponent);
        tokens.add(
                whole
                        ? Token.ofNumber(TokenType.POWER, start, end, exponent)
                        : Token.of(TokenType.UNREADABLE, start, end),
                Reason.UNREADABLE);
        numeral.end = end;
        return true;
    }

    /** Whether E stands among digits as no program writes it, which is rather a slip: 83,7E7. */
    private boolean isSlip(int start, int exponent) {
        boolean sign = chars[exponent + 1] == '+' || chars[exponent + 1] == '-';
        boolean letter = chars[exponent] == 'E' || chars[exponent] == 'e';
        return letter && !sign && numeral.point > start + 1;
    }

    /** Whether digits are hours and minutes: 12:30, 6:05. */
    private boolean isClockTime(int start, int end) {
        return end - start <= 5 && end - start >= 4 && chars[end - 3] == ':' && chars[end - 2] < '6';
    }

    /** A word that leaves a number before its hyphen a count, or null: 500-man. */
    private @Nullable Match suffixAt(int start) {
        Match found = vocabulary.longestAt(chars, start);
        return found != null && found.phrase().is(PhraseKind.SUFFIX) ? found : null;
    }

    /** What a number is that has a whole value, or -1, and some characters. */
    private static TokenType typeOf(long whole, int length) {
        if (whole < 0) {
            return TokenType.NUMBER;
        }
        return length == 4 && whole >= FIRST_YEAR && whole <= LAST_YEAR ? TokenType.YEAR : TokenType.WHOLE;
    }

    private boolean isCalibre(int end) {
        Match found = vocabulary.longestAt(chars, Characters.isBlank(chars[end]) || chars[end] == '-' ? end + 1 : end);
        return found != null && found.phrase().is(PhraseKind.CALIBRE);
    }

    /** Returns whether a fraction may begin at a place after a number. */
    private boolean isFraction(int i) {
        char c = chars[i];
        if (c == ' ' || c == '\u00a0') {
            char next = chars[i + 1];
            return next >= 128 || (Characters.isDigit(next) && !Characters.isDigit(chars[i + 2]));
        }
        return c >= 128;
    }

    /** Scans a word that begins with an ASCII letter and returns its end. */
    private int scanLetters(int start) {
        int end = start;
        while (Characters.isPlainLetter(chars[end])) {
            end++;
        }
        if (chars[end] == '-' && isTypeName(start, end)) {
            return scanWord(start, end, TokenType.WORD, null);
        }
        Match found = vocabulary.longestAt(chars, start);
        return found != null && isPhrase(found) ? add(start, found) : scanUnknown(start, end, found);
    }

    /** A word that is no phrase, or a number in one word that is made of several. */
    private int scanUnknown(int start, int from, @Nullable Match known) {
        int end = from;
        while (Characters.isLetter(chars[end]) && !Character.isIdeographic(chars[end])) {
            end++;
        }
        if (!Characters.isWordPart(chars[end])) {
            Phrase number = vocabulary.compoundAt(chars, start, end);
            if (number != null) {
                tokens.add(Token.of(number, start, end, Entry.NONE), Reason.WORDS);
                return end;
            }
        }
        return scanWord(start, from, TokenType.WORD, known);
    }

    /** Whether what was found is a phrase, and in the language that wins no word which says nothing. */
    private boolean isPhrase(Match found) {
        return found.phrase() != Phrase.NONE && !vocabulary.isCommonElsewhere(found.entry());
    }

    private int add(int start, Match phrase) {
        tokens.add(Token.of(phrase.phrase(), start, phrase.end(), phrase.entry()), Reason.WORDS);
        return phrase.end();
    }

    private int capitalsEnd(int start) {
        int end = start;
        while (Characters.isLetter(chars[end])) {
            end++;
        }
        return end;
    }

    /** Returns whether a few letters and a number are a name: Mi-24, C-47, Т-34, RPG-7. */
    private boolean isTypeName(int start, int hyphen) {
        boolean capitals = hyphen - start <= LONGEST_TYPE && Characters.isCapital(chars[hyphen - 1]);
        return (capitals && !isMeasure(start) || hyphen - start <= 2)
                && Characters.isCapital(chars[start])
                && Characters.isDigit(chars[hyphen + 1])
                && (start == 0 || !Characters.isDigit(chars[start - 1]));
    }

    private boolean isMeasure(int start) {
        Match found = vocabulary.longestAt(chars, start);
        return found != null && found.phrase().isAny(STATES);
    }

    private int scanOther(int i, char c) {
        if (c == '[') {
            int end = footnoteEnd(i);
            if (end > 0) {
                tokens.addFootnote(i, end);
                return end;
            }
        }
        if (c == '<') {
            int end = scanTag(i);
            if (end > 0) {
                return end;
            }
        }
        if (c == '.' && Characters.isDigit(chars[i + 1]) && (i == 0 || !isInside(chars[i - 1]))) {
            return scanDecimals(i);
        }
        int name = c >= 128 && Characters.isCapital(c) ? capitalsEnd(i) : i;
        if (name > i && chars[name] == '-' && isTypeName(i, name)) {
            return scanWord(i, name, TokenType.WORD, null);
        }
        Match found = vocabulary.longestAt(chars, i);
        if (found != null && isPhrase(found)) {
            return add(i, found);
        }
        if (c >= 128 && Characters.isWordPart(c)) {
            return scanUnknown(i, i, found);
        }
        scanMark(i, c);
        return i + 1;
    }

    private static boolean isInside(char before) {
        return Characters.isWordPart(before) || before == ')' || before == ']' || before == '.';
    }

    /** A number that begins with its decimal point: .5 million. */
    private int scanDecimals(int start) {
        int end = start + 1;
        while (Characters.isDigit(chars[end])) {
            end++;
        }
        tokens.noteDigits();
        boolean number = end - start <= MOST_DECIMALS && !isGluedToWord(end);
        if (!number) {
            return scanWord(start, end, TokenType.UNREADABLE, null);
        }
        tokens.add(Token.ofNumber(TokenType.NUMBER, start, end, start), Reason.UNREADABLE);
        return end;
    }

    /** A tag of a web page: a line break, a raised footnote mark, or nothing to the reader. -1 if there is none. */
    private int scanTag(int open) {
        int name = chars[open + 1] == '/' ? open + 2 : open + 1;
        int i = name;
        while (Characters.isPlainLetter(chars[i])) {
            i++;
        }
        boolean line =
                i - name == 2 && Characters.lower(chars[name]) == 'b' && Characters.lower(chars[name + 1]) == 'r';
        boolean raised = i - name == 3 && chars[name] == 's' && chars[name + 1] == 'u' && chars[name + 2] == 'p';
        while (chars[i] == ' ' || chars[i] == '/') {
            i++;
        }
        if (i == name || chars[i] != '>') {
            return -1;
        }
        if (line) {
            addMark(TokenType.LINE, open);
        }
        int end = i + 1;
        while (raised && Characters.isDigit(chars[end])) {
            end++;
        }
        if (end > i + 1 && chars[end] == '<' && chars[end + 1] == '/') {
            tokens.addFootnote(open, end);
        }
        return end;
    }

    private void scanMark(int i, char c) {
        TokenType mark = markAt(i, c);
        if (mark != TokenType.NONE) {
            addMark(mark, i);
        } else if (Characters.isSuperscript(c)) {
            tokens.addFootnote(i, i + 1);
        } else if (c == '^') {
            tokens.add(Token.of(TokenType.UNREADABLE, i, i + 1), Reason.UNREADABLE);
        } else if (Characters.isNumberSign(c)) {
            tokens.noteDigits();
            tokens.add(Token.of(TokenType.UNREADABLE, i, i + 1), Reason.UNREADABLE);
        }
    }

    private TokenType markAt(int i, char c) {
        return switch (c) {
            case '-', '‐', '‑', '‒', '–', '—', '―', '−', '－' -> TokenType.DASH;
            case ',' -> TokenType.COMMA;
            case '(', '[', '{' -> TokenType.OPEN;
            case ')', ']', '}' -> TokenType.CLOSE;
            case '\n', '\r', '\f', '\u000b', '\u0085', '\u2028', '\u2029', '•', '·', '●', '◦', '▪', '‣' ->
                TokenType.LINE;
            case ';', '|' -> TokenType.STOP;
            case '=' -> Characters.isBehindField(chars, i) ? TokenType.COLON : TokenType.STOP;
            case ':', '：' -> TokenType.COLON;
            case '/', '⁄' -> TokenType.SLASH;
            case '.' -> isInitial(i) ? TokenType.NONE : TokenType.STOP;
            default -> TokenType.NONE;
        };
    }

    private void addMark(TokenType type, int at) {
        tokens.add(Token.of(type, at, at + 1), Reason.PUNCTUATION);
    }

    /** Returns whether a full stop belongs to an initial, as in U.S., or is followed by a letter. */
    private boolean isInitial(int stop) {
        return Characters.isWordPart(chars[stop + 1])
                || (stop > 0
                        && Character.isUpperCase(chars[stop - 1])
                        && (stop == 1 || !Characters.isWordPart(chars[stop - 2])));
    }

    /**
     * Scans a word, including hyphens, apostrophes and digits, and returns its end; the characters before a place are
     * known to be part of it.
     *
     * @param known what the tables have there, if anything
     */
    private int scanWord(int start, int from, TokenType type, @Nullable Match known) {
        int i = from;
        boolean digits = false;
        while (true) {
            char c = chars[i];
            if (Characters.isWordPart(c)) {
                digits |= Characters.isDigit(c);
            } else if (c == ' ' || !Characters.isWordPart(chars[i + 1]) || !joins(i, c)) {
                break;
            }
            i++;
        }
        if (digits) {
            tokens.noteDigits();
        }
        if (type == TokenType.UNREADABLE) {
            tokens.add(Token.of(type, start, i), reasonOf(start, i));
        } else {
            TokenType word = Characters.isCapital(chars[start]) && !isInCapitals ? TokenType.NAME : type;
            Entry entry = known != null && known.end() == i ? known.entry() : Entry.NONE;
            tokens.add(Token.ofWord(word, start, i, entry), digits ? Reason.DESIGNATION : Reason.WORDS);
        }
        return i;
    }

    /** Returns why digits in a word are not a figure: with letters after them they are a name, or the size of a gun. */
    private Reason reasonOf(int start, int end) {
        int i = start;
        while (i < end && (Characters.isDigit(chars[i]) || chars[i] == ',' || chars[i] == '.')) {
            i++;
        }
        if (i == end || !(Characters.isLetter(chars[i]) || Characters.isHyphen(chars[i]))) {
            return Reason.UNREADABLE;
        }
        Match found = vocabulary.longestAt(chars, Characters.isHyphen(chars[i]) ? i + 1 : i);
        return found != null && found.phrase().is(PhraseKind.CALIBRE) ? Reason.CALIBRE : Reason.DESIGNATION;
    }

    private boolean joins(int i, char c) {
        return Characters.isHyphen(c)
                || c == '\''
                || c == '’'
                || (Characters.isDigit(chars[i - 1]) && Characters.isDigit(chars[i + 1]) && Numeral.joins(c));
    }

    /**
     * Returns whether the number is part of a name or of another word; not if the letters are a word of their own:
     * 300killed, 5k.
     */
    private boolean isGluedToWord(int i) {
        char c = chars[i];
        if (!Characters.isWordPart(c)) {
            return (Characters.isHyphen(c) && Characters.isLetter(chars[i + 1]) && !isNumberWord(i + 1))
                    || (Characters.isNumberSign(c) && !Characters.isSuperscript(c));
        }
        Match found = vocabulary.longestAt(chars, i);
        return !isNameBehindGroups(i) && (found == null || !found.phrase().isAny(GLUED));
    }

    /** Whether a name follows a grouped number without a blank: 1,300CS. One letter is rather a slip: 83,737O. */
    private boolean isNameBehindGroups(int i) {
        boolean isSlip = LIKE_DIGITS.indexOf(chars[i]) >= 0 && LIKE_DIGITS.indexOf(chars[i + 1]) >= 0; // 60,0OO
        return numeral.isGrouped() && Characters.isCapital(chars[i]) && Characters.isLetter(chars[i + 1]) && !isSlip;
    }

    private boolean isNumberWord(int start) {
        Match found = vocabulary.longestAt(chars, start);
        return found != null && found.phrase().isAny(PhraseKind.NUMBER_WORDS);
    }

    /**
     * Returns the end of a footnote mark: brackets around up to three digits, or around letters, blanks and hyphens
     * that up to three digits may follow: [11], [a], [note 3], [citation needed]. -1 if the bracket is not a footnote
     * mark.
     */
    private int footnoteEnd(int open) {
        int last = Math.min(tokens.length(), open + LONGEST_FOOTNOTE);
        int i = open + 1;
        while (i < last && !Characters.isDigit(chars[i]) && isFootnotePart(chars[i])) {
            i++;
        }
        int first = i;
        while (i < last && Characters.isDigit(chars[i])) {
            i++;
        }
        boolean mark = i < last && chars[i] == ']' && i > open + 1 && i - first <= 3;
        return mark ? i + 1 : -1;
    }

    private static boolean isFootnotePart(char c) {
        return Characters.isWordPart(c) || Characters.isBlank(c) || c == '-' || c == '.' || c == '?';
    }
}
