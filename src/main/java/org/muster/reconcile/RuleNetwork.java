package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.VariableId;

/**
 * The unknowns of a dossier as variables, which variables a claim states, and all rules that bind them. A quantity that is
 * known as of several dates is several {@linkplain Timeline unknowns}.
 *
 * <p>A rule that can always be satisfied by choosing the value of an otherwise unconstrained unknown says nothing and is left
 * out. Variables and rules are numbered by name and date, so that nothing found here depends on the order of the dossier.
 */
final class RuleNetwork {

    private final Map<Quantity, Timeline> timelines;
    private final List<Unknown> unknowns;
    private final Map<Unknown, VariableId> variables;
    private final Map<Quantity, List<VariableId>> byQuantity = new LinkedHashMap<>();
    private final LinearNetwork linear;

    private RuleNetwork(RuleNetworkBuilder builder) {
        this.timelines = builder.timelines();
        this.unknowns = builder.unknowns();
        this.variables = builder.variables();
        for (int number = 0; number < unknowns.size(); number++) {
            byQuantity
                    .computeIfAbsent(unknowns.get(number).quantity(), any -> new ArrayList<>())
                    .add(new VariableId(number));
        }
        this.linear = LinearNetwork.of(
                unknowns.size(), EmptyRules.without(unknowns.size(), builder.rules(), builder::isKnown));
    }

    /**
     * Builds the network of a dossier.
     *
     * @param ranges the ranges of its quantities
     * @param losses whether losses may not exceed strength
     */
    static RuleNetwork of(Ranges ranges, boolean losses) {
        RuleNetworkBuilder builder = new RuleNetworkBuilder(ranges);
        builder.draft(losses);
        builder.bind();
        return new RuleNetwork(builder);
    }

    /** Returns the quantities of the unknowns, in the order of their variables. */
    Set<Quantity> quantities() {
        return byQuantity.keySet();
    }

    /** Returns the unknowns by the numbers of their variables. */
    List<Unknown> unknowns() {
        return unknowns;
    }

    /** Returns what a variable stands for. */
    Unknown unknown(VariableId variable) {
        return unknowns.get(variable.number());
    }

    /** Returns the variables of a quantity, the earliest first; none where neither a claim nor a rule mentions it. */
    List<VariableId> variables(Quantity quantity) {
        return byQuantity.getOrDefault(quantity, List.of());
    }

    /** Returns the variables that a figure with a given date states. */
    List<VariableId> statedBy(Quantity quantity, AsOf date) {
        Timeline timeline = timelines.get(quantity);
        if (timeline == null) {
            return List.of();
        }
        if (!date.isGiven() && !timeline.grows()) {
            return variables(quantity);
        }
        List<VariableId> found = new ArrayList<>();
        for (AsOf known : timeline.statedBy(date)) {
            Optional.ofNullable(variables.get(new Unknown(quantity, known))).ifPresent(found::add);
        }
        return found;
    }

    /**
     * Returns the variables that a claim states; every claim about a loss states its last count as well, since no earlier
     * count exceeds it.
     */
    Collection<VariableId> statedBy(Claim claim) {
        Quantity quantity = claim.quantity();
        Timeline timeline = timelines.get(quantity);
        Collection<VariableId> stated = statedBy(quantity, claim.asOf());
        if (timeline == null || !timeline.grows()) {
            return stated;
        }
        Set<VariableId> withLast = new LinkedHashSet<>(stated);
        Optional.ofNullable(variables.get(new Unknown(quantity, timeline.last())))
                .ifPresent(withLast::add);
        return withLast;
    }

    /** Returns the ranges of some quantities' variables, each by what is said of it alone; none where that is nothing. */
    Map<VariableId, QuantityRange> stated(Ranges ranges, Collection<Quantity> quantities, Predicate<Claim> counted) {
        Map<VariableId, QuantityRange> stated = new HashMap<>();
        for (Quantity quantity : quantities) {
            stated.putAll(
                    ranges.claimed(quantity, claim -> counted.test(claim) ? statedBy(claim) : List.<VariableId>of()));
        }
        return stated;
    }

    /** Returns the variables and the rules that say something. */
    LinearNetwork linear() {
        return linear;
    }
}
