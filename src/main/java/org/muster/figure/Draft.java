package org.muster.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.muster.interval.Interval;

/** A figure while its text is read: what stands after it may still say what it counts. */
final class Draft {

    private static final long LARGEST_EXACT = 1_000_000_000_000_000L;

    /** Its tokens. */
    final int start;

    final int end;
    final Qualifier qualifier;
    String item;
    String state;
    Relation relation = Relation.NONE;
    /** The token beside it that names a party or an author, or -1. */
    int party = -1;
    /** The figure that it is part of. */
    @Nullable
    Draft whole;

    BigDecimal bottom = BigDecimal.ZERO;
    BigDecimal top = BigDecimal.ZERO;
    BigDecimal unit = BigDecimal.ONE;
    double best = Double.NaN;

    Draft(int start, int end, Qualifier qualifier, String item, String state) {
        this.start = start;
        this.end = end;
        this.qualifier = qualifier;
        this.item = item;
        this.state = state;
    }

    /** Whether nothing says what is counted. */
    boolean isOpen() {
        return item.isEmpty() && state.isEmpty();
    }

    ReadFigure figure(String text, Tokens tokens) {
        int from = tokens.start(start);
        int to = tokens.end(end - 1);
        String written = text.substring(from, to);
        Figure figure;
        if (qualifier.hasNumber()) {
            Interval range = range();
            OptionalDouble stated =
                    !Double.isNaN(best) && range.contains(best) ? OptionalDouble.of(best) : OptionalDouble.empty();
            double last = unit.doubleValue();
            figure = new Figure(written, Optional.of(range), qualifier, stated, last);
        } else {
            figure = Figure.withoutNumber(written, qualifier);
        }
        return new ReadFigure(figure, item, state, relation, from, to);
    }

    private Interval range() {
        return switch (qualifier) {
            case AT_LEAST, MORE_THAN -> Interval.of(enclosure(bottom, bottom).inf(), Double.POSITIVE_INFINITY);
            case AT_MOST -> enclosure(BigDecimal.ZERO, top);
            case LESS_THAN -> {
                BigDecimal below = top.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
                yield enclosure(BigDecimal.ZERO, below.max(BigDecimal.ZERO));
            }
            default -> enclosure(bottom, top);
        };
    }

    private static Interval enclosure(BigDecimal low, BigDecimal high) {
        long from = whole(low);
        long to = from < 0 ? from : whole(high);
        return to < 0 ? Interval.of(low, high) : Interval.of((double) from, (double) to);
    }

    /** A whole number below 10^15, which every double of that size holds exactly; else -1. */
    private static long whole(BigDecimal value) {
        if (value.precision() - value.scale() > 15) {
            return -1;
        }
        if (value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0) {
            long whole = value.longValue();
            return whole < LARGEST_EXACT ? whole : -1;
        }
        return -1;
    }
}
