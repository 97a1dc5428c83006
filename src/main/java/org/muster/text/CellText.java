package org.muster.text;

import java.util.ArrayList;
import java.util.List;

/** The text of one cell. Surrounding white space is not part of it, neither in a file nor in code. */
public final class CellText {

    private static final int LONGEST_NUMBER = 1100; // an exact double has fewer digits

    private CellText() {}

    /**
     * Returns a text without surrounding white space.
     *
     * @param text the text
     * @return the text from the first to the last character that is not white space
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
     * Returns several texts, each without surrounding white space.
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
     * Returns whether a character is white space. No-break spaces and byte order marks, which text copied from web
     * pages contains, count as white space.
     *
     * @param c the character
     * @return whether it is white space
     */
    public static boolean isWhite(char c) {
        return c <= ' ' ? Character.isWhitespace(c) : c >= 0x85 && isWhiteBeyondAscii(c);
    }

    private static boolean isWhiteBeyondAscii(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u0085';
    }

    /**
     * Returns whether a text consists of digits, with an optional minus sign and decimal point, and has at most 1,100
     * characters.
     *
     * @param cell a nonempty text
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
