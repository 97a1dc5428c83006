package org.muster.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names in an order in which every whole stands before its parts, link by link; a link that would close a circle is
 * refused. As long as a link agrees with the order it costs nothing; otherwise the names between its two ends are put in
 * order again (Pearce and Kelly, A dynamic topological sort algorithm for directed acyclic graphs, 2006).
 */
final class PartOrder {

    /** A part of a whole. */
    record Link(String whole, String part) {}

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();
    private final Map<String, List<String>> wholes = new HashMap<>();

    /** @param expected the links that are going to be added: what they order without circles needs no second thought */
    PartOrder(List<Link> expected) {
        Map<String, List<String>> below = new HashMap<>();
        for (Link link : expected) {
            below.computeIfAbsent(link.whole, any -> new ArrayList<>()).add(link.part);
        }
        List<String> lastFirst = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Link link : expected) {
            descend(link.whole, below, seen, lastFirst);
            descend(link.part, below, seen, lastFirst);
        }
        for (int i = 0; i < lastFirst.size(); i++) {
            places.put(lastFirst.get(i), lastFirst.size() - i);
        }
    }

    /** Lists a name behind all that stands below it and is not listed yet; without recursion. */
    private static void descend(
            String from, Map<String, List<String>> below, Set<String> seen, List<String> lastFirst) {
        if (!seen.add(from)) {
            return;
        }
        Deque<String> path = new ArrayDeque<>(List.of(from));
        Deque<Iterator<String>> open = new ArrayDeque<>();
        open.push(below.getOrDefault(from, List.of()).iterator());
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                lastFirst.add(path.pop());
            } else {
                String next = open.element().next();
                if (seen.add(next)) {
                    path.push(next);
                    open.push(below.getOrDefault(next, List.of()).iterator());
                }
            }
        }
    }

    private int place(String name) {
        return places.getOrDefault(name, 0);
    }

    /** Adds a link that was expected, and returns false instead if the whole stands below the part already. */
    boolean add(Link link) {
        if (place(link.whole) > place(link.part) && !putBefore(link)) {
            return false;
        }
        parts.computeIfAbsent(link.whole, any -> new ArrayList<>()).add(link.part);
        wholes.computeIfAbsent(link.part, any -> new ArrayList<>()).add(link.whole);
        return true;
    }

    /** Moves the whole and what stands above it before the part and what stands below that. */
    private boolean putBefore(Link link) {
        Set<String> below = reached(link.part, parts, place(link.part), place(link.whole));
        if (below.contains(link.whole)) {
            return false;
        }
        Set<String> above = reached(link.whole, wholes, place(link.part), place(link.whole));
        List<Integer> free = new ArrayList<>();
        above.forEach(name -> free.add(place(name)));
        below.forEach(name -> free.add(place(name)));
        free.sort(Comparator.naturalOrder());
        List<String> moved = new ArrayList<>(sorted(above));
        moved.addAll(sorted(below));
        for (int i = 0; i < moved.size(); i++) {
            places.put(moved.get(i), free.get(i));
        }
        return true;
    }

    private List<String> sorted(Set<String> names) {
        return names.stream().sorted(Comparator.comparing(this::place)).toList();
    }

    /** What is reached from a name without leaving a stretch of the order. */
    private Set<String> reached(String from, Map<String, List<String>> links, int first, int last) {
        Set<String> reached = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String next : links.getOrDefault(open.remove(), List.of())) {
                if (place(next) >= first && place(next) <= last && reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
