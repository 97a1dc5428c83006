package org.muster.tablesaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import org.muster.statistics.EmpiricalDistribution;
import org.muster.statistics.Histogram;
import org.muster.statistics.RatioBand;
import org.muster.statistics.Sample;
import org.muster.statistics.Spread;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Statistics as tables, against the statistics that stand in them. */
class StatisticsTableTest {

    private static final Interval[] RANGES = {Interval.of(1, 3), Interval.of(2), Interval.of(5, 8)};

    private static IntervalColumn column(Interval... ranges) {
        return IntervalColumn.create("killed", IntervalArray.of(ranges));
    }

    @Test
    void columnsByName() {
        Table table = Table.create("losses", StringColumn.create("party", "a", "b", "c"), column(RANGES));
        assertSame(table.column("killed"), IntervalColumn.of(table, "Killed"));
        assertEquals(
                "table losses: no column of ranges party; expected one of [killed]",
                assertThrows(IllegalArgumentException.class, () -> IntervalColumn.of(table, "party"))
                        .getMessage());
        assertEquals(Sample.of(RANGES), IntervalColumn.of(table, "killed").toSample());
        assertEquals(
                "column killed: 1 of 2 ranges are missing; removeMissing() drops them",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> column(Interval.EMPTY, Interval.of(1)).toSample())
                        .getMessage());
        assertEquals(
                "column killed: no rows",
                assertThrows(IllegalArgumentException.class, () -> column().toSample())
                        .getMessage());
    }

    @Test
    void summary() {
        Sample sample = Sample.of(RANGES);
        Table summary = column(RANGES[0], Interval.EMPTY, RANGES[1], RANGES[2]).summary();
        assertEquals(
                List.of(
                        "n",
                        "missing",
                        "mean",
                        "deviation",
                        "minimum",
                        "lower quartile",
                        "median",
                        "upper quartile",
                        "maximum",
                        "gini"),
                summary.column("statistic").asList());
        List<?> values = summary.column("value").asList();
        assertEquals(Interval.of(3), values.get(0));
        assertEquals(Interval.of(1), values.get(1));
        assertEquals(sample.mean(), values.get(2));
        assertEquals(Spread.SAMPLE_DEVIATION.of(sample), values.get(3));
        assertEquals(sample.median(), values.get(6));
        assertEquals(Spread.GINI.of(sample), values.get(9));
        assertEquals(0, summary.booleanColumn("settled").countFalse());
        // One range has no deviation, and nothing is shared below 0.
        Table one = column(Interval.of(-1, 1)).summary();
        assertTrue(one.column("value").isMissing(3) && one.column("value").isMissing(9));
        assertEquals(2, column(Interval.EMPTY).summary().rowCount());
    }

    @Test
    void anyStatisticByGroup() {
        Table table = Table.create(
                "losses",
                StringColumn.create("party", "a", "a", "a", "b", "b"),
                column(RANGES[0], RANGES[1], RANGES[2], Interval.of(7), Interval.EMPTY));
        Table groups = table.summarize(
                        "killed",
                        IntervalAggregate.MEDIAN,
                        IntervalAggregate.DEVIATION,
                        IntervalAggregate.quantile(0.25),
                        IntervalAggregate.of("Gini", Spread.GINI::of))
                .by("party");
        Sample sample = Sample.of(RANGES);
        assertEquals(
                sample.median(), IntervalColumn.of(groups, "Median [killed]").get(0));
        assertEquals(
                Spread.SAMPLE_DEVIATION.of(sample),
                IntervalColumn.of(groups, "Deviation [killed]").get(0));
        assertEquals(
                sample.quantile(0.25, org.muster.statistics.QuantileType.R7),
                IntervalColumn.of(groups, "Quantile 0.25 [killed]").get(0));
        assertEquals(
                Spread.GINI.of(sample),
                IntervalColumn.of(groups, "Gini [killed]").get(0));
        // Missing is not 0.
        assertTrue(groups.column("Median [killed]").isMissing(1));
        assertEquals(
                "probability: 2.0 is not from 0 to 1",
                assertThrows(IllegalArgumentException.class, () -> IntervalAggregate.quantile(2))
                        .getMessage());
    }

    @Test
    void distributionsHistogramsAndBands() {
        Sample sample = Sample.of(RANGES);
        Table steps = StatisticsTable.of(EmpiricalDistribution.of(sample));
        assertEquals(List.of(1.0, 2.0, 3.0, 5.0, 8.0), steps.column("number").asList());
        assertEquals(
                EmpiricalDistribution.of(sample).cumulative(2),
                steps.column("share").get(1));
        Table bins = StatisticsTable.of(Histogram.of(sample, 2, 4, 6));
        assertEquals(4, bins.rowCount());
        assertTrue(bins.column("from").isMissing(0) && bins.column("to").isMissing(3));
        assertEquals(List.of(2.0, 4.0, 6.0), bins.column("to").first(3).asList());
        assertEquals(
                List.of(Interval.of(0, 1), Interval.of(1, 2), Interval.of(0, 1), Interval.of(0, 1)),
                bins.column("count").asList());
        List<Interval> ones = List.of(Interval.of(1), Interval.of(1), Interval.of(1));
        Table bands = StatisticsTable.of(RatioBand.of(List.of(RANGES), ones, 0, 2, Double.POSITIVE_INFINITY));
        assertEquals(
                List.of(Interval.of(0, 1), Interval.of(2, 3)),
                bands.column("count").asList());
    }
}
