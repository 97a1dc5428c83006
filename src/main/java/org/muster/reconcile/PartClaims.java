package org.muster.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.interval.Interval;

/**
 * The claims with a number about quantities that hang together, each by itself, and the conflicts among them.
 *
 * @param network the quantities and rules of this part
 * @param claims the claims in the dossier's order
 * @param ends the same claims by number
 * @param search the conflicts among them
 */
record PartClaims(RuleNetwork network, List<Claim> claims, ClaimEnds ends, ConflictSearch search) {

    /** The parts of a dossier's network in which the claims cannot all be true, in the order of their first quantities. */
    static List<PartClaims> contradictory(Dossier dossier, RuleNetwork network, Tolerance tolerance, int most) {
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : dossier.claims()) {
            if (claim.figure().hasNumber()) {
                claims.add(claim);
            }
        }
        ClaimEnds all = ends(network, claims, tolerance);
        BitSet taken = new BitSet();
        taken.set(0, claims.size());
        int size = network.quantities().size();
        ImpliedRanges implied = ImpliedRanges.contradictionsOf(network, all.given(taken, new int[size], new int[size]));
        List<PartClaims> parts = new ArrayList<>();
        for (int part = 0; part < size; part++) {
            if (implied.contradictions().containsKey(part)) {
                RuleNetwork within = part(network, implied, part);
                List<Claim> own = new ArrayList<>();
                for (Claim claim : claims) {
                    if (implied.part(network.numberOf(claim.quantity())) == part) {
                        own.add(claim);
                    }
                }
                ClaimEnds ends = ends(within, own, tolerance);
                parts.add(new PartClaims(within, List.copyOf(own), ends, ConflictSearch.of(ends, most)));
            }
        }
        return parts;
    }

    private static ClaimEnds ends(RuleNetwork network, List<Claim> claims, Tolerance tolerance) {
        int[] quantities = new int[claims.size()];
        List<Bounds> bounds = new ArrayList<>(quantities.length);
        for (int i = 0; i < quantities.length; i++) {
            quantities[i] = network.numberOf(claims.get(i).quantity());
            Optional<Interval> range = tolerance.range(claims.get(i).figure());
            bounds.add(Bounds.of(range.orElseThrow()));
        }
        return new ClaimEnds(network, quantities, bounds);
    }

    /** One connected part of a network, its quantities and rules in the same order. */
    static RuleNetwork part(RuleNetwork network, ImpliedRanges implied, int part) {
        List<Quantity> quantities = new ArrayList<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int i = part; i < network.quantities().size(); i++) {
            if (implied.part(i) == part) {
                numbers.put(i, quantities.size());
                quantities.add(network.quantities().get(i));
            }
        }
        List<LinearRule> rules = new ArrayList<>();
        for (LinearRule rule : network.rules()) {
            if (implied.part(rule.quantity(0)) == part) {
                rules.add(rule.renumbered(numbers));
            }
        }
        return RuleNetwork.of(quantities, rules);
    }
}
