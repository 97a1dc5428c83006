package org.muster.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.State;
import org.muster.text.Excerpt;
import org.muster.text.ResourceTable;

/**
 * What adds up to what: a dossier's own breakdowns, and the built-in ones of items and states that it does not replace.
 * A breakdown of its own replaces the built-in one of the same whole and partition; one for an event replaces there the one
 * for all events. In every event the breakdowns are free of cycles, and no party is under two roots.
 */
public final class Hierarchy {

    /** The built-in breakdowns of items and states alone. */
    public static final Hierarchy BUILT_IN = new Hierarchy(List.of());

    private final List<Breakdown> own;
    private final Set<Breakdown> builtIn = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<BreakdownId> ofOneEvent = new HashSet<>();
    private final Map<Dimension, Map<String, List<Breakdown>>> byWhole = new EnumMap<>(Dimension.class);
    private final Map<Dimension, Map<String, List<Breakdown>>> byPart = new EnumMap<>(Dimension.class);
    private final Set<String> people;
    private final Set<String> losses;

    Hierarchy(List<Breakdown> own) {
        this.own = List.copyOf(own);
        Set<BreakdownId> ids = new HashSet<>();
        for (Breakdown breakdown : own) {
            ids.add(BreakdownId.of(breakdown));
            if (!breakdown.event().isEmpty()) {
                ofOneEvent.add(BreakdownId.of(breakdown));
            }
            index(breakdown);
        }
        for (Breakdown builtIn : BuiltIn.ROWS) {
            if (!ids.contains(BreakdownId.of(builtIn))) {
                this.builtIn.add(builtIn);
                index(builtIn);
            }
        }
        this.people = below(Dimension.ITEM, name -> Item.of(name).isPeople());
        this.losses = below(Dimension.STATE, name -> State.of(name).isLoss());
    }

    /**
     * Returns the hierarchy of a dossier's own breakdowns and the built-in ones that they do not replace.
     *
     * @param own the dossier's own breakdowns, in its order
     * @return the hierarchy
     * @throws IllegalArgumentException if breakdowns form a cycle, a party is under two roots, or one whole and
     *     partition is broken down twice in one event; the message lists all faults
     */
    public static Hierarchy of(List<Breakdown> own) {
        HierarchyBuilder builder = new HierarchyBuilder();
        List<String> faults = new ArrayList<>();
        int index = 0;
        Set<BreakdownId> earlier = new HashSet<>();
        for (Breakdown breakdown : own) {
            if (!earlier.add(BreakdownId.of(breakdown))) {
                faults.add(breakdown.dimension() + " " + Excerpt.quoted(breakdown.whole())
                        + " is broken down twice by partition " + Excerpt.quoted(breakdown.partition()));
            }
            index++;
            for (String part : breakdown.parts().isEmpty() ? List.of("") : breakdown.parts()) {
                builder.add(new HierarchyBuilder.Entry(index, BreakdownId.of(breakdown), part, breakdown.complete()));
            }
        }
        Hierarchy hierarchy = builder.build();
        builder.faults().forEach(fault -> faults.add(fault.message()));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("breakdowns: " + String.join("; ", faults));
        }
        return hierarchy;
    }

    private void index(Breakdown breakdown) {
        if (breakdown.complete() == Completeness.OFF) {
            return;
        }
        link(byWhole, breakdown.dimension(), breakdown.whole(), breakdown);
        for (String part : breakdown.parts()) {
            link(byPart, breakdown.dimension(), part, breakdown);
        }
    }

    private static void link(
            Map<Dimension, Map<String, List<Breakdown>>> index, Dimension dimension, String name, Breakdown breakdown) {
        index.computeIfAbsent(dimension, any -> new LinkedHashMap<>())
                .computeIfAbsent(name, any -> new ArrayList<>())
                .add(breakdown);
    }

    static List<Breakdown> builtIn() {
        return BuiltIn.ROWS;
    }

    /**
     * Returns the dossier's own breakdowns.
     *
     * @return the breakdowns in the dossier's order
     */
    public List<Breakdown> own() {
        return own;
    }

    /**
     * Returns whether a breakdown is built in.
     *
     * @param breakdown a breakdown of this hierarchy
     * @return false for the dossier's own
     */
    public boolean isBuiltIn(Breakdown breakdown) {
        return builtIn.contains(breakdown);
    }

    /**
     * Returns the breakdowns of one quantity, its own before the built-in ones.
     *
     * @param whole a quantity
     * @return its breakdowns, by event, party, place, item and state
     */
    public List<Breakdown> of(Quantity whole) {
        List<Breakdown> found = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            for (Breakdown breakdown : breakdowns(dimension, whole.in(dimension))) {
                if (breakdown.appliesTo(whole) && holds(breakdown, whole.event())) {
                    found.add(breakdown);
                }
            }
        }
        return found;
    }

    /**
     * Returns the quantities that are sums in which a quantity is a part.
     *
     * @param part a quantity
     * @return the wholes of all complete breakdowns that it is a part of, by event, party, place, item and state
     */
    public List<Quantity> sumsWith(Quantity part) {
        List<Quantity> wholes = new ArrayList<>();
        for (Breakdown breakdown : with(part)) {
            if (breakdown.complete() == Completeness.YES) {
                wholes.add(breakdown.wholeOf(part));
            }
        }
        return wholes;
    }

    /**
     * Returns the breakdowns that have a quantity among their parts.
     *
     * @param part a quantity
     * @return the breakdowns of all kinds, by event, party, place, item and state
     */
    public List<Breakdown> with(Quantity part) {
        List<Breakdown> found = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            for (Breakdown breakdown : holding(dimension, part.in(dimension))) {
                if (breakdown.divides(part) && holds(breakdown, part.event())) {
                    found.add(breakdown);
                }
            }
        }
        return found;
    }

    /** Whether a breakdown holds in an event: it is for that one, or for all and not replaced there. */
    private boolean holds(Breakdown breakdown, String event) {
        return breakdown.event().isEmpty()
                ? ofOneEvent.isEmpty()
                        || !ofOneEvent.contains(BreakdownId.of(breakdown).in(event))
                : breakdown.event().equals(event);
    }

    private List<Breakdown> breakdowns(Dimension dimension, String whole) {
        return byWhole.getOrDefault(dimension, Map.of()).getOrDefault(whole, List.of());
    }

    private List<Breakdown> holding(Dimension dimension, String part) {
        return byPart.getOrDefault(dimension, Map.of()).getOrDefault(part, List.of());
    }

    /**
     * Returns the sides of an event: the parties that are part of nothing.
     *
     * @param event the event
     * @param parties the parties in question, in the dossier's order
     * @return the roots above them, each once, in the order in which their members first occur
     */
    public List<String> roots(String event, Collection<String> parties) {
        return List.copyOf(new LinkedHashSet<>(sides(event, parties).values()));
    }

    /**
     * Returns the side of each party in an event.
     *
     * @param event the event
     * @param parties the parties in question
     * @return the root above each, in their order
     */
    public Map<String, String> sides(String event, Collection<String> parties) {
        Map<String, String> rootOf = new HashMap<>();
        Map<String, String> sides = new LinkedHashMap<>();
        for (String party : parties) {
            List<String> passed = new ArrayList<>();
            String name = party;
            while (!rootOf.containsKey(name)) {
                passed.add(name);
                Optional<Breakdown> above = holding(Dimension.PARTY, name).stream()
                        .filter(breakdown -> holds(breakdown, event))
                        .findFirst(); // whichever: all lead to the same root
                if (above.isEmpty()) {
                    rootOf.put(name, name);
                } else {
                    name = above.get().whole();
                }
            }
            String root = rootOf.getOrDefault(name, name);
            passed.forEach(one -> rootOf.put(one, root));
            sides.put(party, root);
        }
        return sides;
    }

    /**
     * Returns the direct members of a party in an event.
     *
     * @param event the event
     * @param party a party
     * @return the parts of all its breakdowns that hold there, each once
     */
    public List<String> members(String event, String party) {
        Set<String> members = new LinkedHashSet<>();
        for (Breakdown breakdown : breakdowns(Dimension.PARTY, party)) {
            if (holds(breakdown, event)) {
                members.addAll(breakdown.parts());
            }
        }
        return List.copyOf(members);
    }

    /**
     * Returns whether a name is in the tree of items or states, built in or added by the dossier.
     *
     * @param dimension item or state
     * @param name a name
     * @return whether it is known
     */
    public boolean knows(Dimension dimension, String name) {
        return dimension == Dimension.ITEM && Item.knows(name)
                || dimension == Dimension.STATE && State.knows(name)
                || !breakdowns(dimension, name).isEmpty()
                || !holding(dimension, name).isEmpty();
    }

    /**
     * Returns whether a measure counts people.
     *
     * @param measure a measure
     * @return whether its item, or one that it is part of, is people
     */
    public boolean isPeople(Measure measure) {
        return measure.item().isPeople() || people.contains(measure.item().name());
    }

    /**
     * Returns whether a measure counts losses.
     *
     * @param measure a measure
     * @return whether its state, or one that it is part of, is a loss
     */
    public boolean isLoss(Measure measure) {
        return measure.state().isLoss() || losses.contains(measure.state().name());
    }

    /**
     * Returns names and all that is part of them, by any breakdown, in whatever event.
     *
     * @param dimension what the names are names of
     * @param names the names, in the hierarchy or not
     * @return these and the names below them
     */
    public Set<String> within(Dimension dimension, Set<String> names) {
        Set<String> within = new HashSet<>(names);
        within.addAll(below(dimension, names::contains));
        return within;
    }

    /** The names that pass a test, and all that is part of them by any breakdown, in whatever event. */
    private Set<String> below(Dimension dimension, Predicate<String> test) {
        Map<String, List<Breakdown>> trees = byWhole.getOrDefault(dimension, Map.of());
        Deque<String> open = new ArrayDeque<>();
        trees.keySet().stream().filter(test).forEach(open::add);
        Set<String> below = new HashSet<>();
        while (!open.isEmpty()) {
            String whole = open.remove();
            if (below.add(whole)) {
                trees.getOrDefault(whole, List.of()).forEach(breakdown -> open.addAll(breakdown.parts()));
            }
        }
        return below;
    }

    /** Returns the dossier's own breakdowns as equations, one per line. */
    @Override
    public String toString() {
        return String.join("\n", own.stream().map(Breakdown::toString).toList());
    }

    /** The built-in breakdowns, read when the first hierarchy is made. */
    private static final class BuiltIn {

        static final List<Breakdown> ROWS = read();

        private static List<Breakdown> read() {
            HierarchyBuilder builder = new HierarchyBuilder();
            int line = 1;
            for (List<String> cells : ResourceTable.rows(
                    Hierarchy.class, "hierarchy.csv", "dimension", "whole", "partition", "part", "complete")) {
                builder.add(new HierarchyBuilder.Entry(
                        ++line,
                        new BreakdownId(Dimension.of(cells.get(0)), cells.get(1), cells.get(2), ""),
                        cells.get(3),
                        Completeness.of(cells.get(4))));
            }
            return builder.breakdowns();
        }
    }
}
