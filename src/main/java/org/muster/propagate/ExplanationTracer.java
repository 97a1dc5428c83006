package org.muster.propagate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Proof;
import org.muster.exact.Rational;
import org.muster.propagate.Explanation.GivenBound;

/** Traces derived bounds back to the rules that set them and the given bounds. */
final class ExplanationTracer {

    private final Derivation derivation;
    private final LinearNetwork network;
    private final int most;

    private boolean isCut;

    private final Set<Long> seen = new TreeSet<>();
    private final Deque<Long> open = new ArrayDeque<>();
    private final Set<RuleId> rules = new TreeSet<>();
    private final Set<Long> givenBounds = new TreeSet<>();

    private ExplanationTracer(Derivation derivation, int most) {
        this.derivation = derivation;
        this.network = derivation.network();
        this.most = most;
    }

    /** Returns a tracer without a limit. */
    static ExplanationTracer of(Derivation derivation) {
        return new ExplanationTracer(derivation, Integer.MAX_VALUE);
    }

    /** Returns a tracer that follows at most so many bounds, the nearest first. */
    static ExplanationTracer of(Derivation derivation, int most) {
        return new ExplanationTracer(derivation, most);
    }

    /** Adds a bound as implied, or as it was collected from the leaves. */
    void add(int variable, boolean isHigh, boolean isImplied) {
        long key = variable * 4L + (isHigh ? 2 : 0) + (isImplied ? 1 : 0);
        if (seen.size() < most) {
            if (seen.add(key)) {
                open.add(key);
            }
        } else {
            isCut |= !seen.contains(key);
        }
    }

    /** Adds all that a proof uses. */
    void add(Proof proof, RuleProgram program) {
        for (Proof.Step step : proof.steps()) {
            if (step.part() == Proof.Part.CONSTRAINT) {
                rules.add(program.rules().get(step.number()));
            } else {
                add(network.place(program.variables().get(step.number())), step.isHigh(), false);
            }
        }
    }

    /** Adds a rule by itself. */
    void addRule(int number) {
        rules.add(network.number(number));
    }

    /** Adds a rule whose least or greatest sum is outside its bounds. */
    void add(int number, boolean greatest) {
        rules.add(network.number(number));
        LinearRule rule = network.rule(number);
        for (int i = 0; i < rule.size(); i++) {
            add(network.variablesOf(number)[i], greatest == rule.factor(i).signum() > 0, false);
        }
    }

    /** Returns what was added, as what two ends rest on that exclude one another. */
    Explanation crossing(@Nullable Rational low, @Nullable Rational high) {
        return explanation(requireNonNull(low, "low").subtract(requireNonNull(high, "high")));
    }

    /** Returns what was added, and how far apart the ends are that exclude one another. */
    Explanation explanation(Rational shortfall) {
        while (!open.isEmpty()) {
            long key = open.remove();
            follow((int) (key / 4), (key & 2) != 0, (key & 1) != 0);
        }
        List<GivenBound> bounds = new ArrayList<>();
        for (long key : givenBounds) {
            bounds.add(new GivenBound(network.variables().get((int) (key / 2)), (key & 1) != 0));
        }
        return new Explanation(List.copyOf(rules), bounds, !isCut, shortfall);
    }

    private void follow(int variable, boolean isHigh, boolean isImplied) {
        int rule = (isImplied ? derivation.implied() : derivation.collected()).by(variable, isHigh);
        if (rule == DerivedBounds.GIVEN) {
            givenBounds.add(variable * 2L + (isHigh ? 1 : 0));
        } else if (rule == DerivedBounds.TOGETHER) {
            Propagation propagation = derivation.propagation(variable);
            if (propagation != null) {
                propagation.explain(variable, isHigh, this);
                return;
            }
            Derivation.CycleProofs proofs = derivation.proofs(variable);
            Proof proof = proofs == null ? null : isHigh ? proofs.high() : proofs.low();
            if (proofs != null && proof != null) {
                add(proof, proofs.program());
            }
        } else {
            rules.add(network.number(rule));
            follow(rule, variable, isHigh);
        }
    }

    /**
     * Follows the bounds of the other variables by which a rule sets a bound. In the outward sweep a rule used the
     * implied bounds of the shared variable and the collected bounds of all others.
     */
    private void follow(int number, int variable, boolean isHigh) {
        LinearRule rule = network.rule(number);
        int[] variables = network.variablesOf(number);
        boolean least = false;
        for (int i = 0; i < variables.length; i++) {
            if (variables[i] == variable) {
                least = isHigh == rule.factor(i).signum() > 0;
            }
        }
        for (int i = 0; i < variables.length && !isCut; i++) {
            if (variables[i] != variable) {
                boolean isImplied = variables[i] == derivation.inward(number);
                add(variables[i], least == rule.factor(i).signum() < 0, isImplied);
            }
        }
    }
}
