package org.muster.summarize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.muster.compare.Extremes;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.QuantitySummary;
import org.muster.interval.Interval;
import org.muster.rows.Column;

/**
 * What the claims of one group say together.
 *
 * @param key the columns by which claims are grouped
 * @param varying the other columns of a quantity that are not the same in all claims
 * @param hasTooManyVoices whether there were more voices than may be held
 * @param says what the claims say
 */
public record GroupSummary(List<String> key, List<String> varying, boolean hasTooManyVoices, QuantitySummary says) {

    /** By the columns of the group, from the first. */
    static final Comparator<GroupSummary> BY_GROUP = (a, b) -> {
        int order = 0;
        for (int i = 0; i < a.key.size() && order == 0; i++) {
            order = a.key.get(i).compareTo(b.key.get(i));
        }
        return order;
    };

    /** Copies the lists. */
    public GroupSummary {
        key = List.copyOf(Objects.requireNonNull(key, "key"));
        varying = List.copyOf(Objects.requireNonNull(varying, "varying"));
    }

    /** Whether all claims are about one quantity. */
    private boolean isOneQuantity() {
        return varying.isEmpty();
    }

    private Interval agreed() {
        return says.agreed().size() == 1 ? says.agreed().get(0) : Interval.EMPTY;
    }

    private List<String> allAgreed() {
        return says.agreed().size() == 1
                ? List.of()
                : says.agreed().stream().map(Interval::toString).toList();
    }

    private List<String> withheld(int mostVoices) {
        List<String> withheld = new ArrayList<>();
        if (!varying.isEmpty()) {
            withheld.add("claims differ in " + String.join(", ", varying));
        }
        if (hasTooManyVoices) {
            withheld.add("more than " + mostVoices + " voices");
        }
        return withheld;
    }

    private Optional<Extremes> extremes() {
        return isOneQuantity() && !says.extremes().hull().isEmpty() ? Optional.of(says.extremes()) : Optional.empty();
    }

    private String held(Function<Extremes, Optional<Holder>> end, Function<Holder, String> name) {
        return extremes().flatMap(end).map(name).orElse("");
    }

    private OptionalDouble end(Function<Extremes, Double> end) {
        return extremes().map(end).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /**
     * Returns the columns of {@code summary.csv}.
     *
     * @param by the headings of the columns by which claims are grouped
     * @param mostVoices above how many voices a group has no range, agreement and verdict
     * @return the columns of the group, then those of what its claims say
     */
    public static List<Column<GroupSummary>> columns(List<String> by, int mostVoices) {
        List<Column<GroupSummary>> columns = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            int place = i;
            columns.add(Column.text(by.get(i), row -> row.key.get(place)));
        }
        columns.addAll(List.of(
                Column.count("claims", row -> row.says.claims()),
                Column.number("voices", GroupSummary::voices),
                Column.text("basis", row -> row.says.range().isEmpty() ? "" : "claims"),
                Column.range("low", "high", row -> row.says.range()),
                Column.range("hull_low", "hull_high", row -> row.says.extremes().hull()),
                Column.range(
                        "common_low", "common_high", row -> row.isOneQuantity() ? row.says.common() : Interval.EMPTY),
                Column.range("agreed_low", "agreed_high", GroupSummary::agreed),
                Column.number(
                        "agreeing",
                        row -> row.says.verdict().isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(row.says.agreeing())),
                Column.list("agreed", GroupSummary::allAgreed),
                Column.text(
                        "verdict",
                        row -> row.says.verdict().map(Object::toString).orElse("")),
                Column.number("least_high", row -> row.end(Extremes::leastHigh)),
                Column.text("least_high_voice", row -> row.held(Extremes::holdsLeastHigh, Holder::voice)),
                Column.text("least_high_claim", row -> row.held(Extremes::holdsLeastHigh, Holder::claim)),
                Column.text("least_high_text", row -> row.held(Extremes::holdsLeastHigh, Holder::text)),
                Column.number("greatest_low", row -> row.end(Extremes::greatestLow)),
                Column.text("greatest_low_voice", row -> row.held(Extremes::holdsGreatestLow, Holder::voice)),
                Column.text("greatest_low_claim", row -> row.held(Extremes::holdsGreatestLow, Holder::claim)),
                Column.text("greatest_low_text", row -> row.held(Extremes::holdsGreatestLow, Holder::text)),
                Column.list("withheld", row -> row.withheld(mostVoices))));
        return List.copyOf(columns);
    }

    private OptionalDouble voices() {
        return hasTooManyVoices || says.voices().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(says.voices().getAsInt());
    }

    /** Returns the group and what it says. */
    @Override
    public String toString() {
        return String.join(", ", key) + ": " + says;
    }
}
