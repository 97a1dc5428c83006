package org.muster.exact;

import java.util.List;
import java.util.Objects;

/**
 * Why a form cannot exceed a limit: bounds of variables and constraints, each times a multiplier, that add up to it. A
 * step from a high end reads part ≤ end and has a positive multiplier; one from a low end reads part ≥ end and has a
 * negative multiplier, which reverses it. Added up, the parts are the {@link #form} and the ends are the
 * {@link #limit}. Anyone can check the proof by adding it up.
 *
 * <p>A minimum of a form is proved as a maximum of its negative. Infeasibility is proved by a sum of parts that is 0
 * with a limit below 0: 0 ≤ −30 (J. Farkas 1902).
 *
 * @param steps the summands, constraints before variables, each by number
 */
public record Proof(List<Step> steps) {

    /** What a step is about. */
    public enum Part {
        /** A constraint: its form. */
        CONSTRAINT,
        /** A variable. */
        VARIABLE
    }

    /**
     * One end of a constraint or of the bounds of a variable, times a multiplier.
     *
     * @param part a constraint or a variable
     * @param number which one
     * @param multiplier its factor: positive for the high end, negative for the low end, never zero
     * @param end the value of that end
     */
    public record Step(Part part, int number, Rational multiplier, Rational end) {

        /**
         * Returns whether the high end is used.
         *
         * @return true for the high end, false for the low end
         */
        public boolean isHigh() {
            return multiplier.signum() > 0;
        }

        /** Returns the summand: {@code 2 times x3 <= 970}, {@code constraint 0 >= 4}. */
        @Override
        public String toString() {
            Rational size = multiplier.abs();
            return (size.equals(Rational.ONE) ? "" : size + " times ")
                    + (part == Part.VARIABLE ? "x" : "constraint ")
                    + number
                    + (isHigh() ? " <= " : " >= ")
                    + end;
        }
    }

    /** Copies the steps. */
    public Proof {
        steps = List.copyOf(Objects.requireNonNull(steps, "steps"));
    }

    /**
     * Returns the sum of the ends times their multipliers.
     *
     * @return the limit that the form cannot exceed
     */
    public Rational limit() {
        Rational sum = Rational.ZERO;
        for (Step step : steps) {
            sum = sum.add(step.multiplier().multiply(step.end()));
        }
        return sum;
    }

    /**
     * Returns the sum of the parts times their multipliers.
     *
     * @param program the programme that the proof is about
     * @return the form that cannot exceed the limit
     */
    public LinearForm form(LinearProgram program) {
        LinearForm sum = LinearForm.ZERO;
        for (Step step : steps) {
            LinearForm part = step.part() == Part.VARIABLE
                    ? LinearForm.variable(step.number())
                    : program.constraints().get(step.number()).form();
            sum = sum.add(part.multiply(step.multiplier()));
        }
        return sum;
    }
}
