package org.muster.text;

/** Text from a file that a spreadsheet or a terminal would obey, made harmless. */
public final class SafeText {

    private SafeText() {}

    /**
     * Returns a text that a spreadsheet shows as it stands: one that begins like a formula gets an apostrophe in front.
     *
     * @param text the text of a cell
     * @return the text, marked as text where a spreadsheet could take it for a formula
     */
    public static String forSpreadsheet(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /**
     * Returns a text that can be printed on a terminal, with a blank for every control character and every one that
     * turns the direction of writing.
     *
     * @param text the text
     * @return the text, as long as it was
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
