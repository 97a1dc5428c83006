package org.muster.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Figure;
import org.muster.figure.Item;
import org.muster.figure.Qualifier;
import org.muster.figure.State;
import org.muster.interval.Interval;

/** A figure while its text is being read: what follows may still say what it counts. */
final class FigureCandidate {

    /** Its tokens. */
    final int start;

    final int end;
    final Qualifier qualifier;
    Mention<Item> item;
    Mention<State> state;
    /** What it counts if women or children are counted beside it. */
    Mention<Item> beside = Mention.open();

    /** Who those are, as a predicate says, of whom it counts some before: four of the eleven were minors. */
    Mention<Item> predicate = Mention.open();

    /** Who those are, as the beginning of the clause says, who are some of those counted behind: women were 30 of the 70. */
    Mention<Item> subject = Mention.open();

    FigureRelation relation = FigureRelation.NONE;
    /** The token next to it that names a party or an author, or -1. */
    int party = -1;
    /** Whether its line says whose figures it contains. */
    boolean isSourced;
    /** The number of the label on a line of its own that says so, from 1; or 0. */
    int source;
    /** What words before the number say of its state, and of those of its row, as a verb does: lost 300 tanks. */
    Mention<State> led = Mention.open();
    /** Whether its state is that of the row before it, or of a label that says no more than lost, which what follows may refine. */
    boolean isBorrowed;
    /** The figure that it is part of. */
    @Nullable
    FigureCandidate whole;

    /** What it states; null if the qualifier has no number. */
    @Nullable
    Interval range;

    double best = Double.NaN;
    double unit = 1;

    FigureCandidate(int start, int end, Qualifier qualifier, Mention<Item> item, Mention<State> state) {
        this.start = start;
        this.end = end;
        this.qualifier = qualifier;
        this.item = item;
        this.state = state;
    }

    /** Returns whether nothing says what is counted. */
    boolean isOpen() {
        return item.isOpen() && state.isOpen();
    }

    boolean hasSameMeasure(FigureCandidate other) {
        return item.equals(other.item) && state.equals(other.state);
    }

    ReadFigure figure(String text, Tokens tokens) {
        int from = tokens.start(start);
        int to = tokens.end(end - 1);
        String written = text.substring(from, to);
        Figure figure;
        if (range == null) {
            figure = Figure.withoutNumber(written, qualifier);
        } else {
            OptionalDouble stated =
                    !Double.isNaN(best) && range.contains(best) ? OptionalDouble.of(best) : OptionalDouble.empty();
            figure = new Figure(written, Optional.of(range), qualifier, stated, unit);
        }
        return new ReadFigure(figure, item.toString(), state.toString(), relation, from, to);
    }

    /** Returns the range that a qualifier makes of two ends in ascending order. */
    static Interval range(Qualifier qualifier, BigDecimal low, BigDecimal high) {
        return switch (qualifier) {
            case AT_LEAST, MORE_THAN -> Interval.of(Interval.of(low, low).inf(), Double.POSITIVE_INFINITY);
            case AT_MOST -> Interval.of(BigDecimal.ZERO, high);
            case LESS_THAN -> {
                BigDecimal below = high.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
                yield Interval.of(BigDecimal.ZERO, below.max(BigDecimal.ZERO));
            }
            default -> Interval.of(low, high);
        };
    }
}
