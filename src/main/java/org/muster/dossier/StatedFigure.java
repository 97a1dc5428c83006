package org.muster.dossier;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.reading.FigureReader;
import org.muster.reading.ReadFigure;
import org.muster.reading.ReadText;
import org.muster.text.Excerpt;

/** Determines which of the figures in its text a row means. */
final class StatedFigure {

    private static final int MOST_DIGITS = 15; // which a double holds exactly

    private StatedFigure() {}

    /**
     * Returns the figure that a text gives for a measure: the only one or, of several, the one with that measure.
     *
     * @param text the figure as written
     * @param measure what is counted
     * @return the figure, with the whole text
     * @throws IllegalArgumentException if there is no figure, or there are several and not exactly one has that measure
     */
    static Figure of(String text, Measure measure) {
        if (text.length() > Claim.LONGEST_FIGURE) {
            throw new IllegalArgumentException(Claim.tooLong(text));
        }
        if (isPlainCount(text)) {
            return new Figure(
                    text,
                    Optional.of(Interval.of(Double.parseDouble(text))),
                    Qualifier.EXACTLY,
                    OptionalDouble.empty(),
                    1);
        }
        ReadText whole = FigureReader.english().readAll(text);
        Optional<String> unread = whole.unread();
        List<ReadFigure> read =
                whole.figures().isEmpty() ? FigureReader.english().read(text) : whole.figures();
        List<ReadFigure> fitting = read.size() == 1
                ? read
                : read.stream().filter(figure -> figure.fits(measure)).toList();
        if (fitting.size() == 1 && unread.isEmpty()) {
            Figure part = fitting.get(0).figure();
            return new Figure(text, part.range(), part.qualifier(), part.best(), part.unit());
        }
        String found = fitting.size() == 1
                ? "a number that cannot be read"
                : !fitting.isEmpty()
                        ? "several figures for " + measure
                        : read.isEmpty() ? "no figure" : "several figures, none of them for " + measure;
        throw new IllegalArgumentException(
                Excerpt.quoted(text) + " gives " + found + ": enter the one meant in low and high"
                        + unread.map(part -> "; not read: " + part).orElse(""));
    }

    /**
     * Whether a text is a whole number in digits, of which the reader would say no more than that. Tables are full of them,
     * and the reader takes some microseconds for each.
     */
    static boolean isPlainCount(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || text.charAt(0) == '0' && text.length() > 1) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns the figure that a text gives with a range, whatever its measure; of several the last. */
    static Optional<Figure> of(String text, Interval range) {
        Optional<Figure> found = Optional.empty();
        for (ReadFigure read : FigureReader.english().read(text)) {
            if (read.figure().range().equals(Optional.of(range))) {
                found = Optional.of(read.figure());
            }
        }
        return found;
    }
}
