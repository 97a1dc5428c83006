package org.muster.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.dossier.Dimension;
import org.muster.dossier.Quantity;
import org.muster.figure.Measure;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.statistics.QuantileType;
import org.muster.statistics.RangeEnclosure;
import org.muster.statistics.Sample;
import org.muster.statistics.Spread;
import org.muster.tablesaw.Tabular;

/**
 * Statistics of the quantities of one measure, group by group: the killed in the battles of each party, with a row for
 * each party. Every quantity that is claimed counts once, with its range; wholes are not told from their parts.
 */
public final class GroupStatistics implements Tabular<GroupStatistics.Group> {

    /**
     * The quantities of a group.
     *
     * @param name what they have in common; blank where the claims leave it open
     * @param sample the ranges of those with a number, absent if none has one
     * @param missing how many have no number
     */
    public record Group(String name, Optional<Sample> sample, int missing) {

        /** Checks that nothing is null. */
        public Group {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sample, "sample");
        }

        /** Returns the name and the mean: {@code Japan: mean [21389, 83737] of 3, 1 without a number}. */
        @Override
        public String toString() {
            return name + ": "
                    + sample.map(ranges -> "mean " + ranges.mean() + " of " + ranges.size())
                            .orElse("no number")
                    + (missing == 0 ? "" : ", " + missing + " without a number");
        }

        private Interval of(Function<Sample, Interval> statistic) {
            return sample.map(statistic).orElse(Interval.EMPTY);
        }

        /** Returns the standard deviation, absent for fewer than two ranges. */
        private Optional<RangeEnclosure> deviation() {
            return sample.filter(ranges -> ranges.size() > 1)
                    .map(ranges -> Spread.SAMPLE_DEVIATION.bracket(ranges, RangeEnclosure.NODES));
        }

        /** Returns the Gini index, absent without anything to share. */
        private Optional<RangeEnclosure> gini() {
            return sample.filter(ranges ->
                            ranges.minimum().inf() >= 0 && ranges.maximum().sup() > 0)
                    .map(ranges -> Spread.GINI.bracket(ranges, RangeEnclosure.NODES));
        }
    }

    private final Dimension by;
    private final List<Group> groups;

    private GroupStatistics(Dimension by, List<Group> groups) {
        this.by = by;
        this.groups = List.copyOf(groups);
    }

    /**
     * Returns the statistics of a measure.
     *
     * @param ranges the ranges of quantities
     * @param measure the measure, such as {@code tanks destroyed}
     * @param by what the quantities of a group have in common
     * @return the statistics, a group for each name in the order in which the dossier first mentions it
     */
    public static GroupStatistics of(Ranges ranges, Measure measure, Dimension by) {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(by, "by");
        Map<String, List<Quantity>> quantities = new LinkedHashMap<>();
        for (Quantity quantity : ranges.dossier().quantities()) {
            if (quantity.measure().equals(measure)) {
                quantities
                        .computeIfAbsent(quantity.in(by), name -> new ArrayList<>())
                        .add(quantity);
            }
        }
        List<Group> groups = new ArrayList<>();
        quantities.forEach((name, members) -> {
            List<Interval> known = members.stream()
                    .flatMap(quantity -> ranges.of(quantity).range().stream())
                    .toList();
            groups.add(new Group(
                    name,
                    known.isEmpty() ? Optional.empty() : Optional.of(Sample.of(known)),
                    members.size() - known.size()));
        });
        return new GroupStatistics(by, groups);
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public List<Group> rows() {
        return groups;
    }

    /**
     * Returns the columns: the name of the group, {@code n} and {@code missing}, the ranges of mean, sample deviation,
     * minimum, quartiles of type R7, median, maximum and Gini index, which are missing where they are not defined, and
     * {@code settled}, which is no if an end of deviation or Gini index is only a bound.
     */
    @Override
    public List<Column<Group>> columns() {
        return List.of(
                Column.text(by.toString(), Group::name),
                Column.count("n", group -> group.sample().map(Sample::size).orElse(0)),
                Column.count("missing", Group::missing),
                Column.range("mean_low", "mean_high", group -> group.of(Sample::mean)),
                Column.range("deviation_low", "deviation_high", group -> range(group.deviation())),
                Column.range("minimum_low", "minimum_high", group -> group.of(Sample::minimum)),
                Column.range("lower_quartile_low", "lower_quartile_high", group -> group.of(quantile(0.25))),
                Column.range("median_low", "median_high", group -> group.of(Sample::median)),
                Column.range("upper_quartile_low", "upper_quartile_high", group -> group.of(quantile(0.75))),
                Column.range("maximum_low", "maximum_high", group -> group.of(Sample::maximum)),
                Column.range("gini_low", "gini_high", group -> range(group.gini())),
                Column.yesOrNo("settled", group -> isSettled(group.deviation()) && isSettled(group.gini())));
    }

    private static Function<Sample, Interval> quantile(double probability) {
        return sample -> sample.quantile(probability, QuantileType.R7);
    }

    private static Interval range(Optional<RangeEnclosure> enclosure) {
        return enclosure.map(RangeEnclosure::range).orElse(Interval.EMPTY);
    }

    private static boolean isSettled(Optional<RangeEnclosure> enclosure) {
        return enclosure.map(RangeEnclosure::settled).orElse(true);
    }

    /** Returns the groups, one per line. */
    @Override
    public String toString() {
        return groups.stream().map(Group::toString).collect(Collectors.joining("\n"));
    }
}
