package org.muster.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.check.Check;
import org.muster.check.Check.Kind;
import org.muster.check.Check.PartsFrom;
import org.muster.check.Check.Side;
import org.muster.check.Check.Verdict;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.dossier.AsOf;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.interval.Interval;

/**
 * What a voice says of some of the parts of a whole, where these alone already exceed what it says of the whole. It contradicts
 * itself then, whatever others say of the same parts; a check compares its whole with the ranges over all voices.
 */
final class KnownParts {

    private static final Interval ANY_COUNT = Interval.of(0, Double.POSITIVE_INFINITY);

    private KnownParts() {}

    /**
     * Returns the failures of the voices of a check's whole by what they say themselves of its parts.
     *
     * @param check a check of what voices say of a whole against the ranges of its parts
     * @param ranges the ranges that it was made from
     * @return a check for each such voice; none where all is of one voice anyway
     */
    static List<Check> exceeding(Check check, Ranges ranges) {
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
        AsOf date = date(check, rule);
        Interval sum = Interval.of(0);
        Set<Claim> claims = new LinkedHashSet<>();
        boolean soft = ranges.said(rule.whole(), voice).filter(ranges::isSoft).isPresent();
        int known = 0;
        for (Quantity part : rule.parts()) {
            Optional<QuantityRange> figure = ranges.asOf(part, date, voice);
            if (figure.isPresent() && figure.get().range().isPresent()) {
                sum = sum.add(figure.get().range().get());
                claims.addAll(figure.get().claims());
                soft |= figure.get().soft();
                known++;
            }
        }
        Interval parts = known < rule.parts().size() ? sum.add(ANY_COUNT) : sum;
        Side whole = check.whole();
        Interval residual = whole.range().subtract(parts);
        List<Claim> own = whole.claims().stream()
                .filter(claim -> ranges.dossier().voices(claim).contains(voice))
                .toList();
        return residual.sup() < 0
                ? Optional.of(new Check(
                        check.quantity(),
                        check.rule(),
                        check.kind(),
                        check.breakdown(),
                        new Side(List.of(voice), own, whole.range()),
                        new Side(List.of(voice), List.copyOf(claims), parts),
                        PartsFrom.SAME_VOICE,
                        residual,
                        Verdict.SHORT,
                        soft,
                        check.tolerance()))
                : Optional.empty();
    }

    /** The date for which the rule holds: that of the whole; between events, whatever the dates are. */
    private static AsOf date(Check check, WholePartRule rule) {
        boolean isBetweenEvents = rule.breakdown()
                .map(Breakdown::dimension)
                .filter(Dimension.EVENT::equals)
                .isPresent();
        List<AsOf> dates = AsOf.of(check.whole().claims());
        return isBetweenEvents || dates.size() != 1 ? AsOf.WHOLE_EVENT : dates.get(0);
    }
}
