package org.muster.tablesaw;

import java.util.function.Function;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import tech.tablesaw.aggregate.AggregateFunction;
import tech.tablesaw.api.ColumnType;

/**
 * Aggregates of the ranges of a group, for {@code table.summarize(…).by(…)}. The results are again a column of ranges,
 * each the tightest interval that encloses the exact result.
 *
 * <p>A missing range is not 0. So {@link #SUM}, {@link #MEAN}, {@link #MIN} and {@link #MAX} are missing for a group
 * with a missing range; to aggregate only the ranges that are present, drop the missing rows first. {@link #HULL} and
 * {@link #INTERSECTION} ignore missing ranges.
 */
public final class IntervalAggregate extends AggregateFunction<IntervalColumn, Interval> {

    /** Every sum of one number from each range, rounded once; [0, 0] without rows. */
    public static final IntervalAggregate SUM = new IntervalAggregate("Sum", IntervalArray::sum);

    /** Every mean of one number from each range, rounded once; missing without rows. */
    public static final IntervalAggregate MEAN = new IntervalAggregate("Mean", IntervalArray::mean);

    /** Every minimum of one number from each range: [least low end, least high end]; missing without rows. */
    public static final IntervalAggregate MIN = new IntervalAggregate("Min", IntervalArray::min);

    /** Every maximum of one number from each range: [greatest low end, greatest high end]; missing without rows. */
    public static final IntervalAggregate MAX = new IntervalAggregate("Max", IntervalArray::max);

    /** The smallest range that contains all ranges; missing if all are. */
    public static final IntervalAggregate HULL = new IntervalAggregate("Hull", IntervalArray::hull);

    /** The intersection of all ranges; missing if it is empty, or if all are missing. */
    public static final IntervalAggregate INTERSECTION =
            new IntervalAggregate("Intersection", IntervalAggregate::intersection);

    private final Function<IntervalArray, Interval> function;

    private IntervalAggregate(String name, Function<IntervalArray, Interval> function) {
        super(name);
        this.function = function;
    }

    private static Interval intersection(IntervalArray ranges) {
        Interval common = Interval.EMPTY;
        boolean any = false;
        for (Interval range : ranges.toList()) {
            if (!range.isEmpty()) {
                common = any ? common.intersection(range) : range;
                any = true;
            }
        }
        return common;
    }

    /**
     * Returns the aggregate of the ranges of a column.
     *
     * @param column the ranges
     * @return the result, empty if it is missing
     */
    @Override
    public Interval summarize(IntervalColumn column) {
        return function.apply(column.toIntervalArray());
    }

    @Override
    public boolean isCompatibleColumn(ColumnType type) {
        return type.equals(IntervalColumnType.INTERVAL);
    }

    @Override
    public ColumnType returnType() {
        return IntervalColumnType.INTERVAL;
    }
}
