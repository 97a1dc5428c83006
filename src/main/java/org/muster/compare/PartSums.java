package org.muster.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.QuantityRange.Basis;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What is known of a quantity by complete breakdowns, once its parts are known.
 *
 * @param whole the quantity
 * @param breakdowns its complete breakdowns
 * @param ranges what is known of its parts, and what voices claim of itself
 */
record PartSums(Quantity whole, List<Breakdown> breakdowns, Ranges ranges) {

    static PartSums of(Quantity whole, Ranges ranges) {
        List<Breakdown> complete = ranges.dossier().hierarchy().of(whole).stream()
                .filter(breakdown -> breakdown.complete() == Completeness.YES)
                .toList();
        return new PartSums(whole, complete, ranges);
    }

    /** What voices that give no number of a quantity say of it by closed ranges for all of its parts. */
    List<Said> byVoices() {
        Set<String> speaking = new HashSet<>();
        ranges.said(whole).forEach(voice -> speaking.add(voice.voice()));
        Map<String, List<Said>> sums = new LinkedHashMap<>();
        for (Breakdown breakdown : breakdowns) {
            if (ranges.dossier().hierarchy().isBuiltIn(breakdown)) {
                continue;
            }
            List<Quantity> parts = breakdown.partsOf(whole);
            for (Said first : ranges.said(parts.get(0))) {
                if (!speaking.contains(first.voice())) {
                    sum(first.voice(), breakdown.dimension(), parts)
                            .ifPresent(sum -> sums.computeIfAbsent(sum.voice(), any -> new ArrayList<>())
                                    .add(sum));
                }
            }
        }
        return sums.values().stream().map(PartSums::together).toList();
    }

    /** One voice's sums over several breakdowns: the hull of the firm ones, or else of the soft ones. */
    private static Said together(List<Said> sums) {
        List<Said> firm =
                sums.stream().filter(sum -> sum.firmness() == Firmness.FIRM).toList();
        List<Said> counted = firm.isEmpty() ? sums : firm;
        Interval hull = Interval.EMPTY;
        Set<Claim> claims = new LinkedHashSet<>();
        for (Said sum : counted) {
            hull = hull.convexHull(sum.range());
            claims.addAll(sum.claims());
        }
        Said one = counted.get(0);
        return Said.sum(one.voice(), one.quantity(), hull, one.firmness(), List.copyOf(claims));
    }

    private Optional<Said> sum(String voice, Dimension dimension, List<Quantity> parts) {
        List<QuantityRange> of = new ArrayList<>();
        for (Quantity part : parts) {
            Optional<Said> said = ranges.said(part, voice);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            of.add(QuantityRange.of(said.get()));
        }
        return sum(dimension, of)
                .map(sum -> Said.sum(voice, whole, sum.range().orElseThrow(), sum.firmness(), sum.claims()));
    }

    /** The sums of the parts' ranges, by whatever voices; each counts as one more voice, of nobody in particular. */
    List<Said> ofRanges() {
        List<Said> sums = new ArrayList<>();
        for (Breakdown breakdown : breakdowns) {
            List<QuantityRange> parts =
                    breakdown.partsOf(whole).stream().map(ranges::of).toList();
            sum(breakdown.dimension(), parts)
                    .ifPresent(sum ->
                            sums.add(Said.sum("", whole, sum.range().orElseThrow(), sum.firmness(), sum.claims())));
        }
        return sums;
    }

    /** The sum of parts that all have closed ranges, with dates that can be added. */
    private Optional<QuantityRange> sum(Dimension dimension, List<QuantityRange> parts) {
        Interval sum = Interval.of(0);
        Firmness firmness = Firmness.FIRM;
        for (QuantityRange part : parts) {
            if (!part.isClosed()) {
                return Optional.empty();
            }
            sum = sum.add(part.range().orElseThrow());
            firmness = part.firmness() == Firmness.SOFT ? Firmness.SOFT : firmness;
        }
        return dimension == Dimension.EVENT || goTogether(parts)
                ? Optional.of(new QuantityRange(
                        whole, Optional.of(sum), firmness, Basis.PARTS, false, QuantityRange.claimsOf(parts)))
                : Optional.empty();
    }

    /** Whether no two of the parts are known as of different dates only. */
    private static boolean goTogether(List<QuantityRange> parts) {
        Set<List<AsOf>> distinct = new LinkedHashSet<>();
        for (QuantityRange part : parts) {
            List<AsOf> own = part.dates();
            if (!own.contains(AsOf.WHOLE_EVENT)) {
                distinct.add(own);
            }
        }
        List<List<AsOf>> dates = List.copyOf(distinct);
        for (int i = 0; i < dates.size(); i++) {
            for (int j = i + 1; j < dates.size(); j++) {
                List<AsOf> others = dates.get(j);
                if (dates.get(i).stream().allMatch(date -> others.stream().allMatch(date::isDifferentFrom))) {
                    return false;
                }
            }
        }
        return true;
    }
}
