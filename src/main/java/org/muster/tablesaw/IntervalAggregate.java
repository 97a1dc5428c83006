package org.muster.tablesaw;

import java.util.Objects;
import java.util.function.Function;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import org.muster.statistics.QuantileType;
import org.muster.statistics.Sample;
import org.muster.statistics.Spread;
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

    /** Every median of one number from each range, rounded once; missing without rows or with a missing range. */
    public static final IntervalAggregate MEDIAN = of("Median", Sample::median);

    /**
     * Every standard deviation of one number from each range, estimated as from a sample, as {@link
     * Spread#SAMPLE_DEVIATION}; missing with fewer than two rows or with a missing range.
     */
    public static final IntervalAggregate DEVIATION =
            of("Deviation", sample -> sample.size() < 2 ? Interval.EMPTY : Spread.SAMPLE_DEVIATION.of(sample));

    private final Function<IntervalArray, Interval> function;

    private IntervalAggregate(String name, Function<IntervalArray, Interval> function) {
        super(name);
        this.function = function;
    }

    /**
     * Returns the aggregate that applies a statistic to each group: {@code of("Gini", Spread.GINI::of)}. It is missing
     * for a group without rows or with a missing range.
     *
     * @param name the name, which becomes part of the column's name
     * @param statistic the statistic of a sample; an empty interval where it is missing
     * @return the aggregate
     */
    public static IntervalAggregate of(String name, Function<Sample, Interval> statistic) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(statistic, "statistic");
        return new IntervalAggregate(
                name,
                ranges -> ranges.size() == 0 || !ranges.isEmpty().isEmpty()
                        ? Interval.EMPTY
                        : statistic.apply(Sample.of(ranges)));
    }

    /**
     * Returns the aggregate of a quantile of type R7, rounded once; missing for a group without rows or with a missing
     * range.
     *
     * @param probability from 0 to 1
     * @return the aggregate, such as {@code Quantile 0.25}
     * @throws IllegalArgumentException if the probability is not from 0 to 1
     */
    public static IntervalAggregate quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: " + probability + " is not from 0 to 1");
        }
        return of("Quantile " + probability, sample -> sample.quantile(probability, QuantileType.R7));
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
        return function.apply(Objects.requireNonNull(column, "column").toIntervalArray());
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
