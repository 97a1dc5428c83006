package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.propagate.Explanation;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.RuleId;
import org.muster.propagate.VariableId;

/**
 * Claims about the variables of one connected component of a network, each of which may be taken or set aside. Answers
 * whether those taken can all be true, and if not, which of them contradict one another.
 */
final class ConsistencyOracle {

    private static final Bounds COUNT = Bounds.atLeast(Rational.ZERO);

    private final LinearNetwork network;
    private final List<VariableId> variables; // by claim
    private final List<Bounds> bounds; // by claim

    /**
     * Numbers claims by their places in two lists.
     *
     * @param network the component
     * @param variables the variable that each claim is about
     * @param bounds what each claim says of it
     */
    ConsistencyOracle(LinearNetwork network, List<VariableId> variables, List<Bounds> bounds) {
        this.network = network;
        this.variables = List.copyOf(variables);
        this.bounds = List.copyOf(bounds);
    }

    /** All claims. */
    ClaimSet claims() {
        return ClaimSet.ofFirst(variables.size());
    }

    /** The bounds of one claim. */
    Bounds bounds(ClaimId claim) {
        return bounds.get(claim.number());
    }

    /** The variable that a claim is about. */
    VariableId variable(ClaimId claim) {
        return variables.get(claim.number());
    }

    /** A set of claims that cannot all be true, with the rules that say so. */
    record Contradiction(ClaimSet claims, List<RuleId> rules) {}

    /** The tightest bounds that claims give a variable, and the claims that give them. Counts are not negative, whoever claims what. */
    private static final class Tightest {
        private Rational low = Rational.ZERO;
        private @Nullable Rational high;
        private @Nullable ClaimId lowFrom;
        private @Nullable ClaimId highFrom;

        void narrow(ClaimId claim, Bounds bounds) {
            Rational from = bounds.low().orElse(Rational.ZERO);
            Rational to = bounds.high().orElse(null);
            if (from.compareTo(low) > 0) {
                low = from;
                lowFrom = claim;
            }
            if (to != null && (high == null || to.compareTo(high) < 0)) {
                high = to;
                highFrom = claim;
            }
        }

        Bounds bounds() {
            return new Bounds(Optional.of(low), Optional.ofNullable(high));
        }

        Optional<ClaimId> from(boolean isHigh) {
            return Optional.ofNullable(isHigh ? highFrom : lowFrom);
        }
    }

    private Map<VariableId, Tightest> tightest(ClaimSet taken) {
        Map<VariableId, Tightest> tightest = new TreeMap<>();
        for (ClaimId claim : taken) {
            tightest.computeIfAbsent(variable(claim), any -> new Tightest()).narrow(claim, bounds(claim));
        }
        return tightest;
    }

    private static Function<VariableId, Bounds> ranges(Map<VariableId, Tightest> tightest) {
        return variable -> {
            Tightest found = tightest.get(variable);
            return found == null ? COUNT : found.bounds();
        };
    }

    /** The range that the claims taken leave each variable. */
    Function<VariableId, Bounds> ranges(ClaimSet taken) {
        return ranges(tightest(taken));
    }

    /**
     * Says why the claims taken cannot all be true.
     *
     * @return some of the claims that contradict one another; empty if all can be true
     */
    Optional<Contradiction> contradiction(ClaimSet taken) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while looking for conflicts");
        }
        Map<VariableId, Tightest> tightest = tightest(taken);
        for (Tightest given : tightest.values()) {
            if (given.bounds().isEmpty()) {
                ClaimSet claims = ClaimSet.of();
                given.from(false).ifPresent(claims::add);
                given.from(true).ifPresent(claims::add);
                return Optional.of(new Contradiction(claims, List.of()));
            }
        }
        List<Explanation> found =
                ImpliedRanges.contradictionsOf(network, ranges(tightest)).contradictions();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ClaimSet claims = ClaimSet.of();
        for (Explanation.GivenBound bound : found.get(0).bounds()) {
            Tightest given = tightest.get(bound.variable());
            if (given != null) {
                given.from(bound.isHigh()).ifPresent(claims::add);
            }
        }
        return Optional.of(new Contradiction(claims, found.get(0).rules()));
    }

    /** All pairs of claims about one variable that have no number in common, by their first claims. */
    List<ClaimSet> pairsApart() {
        Map<VariableId, List<ClaimId>> about = new TreeMap<>();
        for (ClaimId claim : claims()) {
            about.computeIfAbsent(variable(claim), any -> new ArrayList<>()).add(claim);
        }
        List<ClaimSet> pairs = new ArrayList<>();
        for (List<ClaimId> claims : about.values()) {
            for (int i = 0; i < claims.size(); i++) {
                for (int j = i + 1; j < claims.size(); j++) {
                    Bounds a = bounds(claims.get(i));
                    Bounds b = bounds(claims.get(j));
                    if (isBelow(a, b) || isBelow(b, a)) {
                        pairs.add(ClaimSet.of(claims.get(i), claims.get(j)));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingInt(pair -> pair.iterator().next().number()));
        return pairs;
    }

    private static boolean isBelow(Bounds a, Bounds b) {
        return a.high().isPresent()
                && b.low().isPresent()
                && a.high().get().compareTo(b.low().get()) < 0;
    }

    /**
     * Finds a smallest set of claims that cannot all be true among those taken (U. Junker, QuickXplain, 2004): from no claim of
     * it can one be spared. The rules by themselves must be free of contradictions.
     *
     * @return the set; empty if the claims taken can all be true
     */
    Optional<ClaimSet> smallest(ClaimSet taken) {
        return contradiction(taken).map(found -> {
            List<ClaimId> among = new ArrayList<>();
            found.claims().forEach(among::add);
            return explain(ClaimSet.of(), false, among);
        });
    }

    private ClaimSet explain(ClaimSet background, boolean changed, List<ClaimId> among) {
        if (changed && contradiction(background).isPresent()) {
            return ClaimSet.of();
        }
        if (among.size() == 1) {
            return ClaimSet.of(among.get(0));
        }
        List<ClaimId> first = among.subList(0, among.size() / 2);
        List<ClaimId> second = among.subList(among.size() / 2, among.size());
        ClaimSet fromSecond = explain(background.with(ClaimSet.of(first)), true, second);
        ClaimSet fromFirst = explain(background.with(fromSecond), !fromSecond.isEmpty(), first);
        return fromFirst.with(fromSecond);
    }
}
