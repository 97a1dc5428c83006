package org.muster.text;

/** The beginning of a text, for messages that have no room for all of it. */
public final class Excerpt {

    private static final int MOST_CHARACTERS = 80;

    private Excerpt() {}

    /**
     * Returns a text, or its first 79 characters and an ellipsis if it is longer than 80.
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
     * Returns the beginning of a multi-line text as one line in quotation marks.
     *
     * @param text the text
     * @return its beginning, quoted, with line breaks replaced by blanks
     */
    public static String quotedLine(String text) {
        return quoted(text.replace('\n', ' ').strip());
    }
}
