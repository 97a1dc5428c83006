package org.muster.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.muster.exact.Bounds;

/** Tells where whole numbers may not reach the exact ends of implied ranges. */
final class Integrality {

    private final RuleNetwork network;
    private final List<Bounds> given;
    private final ImpliedRanges ranges;

    Integrality(RuleNetwork network, List<Bounds> given, ImpliedRanges ranges) {
        this.network = network;
        this.given = given;
        this.ranges = ranges;
    }

    /**
     * The quantities whose exact ends whole numbers may not reach. Where all factors are 1 or −1, they do on trees, and in
     * circles where each quantity stands in at most two rules and the rules fall into two kinds, like the rows and columns of a
     * table, so that the signs of a quantity are equal in rules of different kinds and opposite in rules of one kind (I.
     * Heller, C. Tompkins, An extension of a theorem of Dantzig's, 1956).
     */
    Set<Integer> uneven() {
        Set<Integer> unevenPieces = new TreeSet<>();
        for (int number = 0; number < network.rules().size(); number++) {
            LinearRule rule = network.rules().get(number);
            boolean whole = rule.isWhole();
            for (int i = 0; i < rule.size(); i++) {
                whole &= ImpliedRanges.isWhole(given.get(rule.quantity(i)));
            }
            if (!whole) {
                unevenPieces.add(ranges.piece(number));
            }
        }
        for (List<Integer> circle : ranges.circles()) {
            if (!isTable(circle)) {
                unevenPieces.add(ranges.piece(circle.get(0)));
            }
        }
        Set<Integer> uneven = new TreeSet<>();
        for (int quantity = 0; quantity < given.size(); quantity++) {
            boolean even = ImpliedRanges.isWhole(given.get(quantity));
            for (int rule : ranges.rulesThrough(quantity)) {
                even &= !unevenPieces.contains(ranges.piece(rule));
            }
            if (!even) {
                uneven.add(quantity);
            }
        }
        return uneven;
    }

    private boolean isTable(List<Integer> circle) {
        Map<Integer, List<Integer>> standing = new HashMap<>(); // quantity → rules of the circle
        for (int number : circle) {
            LinearRule rule = network.rules().get(number);
            for (int i = 0; i < rule.size(); i++) {
                if (!ranges.isFixed(rule.quantity(i))) {
                    standing.computeIfAbsent(rule.quantity(i), any -> new ArrayList<>())
                            .add(number);
                }
            }
        }
        Map<Integer, Integer> kinds = new HashMap<>();
        for (int first : circle) {
            if (kinds.putIfAbsent(first, 1) != null) {
                continue;
            }
            Deque<Integer> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                int number = open.remove();
                LinearRule rule = network.rules().get(number);
                int kind = kinds.getOrDefault(number, 1);
                for (int i = 0; i < rule.size(); i++) {
                    List<Integer> both = standing.getOrDefault(rule.quantity(i), List.of());
                    if (both.size() > 2) {
                        return false;
                    }
                    for (int other : both) {
                        if (other != number) {
                            int sign = rule.factor(i).signum() * factor(other, rule.quantity(i));
                            Integer known = kinds.putIfAbsent(other, -sign * kind);
                            if (known == null) {
                                open.add(other);
                            } else if (known != -sign * kind) {
                                return false;
                            }
                        }
                    }
                }
            }
        }
        return true;
    }

    private int factor(int number, int quantity) {
        LinearRule rule = network.rules().get(number);
        for (int i = 0; i < rule.size(); i++) {
            if (rule.quantity(i) == quantity) {
                return rule.factor(i).signum();
            }
        }
        return 0;
    }
}
