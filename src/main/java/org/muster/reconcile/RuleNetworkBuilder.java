package org.muster.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.dossier.AsOf;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.dossier.WrittenRule;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.figure.Measure;
import org.muster.propagate.LinearRule;
import org.muster.propagate.VariableId;

/**
 * Turns what a dossier says into linear rules: first into drafts without dates, then as of all dates for which they say
 * something; and numbers the unknowns.
 *
 * <p>A breakdown of the dossier makes a rule wherever the whole or a part is claimed or has a range, a built-in one
 * only where a part is claimed. The other quantities of such a rule are included too; nothing is known of them except
 * that they are counts.
 *
 * <p>Between the last counts of all its quantities a rule holds as of the latest date among them; one that is only known
 * earlier enters as a later count, which is at least as great. In addition, a rule holds as of every date for which two of
 * its quantities have figures. Rules between events disregard dates. The unknowns of a loss are bound by rules of growth.
 */
final class RuleNetworkBuilder {

    private record Bound(String text, List<Unknown> unknowns, List<Rational> factors, Bounds bounds) {}

    private final Ranges ranges;
    private final Dossier dossier;
    private final Map<Quantity, Timeline> timelines = new LinkedHashMap<>(); // nearly in order
    private final Set<Quantity> known = new HashSet<>();
    private final List<RuleDraft> drafts = new ArrayList<>();
    private final Set<Bound> bound = new LinkedHashSet<>();
    private List<Unknown> unknowns = List.of();
    private final Map<Unknown, VariableId> variables = new HashMap<>();
    private List<LinearRule> rules = List.of();

    RuleNetworkBuilder(Ranges ranges) {
        this.ranges = ranges;
        this.dossier = ranges.dossier();
    }

    /**
     * Drafts all rules.
     *
     * @param losses whether losses may not exceed strength
     */
    void draft(boolean losses) {
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
        boolean events = rule.isBetweenEvents();
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
        add(rule.text(), all, List.of(factors), bounds, events);
        if (rule.kind() == WholePartRule.Kind.SHARED) {
            for (Quantity part : rule.parts()) {
                add(
                        rule.text(),
                        List.of(rule.whole(), part),
                        List.of(Rational.ONE, Rational.of(-1)),
                        Bounds.atLeast(Rational.ZERO),
                        events);
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
        add(rule.toString(), terms, factors, bounds, events.size() > 1);
    }

    private void add(
            String text, List<Quantity> quantities, List<Rational> factors, Bounds bounds, boolean disregardsDates) {
        List<Timeline> own = quantities.stream().map(this::timeline).toList();
        drafts.add(new RuleDraft(text, quantities, own, factors, bounds, disregardsDates));
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
        Set<RuleDraft> empty = EmptyRules.among(
                drafts, known, quantity -> timeline(quantity).all().size() > 1);
        drafts.removeAll(empty);
        handOnDates();
        drafts.forEach(this::bind);
        known.forEach(this::timeline);
        for (Timeline timeline : timelines.values()) {
            if (timeline.all().isEmpty()) {
                timeline.add(AsOf.WHOLE_EVENT);
            }
        }
        timelines.forEach(this::bindGrowth);
        number();
    }

    /** Quantities without figures pass on the dates of their neighbours. */
    private void handOnDates() {
        if (drafts.stream().allMatch(draft -> draft.dates().isEmpty())) {
            return;
        }
        Map<Quantity, List<Integer>> about = new HashMap<>(); // the numbers of drafts
        Deque<Integer> open = new ArrayDeque<>();
        for (int number = 0; number < drafts.size(); number++) {
            if (!drafts.get(number).disregardsDates()) {
                open.add(number);
                for (Quantity quantity : drafts.get(number).quantities()) {
                    about.computeIfAbsent(quantity, any -> new ArrayList<>()).add(number);
                }
            }
        }
        BitSet waiting = new BitSet();
        open.forEach(waiting::set);
        while (!open.isEmpty()) {
            int next = open.remove();
            waiting.clear(next);
            for (Quantity quantity : handOn(drafts.get(next))) {
                for (int other : about.getOrDefault(quantity, List.of())) {
                    if (other != next && !waiting.get(other)) {
                        waiting.set(other);
                        open.add(other);
                    }
                }
            }
        }
    }

    /** Hands on the dates of a draft's quantities to those without figures, and returns which of these had not all. */
    private List<Quantity> handOn(RuleDraft draft) {
        List<Quantity> changed = new ArrayList<>();
        Set<AsOf> dates = draft.dates();
        boolean finalApart = draft.hasFinalApart();
        for (int i = 0; i < draft.quantities().size(); i++) {
            Timeline timeline = draft.timelines().get(i);
            if (!timeline.isSaid()) {
                boolean added = false;
                for (AsOf date : dates) {
                    added |= timeline.add(date);
                }
                added |= finalApart && timeline.grows() && timeline.add(AsOf.WHOLE_EVENT);
                if (added) {
                    changed.add(draft.quantities().get(i));
                }
            }
        }
        return changed;
    }

    private void bind(RuleDraft draft) {
        if (draft.disregardsDates()) {
            bind(draft, draft.text(), draft.unknowns(Timeline::last));
            return;
        }
        NavigableSet<AsOf> dates = Timeline.narrowest(draft.dates());
        AsOf latest = dates.isEmpty() ? AsOf.WHOLE_EVENT : dates.last();
        boolean finalApart = draft.hasFinalApart();
        List<Unknown> last = draft.unknowns(timeline -> timeline.boundWithLast(latest, finalApart));
        bind(draft, finalApart ? draft.text() : text(draft, latest), last);
        if (!finalApart && !dates.isEmpty()) {
            dates.remove(latest);
        }
        for (AsOf date : dates) {
            long known = draft.timelines().stream()
                    .filter(timeline -> timeline.isKnown(date))
                    .count();
            if (known > 1) {
                bind(draft, text(draft, date), draft.unknowns(timeline -> timeline.boundAt(date)));
            }
        }
    }

    private static String text(RuleDraft draft, AsOf date) {
        return date.isGiven() ? draft.text() + ", as of " + date : draft.text();
    }

    private void bind(RuleDraft draft, String text, List<Unknown> binds) {
        bound.add(new Bound(text, binds, draft.factors(), draft.bounds()));
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
        List<Quantity> sorted = new ArrayList<>(timelines.keySet());
        sorted.sort(Unknown.BY_NAMES); // the dates of each are in order
        List<Unknown> all = new ArrayList<>(sorted.size());
        for (Quantity quantity : sorted) {
            for (AsOf date : timeline(quantity).all()) {
                all.add(new Unknown(quantity, date));
            }
        }
        unknowns = List.copyOf(all);
        for (int number = 0; number < unknowns.size(); number++) {
            variables.put(unknowns.get(number), new VariableId(number));
        }
        List<LinearRule> made = new ArrayList<>(bound.size());
        for (Bound each : bound) {
            made.add(rule(each));
        }
        made.sort(Comparator.comparing(LinearRule::variables, RuleNetworkBuilder::compare)
                .thenComparing(LinearRule::factors, RuleNetworkBuilder::compare)
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

    /** Returns the dates of each quantity that a claim or a rule is about. */
    Map<Quantity, Timeline> timelines() {
        return timelines;
    }

    /** Returns the unknowns by the numbers of their variables. */
    List<Unknown> unknowns() {
        return unknowns;
    }

    Map<Unknown, VariableId> variables() {
        return variables;
    }

    /** Returns the rules, those that say nothing among them. */
    List<LinearRule> rules() {
        return rules;
    }

    /** Returns whether anything is known of a variable beside that it is a count. */
    boolean isKnown(VariableId variable) {
        return known.contains(unknowns.get(variable.number()).quantity());
    }
}
