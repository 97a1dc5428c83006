package org.muster.reading;

/** Classifies single characters for the reader. */
final class Characters {

    /** A text of no more characters may be an abbreviation. */
    private static final int LONGEST_IN_CAPITALS = 24;

    private static final byte BLANK = 1;
    private static final byte DIGIT = 2;
    private static final byte LETTER = 3;
    private static final byte[] ASCII = new byte[128];

    static {
        ASCII[' '] = BLANK;
        ASCII['\t'] = BLANK;
        for (char c = '0'; c <= '9'; c++) {
            ASCII[c] = DIGIT;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII[c] = LETTER;
            ASCII[c - 32] = LETTER;
        }
    }

    private Characters() {}

    /** Returns whether it separates words on one line; direction marks do. */
    static boolean isBlank(char c) {
        if (c < 128) {
            return ASCII[c] == BLANK;
        }
        return !isPunctuation(c)
                && c != '\u2028'
                && c != '\u2029'
                && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT);
    }

    /** The first digit beyond ASCII, as Unicode orders them. */
    static final char FIRST_OTHER_DIGIT = '\u0660';

    /** A digit of any script, or a sign between digits of Arabic, as ASCII has it; other characters as they are. */
    static char plainDigit(char c) {
        if (isPunctuation(c)) {
            return c;
        }
        if (c == '\u066b') {
            return '.';
        }
        if (c == '\u066c') {
            return ',';
        }
        return Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns whether it is one of the 52 letters of ASCII. */
    static boolean isPlainLetter(char c) {
        return (char) ((c | 32) - 'a') < 26;
    }

    /** Returns whether it is a capital letter of any script. */
    static boolean isCapital(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    /** Returns whether a text of some length, no mere abbreviation, has capitals alone. */
    static boolean areCapitals(char[] text, int length) {
        int i = 0;
        while (length > LONGEST_IN_CAPITALS && i < length && (isCapital(text[i]) || !isLetter(text[i]))) {
            i++;
        }
        return i > 0 && i == length;
    }

    /** Returns whether it belongs to a word: letters, digits and accents of any script. */
    static boolean isWordPart(char c) {
        if (c < 128) {
            return ASCII[c] >= DIGIT;
        }
        return !isPunctuation(c) && isWordPartBeyondAscii(c);
    }

    private static boolean isWordPartBeyondAscii(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isAccent(c);
    }

    /** Returns whether it belongs to a word and is not a digit of any script. */
    static boolean isLetter(char c) {
        return c < 128 ? isPlainLetter(c) : isWordPart(c) && !Character.isDigit(c);
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    static boolean isSuperscript(char c) {
        return c >= 0x80 && (c == '¹' || c == '²' || c == '³' || (c >= '\u2070' && c <= '\u209f'));
    }

    /** Returns whether it is a number in a single character, such as ½ and ②. */
    static boolean isNumberSign(char c) {
        return c >= 0x80 && !isPunctuation(c) && Character.getType(c) == Character.OTHER_NUMBER;
    }

    /** Returns the lower-case form of a letter, for look-ups that ignore case. */
    static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    /** Returns whether it is a dash, quotation mark or bullet; these are common and need no look-up. */
    private static boolean isPunctuation(char c) {
        return c >= '\u2010' && c <= '\u2027';
    }

    private static boolean isAccent(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether the name of a field of a template stands before a sign of equality: | strength1 = 12,000. */
    static boolean isBehindField(char[] chars, int sign) {
        int end = sign;
        while (end > 0 && chars[end - 1] == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && isWordPart(chars[start - 1])) {
            start--;
        }
        boolean name = start < end && Character.isLetter(chars[start]);
        while (start > 0 && chars[start - 1] == ' ') {
            start--;
        }
        return name && (start == 0 || chars[start - 1] == '|' || chars[start - 1] == '\n');
    }
}
