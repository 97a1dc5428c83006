package org.muster.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
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
record NetworkComponent(RuleNetwork network, List<Claim> claims, ConsistencyOracle ends, ConflictSearch search) {

    /** The parts of a dossier's network in which the claims cannot all be true, in the order of their first quantities. */
    static List<NetworkComponent> contradictory(Dossier dossier, RuleNetwork network, Tolerance tolerance, int most) {
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : dossier.claims()) {
            if (claim.figure().hasNumber()) {
                claims.add(claim);
            }
        }
        ConsistencyOracle all = ends(network, claims, tolerance);
        BitSet taken = new BitSet();
        taken.set(0, claims.size());
        int size = network.quantities().size();
        ImpliedRanges implied = ImpliedRanges.contradictionsOf(network, all.given(taken, new int[size], new int[size]));
        int[] parts = network.parts();
        Set<Integer> contradictory = new TreeSet<>();
        implied.contradicted().forEach(quantity -> contradictory.add(parts[quantity]));
        List<NetworkComponent> found = new ArrayList<>();
        for (int part : contradictory) {
            RuleNetwork within = network.part(part, parts);
            List<Claim> own = new ArrayList<>();
            for (Claim claim : claims) {
                if (parts[network.numberOf(claim.quantity())] == part) {
                    own.add(claim);
                }
            }
            ConsistencyOracle ends = ends(within, own, tolerance);
            found.add(new NetworkComponent(within, List.copyOf(own), ends, ConflictSearch.of(ends, most)));
        }
        return found;
    }

    /** What these claims are about, for a message. */
    String name() {
        return "the " + claims.size() + " claims that hang together with "
                + claims.get(0).quantity();
    }

    private static ConsistencyOracle ends(RuleNetwork network, List<Claim> claims, Tolerance tolerance) {
        int[] quantities = new int[claims.size()];
        List<Bounds> bounds = new ArrayList<>(quantities.length);
        for (int i = 0; i < quantities.length; i++) {
            quantities[i] = network.numberOf(claims.get(i).quantity());
            Optional<Interval> range = tolerance.range(claims.get(i).figure());
            bounds.add(Bounds.of(range.orElseThrow()));
        }
        return new ConsistencyOracle(network, quantities, bounds);
    }
}
