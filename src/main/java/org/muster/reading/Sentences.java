package org.muster.reading;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a text: they end with a full stop and a blank before a capital, and not behind an abbreviation. */
final class Sentences {

    /** A word before a full stop that is no longer than this may be an abbreviation: Gen. Smith, St. Lo. */
    private static final int LONGEST_ABBREVIATION = 3;

    private Sentences() {}

    /** The sentences, which together are the text. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 1; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = c == '!' || c == '?' || (c == '.' && !isAbbreviation(text, i));
            if (end && text.charAt(i + 1) == ' ' && Characters.isCapital(text.charAt(i + 2))) {
                sentences.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        sentences.add(text.substring(start));
        return sentences;
    }

    private static boolean isAbbreviation(String text, int stop) {
        int start = stop;
        while (start > 0 && stop - start <= LONGEST_ABBREVIATION && Characters.isWordPart(text.charAt(start - 1))) {
            start--;
        }
        boolean digits = start < stop && Characters.isDigit(text.charAt(stop - 1));
        boolean capital = start < stop && Characters.isCapital(text.charAt(start));
        return stop - start <= LONGEST_ABBREVIATION && (capital || (digits && stop - start <= 2));
    }
}
