package org.muster.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each name is part of, event by event; a blank event stands for all those that no breakdown names. */
final class PartLinks {

    private final Set<BreakdownId> ids;
    private final Map<List<Object>, List<BreakdownId>> byPart = new HashMap<>();

    /** @param ids the breakdowns that there are: one for an event takes there the place of the one for all events */
    PartLinks(Set<BreakdownId> ids) {
        this.ids = ids;
    }

    void add(BreakdownId breakdown, String part) {
        byPart.computeIfAbsent(List.of(breakdown.dimension(), part, breakdown.event()), key -> new ArrayList<>())
                .add(breakdown);
    }

    /** Whether a breakdown holds in an event. */
    boolean holds(BreakdownId breakdown, String event) {
        return breakdown.event().equals(event) || breakdown.event().isEmpty() && !ids.contains(breakdown.in(event));
    }

    /** Whether a name is part of nothing in an event. */
    boolean isRoot(Dimension dimension, String name, String event) {
        return wholes(dimension, name, event).isEmpty();
    }

    /** A name and everything that it is part of in an event. */
    Set<String> above(Dimension dimension, String name, String event) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(name);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (seen.add(next)) {
                open.addAll(wholes(dimension, next, event));
            }
        }
        return seen;
    }

    private List<String> wholes(Dimension dimension, String part, String event) {
        List<String> wholes = new ArrayList<>();
        for (BreakdownId general : byPart.getOrDefault(List.of(dimension, part, ""), List.of())) {
            if (holds(general, event)) {
                wholes.add(general.whole());
            }
        }
        if (!event.isEmpty()) {
            for (BreakdownId own : byPart.getOrDefault(List.of(dimension, part, event), List.of())) {
                wholes.add(own.whole());
            }
        }
        return wholes;
    }
}
