package org.muster.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;

/**
 * Finds all cheapest sets of claims to set aside, by growing conflicts (implicit hitting sets: J. Davies, F. Bacchus, Solving
 * MAXSAT by solving a sequence of simpler SAT instances, 2011): the cheapest sets that meet all conflicts known are right as
 * soon as the other claims can all be true. Claims of one figure about one quantity that come from one origin go together.
 */
final class CorrectionSearch {

    private final NetworkComponent part;
    private final int[] groups; // by claim
    private final int[] costs; // by group
    private final int most;
    private final List<BitSet> conflicts = new ArrayList<>(); // of groups
    private final Set<BitSet> known = new HashSet<>(); // the same
    private final List<Component> components = new ArrayList<>();

    /** Conflicts that have groups in common, directly or through others, and the cheapest sets that meet them. */
    record Component(List<BitSet> conflicts, MinimumCostHittingSets hits) {}

    private CorrectionSearch(NetworkComponent part, Dossier dossier, Costs table, int most) {
        this.part = part;
        this.most = most;
        this.groups = new int[part.claims().size()];
        Map<Object, Integer> byKey = new HashMap<>();
        List<Integer> groupCosts = new ArrayList<>();
        for (int claim = 0; claim < groups.length; claim++) {
            Claim stated = part.claims().get(claim);
            Object key = List.of(stated.quantity(), part.ends().bounds(claim), origin(stated, dossier));
            Integer group = byKey.get(key);
            int cost = table.of(stated, dossier);
            if (group == null) {
                group = groupCosts.size();
                byKey.put(key, group);
                groupCosts.add(cost);
            } else {
                groupCosts.set(group, Math.max(cost, groupCosts.get(group)));
            }
            groups[claim] = group;
        }
        this.costs = groupCosts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Searches for corrections, starting from the conflicts found so far. */
    static CorrectionSearch of(NetworkComponent part, Dossier dossier, Costs table, int most) {
        CorrectionSearch search = new CorrectionSearch(part, dossier, table, most);
        for (BitSet conflict : part.search().conflicts()) {
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

    private void add(BitSet claims) {
        BitSet conflict = new BitSet();
        claims.stream().forEach(claim -> conflict.set(groups[claim]));
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
                components.add(new Component(connected, MinimumCostHittingSets.of(connected, costs, most)));
            }
            addUnmended();
        } while (conflicts.size() > before);
    }

    /** Claims about one quantity that exclude one another need no search. */
    private void addPairs() {
        part.ends().pairsApart().forEach(this::add);
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
        components.forEach(component -> firsts.or(component.hits().found().get(0)));
        for (Component component : components) {
            for (BitSet option : component.hits().found()) {
                BitSet aside = (BitSet) firsts.clone();
                aside.andNot(component.hits().found().get(0)); // no other component has any of them
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
        BitSet taken = claims(aside);
        taken.flip(0, groups.length);
        Optional<BitSet> conflict = part.ends().smallest(taken);
        while (conflict.isPresent()) {
            add(conflict.get());
            taken.andNot(conflict.get());
            conflict = part.ends().smallest(taken);
        }
    }

    /** The conflicts by what they have in common, in the order of their first groups. */
    private List<List<BitSet>> connected() {
        List<BitSet> unions = new ArrayList<>();
        List<List<BitSet>> connected = new ArrayList<>();
        for (BitSet conflict : conflicts) {
            BitSet union = (BitSet) conflict.clone();
            List<BitSet> members = new ArrayList<>(List.of(conflict));
            for (int i = unions.size() - 1; i >= 0; i--) {
                if (unions.get(i).intersects(conflict)) {
                    union.or(unions.remove(i));
                    members.addAll(0, connected.remove(i));
                }
            }
            unions.add(union);
            connected.add(members);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < unions.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) ->
                Integer.compare(unions.get(a).nextSetBit(0), unions.get(b).nextSetBit(0)));
        return order.stream().map(connected::get).toList();
    }

    /** The components, in the order of their first claims. */
    List<Component> components() {
        return components;
    }

    /** The claims of a set of groups. */
    BitSet claims(BitSet chosen) {
        BitSet claims = new BitSet();
        for (int claim = 0; claim < groups.length; claim++) {
            claims.set(claim, chosen.get(groups[claim]));
        }
        return claims;
    }
}
