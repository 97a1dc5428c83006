package org.muster.combine;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.muster.interval.Interval;
import org.muster.meta.MetaAnalysis;
import org.muster.meta.Pooled;
import org.muster.meta.PoolingMethod;

/**
 * A meta-analysis of what the voices say, for a confidence that the caller takes their ranges to stand for. The best value
 * is the pooled estimate, and the range has its limits with the same confidence: those of the normal distribution for the
 * fixed effect, else the modified limits of Hartung and Knapp. Both are whole numbers: the estimate the nearest one, the
 * limits outward. One range that can be used is its own answer.
 *
 * <p>Voices that state a single number, or a range that reaches 0, are left out. Bounds take no part. Sources: see
 * {@link PoolingMethod} and {@link Pooled}.
 */
public final class MetaAnalyticRule implements Rule {
    private final PoolingMethod method;
    private final double confidence;

    private MetaAnalyticRule(PoolingMethod method, double confidence) {
        this.method = method;
        this.confidence = confidence;
    }

    /**
     * Returns the rule.
     *
     * @param method how the variance between voices is found
     * @param confidence the confidence that the ranges stand for, above 0 and below 1, such as 0.95
     * @return the rule
     * @throws IllegalArgumentException if the confidence is not above 0 and below 1
     */
    public static MetaAnalyticRule of(PoolingMethod method, double confidence) {
        MetaAnalysis.of(List.of(), confidence);
        return new MetaAnalyticRule(Objects.requireNonNull(method, "method"), confidence);
    }

    /**
     * Returns the short name of the rule for a method.
     *
     * @param method how the variance between voices is found
     * @return its name in lower case, such as {@code paule_mandel}
     */
    public static String id(PoolingMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String id() {
        return id(method);
    }

    @Override
    public String title() {
        return method.toString();
    }

    @Override
    public Answer combine(Evidence evidence) {
        List<Voice> voices = evidence.voices();
        MetaAnalysis analysis =
                MetaAnalysis.of(voices.stream().map(Voice::range).toList(), confidence);
        String why = "a single number or a range from 0, which has no confidence";
        if (analysis.outcome() == MetaAnalysis.Outcome.NO_STUDY) {
            return Answer.none(Outcome.ALL_LEFT_OUT, List.of()).leavingOut(why);
        }
        List<Voice> counted = analysis.studies().stream()
                .map(study -> voices.get(study.index()))
                .toList();
        if (counted.size() == 1) {
            return Answer.of(counted.get(0).range(), counted).leavingOut(why).note(confidence());
        }
        Pooled pooled = analysis.pooled(method).orElseThrow();
        boolean isFixed = method == PoolingMethod.FIXED_EFFECT;
        Interval limits = isFixed
                ? pooled.limits(confidence)
                : pooled.hartungKnapp(confidence).orElseThrow();
        Answer answer = Answer.of(Interval.of(Math.floor(limits.inf()), Math.ceil(limits.sup())), counted)
                .best(Interval.of(Math.rint(pooled.estimate())))
                .leavingOut(why)
                .note(confidence());
        return isFixed
                ? answer.note("limits by the normal distribution")
                : answer.note(String.format(
                        Locale.ROOT,
                        "variance between voices %.3g on the log scale; limits by Hartung and Knapp, modified",
                        pooled.tauSquared()));
    }

    private String confidence() {
        return "if the ranges stand for a confidence of " + confidence;
    }

    /** Returns the method and the confidence: {@code Paule–Mandel at 0.95}. */
    @Override
    public String toString() {
        return method + " at " + confidence;
    }
}
