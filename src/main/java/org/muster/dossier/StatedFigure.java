package org.muster.dossier;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.reading.Context;
import org.muster.reading.FigureReader;
import org.muster.reading.FigureRelation;
import org.muster.reading.ForeignWord;
import org.muster.reading.ReadFigure;
import org.muster.reading.ReadText;
import org.muster.reading.Reason;
import org.muster.reading.Remark;
import org.muster.text.Excerpt;

/**
 * Which of the figures in its text a row means.
 *
 * @param figure the figure, with the whole text
 * @param assumed how it was chosen among several for the same measure; blank if there was no choice
 */
record StatedFigure(Figure figure, String assumed) {

    private static final int MOST_DIGITS = 15; // which a double holds exactly

    /**
     * Returns the figure that a text gives for a measure: the only one or, of several, the one with that measure; of several
     * such, the one that is no part of another, or the hull of alternatives.
     *
     * @param text the figure as written
     * @param measure what is counted
     * @param reader reads the text
     * @throws IllegalArgumentException if there is no figure, or there are several and none of these holds
     */
    static StatedFigure of(String text, Measure measure, FigureReader reader) {
        if (text.length() > Claim.LONGEST_FIGURE) {
            throw new IllegalArgumentException(Claim.tooLong(text));
        }
        if (isPlainCount(text)) {
            Interval count = Interval.of(Double.parseDouble(text));
            return new StatedFigure(
                    new Figure(text, Optional.of(count), Qualifier.EXACTLY, OptionalDouble.empty(), 1), "");
        }
        ReadText whole = readAll(text, measure, reader);
        Optional<String> unread = whole.unread();
        List<ReadFigure> read = whole.figures().isEmpty() ? reader.read(text) : whole.figures();
        List<ReadFigure> fitting = read.size() == 1
                ? read
                : read.stream().filter(figure -> figure.fits(measure)).toList();
        List<ForeignWord> foreign = fitting.stream()
                .flatMap(figure -> reader.foreignBeside(whole, figure).stream())
                .toList();
        unread = unread.or(() -> foreign.stream()
                .filter(ForeignWord::isNumber)
                .findFirst()
                .map(word -> Excerpt.quoted(word.words()) + ", a number in " + word.languageName()));
        if (!fitting.isEmpty() && unread.isEmpty()) {
            Optional<StatedFigure> main = main(text, fitting);
            if (main.isPresent()) {
                StatedFigure found = noted(whole, measure)
                        .map(note -> main.get().assuming(note))
                        .orElse(main.get());
                if (!foreign.isEmpty()) {
                    return found.without(foreign.get(0));
                }
                return reader.misspeltNumber(text)
                        .map(word -> found.assuming(word.toString()))
                        .orElse(found);
            }
        }
        String none = fitting.size() == 1
                ? "a number that cannot be read"
                : !fitting.isEmpty()
                        ? "several figures for " + measure
                        : read.isEmpty() ? "no figure" : "several figures, none of them for " + measure;
        throw new IllegalArgumentException(
                Excerpt.quoted(text) + " gives " + none + ": enter the one meant in low and high"
                        + unread.map(part -> "; not read: " + part).orElse(""));
    }

    /** Says which word beside its number is not read. */
    private StatedFigure without(ForeignWord word) {
        String said = Excerpt.quoted(word.words()) + " is not read; in " + word.languageName() + " (--languages "
                + word.language() + ") it means " + Excerpt.quoted(word.meaning());
        return assuming(said);
    }

    private StatedFigure assuming(String more) {
        return new StatedFigure(figure, assumed.isEmpty() ? more : assumed + "; " + more);
    }

    /** Returns what was made of a range that is not written as one is, or of a number that the figure is a part of. */
    private static Optional<String> noted(ReadText whole, Measure measure) {
        return whole.remarks().stream()
                .filter(remark -> remark.kind() != Remark.Kind.SEVERAL_PARTIES)
                .findFirst()
                .map(remark ->
                        Excerpt.quoted(whole.text().substring(remark.start(), remark.end())) + ": " + remark.kind())
                .or(() -> whole.figures().stream()
                        .filter(figure -> figure.relation() == FigureRelation.WHOLE
                                && figure.state().isEmpty()
                                && !figure.fits(measure))
                        .findFirst()
                        .map(figure -> Excerpt.quoted(figure.figure().text()) + ": " + Remark.Kind.WHOLE_AS_STRENGTH));
    }

    /** Reads a text or, if nothing in it fits the row, with what the row is about: tons are a count of tonnage alone. */
    private static ReadText readAll(String text, Measure measure, FigureReader reader) {
        ReadText whole = reader.readAll(text);
        if (whole.ignored().stream().noneMatch(part -> part.reason() == Reason.MEASUREMENT)
                || whole.figures().stream().anyMatch(figure -> figure.fits(measure))) {
            return whole;
        }
        ReadText meant = reader.readAll(text, Context.of(measure));
        return meant.figures().stream().anyMatch(figure -> figure.fits(measure)) ? meant : whole;
    }

    private static Optional<StatedFigure> main(String text, List<ReadFigure> fitting) {
        List<ReadFigure> wholes = fitting.size() == 1
                ? fitting // whatever it is part of counts something else
                : fitting.stream()
                        .filter(figure -> figure.relation() != FigureRelation.SUBSET)
                        .toList();
        if (wholes.size() == 1) {
            Figure part = wholes.get(0).figure();
            return Optional.of(new StatedFigure(
                    new Figure(text, part.range(), part.qualifier(), part.best(), part.unit()),
                    fitting.size() == 1
                            ? ""
                            : Excerpt.quoted(part.text())
                                    + " is taken for the figure meant, of which the others are part"));
        }
        boolean alternatives = wholes.size() > 1
                && wholes.stream().skip(1).allMatch(figure -> figure.relation() == FigureRelation.ALTERNATIVE)
                && wholes.stream().allMatch(figure -> isClosed(figure.figure()));
        return alternatives ? Optional.of(hull(text, wholes)) : Optional.empty();
    }

    private static boolean isClosed(Figure figure) {
        return figure.range().isPresent() && !figure.qualifier().isOneSided();
    }

    private static StatedFigure hull(String text, List<ReadFigure> alternatives) {
        Interval hull = Interval.EMPTY;
        Qualifier qualifier = Qualifier.EXACTLY;
        double unit = Double.POSITIVE_INFINITY;
        for (ReadFigure alternative : alternatives) {
            Figure figure = alternative.figure();
            hull = hull.convexHull(figure.range().orElseThrow());
            qualifier = qualifier == Qualifier.EXACTLY ? figure.qualifier() : qualifier;
            unit = Math.min(unit, figure.unit());
        }
        return new StatedFigure(
                new Figure(text, Optional.of(hull), qualifier, OptionalDouble.empty(), unit),
                "the figures are alternatives; the range from the least to the greatest of them, " + hull
                        + ", is used");
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
    static Optional<Figure> withRange(String text, Interval range, FigureReader reader) {
        Optional<Figure> found = Optional.empty();
        for (ReadFigure read : reader.read(text)) {
            if (read.figure().range().equals(Optional.of(range))) {
                found = Optional.of(read.figure());
            }
        }
        return found;
    }
}
