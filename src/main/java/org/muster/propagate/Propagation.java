package org.muster.propagate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Rational;

/**
 * Rules in cycles tell one another what they leave to their variables, over and over, until nothing is new. That may stop
 * short of the exact ranges, or take for ever and be given up; but where all lower ends together keep all rules they are
 * exact, and so are the upper ends, and no linear programme is needed. Variables and rules are places.
 */
final class Propagation {

    private static final int ROUNDS = 40; // so many looks at all rules, together, are enough

    private static final int GIVEN = -1;

    private final LinearNetwork network;
    private final List<Integer> rules;
    private final DerivedBounds given;
    private final BitSet within = new BitSet();
    private final int[] lastLow; // by variable: the step that set its low end
    private final int[] lastHigh;
    private final List<Step> steps = new ArrayList<>();
    private long work;
    private int crossed = GIVEN;

    /** An end that a rule set, and the step that had set it before. */
    private record Step(int variable, boolean isHigh, Rational end, int rule, int before) {}

    private Propagation(LinearNetwork network, List<Integer> rules, DerivedBounds given) {
        this.network = network;
        this.rules = rules;
        this.given = given;
        rules.forEach(within::set);
        this.lastLow = new int[network.variables().size()];
        this.lastHigh = new int[lastLow.length];
        Arrays.fill(lastLow, GIVEN);
        Arrays.fill(lastHigh, GIVEN);
    }

    /** Lets the rules of a cycle tell one another what they leave, from the bounds that were collected. */
    static Propagation of(LinearNetwork network, List<Integer> rules, DerivedBounds given) {
        Propagation propagation = new Propagation(network, rules, given);
        propagation.run();
        return propagation;
    }

    private void run() {
        Deque<Integer> open = new ArrayDeque<>(rules);
        BitSet waiting = (BitSet) within.clone();
        long size = 0;
        for (int rule : rules) {
            size += network.variablesOf(rule).length;
        }
        while (!open.isEmpty() && crossed == GIVEN && work < ROUNDS * size) {
            int rule = open.remove();
            waiting.clear(rule);
            int before = steps.size();
            tell(rule);
            for (Step step : steps.subList(before, steps.size())) {
                for (int other : network.rulesOf(step.variable())) {
                    if (other != rule && within.get(other) && !waiting.get(other)) {
                        waiting.set(other);
                        open.add(other);
                    }
                }
            }
        }
    }

    /** The step that last set an end before another step; a rule uses what was known then. */
    private int last(int variable, boolean isHigh, int before) {
        int step = (isHigh ? lastHigh : lastLow)[variable];
        while (step >= before) {
            step = steps.get(step).before();
        }
        return step;
    }

    /** Returns an end as it is known now; null where there is none. */
    @Nullable
    Rational end(int variable, boolean isHigh) {
        int step = (isHigh ? lastHigh : lastLow)[variable];
        return step == GIVEN ? given.end(variable, isHigh) : steps.get(step).end();
    }

    private void tell(int number) {
        LinearRule rule = network.rule(number);
        tell(number, rule, rule.bounds().high(), false);
        tell(number, rule, rule.bounds().low(), true);
    }

    /** Narrows the variables of a rule so that its form can be at most, or at least, its bound. */
    private void tell(int number, LinearRule rule, Optional<Rational> bound, boolean atLeast) {
        if (bound.isEmpty() || crossed != GIVEN) {
            return;
        }
        int[] variables = network.variablesOf(number);
        work += variables.length;
        Rational room = bound.get();
        int open = 0;
        int opening = -1;
        for (int term = 0; term < variables.length; term++) {
            Rational end = end(variables[term], isHigh(rule, term, atLeast));
            if (end == null) {
                open++;
                opening = term;
            } else {
                room = room.subtract(end.multiply(rule.factor(term)));
            }
        }
        if (open > 1) {
            return;
        }
        int from = open == 1 ? opening : 0;
        int to = open == 1 ? opening + 1 : variables.length;
        int known = steps.size(); // the terms of one rule are told by what was known before
        for (int term = from; term < to; term++) {
            boolean used = isHigh(rule, term, atLeast);
            Rational factor = rule.factor(term);
            Rational own = open == 1
                    ? Rational.ZERO
                    : endBefore(variables[term], used, known).multiply(factor);
            narrow(number, variables[term], !used, room.add(own).divide(factor));
        }
    }

    private Rational endBefore(int variable, boolean isHigh, int before) {
        int step = last(variable, isHigh, before);
        Rational end =
                step == GIVEN ? given.end(variable, isHigh) : steps.get(step).end();
        return Objects.requireNonNull(end, "end");
    }

    /** Which end of a term's variable leaves the most room. */
    private static boolean isHigh(LinearRule rule, int term, boolean atLeast) {
        return rule.factor(term).signum() > 0 == atLeast;
    }

    private void narrow(int rule, int variable, boolean isHigh, Rational end) {
        Rational known = end(variable, isHigh);
        if (known != null && (isHigh ? end.compareTo(known) >= 0 : end.compareTo(known) <= 0)) {
            return;
        }
        int[] last = isHigh ? lastHigh : lastLow;
        steps.add(new Step(variable, isHigh, end, rule, last[variable]));
        last[variable] = steps.size() - 1;
        Rational other = end(variable, !isHigh);
        if (other != null && (isHigh ? end.compareTo(other) < 0 : end.compareTo(other) > 0)) {
            crossed = variable;
        }
    }

    /** A variable whose ends are crossed: the rules cannot be kept. */
    Optional<Integer> crossed() {
        return crossed == GIVEN ? Optional.empty() : Optional.of(crossed);
    }

    /**
     * Whether all lower, or all upper, ends together keep all rules, so that each of them is reached. Where there is no upper
     * end the variables are made larger together, without an end.
     */
    boolean isReached(boolean isHigh) {
        for (int number : rules) {
            LinearRule rule = network.rule(number);
            Rational sum = Rational.ZERO;
            Rational growth = Rational.ZERO;
            int[] variables = network.variablesOf(number);
            work += variables.length;
            for (int term = 0; term < variables.length; term++) {
                Rational end = end(variables[term], isHigh);
                if (end == null) {
                    growth = growth.add(rule.factor(term));
                } else {
                    sum = sum.add(end.multiply(rule.factor(term)));
                }
            }
            Optional<Rational> low = rule.bounds().low();
            Optional<Rational> high = rule.bounds().high();
            int way = isHigh ? growth.signum() : -growth.signum();
            boolean kept = (way > 0 || low.isEmpty() || way == 0 && sum.compareTo(low.get()) >= 0)
                    && (way < 0 || high.isEmpty() || way == 0 && sum.compareTo(high.get()) <= 0);
            if (!kept) {
                return false;
            }
        }
        return true;
    }

    /** Whether all ends are whole numbers, where there are any. */
    boolean isWhole() {
        for (int rule : rules) {
            for (int variable : network.variablesOf(rule)) {
                for (boolean isHigh : new boolean[] {false, true}) {
                    Rational end = end(variable, isHigh);
                    if (end != null && !end.isWhole()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Narrows bounds to what was found. */
    void narrow(DerivedBounds bounds) {
        for (int rule : rules) {
            for (int variable : network.variablesOf(rule)) {
                for (boolean isHigh : new boolean[] {false, true}) {
                    Rational end = end(variable, isHigh);
                    if (end != null) {
                        bounds.narrow(variable, isHigh, end, DerivedBounds.TOGETHER);
                    }
                }
            }
        }
    }

    /** Adds what an end rests on: the rules that were used, and the bounds that were collected. */
    void explain(int variable, boolean isHigh, ExplanationTracer tracer) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        follow(variable, isHigh, steps.size(), seen, open, tracer);
        while (!open.isEmpty()) {
            int number = open.remove();
            Step step = steps.get(number);
            tracer.addRule(step.rule());
            LinearRule rule = network.rule(step.rule());
            int[] variables = network.variablesOf(step.rule());
            boolean atLeast = false;
            for (int term = 0; term < variables.length; term++) {
                if (variables[term] == step.variable()) {
                    atLeast = rule.factor(term).signum() > 0 != step.isHigh();
                }
            }
            for (int term = 0; term < variables.length; term++) {
                if (variables[term] != step.variable()) {
                    follow(variables[term], isHigh(rule, term, atLeast), number, seen, open, tracer);
                }
            }
        }
    }

    private void follow(
            int variable, boolean isHigh, int before, BitSet seen, Deque<Integer> open, ExplanationTracer tracer) {
        int step = last(variable, isHigh, before);
        if (step == GIVEN) {
            tracer.add(variable, isHigh, false);
        } else if (!seen.get(step)) {
            seen.set(step);
            open.add(step);
        }
    }

    /** How many numbers were looked at. */
    long work() {
        return work;
    }
}
