package org.muster.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.figure.Measure;

/**
 * The quantities without a scope of which something is heard: a claim with a number about it, or about what it is made
 * of by complete breakdowns. Of all others there is no range and no tally, and in a big dossier they are nearly all that
 * parties, places, events and measures combine to.
 */
final class Heard {

    private record At(String event, String party) {}

    private final Set<Quantity> quantities = new HashSet<>();
    private final Map<At, Set<String>> places = new HashMap<>();

    private Heard() {}

    /** Finds the quantities with one of the measures. */
    static Heard in(Dossier dossier, Collection<Measure> measures) {
        Heard heard = new Heard();
        Above above = new Above(dossier.hierarchy());
        Map<Measure, Set<Measure>> wholes = new HashMap<>();
        for (Measure measure : measures) {
            for (Measure part : below(dossier.hierarchy(), measure)) {
                wholes.computeIfAbsent(part, any -> new LinkedHashSet<>()).add(measure);
            }
        }
        for (Quantity quantity : dossier.quantities()) {
            Set<Measure> about = wholes.getOrDefault(quantity.measure(), Set.of());
            if (quantity.scope().isEmpty()
                    && !about.isEmpty()
                    && dossier.claims(quantity).stream()
                            .anyMatch(claim -> claim.figure().hasNumber())) {
                for (String event : above.of(Dimension.EVENT, quantity.event())) {
                    for (String party : above.of(Dimension.PARTY, quantity.party())) {
                        for (String place : above.of(Dimension.PLACE, quantity.place())) {
                            heard.places
                                    .computeIfAbsent(new At(event, party), any -> new HashSet<>())
                                    .add(place);
                            about.forEach(
                                    measure -> heard.quantities.add(new Quantity(event, party, place, measure, "")));
                        }
                    }
                }
            }
        }
        return heard;
    }

    boolean of(Quantity quantity) {
        return quantities.contains(quantity);
    }

    /** Whether anything is heard of a party at a place. */
    boolean of(String event, String party, String place) {
        return places.getOrDefault(new At(event, party), Set.of()).contains(place);
    }

    /** A measure and all that it is made of. */
    private static Set<Measure> below(Hierarchy hierarchy, Measure measure) {
        Set<Measure> seen = new LinkedHashSet<>();
        Deque<Quantity> open = new ArrayDeque<>();
        open.add(new Quantity("", "anyone", "", measure, ""));
        while (!open.isEmpty()) {
            Quantity next = open.remove();
            if (seen.add(next.measure())) {
                for (Breakdown breakdown : hierarchy.of(next)) {
                    if (breakdown.complete() == Completeness.YES
                            && (breakdown.dimension() == Dimension.ITEM || breakdown.dimension() == Dimension.STATE)) {
                        open.addAll(breakdown.partsOf(next));
                    }
                }
            }
        }
        return seen;
    }

    /** What events, parties and places are part of, by a dossier's complete breakdowns. */
    private static final class Above {
        private final Map<Dimension, Map<String, List<String>>> wholes = new EnumMap<>(Dimension.class);
        private final Map<Dimension, Map<String, Set<String>>> found = new EnumMap<>(Dimension.class);

        Above(Hierarchy hierarchy) {
            for (Breakdown breakdown : hierarchy.own()) {
                if (breakdown.complete() == Completeness.YES) {
                    for (String part : breakdown.parts()) {
                        wholes.computeIfAbsent(breakdown.dimension(), any -> new HashMap<>())
                                .computeIfAbsent(part, any -> new ArrayList<>())
                                .add(breakdown.whole());
                    }
                }
            }
        }

        /** A name and all that it is part of. */
        Set<String> of(Dimension dimension, String name) {
            return found.computeIfAbsent(dimension, any -> new HashMap<>())
                    .computeIfAbsent(name, any -> search(wholes.getOrDefault(dimension, Map.of()), name));
        }

        private static Set<String> search(Map<String, List<String>> wholes, String name) {
            Set<String> seen = new LinkedHashSet<>();
            Deque<String> open = new ArrayDeque<>();
            open.add(name);
            while (!open.isEmpty()) {
                String next = open.remove();
                if (seen.add(next)) {
                    open.addAll(wholes.getOrDefault(next, List.of()));
                }
            }
            return seen;
        }
    }
}
