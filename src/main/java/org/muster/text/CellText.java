package org.muster.text;

import java.text.Normalizer;
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
     * @return the text between the first and the last character that is not white
     * @throws IllegalArgumentException if half of a character stands in it, a surrogate without the other, which no file
     *     can hold
     */
    public static String strip(String text) {
        if (SafeText.hasLoneSurrogate(text)) {
            throw new IllegalArgumentException(
                    "a text holds half of a character (a lone surrogate), which no file can hold: "
                            + Excerpt.quoted(text.replaceAll("[\\uD800-\\uDFFF]", "?")));
        }
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
     * Returns a name as it is compared and shown, so that two that look alike are one: in Unicode NFC, without soft
     * hyphens and characters of no width, and with one plain blank for every run of blanks, no-break ones and line breaks
     * too. A name stays as it is from then on.
     *
     * @param text a name as written
     * @return the name
     */
    public static String name(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text, plain)) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        if (SafeText.hasLoneSurrogate(text)) {
            return strip(text); // refuses it
        }
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isWithoutWidth(text.charAt(i))) {
                shown.append(text.charAt(i));
            }
        }
        String composed = Normalizer.normalize(shown, Normalizer.Form.NFC);
        StringBuilder name = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (!isWhite(c)) {
                name.append(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != ' ') {
                name.append(' ');
            }
        }
        return strip(name.toString());
    }

    /** Whether a character is one that a name keeps, whatever stands around it. */
    private static boolean isPlain(String text, int at) {
        char c = text.charAt(at);
        if (c == ' ') {
            return at > 0 && at < text.length() - 1 && text.charAt(at - 1) != ' ';
        }
        // Nothing below U+0300 is composed with what stands before it, or has another form in NFC.
        return c < '\u0300' && c != '\u00AD' && !isWhite(c);
    }

    /**
     * Says whether a character takes no room: soft hyphens, joiners, marks of direction, variation selectors.
     *
     * @param c the character
     * @return whether a name is the same without it
     */
    public static boolean isWithoutWidth(char c) {
        return c >= '\u00AD'
                && (c == '\u00AD'
                        || c == '\u034F'
                        || c == '\u061C'
                        || c == '\u180E'
                        || c >= '\u200B' && c <= '\u200F'
                        || c >= '\u202A' && c <= '\u202E'
                        || c >= '\u2060' && c <= '\u206F'
                        || c >= '\uFE00' && c <= '\uFE0F'
                        || c == '\uFEFF');
    }

    /**
     * Returns names as they are compared and shown.
     *
     * @param texts names as written
     * @return the {@linkplain #name(String) names} in the same order
     */
    public static List<String> names(List<String> texts) {
        List<String> names = new ArrayList<>(texts.size());
        for (String text : texts) {
            names.add(name(text));
        }
        return List.copyOf(names);
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
