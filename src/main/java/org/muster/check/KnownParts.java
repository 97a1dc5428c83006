package org.muster.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.check.Check.Kind;
import org.muster.check.Check.PartsFrom;
import org.muster.check.Check.Side;
import org.muster.check.Check.Verdict;
import org.muster.compare.Ranges;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.interval.Interval;

/**
 * What a voice says of some of the parts of a whole, where these alone already exceed what it says of the whole. It contradicts
 * itself then, whatever others say of the same parts; a check compares its whole with the ranges over all voices.
 */
public final class KnownParts {

    private KnownParts() {}

    /**
     * Returns the failures of the voices of a check's whole by what they say themselves of its parts.
     *
     * @param check a check
     * @param ranges the ranges that it was made from
     * @return a check for each such voice; none where all is of one voice anyway, and where the check is not one of what voices
     *     say of a whole against the ranges of its parts
     */
    public static List<Check> exceeding(Check check, Ranges ranges) {
        boolean isAsked = check.partsFrom() == PartsFrom.RANGES
                && (check.kind() == Kind.SUM || check.kind() == Kind.BOUND)
                && check.verdict() != Verdict.HOLDS
                && !check.isOfOneVoice()
                && check.breakdown()
                        .filter(rule -> rule.kind() != WholePartRule.Kind.SHARED)
                        .isPresent();
        if (!isAsked) {
            return List.of();
        }
        List<Check> found = new ArrayList<>();
        for (String voice : check.whole().voices()) {
            exceeding(check, voice, ranges).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Check> exceeding(Check check, String voice, Ranges ranges) {
        WholePartRule rule = check.breakdown().orElseThrow();
        double most = check.whole().range().sup();
        double least = 0;
        for (Quantity part : rule.parts()) {
            least += ranges.said(part, voice).map(said -> said.range().inf()).orElse(0.0);
        }
        return least > most ? of(check, rule, voice, ranges) : Optional.empty();
    }

    private static Optional<Check> of(Check check, WholePartRule rule, String voice, Ranges ranges) {
        List<AsOf> dates = AsOf.of(check.whole().claims());
        Parts parts = Parts.knownTo(voice, ranges, rule, dates.size() == 1 ? dates.get(0) : AsOf.WHOLE_EVENT);
        Interval whole = check.whole().range();
        Interval residual = whole.subtract(parts.sum());
        if (residual.sup() >= 0) {
            return Optional.empty();
        }
        List<Claim> own = check.whole().claims().stream()
                .filter(claim -> ranges.dossier().voices(claim).contains(voice))
                .toList();
        boolean soft = ranges.said(rule.whole(), voice).filter(ranges::isSoft).isPresent();
        return Optional.of(new Check(
                check.quantity(),
                check.rule(),
                check.kind(),
                check.breakdown(),
                new Side(List.of(voice), own, whole),
                new Side(parts.voices(), parts.claims(), parts.sum()),
                parts.from(),
                residual,
                Verdict.SHORT,
                soft || parts.soft(),
                check.tolerance()));
    }
}
