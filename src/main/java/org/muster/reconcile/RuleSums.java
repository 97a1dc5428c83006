package org.muster.reconcile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Rational;

/** What a rule says of each of its quantities, given the ends of all the others. */
final class RuleSums {

    private final LinearRule rule;
    private final @Nullable Rational[] least;
    private final @Nullable Rational[] greatest;
    private final Total low = new Total();
    private final Total high = new Total();

    /**
     * Sums up a rule.
     *
     * @param special a quantity of the rule whose ends are taken from elsewhere; −1 for none
     */
    RuleSums(LinearRule rule, DerivedBounds ends, int special, DerivedBounds specialEnds) {
        this.rule = rule;
        this.least = new Rational[rule.size()];
        this.greatest = new Rational[rule.size()];
        for (int i = 0; i < rule.size(); i++) {
            int quantity = rule.quantity(i);
            DerivedBounds from = quantity == special ? specialEnds : ends;
            least[i] = term(i, from.end(quantity, rule.factor(i).signum() < 0));
            greatest[i] = term(i, from.end(quantity, rule.factor(i).signum() > 0));
            low.add(least[i]);
            high.add(greatest[i]);
        }
    }

    private @Nullable Rational term(int place, @Nullable Rational end) {
        return end == null ? null : end.multiply(rule.factor(place));
    }

    /** Narrows the quantity at a place of the rule by what the others leave. */
    void narrow(int place, int number, DerivedBounds ends) {
        Rational factor = rule.factor(place);
        Optional<Rational> most = rule.bounds().high();
        if (most.isPresent()) {
            Rational others = low.without(least[place]);
            if (others != null) {
                ends.narrow(
                        rule.quantity(place),
                        factor.signum() > 0,
                        most.get().subtract(others).divide(factor),
                        number);
            }
        }
        Optional<Rational> fewest = rule.bounds().low();
        if (fewest.isPresent()) {
            Rational others = high.without(greatest[place]);
            if (others != null) {
                ends.narrow(
                        rule.quantity(place),
                        factor.signum() < 0,
                        fewest.get().subtract(others).divide(factor),
                        number);
            }
        }
    }

    /** Whether even the least sum is more than the rule allows. */
    boolean isTooMuch() {
        Rational least = low.without(Rational.ZERO);
        Optional<Rational> most = rule.bounds().high();
        return least != null && most.isPresent() && least.compareTo(most.get()) > 0;
    }

    /** Whether even the greatest sum is less than the rule allows. */
    boolean isTooLittle() {
        Rational greatest = high.without(Rational.ZERO);
        Optional<Rational> fewest = rule.bounds().low();
        return greatest != null && fewest.isPresent() && greatest.compareTo(fewest.get()) < 0;
    }

    /** A sum of terms some of which may have no end. */
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

        /** The sum of the other terms; null where one of them has no end. */
        @Nullable
        Rational without(@Nullable Rational term) {
            if (open > (term == null ? 1 : 0)) {
                return null;
            }
            return term == null ? sum : sum.subtract(term);
        }
    }
}
