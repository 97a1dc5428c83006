package org.muster.compare;

import java.util.List;
import org.muster.compare.Agreement.Verdict;
import org.muster.interval.Interval;

/**
 * What all that the voices say of one quantity has in common, and which of them agree.
 *
 * @param common what the voices have in common; empty where that is nothing, and where there is one voice
 * @param agreed the ranges that most voices cover, from the lowest; empty where there is one voice
 * @param agreeing how many voices cover them
 * @param verdict whether the voices agree
 */
record Accord(Interval common, List<Interval> agreed, int agreeing, Verdict verdict) {

    /** What voices agree on, by what they say by claims of their own. */
    static Accord of(List<Said> voices, boolean isLoss) {
        Interval common = Interval.ENTIRE;
        for (Said voice : voices) {
            common = common.intersection(voice.range());
        }
        boolean several = voices.size() > 1;
        DepthProfile profile = DepthProfile.of(voices.stream().map(Said::range).toList());
        return new Accord(
                several ? common : Interval.EMPTY,
                several ? profile.deepest() : List.of(),
                profile.depth(),
                verdict(voices, common, isLoss));
    }

    private static Verdict verdict(List<Said> voices, Interval common, boolean isLoss) {
        if (voices.isEmpty()) {
            return Verdict.NO_NUMBER;
        }
        boolean fit = !common.isEmpty()
                && voices.stream().allMatch(voice -> voice.dated().size() == 1);
        Said.Conclusion worst = fit ? Said.Conclusion.FIT : DateSweep.worst(voices, isLoss);
        if (worst == Said.Conclusion.EXCLUDE) {
            return Verdict.CONFLICT;
        }
        if (voices.stream().anyMatch(Said::contradictsItself)) {
            return Verdict.CONTRADICTS_ITSELF;
        }
        if (voices.size() == 1) {
            return Verdict.SINGLE;
        }
        if (worst == Said.Conclusion.BY_DATE) {
            return Verdict.BY_DATE;
        }
        return voices.stream().filter(voice -> !voice.isBound()).count() > 1 ? Verdict.AGREE : Verdict.NOT_EXCLUDED;
    }
}
