package org.muster.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.propagate.ConnectedComponents;

/**
 * Finds all cheapest sets of claims to set aside, by growing conflicts (implicit hitting sets: J. Davies, F. Bacchus, Solving
 * MAXSAT by solving a sequence of simpler SAT instances, 2011): the cheapest sets that meet all conflicts known are right as
 * soon as the other claims can all be true. Claims of one figure about one quantity that come from one origin go together.
 */
final class CorrectionSearch {

    private final NetworkComponent component;
    private final int[] groups; // by claim
    private final int[] costs; // by group
    private final int most;
    private final List<BitSet> conflicts = new ArrayList<>(); // of groups
    private final Set<BitSet> known = new HashSet<>(); // the same
    private final List<ConflictComponent> components = new ArrayList<>();

    /** Conflicts that have groups in common, directly or through others, and the cheapest sets that meet them. */
    record ConflictComponent(List<BitSet> conflicts, MinimumCostHittingSets hits) {}

    private CorrectionSearch(NetworkComponent component, Dossier dossier, Costs table, int most) {
        this.component = component;
        this.most = most;
        this.groups = new int[component.claims().size()];
        Map<Object, Integer> byKey = new HashMap<>();
        List<Integer> groupCosts = new ArrayList<>();
        for (ClaimId claim : component.oracle().claims()) {
            Claim stated = component.claim(claim);
            Object key = List.of(stated.quantity(), component.oracle().bounds(claim), origin(stated, dossier));
            Integer group = byKey.get(key);
            int cost = table.of(stated, dossier);
            if (group == null) {
                group = groupCosts.size();
                byKey.put(key, group);
                groupCosts.add(cost);
            } else {
                groupCosts.set(group, Math.max(cost, groupCosts.get(group)));
            }
            groups[claim.number()] = group;
        }
        this.costs = groupCosts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Searches for corrections, starting from the conflicts found so far. */
    static CorrectionSearch of(NetworkComponent component, Dossier dossier, Costs table, int most) {
        CorrectionSearch search = new CorrectionSearch(component, dossier, table, most);
        for (ClaimSet conflict : component.search().conflicts()) {
            search.add(conflict);
        }
        search.run();
        return search;
    }

    /** Who stands behind a claim: its origin, or that of its sources. */
    private static List<String> origin(Claim claim, Dossier dossier) {
        if (!claim.origin().isEmpty()) {
            return List.of(claim.origin());
        }
        List<String> origins = new ArrayList<>();
        for (String id : claim.sources()) {
            Source source = dossier.source(id);
            origins.add(source.origin().isEmpty() ? id : source.origin());
        }
        return origins;
    }

    private void add(ClaimSet claims) {
        BitSet conflict = new BitSet();
        claims.forEach(claim -> conflict.set(groups[claim.number()]));
        if (known.add(conflict)) {
            conflicts.add(conflict);
        }
    }

    private void run() {
        if (conflicts.stream().anyMatch(BitSet::isEmpty)) {
            return; // rules contradict one another; no claim can mend that
        }
        addPairs();
        int before;
        do {
            before = conflicts.size();
            components.clear();
            for (List<BitSet> connected : connected()) {
                components.add(new ConflictComponent(connected, MinimumCostHittingSets.of(connected, costs, most)));
            }
            addUnmended();
        } while (conflicts.size() > before);
    }

    /** Claims about one quantity that exclude one another need no search. */
    private void addPairs() {
        component.oracle().pairsApart().forEach(this::add);
        conflicts.removeIf(conflict -> conflicts.stream().anyMatch(other -> isLess(other, conflict)));
    }

    private static boolean isLess(BitSet part, BitSet whole) {
        BitSet rest = (BitSet) part.clone();
        rest.andNot(whole);
        return rest.isEmpty() && !part.equals(whole);
    }

    /** The conflicts that are left by each option of a component with the first options of the others. */
    private void addUnmended() {
        BitSet firsts = new BitSet();
        components.forEach(each -> firsts.or(each.hits().found().get(0)));
        for (ConflictComponent each : components) {
            for (BitSet option : each.hits().found()) {
                BitSet aside = (BitSet) firsts.clone();
                aside.andNot(each.hits().found().get(0)); // no other component has any of them
                aside.or(option);
                addAmong(aside);
            }
        }
        if (components.isEmpty()) {
            addAmong(new BitSet());
        }
    }

    /** Conflicts among the claims that are not set aside, until those of no claim in common are found. */
    private void addAmong(BitSet aside) {
        ConsistencyOracle oracle = component.oracle();
        ClaimSet taken = oracle.claims().without(claims(aside));
        Optional<ClaimSet> conflict = oracle.smallest(taken);
        while (conflict.isPresent()) {
            add(conflict.get());
            taken = taken.without(conflict.get());
            conflict = oracle.smallest(taken);
        }
    }

    /**
     * The conflicts by what they have in common, in the order of their first groups. In a component they stand as it grew
     * together, which decides the order of its options.
     */
    private Collection<List<BitSet>> connected() {
        ConnectedComponents groups = new ConnectedComponents(costs.length);
        Map<Integer, List<BitSet>> grown = new LinkedHashMap<>(); // by first group
        for (BitSet conflict : conflicts) {
            Set<Integer> joined = new HashSet<>();
            conflict.stream().forEach(group -> joined.add(groups.first(group)));
            List<BitSet> members = new ArrayList<>();
            for (int first : List.copyOf(grown.keySet())) {
                if (joined.contains(first)) {
                    members.addAll(grown.getOrDefault(first, List.of()));
                    grown.remove(first);
                }
            }
            members.add(conflict);
            joined.forEach(first -> groups.join(first, conflict.nextSetBit(0)));
            grown.put(groups.first(conflict.nextSetBit(0)), members);
        }
        return new TreeMap<>(grown).values();
    }

    /** The components, in the order of their first claims. */
    List<ConflictComponent> components() {
        return components;
    }

    /** The claims of a set of groups. */
    ClaimSet claims(BitSet chosen) {
        ClaimSet claims = ClaimSet.of();
        for (ClaimId claim : component.oracle().claims()) {
            if (chosen.get(groups[claim.number()])) {
                claims.add(claim);
            }
        }
        return claims;
    }
}
