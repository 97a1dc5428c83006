package org.muster.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.exact.WorkLimit;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.VariableId;
import org.muster.text.Problem;

/**
 * The ranges of unknowns whose stated ranges contradict the rules, once the contradictions are resolved: the hull, over
 * all cheapest corrections, of what is implied when their statements are set aside.
 */
final class CorrectedRanges {

    private static final int MOST_COMBINATIONS = 200; // of options of several components

    private static final int MOST_RANGES = 2_000_000; // of all combinations for one network, but for its first

    private final Map<VariableId, Bounds> corrected = new HashMap<>();
    private final List<Problem> cuts = new ArrayList<>();
    private final WorkLimit limit = new WorkLimit(ImpliedRanges.MOST_WORK); // for all networks
    private final Set<VariableId> unsolved = new LinkedHashSet<>();

    private CorrectedRanges() {}

    /**
     * Corrects the infeasible ranges.
     *
     * @param ranges what the voices say
     * @param implied what is implied without a correction
     * @param given the stated ranges
     */
    static CorrectedRanges of(
            RuleNetwork network,
            List<ConflictComponent> components,
            Ranges ranges,
            ImpliedRanges implied,
            Function<VariableId, Bounds> given) {
        CorrectedRanges found = new CorrectedRanges();
        Map<NetworkComponent, List<ConflictComponent>> byNetwork = new LinkedHashMap<>();
        for (ConflictComponent component : components) {
            if (!component.corrections().options().isEmpty()) {
                byNetwork
                        .computeIfAbsent(component.network(), any -> new ArrayList<>())
                        .add(component);
            }
        }
        byNetwork.forEach((connected, within) -> {
            List<VariableId> infeasible = connected.linear().variables().stream()
                    .filter(variable -> !implied.isConsistent(variable))
                    .toList();
            if (!infeasible.isEmpty()) {
                int most = Math.max(
                        1,
                        Math.min(
                                MOST_COMBINATIONS,
                                MOST_RANGES / connected.linear().variables().size()));
                for (Set<Claim> aside : found.combinations(within, most)) {
                    found.add(network, connected, infeasible, aside, ranges, given);
                }
            }
        });
        return found;
    }

    /** Returns the claims set aside by one option of each component, for all combinations of options. */
    private List<Set<Claim>> combinations(List<ConflictComponent> components, int most) {
        List<Set<Claim>> combinations = List.of(Set.of());
        boolean cut = false;
        for (ConflictComponent component : components) {
            List<Set<Claim>> longer = new ArrayList<>();
            for (StatementSet option : component.corrections().options()) {
                Set<Claim> claims = new HashSet<>();
                for (Statement statement : component.statements(option)) {
                    claims.addAll(statement.claims());
                }
                for (Set<Claim> before : combinations) {
                    if (longer.size() < most) {
                        Set<Claim> both = new HashSet<>(before);
                        both.addAll(claims);
                        longer.add(both);
                    } else {
                        cut = true;
                    }
                }
            }
            combinations = longer;
        }
        if (cut) {
            cuts.add(Problem.limit(
                    "reconciled.csv",
                    "component " + components.get(0).number() + ": corrected ranges use only " + most
                            + " of the cheapest corrections, because there are more",
                    ""));
        }
        return combinations;
    }

    private void add(
            RuleNetwork network,
            NetworkComponent component,
            List<VariableId> infeasible,
            Set<Claim> aside,
            Ranges ranges,
            Function<VariableId, Bounds> given) {
        Set<Quantity> touched = new LinkedHashSet<>();
        aside.forEach(claim -> touched.add(claim.quantity()));
        Map<VariableId, QuantityRange> rest = network.stated(ranges, touched, claim -> !aside.contains(claim));
        ImpliedRanges mended = ImpliedRanges.of(
                component.linear(),
                variable -> {
                    if (!touched.contains(network.unknown(variable).quantity())) {
                        return given.apply(variable);
                    }
                    return Reconciliation.counts(
                            Optional.ofNullable(rest.get(variable)).flatMap(QuantityRange::range));
                },
                limit);
        unsolved.addAll(mended.unsolved());
        for (VariableId variable : infeasible) {
            if (mended.isConsistent(variable)) {
                corrected.merge(variable, Reconciliation.whole(mended.bounds(variable)), CorrectedRanges::hull);
            }
        }
    }

    private static Bounds hull(Bounds a, Bounds b) {
        Optional<Rational> low = a.low().isEmpty() || b.low().isEmpty()
                ? Optional.empty()
                : a.low().get().compareTo(b.low().get()) <= 0 ? a.low() : b.low();
        Optional<Rational> high = a.high().isEmpty() || b.high().isEmpty()
                ? Optional.empty()
                : a.high().get().compareTo(b.high().get()) >= 0 ? a.high() : b.high();
        return new Bounds(low, high);
    }

    /** Returns the corrected range of an unknown; empty where it needs none, or where nothing resolves the contradiction. */
    Optional<Bounds> of(VariableId variable) {
        return Optional.ofNullable(corrected.get(variable));
    }

    /** Returns the first unknown of each set of rules that takes too much work: its corrected ranges may be too wide. */
    Set<VariableId> unsolved() {
        return unsolved;
    }

    /** Returns a warning for each component for which not all corrections were used. */
    List<Problem> cuts() {
        return cuts;
    }
}
