package org.muster.reading;

/** Cuts a text into {@link Tokens} in one pass from left to right. */
final class Scanner {

    /** Longer brackets are not looked through for a footnote mark. */
    private static final int LONGEST_FOOTNOTE = 40;

    /** What may stand glued to a number. */
    private static final long GLUED = Phrase.MEASURES
            | Phrase.Kind.SCALE
            | Phrase.Kind.LETTER
            | Phrase.Kind.UNIT
            | Phrase.Kind.CALIBRE
            | Phrase.Kind.PERCENT
            | Phrase.Kind.ORDINAL
            | Phrase.Kind.TOTAL
            | Phrase.Kind.AFTER;

    private final Tokens tokens;
    private Vocabulary vocabulary;
    private final Numeral numeral = new Numeral();
    private char[] chars = {};

    Scanner(Tokens tokens) {
        this.tokens = tokens;
        vocabulary = tokens.vocabulary;
    }

    void scan(String text, Vocabulary words) {
        tokens.take(text, words);
        vocabulary = words;
        chars = tokens.chars;
        int length = tokens.length;
        int i = 0;
        while (i < length) {
            char c = chars[i];
            if (Characters.isPlainLetter(c)) {
                i = scanPlainWord(i);
            } else if (Characters.isDigit(c)) {
                i = scanNumber(i);
            } else if (Characters.isBlank(c)) {
                i++;
            } else {
                i = scanOther(i, c);
            }
        }
        tokens.close();
    }

    private int scanNumber(int start) {
        tokens.hasDigits = true;
        numeral.read(chars, start);
        if (numeral.readable && isFraction(numeral.end)) {
            int fraction = numeral.takeFraction();
            if (fraction >= 0) {
                tokens.addMixed(start, numeral.end, fraction);
                return numeral.end;
            }
        }
        if (numeral.isSpaced() && isCalibre(numeral.end)) {
            numeral.leaveLastGroup(); // 24 105 mm howitzers
        }
        int end = numeral.end;
        if (isGluedToWord(end)) {
            return scanWord(start, start, TokenType.UNREADABLE);
        }
        if (numeral.readable) {
            tokens.addNumber(start, end, numeral.point, numeral.whole(start));
        } else {
            tokens.add(TokenType.UNREADABLE, start, end, Reason.UNREADABLE);
        }
        return end;
    }

    private boolean isCalibre(int end) {
        long found = vocabulary.longestAt(chars, Characters.isBlank(chars[end]) || chars[end] == '-' ? end + 1 : end);
        return found >= 0 && vocabulary.word((int) found).is(Phrase.Kind.CALIBRE);
    }

    /** Whether a fraction may begin at a place after a number. */
    private boolean isFraction(int i) {
        char c = chars[i];
        if (c == ' ' || c == '\u00a0') {
            char next = chars[i + 1];
            return next >= 128 || (Characters.isDigit(next) && !Characters.isDigit(chars[i + 2]));
        }
        return c >= 128;
    }

    /** A word that begins with a letter of ASCII; most are such from end to end, and looked up as a whole. */
    private int scanPlainWord(int start) {
        long letters = 0;
        int i = start;
        char c = 0;
        for (; i < chars.length; i++) { // a counted loop is faster
            c = chars[i];
            int letter = (c | 32) - 'a';
            if (letter < 0 || letter >= 26) {
                break;
            }
            letters = letters << Vocabulary.LETTER_BITS | (c & Vocabulary.LETTER);
        }
        if (c == '-' && isTypeName(start, i)) {
            return scanWord(start, i, TokenType.OTHER);
        }
        long found = -1;
        if (i - start > Vocabulary.MOST_LETTERS || c >= 128 || Characters.isDigit(c)) {
            found = vocabulary.longestAt(chars, start);
        } else {
            int phrases = vocabulary.start(letters);
            if (phrases > 0) {
                if (!vocabulary.goesOn(phrases, chars, i)) {
                    long own = vocabulary.own(phrases);
                    if (own != 0) {
                        tokens.addWord(start, i, Vocabulary.word(own), Vocabulary.kinds(own));
                        return i;
                    }
                } else {
                    found = vocabulary.longestOf(phrases, chars, i);
                }
            }
        }
        if (found < 0) {
            return scanWord(start, i, TokenType.OTHER);
        }
        int end = (int) (found >>> 32);
        tokens.addWord(start, end, (int) found);
        return end;
    }

    /** Whether one or two letters and a number are a name: Mi-24, C-47. */
    private boolean isTypeName(int start, int hyphen) {
        return hyphen - start <= 2
                && Characters.isCapital(chars[start])
                && Characters.isDigit(chars[hyphen + 1])
                && (start == 0 || !Characters.isDigit(chars[start - 1]));
    }

    private int scanOther(int i, char c) {
        if (c == '[') {
            int end = footnoteEnd(i);
            if (end > 0) {
                tokens.addFootnote(i, end);
                return end;
            }
        }
        long found = vocabulary.longestAt(chars, i);
        if (found >= 0) {
            int end = (int) (found >>> 32);
            tokens.addWord(i, end, (int) found);
            return end;
        }
        if (c >= 128 && Characters.isWordPart(c)) {
            return scanWord(i, i, Character.isDigit(c) ? TokenType.UNREADABLE : TokenType.OTHER);
        }
        scanMark(i, c);
        return i + 1;
    }

    private void scanMark(int i, char c) {
        switch (c) {
            case '-', '‐', '‑', '‒', '–', '—', '―', '−', '－' ->
                tokens.add(TokenType.DASH, i, i + 1, Reason.PUNCTUATION);
            case ',' -> tokens.add(TokenType.COMMA, i, i + 1, Reason.PUNCTUATION);
            case '(', '[', '{' -> tokens.add(TokenType.OPEN, i, i + 1, Reason.PUNCTUATION);
            case ')', ']', '}' -> tokens.add(TokenType.CLOSE, i, i + 1, Reason.PUNCTUATION);
            case '\n', '\r', '\f', '\u000b', '\u0085', '\u2028', '\u2029', '•', '·', '●', '◦', '▪', '‣' ->
                tokens.add(TokenType.LINE, i, i + 1, Reason.PUNCTUATION);
            case ';', '|', '=' -> tokens.add(TokenType.STOP, i, i + 1, Reason.PUNCTUATION);
            case ':', '：' -> tokens.add(TokenType.COLON, i, i + 1, Reason.PUNCTUATION);
            case '/', '⁄' -> tokens.add(TokenType.SLASH, i, i + 1, Reason.PUNCTUATION);
            case '.' -> {
                if (!isInitial(i)) {
                    tokens.add(TokenType.STOP, i, i + 1, Reason.PUNCTUATION);
                }
            }
            default -> {
                if (Characters.isSuperscript(c)) {
                    tokens.addFootnote(i, i + 1);
                } else if (Characters.isNumberSign(c)) {
                    tokens.hasDigits = true;
                    tokens.add(TokenType.UNREADABLE, i, i + 1, Reason.UNREADABLE);
                }
            }
        }
    }

    /** Whether a full stop belongs to an initial, as in U.S., or is followed by a letter. */
    private boolean isInitial(int stop) {
        return Characters.isWordPart(chars[stop + 1])
                || (stop > 0
                        && Character.isUpperCase(chars[stop - 1])
                        && (stop == 1 || !Characters.isWordPart(chars[stop - 2])));
    }

    /** A word with the hyphens, apostrophes and digits in it, of which the characters before a place are known to be part. */
    private int scanWord(int start, int from, long type) {
        int i = from;
        boolean digits = false;
        while (true) {
            char c = chars[i];
            if (Characters.isWordPart(c)) {
                digits |= Characters.isDigit(c);
                tokens.hasDigits |= Character.isDigit(c);
            } else if (c == ' ' || !Characters.isWordPart(chars[i + 1]) || !joins(i, c)) {
                break;
            }
            i++;
        }
        if (type == TokenType.UNREADABLE) {
            tokens.add(type, start, i, reasonOf(start, i));
        } else {
            tokens.add(
                    Characters.isCapital(chars[start]) ? TokenType.OTHER | TokenType.NAME : TokenType.OTHER,
                    start,
                    i,
                    digits ? Reason.DESIGNATION : Reason.WORDS);
        }
        return i;
    }

    /** What digits are that are part of a word: letters after them make a name, or the size of a gun. */
    private Reason reasonOf(int start, int end) {
        int i = start;
        while (i < end && (Characters.isDigit(chars[i]) || chars[i] == ',' || chars[i] == '.')) {
            i++;
        }
        if (i == end || !(Characters.isLetter(chars[i]) || Characters.isHyphen(chars[i]))) {
            return Reason.UNREADABLE;
        }
        long found = vocabulary.longestAt(chars, Characters.isHyphen(chars[i]) ? i + 1 : i);
        return found >= 0 && vocabulary.word((int) found).is(Phrase.Kind.CALIBRE) ? Reason.CALIBRE : Reason.DESIGNATION;
    }

    private boolean joins(int i, char c) {
        return Characters.isHyphen(c)
                || c == '\''
                || c == '’'
                || (Characters.isDigit(chars[i - 1]) && Characters.isDigit(chars[i + 1]) && Numeral.joins(c));
    }

    /** Whether the number is part of a name or of another word; not if the letters are a word of their own: 300killed, 5k. */
    private boolean isGluedToWord(int i) {
        char c = chars[i];
        if (!Characters.isWordPart(c)) {
            return (Characters.isHyphen(c) && Characters.isLetter(chars[i + 1]))
                    || (Characters.isNumberSign(c) && !Characters.isSuperscript(c));
        }
        long found = vocabulary.longestAt(chars, i);
        return found < 0 || (vocabulary.word((int) found).kinds & GLUED) == 0;
    }

    /**
     * The end of a footnote mark: brackets around up to three digits, or around letters, blanks and hyphens that up to
     * three digits may follow: [11], [a], [note 3], [citation needed]. -1 if the bracket is none.
     */
    private int footnoteEnd(int open) {
        int last = Math.min(tokens.length, open + LONGEST_FOOTNOTE);
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
