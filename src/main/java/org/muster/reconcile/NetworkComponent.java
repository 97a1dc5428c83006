package org.muster.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.compare.Ranges;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.VariableId;

/**
 * A connected component of a dossier's network with all claims of a number about its quantities, each by itself, and the
 * conflicts among them.
 *
 * @param network the network of the dossier
 * @param linear the component
 * @param claims the claims in the dossier's order
 * @param oracle says which of them can be true together
 * @param search the conflicts among them
 */
record NetworkComponent(
        RuleNetwork network,
        LinearNetwork linear,
        List<Claim> claims,
        ConsistencyOracle oracle,
        ConflictSearch search) {

    private static final Bounds COUNT = Bounds.atLeast(Rational.ZERO);

    /** Those of a dossier in which the claims cannot all be true. */
    static List<NetworkComponent> contradictory(Dossier dossier, Assumptions assumptions) {
        Ranges ranges = Ranges.of(dossier, assumptions.tolerance());
        return contradictory(dossier, RuleNetwork.of(ranges, assumptions.lossesWithinStrength()), assumptions);
    }

    /** The components in which the claims cannot all be true, in the order of their first quantities. */
    static List<NetworkComponent> contradictory(Dossier dossier, RuleNetwork network, Assumptions assumptions) {
        Tolerance tolerance = assumptions.tolerance();
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : dossier.claims()) {
            if (claim.figure().hasNumber()) {
                claims.add(claim);
            }
        }
        Map<VariableId, Bounds> tightest = new HashMap<>();
        for (Claim claim : claims) {
            tightest.merge(variable(claim, network), bounds(claim, tolerance), Bounds::intersection);
        }
        ImpliedRanges implied = ImpliedRanges.contradictionsOf(
                network.linear(), variable -> COUNT.intersection(tightest.getOrDefault(variable, COUNT)));
        List<LinearNetwork> components = network.linear().componentsOf(implied.contradicted());
        Map<VariableId, List<Claim>> within = new HashMap<>(); // the claims of its component
        List<List<Claim>> byComponent = new ArrayList<>();
        for (LinearNetwork component : components) {
            List<Claim> own = new ArrayList<>();
            byComponent.add(own);
            component.variables().forEach(variable -> within.put(variable, own));
        }
        for (Claim claim : claims) {
            List<Claim> own = within.get(variable(claim, network));
            if (own != null) {
                own.add(claim);
            }
        }
        List<NetworkComponent> found = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            ConsistencyOracle oracle = oracle(network, components.get(i), byComponent.get(i), tolerance);
            ConflictSearch search = ConflictSearch.of(oracle, assumptions.most());
            found.add(
                    new NetworkComponent(network, components.get(i), List.copyOf(byComponent.get(i)), oracle, search));
        }
        return found;
    }

    /** The claim of a number. */
    Claim claim(ClaimId claim) {
        return claims.get(claim.number());
    }

    /** What these claims are about, for a message. */
    String name() {
        return "the " + claims.size() + " claims connected with "
                + claims.get(0).quantity();
    }

    private static ConsistencyOracle oracle(
            RuleNetwork network, LinearNetwork component, List<Claim> claims, Tolerance tolerance) {
        List<VariableId> about = new ArrayList<>(claims.size());
        List<Bounds> bounds = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            about.add(variable(claim, network));
            bounds.add(bounds(claim, tolerance));
        }
        return new ConsistencyOracle(component, about, bounds);
    }

    private static VariableId variable(Claim claim, RuleNetwork network) {
        return network.variable(claim.quantity()).orElseThrow();
    }

    private static Bounds bounds(Claim claim, Tolerance tolerance) {
        return Bounds.of(tolerance.range(claim.figure()).orElseThrow());
    }
}
