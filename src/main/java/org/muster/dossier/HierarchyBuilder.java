package org.muster.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Breakdowns of which a row could not be read, so that a part may be missing. */
    private final Set<BreakdownId> lacking = new LinkedHashSet<>();

    /** Marks the breakdowns of which a row may have been among some cells that could not be read. */
    void lack(Set<String> cells) {
        for (BreakdownId id : groups.keySet()) {
            if (cells.contains(id.dimension().toString()) && cells.contains(id.whole())) {
                lacking.add(id);
            }
        }
    }

    /** Returns the first rows of the breakdowns that are complete no more, since a row of theirs was left out. */
    List<Entry> weakened() {
        return lacking.stream()
                .map(id -> groups.getOrDefault(id, List.of()))
                .filter(entries -> !entries.isEmpty() && isComplete(entries.get(0)))
                .map(entries -> entries.get(0))
                .toList();
    }

    private static boolean isComplete(Entry entry) {
        return entry.complete == Completeness.YES || entry.complete == Completeness.SHARED;
    }

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
            lacking.add(entry.breakdown);
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
            boolean lacks = lacking.contains(id) && !entries.isEmpty() && isComplete(entries.get(0));
            if (!entries.isEmpty() && !(lacks && entries.get(0).complete == Completeness.SHARED)) {
                List<String> parts = new ArrayList<>(entries.size());
                for (Entry entry : entries) {
                    if (!entry.isOff()) {
                        parts.add(entry.part);
                    }
                }
                breakdowns.add(new Breakdown(
                        id.dimension(),
                        id.whole(),
                        id.partition(),
                        parts,
                        lacks ? Completeness.NO : entries.get(0).complete,
                        id.event()));
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
        Set<Entry> entries = new HashSet<>();
        found.forEach(fault -> {
            entries.add(fault.entry);
            lacking.add(fault.entry.breakdown);
        });
        if (!entries.isEmpty()) {
            groups.values().forEach(group -> group.removeIf(entries::contains));
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

    /**
     * Entry by entry, those for all events first: one whose part stands above its whole already would close a circle. A
     * circle in one event has an entry of that event in it, whose part is a whole there.
     */
    private void removeCircles() {
        Set<BreakdownId> ids = ids();
        List<Fault> found = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            List<Linked> general = new ArrayList<>();
            for (Breakdown builtIn : Hierarchy.builtIn()) {
                BreakdownId id = BreakdownId.of(builtIn);
                if (id.dimension() == dimension && !ids.contains(id)) {
                    builtIn.parts().forEach(part -> general.add(new Linked(id, part, Optional.empty())));
                }
            }
            Map<String, List<Linked>> ofEvents = new LinkedHashMap<>();
            for (Entry entry : entries()) {
                if (entry.breakdown.dimension() == dimension && !entry.isOff()) {
                    Linked link = new Linked(entry.breakdown, entry.part, Optional.of(entry));
                    (entry.event().isEmpty()
                                    ? general
                                    : ofEvents.computeIfAbsent(entry.event(), any -> new ArrayList<>()))
                            .add(link);
                }
            }
            List<Linked> standing = new ArrayList<>(general);
            standing.removeAll(circles(general, found));
            Set<String> wholes = new HashSet<>();
            standing.forEach(link -> wholes.add(link.id.whole()));
            ofEvents.forEach((event, own) -> {
                Set<String> here = new HashSet<>();
                own.forEach(link -> here.add(link.id.whole()));
                if (own.stream().anyMatch(link -> here.contains(link.part) || wholes.contains(link.part))) {
                    List<Linked> links = new ArrayList<>(standing);
                    links.removeIf(link -> ids.contains(link.id.in(event)));
                    links.addAll(own);
                    circles(links, found);
                }
            });
        }
        remove(found);
    }

    /** A part of a breakdown, and the entry that says so where that is none of the built-in ones. */
    private record Linked(BreakdownId id, String part, Optional<Entry> entry) {
        PartOrder.Link link() {
            return new PartOrder.Link(id.whole(), part);
        }
    }

    private static Set<Linked> circles(List<Linked> links, List<Fault> found) {
        PartOrder order = new PartOrder(links.stream().map(Linked::link).toList());
        Set<Linked> closing = new HashSet<>();
        for (Linked link : links) {
            if (!order.add(link.link()) && link.entry.isPresent()) {
                Entry entry = link.entry.get();
                closing.add(link);
                found.add(new Fault(
                        entry,
                        "part",
                        Excerpt.quoted(entry.part) + " is a part of " + Excerpt.quoted(entry.whole())
                                + " that is itself a part of \"" + entry.part + "\"" + in(entry.event())
                                + ": this row closes a cycle"));
            }
        }
        return closing;
    }

    /** Once there are no circles, in every event: a party whose wholes lead to two roots keeps the first. */
    private void removeSecondRoots() {
        Set<String> events = new LinkedHashSet<>(Set.of(""));
        for (Entry entry : entries()) {
            if (entry.breakdown.dimension() == Dimension.PARTY) {
                events.add(entry.event());
            }
        }
        for (String event : events) {
            remove(secondRoots(event));
        }
    }

    /** From the top down, so that a party is not blamed for what is wrong with the wholes above it. */
    private List<Fault> secondRoots(String event) {
        Set<BreakdownId> ids = ids();
        Map<String, List<Entry>> entriesOf = new LinkedHashMap<>();
        Map<String, List<String>> partsOf = new HashMap<>();
        List<Entry> here = new ArrayList<>();
        for (Entry entry : generalFirst()) {
            boolean holds =
                    entry.event().equals(event) || entry.event().isEmpty() && !ids.contains(entry.breakdown.in(event));
            if (entry.isOfParties() && holds) {
                here.add(entry);
                entriesOf.computeIfAbsent(entry.part, any -> new ArrayList<>()).add(entry);
                partsOf.computeIfAbsent(entry.whole(), any -> new ArrayList<>()).add(entry.part);
            }
        }
        Map<String, String> rootOf = firstRoots(entriesOf, partsOf);
        List<Fault> found = new ArrayList<>();
        for (Entry entry : here) {
            String first = rootOf.getOrDefault(entry.part, "");
            String root = rootOf.getOrDefault(entry.whole(), "");
            if (!first.equals(root)) {
                found.add(new Fault(
                        entry,
                        "part",
                        Excerpt.quoted(entry.part) + " is under two sides" + in(event) + ", " + Excerpt.quoted(first)
                                + " and now " + Excerpt.quoted(root)));
            }
        }
        return found;
    }

    /** The root that each party is under by the first of its rows, found from the roots down. */
    private static Map<String, String> firstRoots(
            Map<String, List<Entry>> entriesOf, Map<String, List<String>> partsOf) {
        Map<String, String> rootOf = new HashMap<>();
        Map<String, Integer> wholesLeft = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        entriesOf.forEach((part, entries) -> wholesLeft.put(part, entries.size()));
        for (String whole : partsOf.keySet()) {
            if (!entriesOf.containsKey(whole)) {
                ready.add(whole);
            }
        }
        while (!ready.isEmpty()) {
            String party = ready.remove();
            List<Entry> entries = entriesOf.getOrDefault(party, List.of());
            rootOf.put(
                    party,
                    entries.isEmpty()
                            ? party
                            : rootOf.getOrDefault(entries.get(0).whole(), party));
            for (String part : partsOf.getOrDefault(party, List.of())) {
                if (wholesLeft.merge(part, -1, Integer::sum) == 0) {
                    ready.add(part);
                }
            }
        }
        return rootOf;
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
