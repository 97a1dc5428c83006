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
import java.util.Set;

/** Gathers the rows of {@code hierarchy.csv} into breakdowns, and finds the rows that contradict the others. */
final class HierarchyRows {

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

    private record Key(Dimension dimension, String whole, String partition) {}

    private record Name(Dimension dimension, String name) {}

    private final Map<Key, List<Row>> groups = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    void add(Row row) {
        List<Row> group =
                groups.computeIfAbsent(new Key(row.dimension, row.whole, row.partition), key -> new ArrayList<>());
        for (Row earlier : group) {
            if (earlier.part.equals(row.part)) {
                faults.add(new Fault(
                        row,
                        "part",
                        Cell.quoted(row.part) + " is a part of " + Cell.quoted(row.whole) + " already at line "
                                + earlier.line));
                return;
            }
            if (earlier.complete != row.complete) {
                faults.add(new Fault(
                        row,
                        "complete",
                        Cell.quoted(row.complete.toString()) + " where line " + earlier.line
                                + " of the same breakdown says \"" + earlier.complete
                                + "\": a breakdown is of one kind; expected one word, or another partition"));
                return;
            }
        }
        if (row.complete != Completeness.OFF && row.part.equals(row.whole)) {
            faults.add(new Fault(row, "part", Cell.quoted(row.part) + " is a part of itself"));
            return;
        }
        group.add(row);
    }

    /** The breakdowns as gathered, without a look for circles and double roots. */
    List<Breakdown> breakdowns() {
        List<Breakdown> breakdowns = new ArrayList<>();
        groups.forEach((key, rows) -> {
            if (!rows.isEmpty()) {
                Completeness complete = rows.get(0).complete;
                List<String> parts = complete == Completeness.OFF
                        ? List.of()
                        : rows.stream().map(Row::part).toList();
                breakdowns.add(new Breakdown(key.dimension, key.whole, key.partition, parts, complete));
            }
        });
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

    private void removeUnknownOff() {
        for (List<Row> group : groups.values()) {
            group.removeIf(row -> {
                boolean unknown = row.complete == Completeness.OFF && !replacesBuiltIn(row);
                if (unknown) {
                    faults.add(new Fault(
                            row,
                            "partition",
                            "there is no built-in breakdown of " + row.dimension + " " + Cell.quoted(row.whole)
                                    + " by \"" + row.partition + "\" to switch off"));
                }
                return unknown;
            });
        }
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
        Map<Name, Set<String>> wholes = new HashMap<>();
        List<Breakdown> own = breakdowns();
        for (Breakdown builtIn : Hierarchy.builtIn()) {
            if (!Hierarchy.isReplaced(builtIn, own)) {
                for (String part : builtIn.parts()) {
                    link(wholes, builtIn.dimension(), builtIn.whole(), part);
                }
            }
        }
        for (List<Row> group : groups.values()) {
            group.removeIf(row -> {
                if (row.complete == Completeness.OFF) {
                    return false;
                }
                Set<String> above = above(wholes, new Name(row.dimension, row.whole));
                if (above.contains(row.part)) {
                    faults.add(new Fault(
                            row,
                            "part",
                            Cell.quoted(row.part) + " is a part of " + Cell.quoted(row.whole)
                                    + " that is itself a part of \"" + row.part + "\": a circle; this row closes it"));
                    return true;
                }
                link(wholes, row.dimension, row.whole, row.part);
                return false;
            });
        }
    }

    /**
     * Once all rows are linked: a party whose wholes lead to two roots keeps the first. From the top down, so that a
     * party is not blamed for what is wrong with the wholes above it.
     */
    private void removeSecondRoots() {
        boolean removed = true;
        while (removed) {
            Map<Name, Set<String>> wholes = new HashMap<>();
            for (List<Row> group : groups.values()) {
                for (Row row : group) {
                    if (row.dimension == Dimension.PARTY) {
                        link(wholes, row.dimension, row.whole, row.part);
                    }
                }
            }
            Map<String, String> rootOf = new HashMap<>();
            removed = false;
            for (List<Row> group : groups.values()) {
                removed |= group.removeIf(row -> isSecondRoot(row, wholes, rootOf));
            }
        }
    }

    private boolean isSecondRoot(Row row, Map<Name, Set<String>> wholes, Map<String, String> rootOf) {
        if (row.dimension != Dimension.PARTY) {
            return false;
        }
        Set<String> roots = above(wholes, new Name(Dimension.PARTY, row.whole));
        roots.removeIf(name -> wholes.containsKey(new Name(Dimension.PARTY, name)));
        if (roots.size() != 1) {
            return false;
        }
        String root = roots.iterator().next();
        String first = rootOf.computeIfAbsent(row.part, part -> root);
        if (!first.equals(root)) {
            faults.add(new Fault(
                    row,
                    "part",
                    Cell.quoted(row.part) + " stands under two sides, " + Cell.quoted(first) + " and now "
                            + Cell.quoted(root)));
            return true;
        }
        return false;
    }

    private static void link(Map<Name, Set<String>> wholes, Dimension dimension, String whole, String part) {
        wholes.computeIfAbsent(new Name(dimension, part), name -> new LinkedHashSet<>())
                .add(whole);
    }

    /** A name and everything that it is part of. */
    private static Set<String> above(Map<Name, Set<String>> wholes, Name name) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(name.name);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (seen.add(next)) {
                open.addAll(wholes.getOrDefault(new Name(name.dimension, next), new HashSet<>()));
            }
        }
        return seen;
    }
}
