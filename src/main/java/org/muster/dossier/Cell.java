package org.muster.dossier;

import java.util.ArrayList;
import java.util.List;

/** The text of one cell, which white space around it is no part of: in a file and in code alike. */
final class Cell {

    private static final int LONGEST_QUOTE = 80;

    private Cell() {}

    /** The text without the white space around it; no-break spaces and byte order marks, which web pages leave, are some. */
    static String strip(String text) {
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

    /** The texts, each without the white space around it. */
    static List<String> strip(List<String> texts) {
        List<String> stripped = new ArrayList<>(texts.size());
        for (String text : texts) {
            stripped.add(strip(text));
        }
        return List.copyOf(stripped);
    }

    private static boolean isWhite(char c) {
        return c <= ' ' ? Character.isWhitespace(c) : c >= 0x85 && isWhiteBeyondAscii(c);
    }

    private static boolean isWhiteBeyondAscii(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u0085';
    }

    /** The text in quotes for a message, cut where it is long: the whole of it stands in the problem's text. */
    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    /** The beginning of a text for a message. */
    static String shortened(String text) {
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        int end = LONGEST_QUOTE - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether a text that is not empty is digits, perhaps with a minus sign and a decimal point. */
    static boolean isDecimal(String cell) {
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
