package org.muster.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.combine.Combination;
import org.muster.combine.Combinations;
import org.muster.combine.Disagreement;
import org.muster.combine.Influence;
import org.muster.combine.NamedRule;
import org.muster.combine.Outcome;
import org.muster.combine.Rule;
import org.muster.combine.Sensitivity;
import org.muster.combine.Total;
import org.muster.combine.Voice;
import org.muster.compare.Costs;
import org.muster.compare.NumberText;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Names;
import org.muster.exact.Rational;
import org.muster.interval.Interval;
import org.muster.text.Problem;

/**
 * How far the answers depend on the rule, in a historian's words: the quantities of which several voices speak, which figures a
 * bound contradicts, whose figure moves the answer most, which rules have no answer, and the problems.
 */
public final class CombinationFindings {

    private static final int MOST_ANSWERS = 4;
    private static final int MOST_NAMES = 3;
    private static final int MOST_VOICES = 100;

    private final Combinations combinations;
    private final List<Sensitivity> contested;
    private final List<Problem> problems;
    private final Names names;

    private CombinationFindings(Combinations combinations, List<Problem> problems) {
        this.combinations = requireNonNull(combinations, "combinations");
        this.problems = List.copyOf(problems);
        this.names = Names.of(combinations.ranges().dossier());
        this.contested = combinations.sensitivities().rows().stream()
                .filter(row -> row.disagreement().pairs() > 0 && !row.span().isEmpty())
                .sorted(Comparator.comparingDouble(CombinationFindings::spread).reversed())
                .toList();
    }

    /**
     * Returns the findings about some combinations.
     *
     * @param combinations what each rule makes of every quantity
     * @param problems what could not be read, or does not fit
     * @return the findings
     */
    public static CombinationFindings of(Combinations combinations, List<Problem> problems) {
        return new CombinationFindings(combinations, problems);
    }

    /** How many times the greatest answer or voice is as great as the least; infinite from zero. */
    private static double spread(Sensitivity row) {
        Interval span = row.span();
        Disagreement voices = row.disagreement();
        double apart =
                voices.scale() == Disagreement.Scale.RATIO ? voices.ratio().inf() : Double.POSITIVE_INFINITY;
        return Math.max(span.isSingleton() ? 1 : span.sup() / span.inf(), apart);
    }

    /**
     * Returns the findings as lines for a terminal.
     *
     * @return a line about the dossier, then the first few findings of each kind
     */
    public List<String> lines() {
        FindingLines lines = new FindingLines(combinations.ranges().dossier().toString());
        List<Sensitivity> differing = contested.stream()
                .filter(row -> combinations.rules().size() == 1 || row.answers().size() > 1)
                .toList();
        lines.add(
                combinations.rules().size() == 1
                        ? "Answers by " + combinations.rules().get(0).title()
                        : "Figures that depend on the rule",
                "sensitivity.csv",
                differing.stream().map(this::answers).toList());
        List<Sensitivity> apart = contested.stream()
                .filter(row -> row.disagreement().disjoint() > 0)
                .toList();
        lines.add(
                "Voices that have no number in common",
                "quantities.csv of muster report",
                apart.stream().map(this::disagreement).toList());
        lines.add(
                "Figures that a bound contradicts",
                "combined.csv",
                combinations.sensitivities().rows().stream()
                        .flatMap(row -> contradicted(row).stream())
                        .toList());
        lines.add("Whose figure moves the answer most, by " + title(), "", influences());
        lines.add("Losses added up over events, by " + title(), "totals.csv", totals());
        lines.add("Rules without an answer", "combined.csv", withoutAnswer());
        weights().ifPresent(weights -> lines.addNote("Weights of the mixture", weights));
        new Problems(problems).addTo(lines);
        return lines.lines();
    }

    /** Returns such as {@code Japan, killed: 21,389–83,737 (hull, UCDP, PRIO and 6 more), 21,389 (ACLED)}. */
    private String answers(Sensitivity row) {
        List<Sensitivity.Given> answers = row.answers();
        Interval best = combinations.rules().size() == 1
                ? row.combinations().get(0).answer().best()
                : Interval.EMPTY;
        List<String> told = answers.stream()
                .limit(MOST_ANSWERS)
                .map(answer -> NumberText.range(answer.range())
                        + (best.isEmpty() ? "" : ", best " + NumberText.range(best)) + " ("
                        + few(answer.rules().stream().map(Rule::title).toList()) + ")")
                .toList();
        return names.quantity(row.quantity()) + ": " + String.join(", ", told)
                + (answers.size() > MOST_ANSWERS
                        ? " and " + counted(answers.subList(MOST_ANSWERS, answers.size()), "other answer")
                        : "");
    }

    /** Returns such as {@code Japan, killed: 1,000 (hull, UCDP, PRIO and 6 more), but Jones says 2,000 or more}. */
    private List<String> contradicted(Sensitivity row) {
        if (row.evidence().bounds().isEmpty()) {
            return List.of();
        }
        List<String> told = new ArrayList<>();
        for (Sensitivity.Given answer : row.answers()) {
            List<Voice> bounds = row.excluding(answer.range());
            if (!bounds.isEmpty()) {
                told.add(names.quantity(row.quantity()) + ": " + NumberText.range(answer.range()) + " ("
                        + few(answer.rules().stream().map(Rule::title).toList()) + "), but "
                        + said(bounds.get(0))
                        + (bounds.size() == 1 ? "" : "; " + counted(bounds, "bound") + " contradict it in all"));
            }
        }
        return told;
    }

    /** Returns a bound: {@code Jones says 2,000 or more}; a count of a loss of an earlier date is one for later dates. */
    private String said(Voice bound) {
        Optional<Claim> earlier =
                bound.claims().stream().anyMatch(claim -> claim.figure().isOneSided())
                        ? Optional.empty()
                        : bound.claims().stream()
                                .filter(claim -> claim.figure().range().isPresent())
                                .max(Comparator.comparingDouble(
                                        claim -> claim.figure().range().get().inf()));
        return names.voice(bound.name())
                + earlier.map(claim -> " already says "
                                + NumberText.stated(
                                        claim.figure().range().orElseThrow(),
                                        claim.figure().qualifier())
                                + (claim.asOf().isGiven()
                                        ? " as of " + claim.asOf().label()
                                        : ""))
                        .orElseGet(() -> " says " + NumberText.range(bound.range(), Firmness.BOUND, bound.claims()));
    }

    private static String few(List<String> some) {
        return some.size() <= MOST_NAMES + 1
                ? String.join(", ", some)
                : String.join(", ", some.subList(0, MOST_NAMES)) + " and " + (some.size() - MOST_NAMES) + " more";
    }

    /** Returns such as {@code Japan, killed: 6 voices, 13 of 15 pairs apart, up to 1.5 times as many}. */
    private String disagreement(Sensitivity row) {
        Disagreement found = row.disagreement();
        String apart = found.scale() == Disagreement.Scale.FROM_ZERO
                ? "one of which says none"
                : (found.pairs() == 1 ? "" : "up to ")
                        + (found.ratio().inf() < NumberText.TELLING_RATIO
                                ? "less than a tenth more"
                                : NumberText.times(Rational.of(found.ratio().inf())) + " times as many");
        return names.quantity(row.quantity()) + ": " + row.evidence().voices().size() + " voices, "
                + (found.pairs() == 1 ? "" : found.disjoint() + " of " + found.pairs() + " pairs apart, ")
                + apart
                + (row.evidence().isOfDifferentDates() ? ", as of different dates" : "");
    }

    /** The voice that moves an answer most, by the first rule, where there are three voices or more, but not too many. */
    private List<String> influences() {
        Rule rule = combinations.rules().get(0);
        List<String> told = new ArrayList<>();
        for (Sensitivity row : contested) {
            int voices =
                    row.evidence().voices().size() + row.evidence().bounds().size();
            if (told.size() == FindingLines.MOST) {
                break;
            }
            if (voices > 2 && voices <= MOST_VOICES) {
                Influence first = Influence.of(rule, row.evidence()).get(0);
                if (first.moved() > 0) {
                    told.add(names.quantity(row.quantity()) + ": " + answer(first.without()) + " without "
                            + names.voice(first.voice()) + ", " + answer(first.with()) + " with");
                }
            }
        }
        return told;
    }

    private String title() {
        return combinations.rules().get(0).title();
    }

    /** Returns such as {@code US, killed: 110,070–140,414 in 300 events, 12 missing}, by the first rule. */
    private List<String> totals() {
        List<String> told = new ArrayList<>();
        String own = combinations.ranges().dossier().name();
        for (Total row : combinations.totals().rows()) {
            if (row.rule().equals(combinations.rules().get(0))) {
                told.add(names.quantity(row.quantity().with(Dimension.EVENT, own))
                        + (row.grade().isEmpty() ? "" : ", " + row.grade()) + ": "
                        + answer(row.range())
                        + (row.counted().isEmpty()
                                ? ""
                                : " in "
                                        + (row.counted().size() == 1
                                                ? row.counted().get(0)
                                                : counted(row.counted(), "event")))
                        + (row.missing().isEmpty()
                                ? ""
                                : "; no figure for " + counted(row.missing(), "other")
                                        + (row.range().isEmpty() ? "" : ", which may have more"))
                        + (row.nested().isEmpty()
                                ? ""
                                : "; " + counted(row.nested(), "event") + " not added, as part of "
                                        + (row.counted().size() == 1 ? "it" : "others")));
            }
        }
        return told;
    }

    private static String counted(List<?> some, String noun) {
        return some.size() + " " + noun + (some.size() == 1 ? "" : "s");
    }

    private static String answer(Interval range) {
        return range.isEmpty() ? "no answer" : NumberText.range(range);
    }

    /** Returns such as {@code intersection: nothing in common for 5 of 80 quantities}. */
    private List<String> withoutAnswer() {
        Map<String, Map<Outcome, Integer>> counts = new LinkedHashMap<>();
        for (Combination row : combinations.rows()) {
            boolean spoken = row.outcome() != Outcome.NO_CLAIM && row.outcome() != Outcome.NO_NUMBER;
            if (row.answer().range().isEmpty() && spoken) {
                counts.computeIfAbsent(row.rule().title(), any -> new LinkedHashMap<>())
                        .merge(row.outcome(), 1, Integer::sum);
            }
        }
        int quantities = combinations.evidence().size();
        List<String> told = new ArrayList<>();
        counts.forEach((rule, outcomes) -> {
            List<String> each = new ArrayList<>();
            outcomes.forEach((outcome, count) -> each.add(outcome + " for " + count));
            told.add(rule + ": " + String.join(", ", each) + " of " + quantities
                    + (quantities == 1 ? " quantity" : " quantities"));
        });
        return told;
    }

    /** Returns the table of weights, where a mixture uses it. */
    private Optional<String> weights() {
        if (!combinations.rules().contains(NamedRule.MIXTURE)) {
            return Optional.empty();
        }
        if (!Costs.areGraded(combinations.ranges().dossier())) {
            return Optional.of("nothing is graded, so all voices weigh the same");
        }
        List<String> table = new ArrayList<>();
        combinations.costs().table().forEach((grade, weight) -> table.add(grade + " " + weight));
        return Optional.of(String.join(", ", table) + "; the best grade of a source plus the credibility of its claim");
    }

    /** Returns the findings, one per line. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
