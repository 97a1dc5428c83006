package org.muster.text;

import java.util.ArrayList;
import java.util.List;

/** The text of one cell, which white space around it is no part of: in a file and in code alike. */
public final class CellText {

    private static final int LONGEST_NUMBER = 1100; // an exact double has fewer digits

    private CellText() {}

    /**
     * Returns a text without the white space around it.
     *
     * @param text the text
     * @return the text between the first and the last character that is not white
     */
    public static String strip(String text) {
        int end = text.length();
        while (end > 0 && isWhite(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && isWhite(text.charAt(start))) {
            start++;
        }
        return text.substring(start, end);
    }

    /**
     * Returns texts, each without the white space around it.
     *
     * @param texts the texts
     * @return the stripped texts in the same order
     */
    public static List<String> strip(List<String> texts) {
        List<String> stripped = new ArrayList<>(texts.size());
        for (String text : texts) {
            stripped.add(strip(text));
        }
        return List.copyOf(stripped);
    }

    /**
     * Says whether a character is white space: no-break spaces and byte order marks, which web pages leave, are some.
     *
     * @param c the character
     * @return whether it is white
     */
    public static boolean isWhite(char c) {
        return c <= ' ' ? Character.isWhitespace(c) : c >= 0x85 && isWhiteBeyondAscii(c);
    }

    private static boolean isWhiteBeyondAscii(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u0085';
    }

    /**
     * Says whether a text is digits, perhaps with a minus sign and a decimal point, and of at most 1,100 characters.
     *
     * @param cell a text that is not empty
     * @return whether it is a decimal number
     */
    public static boolean isDecimal(String cell) {
        if (cell.length() > LONGEST_NUMBER) {
            return false;
        }
        int digits = 0;
        int points = 0;
        for (int i = cell.charAt(0) == '-' ? 1 : 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }
}
