package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * How the answer for one quantity depends on the rule.
 *
 * @param evidence what is claimed
 * @param combinations what each rule makes of it
 * @param disagreement how far the voices disagree
 */
public record Sensitivity(Evidence evidence, List<Combination> combinations, Disagreement disagreement) {

    /** Copies the list. */
    public Sensitivity {
        requireNonNull(evidence, "evidence");
        combinations = List.copyOf(requireNonNull(combinations, "combinations"));
        requireNonNull(disagreement, "disagreement");
    }

    /**
     * An answer and the rules that give it.
     *
     * @param range the answer
     * @param rules the rules, in their order
     */
    public record Given(Interval range, List<Rule> rules) {
        /** Copies the list. */
        public Given {
            requireNonNull(range, "range");
            rules = List.copyOf(requireNonNull(rules, "rules"));
        }
    }

    /**
     * Returns how the answer depends on some rules.
     *
     * @param evidence what is claimed
     * @param rules the rules
     * @return what each makes of it
     */
    public static Sensitivity of(Evidence evidence, List<? extends Rule> rules) {
        return new Sensitivity(
                evidence,
                rules.stream().map(rule -> Combination.of(rule, evidence)).toList(),
                Disagreement.of(evidence));
    }

    /**
     * Returns the answers.
     *
     * @return each answer once, that of most rules first
     */
    public List<Given> answers() {
        Map<Interval, List<Rule>> byAnswer = new LinkedHashMap<>();
        for (Combination each : combinations) {
            if (!each.answer().range().isEmpty()) {
                byAnswer.computeIfAbsent(each.answer().range(), any -> new ArrayList<>())
                        .add(each.rule());
            }
        }
        return byAnswer.entrySet().stream()
                .map(answer -> new Given(answer.getKey(), answer.getValue()))
                .sorted(Comparator.comparingInt(answer -> -answer.rules().size()))
                .toList();
    }

    /**
     * Returns the bounds that contradict an answer.
     *
     * @param range the answer of a rule or more
     * @return the voices that only say a bound, and one that excludes the answer, in dossier order
     */
    public List<Voice> excluding(Interval range) {
        Answer answer = Answer.of(range, List.of());
        return evidence.bounds().stream().filter(answer::isExcludedBy).toList();
    }

    /**
     * Returns the rules without an answer.
     *
     * @return the rules, in their order
     */
    public List<Rule> unanswered() {
        return combinations.stream()
                .filter(each -> each.answer().range().isEmpty())
                .map(Combination::rule)
                .toList();
    }

    /**
     * Returns the quantity.
     *
     * @return what is counted
     */
    public Quantity quantity() {
        return evidence.quantity();
    }

    /**
     * Returns the answer of a rule.
     *
     * @param index the place of the rule, from 0
     * @return its range; empty where it has none
     */
    public Interval range(int index) {
        return combinations.get(index).answer().range();
    }

    /**
     * Returns from the least to the greatest number that any rule gives.
     *
     * @return the hull of all answers; empty where no rule has one
     */
    public Interval span() {
        return combinations.stream()
                .map(combination -> combination.answer().range())
                .reduce(Interval.EMPTY, Interval::convexHull);
    }

    /** Returns the quantity and the span of the answers: {@code Japan: killed: [21389, 83737] by 14 of 19 rules}. */
    @Override
    public String toString() {
        int answering =
                answers().stream().mapToInt(given -> given.rules().size()).sum();
        return quantity().label() + ": " + span() + " by "
                + (answering == combinations.size() ? "" : answering + " of ") + combinations.size() + " rules";
    }
}
