package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;

/**
 * What one rule makes of all claims about one quantity: the answer, whom it counts, and whom it leaves out and why.
 *
 * @param quantity what is counted
 * @param rule the rule
 * @param outcome what came of it
 * @param answer the answer; without a range unless the outcome says otherwise
 * @param claims the claims on which the answer rests, in dossier order
 * @param leftOut all other claims about the quantity, in dossier order
 */
public record Combination(
        Quantity quantity, Rule rule, Outcome outcome, Answer answer, List<Claim> claims, List<LeftOut> leftOut) {

    private static final int DIGITS = 6;
    private static final int MOST_IDS = 20;

    /** Copies the lists. */
    public Combination {
        requireNonNull(quantity, "quantity");
        requireNonNull(rule, "rule");
        requireNonNull(outcome, "outcome");
        requireNonNull(answer, "answer");
        claims = List.copyOf(requireNonNull(claims, "claims"));
        leftOut = List.copyOf(requireNonNull(leftOut, "leftOut"));
    }

    /**
     * Combines what is claimed about a quantity.
     *
     * @param rule the rule
     * @param evidence what is claimed
     * @return the answer, or the reason for there being none
     */
    public static Combination of(Rule rule, Evidence evidence) {
        boolean estimated = !evidence.voices().isEmpty();
        Answer answer = estimated ? rule.combine(evidence) : rule.withoutRanges(evidence);
        Set<Claim> counted = new LinkedHashSet<>(answer.others());
        answer.counted().forEach(voice -> counted.addAll(voice.claims()));
        return new Combination(
                evidence.quantity(),
                rule,
                outcome(answer, evidence),
                answer,
                evidence.claims().stream().filter(counted::contains).toList(),
                leftOut(rule, answer, evidence, counted));
    }

    private static Outcome outcome(Answer answer, Evidence evidence) {
        boolean estimated = !evidence.voices().isEmpty();
        Interval range = answer.range();
        if (evidence.claims().isEmpty()) {
            return Outcome.NO_CLAIM;
        } else if (answer.none().isPresent()) {
            return answer.none().get();
        } else if (range.isEmpty()) {
            boolean spoken = estimated || !evidence.bounds().isEmpty();
            return !spoken
                    ? Outcome.NO_NUMBER
                    : answer.counted().isEmpty() ? Outcome.ALL_LEFT_OUT : Outcome.NOTHING_IN_COMMON;
        } else if (!estimated
                && answer.counted().equals(evidence.bounds())
                && !evidence.bounds().isEmpty()) {
            return Outcome.BOUNDS;
        } else if (!range.isCommon()) {
            return Outcome.OPEN;
        }
        return answer.counted().size() + answer.others().size() == 1 ? Outcome.ONE_VOICE : Outcome.COMBINED;
    }

    private static List<LeftOut> leftOut(Rule rule, Answer answer, Evidence evidence, Set<Claim> counted) {
        boolean boundsCount = rule.countsBounds() || evidence.voices().isEmpty();
        Map<Claim, String> reasons = new LinkedHashMap<>();
        evidence.unsaid().forEach(left -> reasons.put(left.claim(), left.why()));
        for (Voice voice : evidence.voices()) {
            voice.claims().forEach(claim -> reasons.putIfAbsent(claim, answer.why()));
        }
        for (Voice voice : evidence.bounds()) {
            String why = answer.isExcludedBy(voice)
                    ? "a bound, which contradicts this"
                    : boundsCount ? answer.why() : "a bound, which only limits";
            voice.claims().forEach(claim -> reasons.putIfAbsent(claim, why));
        }
        List<LeftOut> left = new ArrayList<>();
        for (Claim claim : evidence.claims()) {
            if (!counted.contains(claim)) {
                left.add(new LeftOut(claim, reasons.getOrDefault(claim, "")));
            }
        }
        return left;
    }

    /**
     * Returns the voices on which the answer rests.
     *
     * @return their names, in dossier order
     */
    public List<String> voices() {
        return answer.counted().stream().map(Voice::name).toList();
    }

    /**
     * Returns the outcome, the notes of the rule, whether its claims are of different dates, and why others are left out, in
     * one line.
     *
     * @return such as {@code combined; low stands in for a best value; left out: a copy (c3, c5), no number (c8)}
     */
    public String why() {
        List<String> told = new ArrayList<>(List.of(outcome.toString()));
        told.addAll(answer.notes());
        if (areOfDifferentDates(claims)) {
            told.add("as of different dates");
        }
        answer.variance().ifPresent(variance -> told.add("variance " + Decimals.nearest(variance, DIGITS)));
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (LeftOut left : leftOut) {
            byReason.computeIfAbsent(left.why(), any -> new ArrayList<>())
                    .add(left.claim().id());
        }
        if (!byReason.isEmpty()) {
            told.add("left out: "
                    + byReason.entrySet().stream()
                            .map(reason -> reason.getKey() + " (" + ids(reason.getValue()) + ")")
                            .collect(Collectors.joining(", ")));
        }
        return String.join("; ", told);
    }

    /** Whether two of some claims have dates without a day in common. */
    static boolean areOfDifferentDates(List<Claim> claims) {
        long lastBegin = Long.MIN_VALUE;
        long firstEnd = Long.MAX_VALUE;
        for (Claim claim : claims) {
            if (claim.asOf().isGiven()) {
                lastBegin = Math.max(lastBegin, claim.asOf().firstDay());
                firstEnd = Math.min(firstEnd, claim.asOf().lastDay());
            }
        }
        return lastBegin > firstEnd;
    }

    private static String ids(List<String> ids) {
        return ids.size() <= MOST_IDS
                ? String.join(", ", ids)
                : String.join(", ", ids.subList(0, MOST_IDS)) + " and " + (ids.size() - MOST_IDS) + " more";
    }

    /** Returns the quantity, the rule and the answer: {@code Japan: killed, hull: [21389, 83737], combined}. */
    @Override
    public String toString() {
        return quantity.label() + ", " + rule.id() + ": " + (answer.range().isEmpty() ? "" : answer.range() + ", ")
                + outcome;
    }
}
