package org.muster.text;

/** Neutralises text from files that a spreadsheet or a terminal would interpret as a command. */
public final class SafeText {

    private SafeText() {}

    /**
     * Returns a text that a spreadsheet shows as written: one that begins like a formula is prefixed with an
     * apostrophe.
     *
     * @param text the text of a cell
     * @return the text, with the apostrophe if a spreadsheet could take it for a formula
     */
    public static String forSpreadsheet(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /**
     * Returns a text that is safe to print on a terminal: every control character, and every character that changes the
     * writing direction, becomes a blank.
     *
     * @param text the text
     * @return the text, of the same length
     */
    public static String forTerminal(String text) {
        StringBuilder printable = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isObeyed(text.charAt(i))) {
                printable.setCharAt(i, ' ');
            }
        }
        return printable.toString();
    }

    private static boolean isObeyed(char c) {
        return Character.isISOControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
