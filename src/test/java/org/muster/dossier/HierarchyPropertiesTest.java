package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.figure.Measure;

/** What is part of what, event by event, held against a literal reading of the rows. */
class HierarchyPropertiesTest {

    private static final List<String> PARTIES = List.of("A", "B", "C", "D", "E");
    private static final List<String> EVENTS = List.of("", "first", "second");

    /** A row of the file about parties. */
    private record Row(String whole, String partition, String part, String event) {

        /** Whether it holds in an event: it is of that one, or of all, and no row of that one has its whole and partition. */
        boolean holds(String in, List<Row> all) {
            return event.equals(in)
                    || event.isEmpty()
                            && all.stream()
                                    .noneMatch(row -> row.event.equals(in)
                                            && row.whole.equals(whole)
                                            && row.partition.equals(partition));
        }
    }

    private static HierarchyBuilder builder(List<Row> rows) {
        HierarchyBuilder builder = new HierarchyBuilder();
        int line = 1;
        for (Row row : rows) {
            BreakdownId id = new BreakdownId(Dimension.PARTY, row.whole, row.partition, row.event);
            builder.add(new HierarchyBuilder.Entry(++line, id, row.part, Completeness.NO));
        }
        return builder;
    }

    private static List<Row> rows(Hierarchy hierarchy) {
        List<Row> rows = new ArrayList<>();
        for (Breakdown breakdown : hierarchy.own()) {
            for (String part : breakdown.parts()) {
                rows.add(new Row(breakdown.whole(), breakdown.partition(), part, breakdown.event()));
            }
        }
        return rows;
    }

    /** The parties above one, in an event; itself among them where it stands in a circle. */
    private static Set<String> above(String party, String event, List<Row> rows) {
        Set<String> above = new TreeSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Row row : rows) {
                if (row.holds(event, rows) && (row.part.equals(party) || above.contains(row.part))) {
                    grows |= above.add(row.whole);
                }
            }
        }
        return above;
    }

    private static Set<String> roots(String party, String event, List<Row> rows) {
        Set<String> roots = new TreeSet<>(above(party, event, rows));
        roots.add(party);
        roots.removeIf(name -> !above(name, event, rows).isEmpty());
        return roots;
    }

    private static boolean isSound(List<Row> rows) {
        for (String event : EVENTS) {
            for (String party : PARTIES) {
                if (above(party, event, rows).contains(party)
                        || roots(party, event, rows).size() > 1) {
                    return false;
                }
            }
        }
        return true;
    }

    @Property
    void whatIsLeftIsSoundInEveryEvent(@ForAll("rows") List<Row> rows) {
        HierarchyBuilder builder = builder(rows);
        Hierarchy hierarchy = builder.build();
        List<Row> left = rows(hierarchy);
        assertTrue(isSound(left), left::toString);
        assertEquals(rows.size(), left.size() + builder.faults().size());
        if (isSound(rows) && new HashSet<>(rows).size() == rows.size()) {
            assertEquals(List.of(), builder.faults());
        }
    }

    @Property
    void rootsMembersAndBreakdownsAreThoseOfTheEvent(@ForAll("rows") List<Row> rows) {
        Hierarchy hierarchy = builder(rows).build();
        List<Row> left = rows(hierarchy);
        for (String event : EVENTS) {
            for (String party : PARTIES) {
                assertEquals(List.copyOf(roots(party, event, left)), hierarchy.roots(event, List.of(party)));
                Set<String> members = new TreeSet<>();
                Set<String> wholes = new TreeSet<>();
                for (Row row : left) {
                    if (row.holds(event, left)) {
                        if (row.whole.equals(party)) {
                            members.add(row.part);
                        }
                        if (row.part.equals(party)) {
                            wholes.add(row.whole + " / " + row.partition);
                        }
                    }
                }
                assertEquals(members, new TreeSet<>(hierarchy.members(event, party)));
                Quantity quantity = new Quantity(event, party, "", Measure.parse("horses interned"), "");
                Set<String> of = new TreeSet<>();
                hierarchy.of(quantity).forEach(breakdown -> of.addAll(breakdown.parts()));
                assertEquals(members, of);
                Set<String> with = new TreeSet<>();
                hierarchy.with(quantity).forEach(b -> with.add(b.whole() + " / " + b.partition()));
                assertEquals(wholes, with);
            }
        }
    }

    /** Which of two rows is at fault depends on their order; that there is a fault does not. */
    @Property
    void theOrderOfTheRowsChangesOnlyTheOrderOfTheAnswers(@ForAll("rows") List<Row> rows, @ForAll long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        HierarchyBuilder first = builder(rows);
        HierarchyBuilder second = builder(shuffled);
        Hierarchy one = first.build();
        Hierarchy other = second.build();
        assertEquals(first.faults().isEmpty(), second.faults().isEmpty());
        if (first.faults().isEmpty()) {
            assertEquals(answers(one), answers(other));
        }
    }

    private static Map<String, Object> answers(Hierarchy hierarchy) {
        Map<String, Object> answers = new TreeMap<>();
        for (String event : EVENTS) {
            for (String party : PARTIES) {
                answers.put(event + " members " + party, new TreeSet<>(hierarchy.members(event, party)));
                answers.put(event + " roots " + party, hierarchy.roots(event, List.of(party)));
                Quantity quantity = new Quantity(event, party, "", Measure.parse("killed"), "");
                Set<Object> breakdowns = new HashSet<>();
                for (Breakdown breakdown : hierarchy.of(quantity)) {
                    breakdowns.add(
                            List.of(BreakdownId.of(breakdown), Set.copyOf(breakdown.parts()), breakdown.complete()));
                }
                answers.put(event + " of " + party, breakdowns);
                answers.put(event + " sums " + party, Set.copyOf(hierarchy.sumsWith(quantity)));
            }
        }
        return answers;
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of(PARTIES),
                        Arbitraries.of("", "fronts"),
                        Arbitraries.of(PARTIES),
                        Arbitraries.of(EVENTS))
                .as(Row::new)
                .list()
                .ofMaxSize(7);
    }
}
