package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.dossier.AsOf;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.dossier.WrittenRule;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.figure.Measure;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.LinearRule;
import org.muster.propagate.RuleId;
import org.muster.propagate.VariableId;

/**
 * The unknowns of a dossier as variables, and all rules that bind them.
 *
 * <p>A breakdown of the dossier makes a rule wherever the whole or a part is claimed or has a range, a built-in one
 * only where a part is claimed. The other quantities of such a rule are included too; nothing is known of them except
 * that they are counts. A rule that can always be satisfied by choosing the value of an otherwise unconstrained unknown
 * says nothing and is left out.
 *
 * <p>A quantity that is known as of several dates becomes several {@linkplain Timeline unknowns}; those of a loss are
 * bound by rules of growth. Between the last counts of all its quantities a rule holds as of the latest date among
 * them; one that is only known earlier enters as a later count, which is at least as great. In addition, a rule holds
 * as of every date for which two of its quantities have figures. Rules between events disregard dates.
 *
 * <p>Variables and rules are numbered by name and date, so that nothing found here depends on the order of the dossier.
 *
 * <p>The file is long because all kinds of rules are made here, in one place, by one builder.
 */
final class RuleNetwork {

    private final Map<Quantity, Timeline> timelines;
    private final List<Unknown> unknowns;
    private final Map<Unknown, VariableId> variables;
    private final LinearNetwork linear;

    private RuleNetwork(Builder builder) {
        this.timelines = builder.timelines;
        this.unknowns = builder.unknowns;
        this.variables = builder.variables;
        this.linear = builder.withoutEmptyRules();
    }

    /**
     * Builds the network of a dossier.
     *
     * @param ranges the ranges of its quantities
     * @param losses whether losses may not exceed strength
     */
    static RuleNetwork of(Ranges ranges, boolean losses) {
        Builder builder = new Builder(ranges);
        builder.add(losses);
        builder.bind();
        return new RuleNetwork(builder);
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
        Timeline timeline = timelines.get(quantity);
        List<VariableId> found = new ArrayList<>();
        if (timeline != null) {
            for (AsOf date : timeline.all()) {
                Optional.ofNullable(variables.get(new Unknown(quantity, date))).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Returns the variables that a figure with a given date states. */
    List<VariableId> statedBy(Quantity quantity, AsOf date) {
        Timeline timeline = timelines.get(quantity);
        List<VariableId> found = new ArrayList<>();
        if (timeline != null) {
            for (AsOf known : timeline.statedBy(date)) {
                Optional.ofNullable(variables.get(new Unknown(quantity, known))).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * Returns which claims about its quantity state a variable; for the last count of a loss these are all of them,
     * since no earlier count exceeds it.
     */
    Predicate<Claim> stating(VariableId variable) {
        Unknown unknown = unknown(variable);
        Timeline timeline = timelines.get(unknown.quantity());
        if (timeline == null || timeline.grows() && unknown.asOf().equals(timeline.last())) {
            return claim -> true;
        }
        return claim -> timeline.statedBy(claim.asOf()).contains(unknown.asOf());
    }

    /** Returns the variables and the rules that say something. */
    LinearNetwork linear() {
        return linear;
    }

    /** Numbers the unknowns and turns what a dossier says into linear rules. */
    private static final class Builder {

        /** A rule whose dates are not known yet. */
        private record Draft(
                String text,
                List<Quantity> quantities,
                List<Rational> factors,
                Bounds bounds,
                boolean disregardsDates) {}

        private record Bound(String text, List<Unknown> unknowns, List<Rational> factors, Bounds bounds) {}

        private final Ranges ranges;
        private final Dossier dossier;
        private final Map<Quantity, Timeline> timelines = new HashMap<>();
        private final Set<Quantity> known = new HashSet<>();
        private final List<Draft> drafts = new ArrayList<>();
        private final Set<Bound> bound = new LinkedHashSet<>();
        private List<Unknown> unknowns = List.of();
        private final Map<Unknown, VariableId> variables = new HashMap<>();
        private List<LinearRule> rules = List.of();

        Builder(Ranges ranges) {
            this.ranges = ranges;
            this.dossier = ranges.dossier();
        }

        void add(boolean losses) {
            Set<Quantity> quantities = new LinkedHashSet<>(dossier.quantities());
            quantities.addAll(ranges.quantities());
            known.addAll(quantities);
            List<Measure> lost = losses ? WholePartRule.lossesOf(dossier) : List.of();
            IdentityHashMap<Breakdown, Set<Quantity>> made = new IdentityHashMap<>(); // comparing many parts is slow
            for (Quantity quantity : quantities) {
                for (Breakdown breakdown : dossier.hierarchy().with(quantity)) {
                    add(breakdown, breakdown.wholeOf(quantity), made);
                }
                for (WholePartRule rule : WholePartRule.about(quantity, dossier, lost)) {
                    if (rule.breakdown().isPresent()) {
                        add(rule.breakdown().get(), quantity, made);
                    } else if (losses) {
                        add(rule);
                    }
                }
            }
            for (WrittenRule rule : dossier.rules()) {
                add(rule);
            }
        }

        private void add(Breakdown breakdown, Quantity whole, IdentityHashMap<Breakdown, Set<Quantity>> made) {
            if (made.computeIfAbsent(breakdown, any -> new HashSet<>()).add(whole)) {
                WholePartRule rule = WholePartRule.of(breakdown, whole);
                if (!dossier.hierarchy().isBuiltIn(breakdown)
                        || rule.parts().stream().anyMatch(this::isClaimed)) {
                    add(rule);
                }
            }
        }

        private boolean isClaimed(Quantity quantity) {
            return ranges.said(quantity).stream().anyMatch(said -> !said.isSum());
        }

        private void add(WholePartRule rule) {
            boolean events = rule.breakdown()
                    .map(breakdown -> breakdown.dimension() == Dimension.EVENT)
                    .orElse(false);
            List<Quantity> all = new ArrayList<>(rule.parts().size() + 1);
            all.add(rule.whole());
            all.addAll(rule.parts());
            Rational[] factors = new Rational[all.size()];
            Arrays.fill(factors, Rational.of(-1));
            factors[0] = Rational.ONE;
            Bounds bounds = switch (rule.kind()) {
                case SUM -> Bounds.exactly(Rational.ZERO);
                case BOUND -> Bounds.atLeast(Rational.ZERO);
                case SHARED -> Bounds.atMost(Rational.ZERO);
            };
            drafts.add(new Draft(rule.text(), all, List.of(factors), bounds, events));
            if (rule.kind() == WholePartRule.Kind.SHARED) {
                for (Quantity part : rule.parts()) {
                    drafts.add(new Draft(
                            rule.text(),
                            List.of(rule.whole(), part),
                            List.of(Rational.ONE, Rational.of(-1)),
                            Bounds.atLeast(Rational.ZERO),
                            events));
                }
            }
        }

        private void add(WrittenRule rule) {
            List<Quantity> terms = new ArrayList<>();
            List<Rational> factors = new ArrayList<>();
            Set<String> events = new HashSet<>();
            for (WrittenRule.Term term : rule.terms()) {
                terms.add(term.quantity());
                factors.add(Rational.of(term.factor()));
                events.add(term.quantity().event());
            }
            known.addAll(terms); // an analyst wrote rules about them
            Rational constant = Rational.of(rule.constant());
            Bounds bounds = switch (rule.sense()) {
                case EQUAL -> Bounds.exactly(constant);
                case AT_MOST -> Bounds.atMost(constant);
                case AT_LEAST -> Bounds.atLeast(constant);
            };
            drafts.add(new Draft(rule.toString(), terms, factors, bounds, events.size() > 1));
        }

        private Timeline timeline(Quantity quantity) {
            return timelines.computeIfAbsent(quantity, added -> {
                Set<AsOf> dates = new LinkedHashSet<>();
                for (Said said : ranges.said(quantity)) {
                    if (!said.isSum()) {
                        dates.addAll(said.dates());
                    }
                }
                return Timeline.of(dossier.hierarchy().isLoss(quantity.measure()), dates);
            });
        }

        /** Turns the drafts into rules, as of all dates for which they say something, and numbers everything. */
        void bind() {
            boolean anyDate = false;
            for (Quantity quantity : known) {
                anyDate |= !timeline(quantity).dates().isEmpty();
            }
            boolean again = anyDate;
            while (again) { // quantities without figures pass on the dates of their neighbours
                again = false;
                for (Draft draft : drafts) {
                    again |= !draft.disregardsDates() && hasHandedOn(draft);
                }
            }
            for (Draft draft : drafts) {
                bind(draft);
            }
            for (Quantity quantity : known) {
                if (timeline(quantity).all().isEmpty()) {
                    timeline(quantity).add(AsOf.WHOLE_EVENT);
                }
            }
            timelines.forEach(this::bindGrowth);
            number();
        }

        private Set<AsOf> dates(Draft draft) {
            Set<AsOf> dates = new HashSet<>();
            for (Quantity quantity : draft.quantities()) {
                dates.addAll(timeline(quantity).dates());
            }
            return dates;
        }

        private boolean hasHandedOn(Draft draft) {
            boolean added = false;
            Set<AsOf> dates = dates(draft);
            boolean finalApart = hasFinalApart(draft);
            for (Quantity quantity : draft.quantities()) {
                if (!isClaimed(quantity)) {
                    for (AsOf date : dates) {
                        added |= timeline(quantity).add(date);
                    }
                    added |= finalApart
                            && timeline(quantity).grows()
                            && timeline(quantity).add(AsOf.WHOLE_EVENT);
                }
            }
            return added;
        }

        private void bind(Draft draft) {
            if (draft.disregardsDates()) {
                bind(
                        draft,
                        draft.text(),
                        draft.quantities().stream()
                                .map(each -> unknown(each, timeline(each).last()))
                                .toList());
                return;
            }
            NavigableSet<AsOf> dates = Timeline.narrowest(dates(draft));
            AsOf latest = dates.isEmpty() ? AsOf.WHOLE_EVENT : dates.last();
            boolean finalApart = hasFinalApart(draft);
            List<Unknown> last = new ArrayList<>();
            for (Quantity quantity : draft.quantities()) {
                last.add(unknown(quantity, timeline(quantity).boundWithLast(latest, finalApart)));
            }
            bind(draft, finalApart ? draft.text() : text(draft, latest), last);
            if (!finalApart && !dates.isEmpty()) {
                dates.remove(latest);
            }
            for (AsOf date : dates) {
                long known = draft.quantities().stream()
                        .filter(quantity -> timeline(quantity).isKnown(date))
                        .count();
                if (known > 1) {
                    List<Unknown> then = new ArrayList<>();
                    for (Quantity quantity : draft.quantities()) {
                        then.add(unknown(quantity, timeline(quantity).boundAt(date)));
                    }
                    bind(draft, text(draft, date), then);
                }
            }
        }

        private boolean hasFinalApart(Draft draft) {
            return draft.quantities().stream()
                    .anyMatch(quantity -> timeline(quantity).hasFinalApart());
        }

        private static String text(Draft draft, AsOf date) {
            return date.isGiven() ? draft.text() + ", as of " + date : draft.text();
        }

        private void bind(Draft draft, String text, List<Unknown> binds) {
            bound.add(new Bound(text, binds, draft.factors(), draft.bounds()));
        }

        private Unknown unknown(Quantity quantity, AsOf date) {
            timeline(quantity).add(date);
            return new Unknown(quantity, date);
        }

        private void bindGrowth(Quantity quantity, Timeline timeline) {
            AsOf before = AsOf.WHOLE_EVENT;
            for (AsOf date : timeline.grows() ? timeline.all() : List.<AsOf>of()) {
                if (before.isGiven() && (before.isBefore(date) || !date.isGiven())) {
                    String text = quantity.measure() + " only grows: " + before + " <= "
                            + (date.isGiven() ? date : "final count");
                    bound.add(new Bound(
                            text,
                            List.of(new Unknown(quantity, date), new Unknown(quantity, before)),
                            List.of(Rational.ONE, Rational.of(-1)),
                            Bounds.atLeast(Rational.ZERO)));
                }
                before = date;
            }
        }

        /** Numbers all unknowns, and orders the rules by what they bind. */
        private void number() {
            NavigableSet<Unknown> sorted = new TreeSet<>();
            timelines.forEach((quantity, timeline) -> {
                for (AsOf date : timeline.all()) {
                    sorted.add(new Unknown(quantity, date));
                }
            });
            unknowns = List.copyOf(sorted);
            for (int number = 0; number < unknowns.size(); number++) {
                variables.put(unknowns.get(number), new VariableId(number));
            }
            List<LinearRule> made = new ArrayList<>(bound.size());
            for (Bound each : bound) {
                made.add(rule(each));
            }
            made.sort(Comparator.comparing(LinearRule::variables, Builder::compare)
                    .thenComparing(LinearRule::factors, Builder::compare)
                    .thenComparing(LinearRule::text)
                    .thenComparing(rule -> rule.bounds().toString()));
            rules = List.copyOf(made);
        }

        private static <T extends Comparable<T>> int compare(List<T> a, List<T> b) {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                int order = a.get(i).compareTo(b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(a.size(), b.size());
        }

        private LinearRule rule(Bound each) {
            Map<VariableId, Rational> terms = new TreeMap<>();
            for (int i = 0; i < each.unknowns().size(); i++) {
                terms.merge(variable(each.unknowns().get(i)), each.factors().get(i), Rational::add);
            }
            return new LinearRule(each.text(), List.copyOf(terms.keySet()), List.copyOf(terms.values()), each.bounds());
        }

        private VariableId variable(Unknown unknown) {
            return Objects.requireNonNull(variables.get(unknown), "unknown");
        }

        private boolean isKnown(VariableId variable) {
            return known.contains(unknowns.get(variable.number()).quantity());
        }

        /**
         * Drops the rules that say nothing. An unknown about which nothing is known may be arbitrarily large. If each
         * of its rules can be satisfied by making it larger, alone or together with another unknown that is in no other
         * rule, these rules constrain nothing else.
         */
        LinearNetwork withoutEmptyRules() {
            LinearNetwork all = LinearNetwork.of(unknowns.size(), rules);
            Set<RuleId> dropped = new HashSet<>();
            Map<VariableId, Integer> degrees = new HashMap<>();
            for (VariableId variable : all.variables()) {
                degrees.put(variable, all.rulesOf(variable).size());
            }
            boolean again = true;
            while (again) {
                again = false;
                for (VariableId variable : all.variables()) {
                    if (degrees.getOrDefault(variable, 0) > 0 && isLoose(variable, all, dropped, degrees)) {
                        for (RuleId rule : all.rulesOf(variable)) {
                            if (dropped.add(rule)) {
                                all.rule(rule).variables().forEach(bound -> degrees.merge(bound, -1, Integer::sum));
                            }
                        }
                        again = true;
                    }
                }
            }
            List<LinearRule> kept = new ArrayList<>();
            for (int number = 0; number < rules.size(); number++) {
                if (!dropped.contains(new RuleId(number))) {
                    kept.add(rules.get(number));
                }
            }
            return LinearNetwork.of(unknowns.size(), kept);
        }

        private boolean isLoose(
                VariableId variable, LinearNetwork all, Set<RuleId> dropped, Map<VariableId, Integer> degrees) {
            if (isKnown(variable)) {
                return false;
            }
            for (RuleId rule : all.rulesOf(variable)) {
                if (!dropped.contains(rule) && !isKeptByMore(all.rule(rule), variable, degrees)) {
                    return false;
                }
            }
            return true;
        }

        /**
         * Returns whether a rule can be satisfied, whatever the other variables are, by making one variable large
         * enough.
         */
        private boolean isKeptByMore(LinearRule rule, VariableId variable, Map<VariableId, Integer> degrees) {
            boolean onlyParts = true; // all others have the opposite sign
            int sign = 0;
            boolean growsAlong = false;
            for (int i = 0; i < rule.size(); i++) {
                if (rule.variable(i).equals(variable)) {
                    sign = rule.factor(i).signum();
                }
            }
            for (int i = 0; i < rule.size(); i++) {
                VariableId other = rule.variable(i);
                if (!other.equals(variable)) {
                    boolean opposite = rule.factor(i).signum() == -sign;
                    onlyParts &= opposite;
                    growsAlong |= opposite && isInOneRule(other, degrees) && !isKnown(other);
                }
            }
            Bounds bounds = sign > 0
                    ? rule.bounds()
                    : new Bounds(
                            rule.bounds().high().map(Rational::negate),
                            rule.bounds().low().map(Rational::negate));
            if (bounds.high().isEmpty()) {
                return true; // a larger value only helps
            }
            // It equals the sum of the others, and nothing else constrains it.
            boolean isSum = onlyParts
                    && isInOneRule(variable, degrees)
                    && bounds.high().get().signum() >= 0;
            return isSum || growsAlong;
        }

        private static boolean isInOneRule(VariableId variable, Map<VariableId, Integer> degrees) {
            return degrees.getOrDefault(variable, 0) == 1;
        }
    }
}
