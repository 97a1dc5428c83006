package org.muster.tablesaw;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.muster.interval.Interval;
import org.muster.statistics.EmpiricalDistribution;
import org.muster.statistics.Histogram;
import org.muster.statistics.QuantileType;
import org.muster.statistics.RangeEnclosure;
import org.muster.statistics.RatioBand;
import org.muster.statistics.Sample;
import org.muster.statistics.Spread;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Statistics of ranges as tables. */
public final class StatisticsTable {

    private StatisticsTable() {}

    /**
     * Returns the counts of a histogram.
     *
     * @param histogram the histogram
     * @return a table {@code histogram} with the columns {@code from}, {@code to} and {@code count}; the values below the
     *     first bin and above the last one are rows without a lower or an upper edge
     */
    public static Table of(Histogram histogram) {
        Objects.requireNonNull(histogram, "histogram");
        DoubleColumn from = DoubleColumn.create("from");
        DoubleColumn to = DoubleColumn.create("to");
        IntervalColumn count = IntervalColumn.create("count");
        from.appendMissing();
        to.append(histogram.bins().get(0).from());
        count.append(histogram.below());
        for (Histogram.Bin bin : histogram.bins()) {
            from.append(bin.from());
            to.append(bin.to());
            count.append(bin.count());
        }
        from.append(to.get(to.size() - 1));
        to.appendMissing();
        count.append(histogram.above());
        return Table.create("histogram", from, to, count);
    }

    /**
     * Returns the steps of a distribution.
     *
     * @param distribution the distribution
     * @return a table {@code distribution} with the columns {@code number}, ascending, and {@code share}: that of the
     *     values not above the number
     */
    public static Table of(EmpiricalDistribution distribution) {
        Objects.requireNonNull(distribution, "distribution");
        DoubleColumn number = DoubleColumn.create("number");
        IntervalColumn share = IntervalColumn.create("share");
        for (EmpiricalDistribution.Step step : distribution.steps()) {
            number.append(step.number());
            share.append(step.share());
        }
        return Table.create("distribution", number, share);
    }

    /**
     * Returns the counts of bands of a ratio.
     *
     * @param bands the bands
     * @return a table {@code bands} with the columns {@code from}, {@code to}, infinite for no end, and {@code count}
     */
    public static Table of(List<RatioBand> bands) {
        DoubleColumn from = DoubleColumn.create("from");
        DoubleColumn to = DoubleColumn.create("to");
        IntervalColumn count = IntervalColumn.create("count");
        for (RatioBand band : Objects.requireNonNull(bands, "bands")) {
            from.append(band.from());
            to.append(band.to());
            count.append(band.count());
        }
        return Table.create("bands", from, to, count);
    }

    /** Returns the summary that {@link IntervalColumn#summary} describes. */
    static Table summary(IntervalColumn column) {
        int missing = column.countMissing();
        List<String> names = new ArrayList<>(List.of("n", "missing"));
        List<Interval> values = new ArrayList<>(List.of(Interval.of(column.size() - missing), Interval.of(missing)));
        List<Boolean> settled = new ArrayList<>(List.of(true, true));
        if (column.size() > missing) {
            Sample sample = column.removeMissing().toSample();
            add("mean", exact(sample.mean()), names, values, settled);
            add("deviation", () -> bracket(Spread.SAMPLE_DEVIATION, sample), names, values, settled);
            add("minimum", exact(sample.minimum()), names, values, settled);
            add("lower quartile", exact(sample.quantile(0.25, QuantileType.R7)), names, values, settled);
            add("median", exact(sample.median()), names, values, settled);
            add("upper quartile", exact(sample.quantile(0.75, QuantileType.R7)), names, values, settled);
            add("maximum", exact(sample.maximum()), names, values, settled);
            add("gini", () -> bracket(Spread.GINI, sample), names, values, settled);
        }
        StringColumn statistic = StringColumn.create("statistic", names);
        IntervalColumn value = IntervalColumn.create("value");
        values.forEach(value::append);
        BooleanColumn isSettled = BooleanColumn.create("settled");
        settled.forEach(isSettled::append);
        return Table.create("summary of " + column.name(), statistic, value, isSettled);
    }

    private static Supplier<RangeEnclosure> exact(Interval value) {
        return () -> new RangeEnclosure(value, value, true);
    }

    private static RangeEnclosure bracket(Spread spread, Sample sample) {
        return spread.bracket(sample, RangeEnclosure.NODES);
    }

    /** Adds a row; the value is missing where the statistic is not defined. */
    private static void add(
            String name,
            Supplier<RangeEnclosure> statistic,
            List<String> names,
            List<Interval> values,
            List<Boolean> settled) {
        names.add(name);
        try {
            RangeEnclosure enclosure = statistic.get();
            values.add(enclosure.range());
            settled.add(enclosure.settled());
        } catch (IllegalArgumentException e) { // too few ranges, or nothing to share
            values.add(Interval.EMPTY);
            settled.add(true);
        }
    }
}
