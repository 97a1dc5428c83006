package org.muster.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.text.Excerpt;

/** Collects the rows of {@code hierarchy.csv} into breakdowns, and finds the entries that contradict others. */
final class HierarchyBuilder {

    /** A row of the file: a part of a whole. Faults are reported at {@code line}. */
    record Entry(int line, BreakdownId breakdown, String part, Completeness complete) {

        private boolean isOff() {
            return complete == Completeness.OFF;
        }

        private boolean isOfParties() {
            return breakdown.dimension() == Dimension.PARTY && !isOff();
        }

        private String whole() {
            return breakdown.whole();
        }

        private String event() {
            return breakdown.event();
        }
    }

    /** Why an entry was left out. */
    record Fault(Entry entry, String column, String message) {}

    private final Map<BreakdownId, List<Entry>> groups = new LinkedHashMap<>();

    /** The first entry of each part in each breakdown. */
    private final Map<List<Object>, Entry> firstOf = new HashMap<>();

    private final List<Fault> faults = new ArrayList<>();

    void add(Entry entry) {
        List<Entry> group = groups.computeIfAbsent(entry.breakdown, id -> new ArrayList<>());
        Entry first = group.isEmpty() ? entry : group.get(0);
        Entry same = firstOf.get(List.of(entry.breakdown, entry.part));
        if (same != null) {
            faults.add(new Fault(
                    entry,
                    "part",
                    Excerpt.quoted(entry.part) + " is already a part of " + Excerpt.quoted(entry.whole()) + " at line "
                            + same.line));
            return;
        }
        if (first.complete != entry.complete) {
            faults.add(new Fault(
                    entry,
                    "complete",
                    Excerpt.quoted(entry.complete.toString()) + " where line " + first.line
                            + " of the same breakdown says \"" + first.complete
                            + "\": a breakdown is of one kind; expected one word, or another partition"));
            return;
        }
        if (!entry.isOff() && entry.part.equals(entry.whole())) {
            faults.add(new Fault(entry, "part", Excerpt.quoted(entry.part) + " is a part of itself"));
            return;
        }
        group.add(entry);
        firstOf.put(List.of(entry.breakdown, entry.part), entry);
    }

    /** Returns the breakdowns as collected, without checking for cycles and second roots. */
    List<Breakdown> breakdowns() {
        List<Breakdown> breakdowns = new ArrayList<>();
        groups.forEach((id, entries) -> {
            if (!entries.isEmpty()) {
                List<String> parts = new ArrayList<>(entries.size());
                for (Entry entry : entries) {
                    if (!entry.isOff()) {
                        parts.add(entry.part);
                    }
                }
                breakdowns.add(new Breakdown(
                        id.dimension(), id.whole(), id.partition(), parts, entries.get(0).complete, id.event()));
            }
        });
        return breakdowns;
    }

    /** Returns the hierarchy of all entries that do not contradict those before them. */
    Hierarchy build() {
        removeUnknownOff();
        int before;
        do { // a breakdown that loses its last entry gives way to the one that it had replaced
            before = faults.size();
            removeCircles();
            removeSecondRoots();
        } while (faults.size() > before);
        return new Hierarchy(breakdowns());
    }

    List<Fault> faults() {
        return faults;
    }

    private void remove(List<Fault> found) {
        faults.addAll(found);
        for (Fault fault : found) {
            Entry entry = fault.entry;
            groups.getOrDefault(entry.breakdown, new ArrayList<>()).remove(entry);
        }
    }

    private void removeUnknownOff() {
        Set<BreakdownId> general = new HashSet<>();
        Hierarchy.builtIn().forEach(builtIn -> general.add(BreakdownId.of(builtIn)));
        groups.forEach((id, entries) -> {
            if (!entries.isEmpty() && !entries.get(0).isOff()) {
                general.add(id);
            }
        });
        List<Fault> found = new ArrayList<>();
        for (Entry entry : entries()) {
            if (entry.isOff() && !general.contains(entry.breakdown.in(""))) {
                found.add(new Fault(
                        entry,
                        "partition",
                        "there is no " + (entry.event().isEmpty() ? "built-in " : "") + "breakdown of "
                                + entry.breakdown.dimension() + " " + Excerpt.quoted(entry.whole()) + " by \""
                                + entry.breakdown.partition() + "\" to switch off"));
            }
        }
        remove(found);
    }

    /** Removes entries that would close a cycle: those whose part is already above their whole. Entries for all events come first. */
    private void removeCircles() {
        Set<BreakdownId> ids = ids();
        PartLinks links = new PartLinks(ids);
        for (Breakdown builtIn : Hierarchy.builtIn()) {
            BreakdownId id = BreakdownId.of(builtIn);
            if (!ids.contains(id)) {
                builtIn.parts().forEach(part -> links.add(id, part));
            }
        }
        List<Fault> found = new ArrayList<>();
        for (Entry entry : generalFirst()) {
            if (entry.isOff()) {
                continue;
            }
            if (links.above(entry.breakdown.dimension(), entry.whole(), entry.event())
                    .contains(entry.part)) {
                found.add(new Fault(
                        entry,
                        "part",
                        Excerpt.quoted(entry.part) + " is a part of " + Excerpt.quoted(entry.whole())
                                + " that is itself a part of \"" + entry.part + "\"" + in(entry.event())
                                + ": this row closes a cycle"));
            } else {
                links.add(entry.breakdown, entry.part);
            }
        }
        remove(found);
    }

    /**
     * Removes entries that lead to a second root, once all entries are linked, in every event: the party keeps the first. Works from
     * the top down, so that a party is not blamed for faults of the wholes above it.
     */
    private void removeSecondRoots() {
        Set<String> events = new LinkedHashSet<>(Set.of(""));
        for (Entry entry : entries()) {
            if (entry.breakdown.dimension() == Dimension.PARTY) {
                events.add(entry.event());
            }
        }
        for (String event : events) {
            List<Fault> found;
            do {
                found = secondRoots(event);
                remove(found);
            } while (!found.isEmpty());
        }
    }

    private List<Fault> secondRoots(String event) {
        PartLinks links = new PartLinks(ids());
        List<Entry> here = new ArrayList<>();
        for (Entry entry : generalFirst()) {
            if (entry.isOfParties() && links.holds(entry.breakdown, event)) {
                here.add(entry);
                links.add(entry.breakdown, entry.part);
            }
        }
        List<Fault> found = new ArrayList<>();
        Map<String, String> rootAbove = new HashMap<>();
        Map<String, String> rootOf = new HashMap<>();
        for (Entry entry : here) {
            String root = rootAbove.computeIfAbsent(entry.whole(), whole -> onlyRoot(links, whole, event));
            String first = root.isEmpty() ? null : rootOf.putIfAbsent(entry.part, root);
            if (first != null && !first.equals(root)) {
                found.add(new Fault(
                        entry,
                        "part",
                        Excerpt.quoted(entry.part) + " is under two sides" + in(event) + ", " + Excerpt.quoted(first)
                                + " and now " + Excerpt.quoted(root)));
            }
        }
        return found;
    }

    /** Returns the root above a party; blank if it has two, one of which will be removed. */
    private static String onlyRoot(PartLinks links, String party, String event) {
        String root = "";
        for (String name : links.above(Dimension.PARTY, party, event)) {
            if (links.isRoot(Dimension.PARTY, name, event)) {
                if (!root.isEmpty()) {
                    return "";
                }
                root = name;
            }
        }
        return root;
    }

    private static String in(String event) {
        return event.isEmpty() ? "" : " in event " + Excerpt.quoted(event);
    }

    private Set<BreakdownId> ids() {
        Set<BreakdownId> ids = new HashSet<>();
        groups.forEach((id, entries) -> {
            if (!entries.isEmpty()) {
                ids.add(id);
            }
        });
        return ids;
    }

    private List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        groups.values().forEach(all::addAll);
        return all;
    }

    /** All entries, those for one event behind those for all, so that the special one is found at fault. */
    private List<Entry> generalFirst() {
        List<Entry> all = new ArrayList<>();
        List<Entry> ofEvents = new ArrayList<>();
        for (Entry entry : entries()) {
            (entry.event().isEmpty() ? all : ofEvents).add(entry);
        }
        all.addAll(ofEvents);
        return all;
    }
}
