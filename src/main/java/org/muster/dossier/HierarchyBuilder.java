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
import org.muster.text.CsvTable;
import org.muster.text.Excerpt;

/** Gathers the rows of {@code hierarchy.csv} into breakdowns, and finds the rows that contradict the others. */
final class HierarchyBuilder {

    /** One row: a part of a whole. {@code line} is what faults are reported at. */
    record Row(int line, Dimension dimension, String whole, String partition, String part, Completeness complete) {

        /** Reads a row whose words are known to be good. */
        static Row of(CsvTable.Row row) {
            return new Row(
                    row.line(),
                    Dimension.of(row.get("dimension")),
                    row.get("whole"),
                    row.get("partition"),
                    row.get("part"),
                    Completeness.of(row.get("complete")));
        }
    }

    /** Why a row was left out. */
    record Fault(Row row, String column, String message) {}

    /** The rows of each breakdown, by dimension, whole and partition. */
    private final Map<List<String>, List<Row>> groups = new LinkedHashMap<>();

    /** The first row of each part in each breakdown. */
    private final Map<List<Object>, Row> firstOf = new HashMap<>();

    private final List<Fault> faults = new ArrayList<>();

    void add(Row row) {
        List<Row> group = groups.computeIfAbsent(group(row), key -> new ArrayList<>());
        Row first = group.isEmpty() ? row : group.get(0);
        Row same = firstOf.get(List.of(group(row), row.part));
        if (same != null) {
            faults.add(new Fault(
                    row,
                    "part",
                    Excerpt.quoted(row.part) + " is a part of " + Excerpt.quoted(row.whole) + " already at line "
                            + same.line));
            return;
        }
        if (first.complete != row.complete) {
            faults.add(new Fault(
                    row,
                    "complete",
                    Excerpt.quoted(row.complete.toString()) + " where line " + first.line
                            + " of the same breakdown says \"" + first.complete
                            + "\": a breakdown is of one kind; expected one word, or another partition"));
            return;
        }
        if (row.complete != Completeness.OFF && row.part.equals(row.whole)) {
            faults.add(new Fault(row, "part", Excerpt.quoted(row.part) + " is a part of itself"));
            return;
        }
        group.add(row);
        firstOf.put(List.of(group(row), row.part), row);
    }

    /** The breakdowns as gathered, without a look for circles and double roots. */
    List<Breakdown> breakdowns() {
        List<Breakdown> breakdowns = new ArrayList<>();
        for (List<Row> rows : groups.values()) {
            if (!rows.isEmpty()) {
                Row first = rows.get(0);
                List<String> parts = new ArrayList<>(rows.size());
                for (Row row : rows) {
                    if (row.complete != Completeness.OFF) {
                        parts.add(row.part);
                    }
                }
                breakdowns.add(new Breakdown(first.dimension, first.whole, first.partition, parts, first.complete));
            }
        }
        return breakdowns;
    }

    /** The hierarchy of all rows that do not contradict those before them. */
    Hierarchy build() {
        removeUnknownOff();
        removeCircles();
        removeSecondRoots();
        return new Hierarchy(breakdowns());
    }

    List<Fault> faults() {
        return faults;
    }

    private static List<String> group(Row row) {
        return List.of(row.dimension.toString(), row.whole, row.partition);
    }

    private void remove(List<Fault> found) {
        faults.addAll(found);
        for (Fault fault : found) {
            Row row = fault.row;
            groups.getOrDefault(group(row), new ArrayList<>()).remove(row);
        }
    }

    private void removeUnknownOff() {
        List<Fault> found = new ArrayList<>();
        for (List<Row> group : groups.values()) {
            for (Row row : group) {
                if (row.complete == Completeness.OFF && !replacesBuiltIn(row)) {
                    found.add(new Fault(
                            row,
                            "partition",
                            "there is no built-in breakdown of " + row.dimension + " " + Excerpt.quoted(row.whole)
                                    + " by \"" + row.partition + "\" to switch off"));
                }
            }
        }
        remove(found);
    }

    private static boolean replacesBuiltIn(Row row) {
        Breakdown off = new Breakdown(row.dimension, row.whole, row.partition, List.of(), Completeness.OFF);
        for (Breakdown builtIn : Hierarchy.builtIn()) {
            if (Hierarchy.isReplaced(builtIn, List.of(off))) {
                return true;
            }
        }
        return false;
    }

    /** Row by row: one whose part stands above its whole already would close a circle. */
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
        for (List<Row> group : groups.values()) {
            for (Row row : group) {
                if (row.complete == Completeness.OFF) {
                    continue;
                }
                if (above(wholes, row.dimension, row.whole).contains(row.part)) {
                    found.add(new Fault(
                            row,
                            "part",
                            Excerpt.quoted(row.part) + " is a part of " + Excerpt.quoted(row.whole)
                                    + " that is itself a part of \"" + row.part + "\": a circle; this row closes it"));
                } else {
                    link(wholes, row.dimension, row.whole, row.part);
                }
            }
        }
        remove(found);
    }

    /**
     * Once all rows are linked: a party whose wholes lead to two roots keeps the first. From the top down, so that a
     * party is not blamed for what is wrong with the wholes above it.
     */
    private void removeSecondRoots() {
        List<Fault> found;
        do {
            Map<List<Object>, Set<String>> wholes = new HashMap<>();
            for (List<Row> group : groups.values()) {
                for (Row row : group) {
                    if (row.dimension == Dimension.PARTY) {
                        link(wholes, row.dimension, row.whole, row.part);
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
        for (List<Row> group : groups.values()) {
            for (Row row : group) {
                String root = row.dimension == Dimension.PARTY ? onlyRoot(wholes, row.whole) : "";
                String first = root.isEmpty() ? null : rootOf.putIfAbsent(row.part, root);
                if (first != null && !first.equals(root)) {
                    found.add(new Fault(
                            row,
                            "part",
                            Excerpt.quoted(row.part) + " stands under two sides, " + Excerpt.quoted(first) + " and now "
                                    + Excerpt.quoted(root)));
                }
            }
        }
        return found;
    }

    /** The root above a party; blank where it has two, of which one will be taken away. */
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

    /** A name and everything that it is part of. */
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
