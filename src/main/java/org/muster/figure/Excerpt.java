package org.muster.figure;

/** As much of a text as a message can show. */
final class Excerpt {

    private static final int MOST_CHARACTERS = 80;

    private Excerpt() {}

    static String of(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
