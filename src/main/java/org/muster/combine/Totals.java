package org.muster.combine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.statistics.Sample;
import org.muster.tablesaw.Tabular;

/**
 * Losses of a party, added up over the events of a dossier by each rule: the report {@code totals.csv}. There is a row for
 * every loss that is claimed in two events or more, in dossier order, and for each rule; a rule that grades incidents has
 * further rows for each grade.
 *
 * <p>An event without a figure is missing, not zero, so that the sum is one of the others. An event that is part of another
 * that has a figure is neither added to it, since the same men would be counted twice, nor missing without a figure of its
 * own. An event without a figure is not missing either if its parts make up all of it and each has a figure, or is in turn
 * made up of such parts. Strengths are not added up at all: the same men fight in many battles.
 */
public final class Totals implements Tabular<Total> {

    /** The grade under which the sum that Airwars puts first stands. */
    public static final String HEADLINE = "headline";

    private static final int MOST_EVENTS = 20;

    private static final Set<Completeness> ALL_THERE_IS = Set.of(Completeness.YES, Completeness.SHARED);

    private static final List<Column<Total>> COLUMNS = List.of(
            Column.text("party", row -> row.quantity().party()),
            Column.text("place", row -> row.quantity().place()),
            Column.text("measure", row -> row.quantity().measure().toString()),
            Column.text("scope", row -> row.quantity().scope()),
            Column.text("rule", row -> row.rule().id()),
            Column.text("grade", Total::grade),
            Column.range("low", "high", Total::range),
            Column.count("events", Total::events),
            Column.count("counted", row -> row.counted().size()),
            Column.count("missing", row -> row.missing().size()),
            Column.count("nested", row -> row.nested().size()),
            Column.list("missing_events", row -> first(row.missing())),
            Column.list("nested_events", row -> first(row.nested())));

    /** A loss of a party, whatever the event. */
    private record Loss(String party, String place, String measure, String scope) {
        static Loss of(Quantity quantity) {
            return new Loss(
                    quantity.party(), quantity.place(), quantity.measure().toString(), quantity.scope());
        }
    }

    /** A party at a place: the events in which anything is claimed of it are those that may lack a figure. */
    private record Presence(String party, String place) {
        static Presence of(Quantity quantity) {
            return new Presence(quantity.party(), quantity.place());
        }
    }

    private final List<Total> rows;

    private Totals(List<Total> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Adds up losses over events.
     *
     * @param combinations what each rule makes of every quantity
     * @return a row for every loss that is claimed in two events or more, and for each rule
     */
    public static Totals of(Combinations combinations) {
        Hierarchy hierarchy = combinations.ranges().dossier().hierarchy();
        Map<Presence, Set<String>> present = new LinkedHashMap<>();
        Map<Loss, List<Sensitivity>> losses = new LinkedHashMap<>();
        for (Sensitivity row : combinations.sensitivities().rows()) {
            Quantity quantity = row.quantity();
            present.computeIfAbsent(Presence.of(quantity), any -> new LinkedHashSet<>())
                    .add(quantity.event());
            if (hierarchy.isLoss(quantity.measure())) {
                losses.computeIfAbsent(Loss.of(quantity), any -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Total> totals = new ArrayList<>();
        for (List<Sensitivity> claimed : losses.values()) {
            if (claimed.size() > 1) {
                Set<String> events =
                        present.getOrDefault(Presence.of(claimed.get(0).quantity()), Set.of());
                for (int i = 0; i < combinations.rules().size(); i++) {
                    add(totals, hierarchy, combinations.rules().get(i), i, claimed, events);
                }
            }
        }
        return new Totals(totals);
    }

    private static void add(
            List<Total> totals,
            Hierarchy hierarchy,
            Rule rule,
            int index,
            List<Sensitivity> claimed,
            Set<String> events) {
        Map<String, Sensitivity> answered = new LinkedHashMap<>();
        for (Sensitivity row : claimed) {
            if (!row.range(index).isEmpty()) {
                answered.put(row.quantity().event(), row);
            }
        }
        List<Quantity> quantities =
                answered.values().stream().map(Sensitivity::quantity).toList();
        Set<String> below = below(hierarchy, quantities);
        Set<String> madeUp = madeUp(hierarchy, quantities, below);
        List<String> counted = answered.keySet().stream()
                .filter(event -> !below.contains(event))
                .toList();
        List<String> nested = answered.keySet().stream().filter(below::contains).toList();
        List<String> missing = events.stream()
                .filter(event -> !answered.containsKey(event) && !below.contains(event) && !madeUp.contains(event))
                .toList();
        Quantity first = claimed.get(0).quantity();
        boolean adds = missing.isEmpty() || rule.addsUpWithMissing();
        Interval sum = adds ? sum(counted, answered, index) : Interval.EMPTY;
        totals.add(new Total(first, rule, "", sum, events.size(), counted, missing, nested));
        Optional<Airwars> airwars = Airwars.of(rule);
        if (airwars.isPresent()) {
            Map<Airwars.Grade, List<String>> byGrade = new TreeMap<>();
            List<String> headline = new ArrayList<>();
            for (Sensitivity row : answered.values()) {
                String event = row.quantity().event();
                if (!below.contains(event) && !row.evidence().voices().isEmpty()) {
                    Airwars.Grade grade = airwars.get().grade(row.evidence());
                    byGrade.computeIfAbsent(grade, any -> new ArrayList<>()).add(event);
                    if (grade.isHeadline()) {
                        headline.add(event);
                    }
                }
            }
            Map<String, List<String>> named = new LinkedHashMap<>(Map.of(HEADLINE, headline));
            byGrade.forEach((grade, some) -> named.put(grade.toString(), some));
            named.forEach((grade, some) -> totals.add(new Total(
                    first, rule, grade, sum(some, answered, index), some.size(), some, List.of(), List.of())));
        }
    }

    private static Interval sum(List<String> events, Map<String, Sensitivity> answered, int index) {
        List<Interval> ranges = new ArrayList<>();
        for (String event : events) {
            Sensitivity row = answered.get(event);
            if (row != null) {
                ranges.add(row.range(index));
            }
        }
        return ranges.isEmpty() ? Interval.EMPTY : Sample.of(ranges).sum();
    }

    /** The events that are part of those of some quantities, by any breakdown. */
    private static Set<String> below(Hierarchy hierarchy, Collection<Quantity> quantities) {
        Set<String> parts = new HashSet<>();
        for (Quantity quantity : quantities) {
            for (Breakdown breakdown : hierarchy.of(quantity)) {
                if (breakdown.dimension() == Dimension.EVENT) {
                    parts.addAll(breakdown.parts());
                }
            }
        }
        return hierarchy.within(Dimension.EVENT, parts);
    }

    /** A whole and one of its partitions. */
    private record Partition(String whole, String name) {}

    /** The events all whose parts, by a breakdown into all there is, have figures, are within events that have, or are made up. */
    private static Set<String> madeUp(Hierarchy hierarchy, List<Quantity> quantities, Set<String> below) {
        Set<String> known = new HashSet<>();
        Deque<Quantity> open = new ArrayDeque<>();
        for (Quantity quantity : quantities) {
            if (known.add(quantity.event())) {
                open.add(quantity);
            }
        }
        for (String event : below) {
            if (known.add(event)) {
                open.add(quantities.get(0).with(Dimension.EVENT, event));
            }
        }
        Set<String> madeUp = new HashSet<>();
        Map<Partition, Integer> lacking = new HashMap<>();
        while (!open.isEmpty()) {
            Quantity part = open.remove();
            for (Breakdown breakdown : hierarchy.with(part)) {
                if (breakdown.dimension() == Dimension.EVENT && ALL_THERE_IS.contains(breakdown.complete())) {
                    int left = lacking.merge(
                            new Partition(breakdown.whole(), breakdown.partition()),
                            breakdown.parts().size() - 1,
                            (before, any) -> before - 1);
                    if (left == 0 && known.add(breakdown.whole())) {
                        madeUp.add(breakdown.whole());
                        open.add(breakdown.wholeOf(part));
                    }
                }
            }
        }
        return madeUp;
    }

    private static List<String> first(List<String> events) {
        if (events.size() <= MOST_EVENTS) {
            return events;
        }
        List<String> first = new ArrayList<>(events.subList(0, MOST_EVENTS));
        first.add("and " + (events.size() - MOST_EVENTS) + " more");
        return first;
    }

    @Override
    public String name() {
        return "totals";
    }

    @Override
    public List<Total> rows() {
        return rows;
    }

    @Override
    public List<Column<Total>> columns() {
        return COLUMNS;
    }

    /** Returns the rows, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Total::toString).toList());
    }
}
