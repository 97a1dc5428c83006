package org.muster.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.dossier.Quantity;

/**
 * The order in which sums can be formed: each quantity after all that add up to it. It is found without recursion, since
 * hierarchies may be deep (A. Kahn, Topological sorting of large networks, 1962).
 */
final class PartsFirst {

    private PartsFirst() {}

    /**
     * Sorts quantities.
     *
     * @param wholes the sums in which each quantity stands, all of them keys too
     */
    static List<Quantity> sorted(Map<Quantity, List<Quantity>> wholes) {
        Map<Quantity, Integer> partsLeft = new LinkedHashMap<>();
        wholes.keySet().forEach(quantity -> partsLeft.put(quantity, 0));
        wholes.values().forEach(sums -> sums.forEach(whole -> partsLeft.merge(whole, 1, Integer::sum)));
        Deque<Quantity> ready = new ArrayDeque<>();
        partsLeft.forEach((quantity, left) -> {
            if (left == 0) {
                ready.add(quantity);
            }
        });
        List<Quantity> sorted = new ArrayList<>(wholes.size());
        while (!ready.isEmpty()) {
            Quantity part = ready.remove();
            sorted.add(part);
            for (Quantity whole : wholes.getOrDefault(part, List.of())) {
                if (partsLeft.merge(whole, -1, Integer::sum) == 0) {
                    ready.add(whole);
                }
            }
        }
        return sorted;
    }
}
