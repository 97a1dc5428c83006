package org.muster.text;

/** The beginning of a text for a message, which has no room for a whole page. */
public final class Excerpt {

    private static final int MOST_CHARACTERS = 80;

    private Excerpt() {}

    /**
     * Returns a text, or its first 79 characters and an ellipsis where it is longer than 80.
     *
     * @param text the text
     * @return its beginning
     */
    public static String of(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /**
     * Returns the beginning of a text in quotation marks.
     *
     * @param text the text
     * @return its beginning, quoted
     */
    public static String quoted(String text) {
        return '"' + of(text) + '"';
    }

    /**
     * Returns the beginning of a text of several lines as one line in quotation marks.
     *
     * @param text the text
     * @return its beginning, quoted, with blanks for line breaks
     */
    public static String quotedLine(String text) {
        return quoted(text.replace('\n', ' ').strip());
    }
}
