package org.muster.propagate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Rational;

/**
 * The bounds that a rule leaves to each of its variables, given the bounds of all the others. Variables and rules are
 * places.
 */
final class RuleSums {

    private final int number;
    private final LinearRule rule;
    private final int[] variables; // by term
    private final @Nullable Rational[] least;
    private final @Nullable Rational[] greatest;
    private final Total low = new Total();
    private final Total high = new Total();

    /**
     * Sums up a rule.
     *
     * @param special the place of a variable whose bounds are taken from {@code specialBounds}; −1 for none
     */
    RuleSums(LinearNetwork network, int number, DerivedBounds bounds, int special, DerivedBounds specialBounds) {
        this.number = number;
        this.rule = network.rule(number);
        this.variables = network.variablesOf(number);
        this.least = new Rational[rule.size()];
        this.greatest = new Rational[rule.size()];
        for (int i = 0; i < rule.size(); i++) {
            int variable = variables[i];
            DerivedBounds from = variable == special ? specialBounds : bounds;
            least[i] = times(i, from.end(variable, rule.factor(i).signum() < 0));
            greatest[i] = times(i, from.end(variable, rule.factor(i).signum() > 0));
            low.add(least[i]);
            high.add(greatest[i]);
        }
    }

    private @Nullable Rational times(int term, @Nullable Rational end) {
        return end == null ? null : end.multiply(rule.factor(term));
    }

    /** Narrows the bounds of the variable of a term by what the others leave. */
    void narrow(int term, DerivedBounds bounds) {
        Rational factor = rule.factor(term);
        Optional<Rational> most = rule.bounds().high();
        if (most.isPresent()) {
            Rational others = low.without(least[term]);
            if (others != null) {
                bounds.narrow(
                        variables[term],
                        factor.signum() > 0,
                        most.get().subtract(others).divide(factor),
                        number);
            }
        }
        Optional<Rational> fewest = rule.bounds().low();
        if (fewest.isPresent()) {
            Rational others = high.without(greatest[term]);
            if (others != null) {
                bounds.narrow(
                        variables[term],
                        factor.signum() < 0,
                        fewest.get().subtract(others).divide(factor),
                        number);
            }
        }
    }

    /** Returns by how much even the least sum exceeds what the rule allows; 0 where it does not. */
    Rational excess() {
        Rational least = low.without(Rational.ZERO);
        Optional<Rational> most = rule.bounds().high();
        return least == null || most.isEmpty() ? Rational.ZERO : positive(least.subtract(most.get()));
    }

    /** Returns by how much even the greatest sum falls short of what the rule allows; 0 where it does not. */
    Rational lack() {
        Rational greatest = high.without(Rational.ZERO);
        Optional<Rational> fewest = rule.bounds().low();
        return greatest == null || fewest.isEmpty()
                ? Rational.ZERO
                : positive(fewest.get().subtract(greatest));
    }

    private static Rational positive(Rational number) {
        return number.signum() > 0 ? number : Rational.ZERO;
    }

    /** A sum of terms, some of which may be unbounded. */
    private static final class Total {
        private Rational sum = Rational.ZERO;
        private int open;

        void add(@Nullable Rational term) {
            if (term == null) {
                open++;
            } else {
                sum = sum.add(term);
            }
        }

        /** Returns the sum of the other terms; null if one of them is unbounded. */
        @Nullable
        Rational without(@Nullable Rational term) {
            if (open > (term == null ? 1 : 0)) {
                return null;
            }
            return term == null ? sum : sum.subtract(term);
        }
    }
}
