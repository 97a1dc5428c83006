package org.muster.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;

/**
 * The order in which sums can be formed: each quantity after all that add up to it. It is found without recursion, since
 * hierarchies may be deep (A. Kahn, Topological sorting of large networks, 1962).
 */
final class PartsFirst {

    private PartsFirst() {}

    static List<Quantity> sorted(Set<Quantity> quantities, Hierarchy hierarchy) {
        Map<Quantity, Integer> partsLeft = new LinkedHashMap<>();
        quantities.forEach(quantity -> partsLeft.put(quantity, 0));
        quantities.forEach(
                part -> wholes(part, quantities, hierarchy).forEach(whole -> partsLeft.merge(whole, 1, Integer::sum)));
        Deque<Quantity> ready = new ArrayDeque<>();
        partsLeft.forEach((quantity, left) -> {
            if (left == 0) {
                ready.add(quantity);
            }
        });
        List<Quantity> sorted = new ArrayList<>(quantities.size());
        while (!ready.isEmpty()) {
            Quantity part = ready.remove();
            sorted.add(part);
            for (Quantity whole : wholes(part, quantities, hierarchy)) {
                if (partsLeft.merge(whole, -1, Integer::sum) == 0) {
                    ready.add(whole);
                }
            }
        }
        return sorted;
    }

    private static Set<Quantity> wholes(Quantity part, Set<Quantity> quantities, Hierarchy hierarchy) {
        Set<Quantity> wholes = new LinkedHashSet<>(hierarchy.sumsWith(part));
        wholes.retainAll(quantities);
        return wholes;
    }
}
