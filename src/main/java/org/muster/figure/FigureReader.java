package org.muster.figure;

import java.util.List;
import java.util.Objects;

/**
 * Reads the figures that a text states, as people write them: {@code 9,780–12,031 killed}, {@code 300+ tanks
 * destroyed[11]}, {@code over 900,000}, {@code 1.5 million men}, {@code Unknown}.
 *
 * <p>What is read, by the conventions of the field:
 *
 * <ul>
 *   <li>"at least X", "X+", "over X", "more than X" are [X, ∞); a range with such a mark is bounded by its lower end;
 *   <li>"up to X", "at most X" are [0, X]; "fewer than X", "under X" are [0, X − 1], since counts are whole;
 *   <li>"about X", "nearly X" are [X, X] with that qualifier; digits with a scale word ("1.5 million") are rounded;
 *   <li>"none" is [0, 0]; "unknown", "heavy", "several thousand" have no number, and the words are kept. A text without
 *       any number is one such figure.
 * </ul>
 *
 * <p>Numbers are read exactly. Footnote marks are passed over, inside a range too. Dates, calibres, page numbers, names
 * such as PT-76, and numbers written in a way that could be read as two different values are not figures. Reading takes
 * time linear in the length of the text and never fails.
 *
 * <p>The words stand in {@code words.csv}, one language beside the other. A reader has no state and can be shared.
 */
public final class FigureReader {

    private final Vocabulary vocabulary;

    private FigureReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A reader of English text.
     *
     * @return the reader
     */
    public static FigureReader english() {
        return English.READER;
    }

    /**
     * Reads all figures of a text.
     *
     * @param text the text as written, of any length, with or without figures
     * @return the figures in order of the text, their spans disjoint; empty where the text is blank or its numbers are
     *     no figures
     */
    public List<ReadFigure> read(String text) {
        Objects.requireNonNull(text, "text");
        return new Reading(text, new Tokens(text, vocabulary)).figures();
    }

    /** What the reader reads. */
    @Override
    public String toString() {
        return "FigureReader of English text";
    }

    private static final class English {
        static final FigureReader READER = new FigureReader(Vocabulary.english());
    }
}
