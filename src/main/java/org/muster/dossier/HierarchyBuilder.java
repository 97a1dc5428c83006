package org.muster.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.text.Excerpt;

/** Collects the rows of {@code hierarchy.csv} into breakdowns, and finds the entries that contradict others. */
final class HierarchyBuilder {

    /** A row of the file: a part of a whole. Faults are reported at {@code line}. */
    record Entry(int line, Dimension dimension, String whole, String partition, String part, Completeness complete) {}

    /** Why an entry was left out. */
    record Fault(Entry entry, String column, String message) {}

    /** The entries of each breakdown, by dimension, whole and partition. */
    private final Map<List<String>, List<Entry>> groups = new LinkedHashMap<>();

    /** The first entry of each part in each breakdown. */
    private final Map<List<Object>, Entry> firstOf = new HashMap<>();

    private final List<Fault> faults = new ArrayList<>();

    void add(Entry entry) {
        List<Entry> group = groups.computeIfAbsent(group(entry), key -> new ArrayList<>());
        Entry first = group.isEmpty() ? entry : group.get(0);
        Entry same = firstOf.get(List.of(group(entry), entry.part));
        if (same != null) {
            faults.add(new Fault(
                    entry,
                    "part",
                    Excerpt.quoted(entry.part) + " is already a part of " + Excerpt.quoted(entry.whole) + " at line "
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
        if (entry.complete != Completeness.OFF && entry.part.equals(entry.whole)) {
            faults.add(new Fault(entry, "part", Excerpt.quoted(entry.part) + " is a part of itself"));
            return;
        }
        group.add(entry);
        firstOf.put(List.of(group(entry), entry.part), entry);
    }

    /** Returns the breakdowns as collected, without checking for cycles and second roots. */
    List<Breakdown> breakdowns() {
        List<Breakdown> breakdowns = new ArrayList<>();
        for (List<Entry> entries : groups.values()) {
            if (!entries.isEmpty()) {
                Entry first = entries.get(0);
                List<String> parts = new ArrayList<>(entries.size());
                for (Entry entry : entries) {
                    if (entry.complete != Completeness.OFF) {
                        parts.add(entry.part);
                    }
                }
                breakdowns.add(new Breakdown(first.dimension, first.whole, first.partition, parts, first.complete));
            }
        }
        return breakdowns;
    }

    /** Returns the hierarchy of all entries that do not contradict those before them. */
    Hierarchy build() {
        removeUnknownOff();
        removeCircles();
        removeSecondRoots();
        return new Hierarchy(breakdowns());
    }

    List<Fault> faults() {
        return faults;
    }

    private static List<String> group(Entry entry) {
        return List.of(entry.dimension.toString(), entry.whole, entry.partition);
    }

    private void remove(List<Fault> found) {
        faults.addAll(found);
        for (Fault fault : found) {
            Entry entry = fault.entry;
            groups.getOrDefault(group(entry), new ArrayList<>()).remove(entry);
        }
    }

    private void removeUnknownOff() {
        List<Fault> found = new ArrayList<>();
        for (List<Entry> group : groups.values()) {
            for (Entry entry : group) {
                if (entry.complete == Completeness.OFF && !replacesBuiltIn(entry)) {
                    found.add(new Fault(
                            entry,
                            "partition",
                            "there is no built-in breakdown of " + entry.dimension + " " + Excerpt.quoted(entry.whole)
                                    + " by \"" + entry.partition + "\" to switch off"));
                }
            }
        }
        remove(found);
    }

    private static boolean replacesBuiltIn(Entry entry) {
        Breakdown off = new Breakdown(entry.dimension, entry.whole, entry.partition, List.of(), Completeness.OFF);
        for (Breakdown builtIn : Hierarchy.builtIn()) {
            if (Hierarchy.isReplaced(builtIn, List.of(off))) {
                return true;
            }
        }
        return false;
    }

    /** Removes entries that would close a cycle: those whose part is already above their whole. */
    private void removeCircles() {
        Map<List<Object>, Set<String>> wholes = new HashMap<>();
        List<Breakdown> own = breakdowns();
        for (Breakdown builtIn : Hierarchy.builtIn()) {
            if (!Hierarchy.isReplaced(builtIn, own)) {
                for (String part : builtIn.parts()) {
                    link(wholes, builtIn.dimension(), builtIn.whole(), part);
                }
            }
        }
        List<Fault> found = new ArrayList<>();
        for (List<Entry> group : groups.values()) {
            for (Entry entry : group) {
                if (entry.complete == Completeness.OFF) {
                    continue;
                }
                if (above(wholes, entry.dimension, entry.whole).contains(entry.part)) {
                    found.add(new Fault(
                            entry,
                            "part",
                            Excerpt.quoted(entry.part) + " is a part of " + Excerpt.quoted(entry.whole)
                                    + " that is itself a part of \"" + entry.part
                                    + "\": this row closes a cycle"));
                } else {
                    link(wholes, entry.dimension, entry.whole, entry.part);
                }
            }
        }
        remove(found);
    }

    /**
     * Removes entries that lead to a second root, once all entries are linked: the party keeps the first. Works from
     * the top down, so that a party is not blamed for faults of the wholes above it.
     */
    private void removeSecondRoots() {
        List<Fault> found;
        do {
            Map<List<Object>, Set<String>> wholes = new HashMap<>();
            for (List<Entry> group : groups.values()) {
                for (Entry entry : group) {
                    if (entry.dimension == Dimension.PARTY) {
                        link(wholes, entry.dimension, entry.whole, entry.part);
                    }
                }
            }
            found = secondRoots(wholes);
            remove(found);
        } while (!found.isEmpty());
    }

    private List<Fault> secondRoots(Map<List<Object>, Set<String>> wholes) {
        List<Fault> found = new ArrayList<>();
        Map<String, String> rootOf = new HashMap<>();
        for (List<Entry> group : groups.values()) {
            for (Entry entry : group) {
                String root = entry.dimension == Dimension.PARTY ? onlyRoot(wholes, entry.whole) : "";
                String first = root.isEmpty() ? null : rootOf.putIfAbsent(entry.part, root);
                if (first != null && !first.equals(root)) {
                    found.add(new Fault(
                            entry,
                            "part",
                            Excerpt.quoted(entry.part) + " is under two sides, " + Excerpt.quoted(first) + " and now "
                                    + Excerpt.quoted(root)));
                }
            }
        }
        return found;
    }

    /** Returns the root above a party; blank if it has two, one of which will be removed. */
    private static String onlyRoot(Map<List<Object>, Set<String>> wholes, String party) {
        String root = "";
        for (String name : above(wholes, Dimension.PARTY, party)) {
            if (!wholes.containsKey(key(Dimension.PARTY, name))) {
                if (!root.isEmpty()) {
                    return "";
                }
                root = name;
            }
        }
        return root;
    }

    private static List<Object> key(Dimension dimension, String name) {
        return List.of(dimension, name);
    }

    private static void link(Map<List<Object>, Set<String>> wholes, Dimension dimension, String whole, String part) {
        wholes.computeIfAbsent(key(dimension, part), name -> new LinkedHashSet<>())
                .add(whole);
    }

    /** Returns a name and everything that it is part of. */
    private static Set<String> above(Map<List<Object>, Set<String>> wholes, Dimension dimension, String name) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(name);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (seen.add(next)) {
                open.addAll(wholes.getOrDefault(key(dimension, next), Set.of()));
            }
        }
        return seen;
    }
}
