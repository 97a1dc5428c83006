package org.muster.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.check.Check.PartsFrom;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.interval.Interval;

/**
 * The figures of a rule's parts as of one date: what the voice of the whole says of them, where it speaks of all, or else
 * their ranges. A part without a figure of that date counts as [0, Infinity).
 *
 * @param sum their sum
 * @param greatest the greatest of them
 * @param known how many have a figure
 * @param from where the figures come from
 * @param voices who gives them
 * @param claims the claims that they rest on
 * @param soft whether an end would differ without the soft claims
 */
record Parts(
        Interval sum,
        Interval greatest,
        int known,
        PartsFrom from,
        List<String> voices,
        List<Claim> claims,
        boolean soft) {

    private static final Interval ANY_COUNT = Interval.of(0, Double.POSITIVE_INFINITY);

    /**
     * The dates as of which a rule binds a whole that is known as of one: between events, and for a whole with a date,
     * that date; for a whole without one, the latest date of a loss's parts, and every date of a strength's.
     */
    static List<AsOf> dates(Ranges ranges, WholePartRule rule, AsOf whole) {
        if (whole.isGiven() || rule.isBetweenEvents()) {
            return List.of(whole);
        }
        Set<AsOf> given = new LinkedHashSet<>();
        AsOf latest = AsOf.WHOLE_EVENT;
        for (Quantity part : rule.parts()) {
            for (Said said : ranges.said(part)) {
                for (AsOf date : said.dates()) {
                    latest = date.beginsAfter(latest) ? date : latest;
                    if (date.isGiven()) {
                        given.add(date);
                    }
                }
            }
        }
        return rule.whole().measure().isStrength() && !given.isEmpty() ? List.copyOf(given) : List.of(latest);
    }

    /** What one voice says of the parts, if it speaks of all. */
    static Optional<Parts> by(String voice, Ranges ranges, WholePartRule rule, AsOf date) {
        List<Optional<QuantityRange>> figures = new ArrayList<>();
        for (Quantity part : rule.parts()) {
            Optional<QuantityRange> figure = ranges.asOf(part, rule.isBetweenEvents() ? AsOf.WHOLE_EVENT : date, voice);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            figures.add(figure);
        }
        return Optional.of(of(ranges, figures, PartsFrom.SAME_VOICE, List.of(voice)));
    }

    /** What one voice says of those parts of which it speaks. */
    static Parts knownTo(String voice, Ranges ranges, WholePartRule rule, AsOf date) {
        AsOf bound = rule.isBetweenEvents() ? AsOf.WHOLE_EVENT : date;
        List<Optional<QuantityRange>> figures = rule.parts().stream()
                .map(part -> ranges.asOf(part, bound, voice))
                .toList();
        return of(ranges, figures, PartsFrom.SAME_VOICE, List.of(voice));
    }

    /** The ranges of the parts. */
    static Parts of(Ranges ranges, WholePartRule rule, AsOf date) {
        List<Optional<QuantityRange>> figures = new ArrayList<>();
        for (Quantity part : rule.parts()) {
            figures.add(ranges.asOf(part, rule.isBetweenEvents() ? AsOf.WHOLE_EVENT : date));
        }
        return of(ranges, figures, PartsFrom.RANGES, List.of());
    }

    private static Parts of(Ranges ranges, List<Optional<QuantityRange>> parts, PartsFrom from, List<String> voices) {
        Interval sum = Interval.of(0);
        Interval greatest = Interval.of(0);
        int known = 0;
        boolean soft = false;
        List<QuantityRange> given = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(voices);
        for (Optional<QuantityRange> part : parts) {
            Interval range = part.flatMap(QuantityRange::range).orElse(ANY_COUNT);
            sum = sum.add(range);
            greatest = greatest.max(range);
            if (part.isPresent()) {
                known++;
                soft |= part.get().soft();
                given.add(part.get());
                if (from == PartsFrom.RANGES) {
                    for (Said said : ranges.said(part.get().quantity())) {
                        names.add(said.voice());
                    }
                }
            }
        }
        return new Parts(sum, greatest, known, from, List.copyOf(names), QuantityRange.claimsOf(given), soft);
    }
}
