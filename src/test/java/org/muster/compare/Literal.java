package org.muster.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.compare.Agreement.Verdict;
import org.muster.dossier.AsOf;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What voices say, ranges and verdicts, sentence by sentence as the documentation defines them, slow and on whole
 * numbers: what the analyses are held against.
 */
public final class Literal {

    /** Stands for no upper end. */
    public static final long OPEN = Long.MAX_VALUE;

    /** From a number to another, or to no end. */
    public record Range(long low, long high) {

        boolean meets(Range that) {
            return low <= that.high && that.low <= high;
        }

        boolean isBelow(Range that) {
            return high < that.low;
        }

        Range plus(Range that) {
            return new Range(low + that.low, high == OPEN || that.high == OPEN ? OPEN : high + that.high);
        }

        Range cutBy(Range that) {
            return new Range(Math.max(low, that.low), Math.min(high, that.high));
        }

        Range stretchedTo(Range that) {
            return new Range(Math.min(low, that.low), Math.max(high, that.high));
        }

        boolean isEmpty() {
            return low > high;
        }

        /** As the analyses write it. */
        public Interval interval() {
            return Interval.of(low, high == OPEN ? Double.POSITIVE_INFINITY : high);
        }
    }

    /** What words make of a number. */
    public enum Worth {
        FIRM,
        SOFT,
        BOUND
    }

    /** What a voice says, and by which claims; a sum by those of its parts. */
    public record Voice(String name, Range range, Worth worth, List<Claim> claims, boolean isSum) {}

    /** The range of a quantity, and by which claims. */
    public record Known(Range range, Worth worth, List<Claim> claims) {}

    private final Dossier dossier;
    private final Predicate<Claim> present;
    private final Map<Quantity, List<Voice>> said = new HashMap<>();
    private final Map<Quantity, Optional<Known>> ranges = new HashMap<>();

    public Literal(Dossier dossier) {
        this(dossier, claim -> true);
    }

    private Literal(Dossier dossier, Predicate<Claim> present) {
        this.dossier = dossier;
        this.present = present;
    }

    /** "If all soft claims of the dossier were absent." */
    public Literal withoutSoft() {
        return new Literal(dossier, claim -> worth(claim) != Worth.SOFT);
    }

    // ---------------------------------------------------------------- claims

    static boolean isNumber(Claim claim) {
        return claim.figure().range().isPresent();
    }

    public static Range range(Claim claim) {
        Interval range = claim.figure().range().orElseThrow();
        return new Range((long) range.inf(), Double.isInfinite(range.sup()) ? OPEN : (long) range.sup());
    }

    /** "Closed: neither end is left open by the words; firm: closed and not soft." */
    public static Worth worth(Claim claim) {
        return switch (claim.figure().qualifier()) {
            case EXACTLY -> Worth.FIRM;
            case ABOUT, NEARLY, ROUNDED -> Worth.SOFT;
            default -> Worth.BOUND;
        };
    }

    public List<Claim> claims(Quantity quantity) {
        return dossier.claims().stream()
                .filter(present)
                .filter(claim -> claim.quantity().equals(quantity))
                .toList();
    }

    private boolean isLoss(Quantity quantity) {
        return dossier.hierarchy().isLoss(quantity.measure());
    }

    /**
     * The works that a source copies where it gives a claim, "followed to the end of a chain of copies". Sources that
     * copy each other in a circle have no origin.
     */
    private List<String> chain(Claim claim, String source) {
        List<String> path = new ArrayList<>(List.of(source));
        String origin = claim.origin().isEmpty() ? dossier.source(source).origin() : claim.origin();
        while (!origin.isEmpty() && !path.contains(origin)) {
            path.add(origin);
            origin = dossier.source(origin).origin();
        }
        // Of a circle that the chain runs into, its first member has no origin, so that the chain ends there.
        int end = origin.isEmpty() ? path.size() : path.indexOf(origin) + 1;
        return path.subList(1, end);
    }

    /** The numbers that a claim copies by one of its sources, "by the same claimant or where one names none". */
    private Set<Claim> originals(Claim claim, String source) {
        Set<Claim> originals = new HashSet<>();
        List<String> chain = chain(claim, source);
        for (Claim other : claims(claim.quantity())) {
            boolean sameSide = claim.claimant().equals(other.claimant())
                    || claim.claimant().isEmpty()
                    || other.claimant().isEmpty();
            if (other != claim
                    && isNumber(other)
                    && sameSide
                    && other.sources().stream().anyMatch(chain::contains)) {
                originals.add(other);
            }
        }
        return originals;
    }

    /**
     * "A claim that copies (by origin) a source with a claim of its own about the quantity is left out: the original
     * speaks." Where claims copy one another in a circle that leads to no other, none is the original, and all speak.
     */
    private boolean isCopy(Claim claim, String source) {
        Set<Claim> reached = new HashSet<>();
        List<Claim> open = new ArrayList<>(originals(claim, source));
        while (!open.isEmpty()) {
            Claim original = open.remove(0);
            if (original.sources().stream()
                    .anyMatch(work -> originals(original, work).isEmpty())) {
                return true;
            }
            if (reached.add(original)) {
                original.sources().forEach(work -> open.addAll(originals(original, work)));
            }
        }
        return false;
    }

    /** "The claimant where given; else the origin (followed to the end of a chain of copies), else the source." */
    private String voice(Claim claim, String source) {
        if (!claim.claimant().isEmpty()) {
            return claim.claimant();
        }
        List<String> chain = chain(claim, source);
        return chain.isEmpty() ? source : chain.get(chain.size() - 1);
    }

    // ---------------------------------------------------------------- what a voice says

    /** What each voice says of a quantity. */
    public List<Voice> said(Quantity quantity) {
        List<Voice> known = said.get(quantity);
        if (known == null) {
            known = new ArrayList<>(claimed(quantity));
            known.addAll(sums(quantity));
            said.put(quantity, known);
        }
        return known;
    }

    public Optional<Voice> said(Quantity quantity, String name) {
        return said(quantity).stream()
                .filter(voice -> voice.name().equals(name))
                .findFirst();
    }

    private List<Voice> claimed(Quantity quantity) {
        Map<String, Set<Claim>> byVoice = new LinkedHashMap<>();
        for (Claim claim : claims(quantity)) {
            for (String source : claim.sources()) {
                if (isNumber(claim) && !isCopy(claim, source)) {
                    byVoice.computeIfAbsent(voice(claim, source), any -> new LinkedHashSet<>())
                            .add(claim);
                }
            }
        }
        List<Voice> voices = new ArrayList<>();
        byVoice.forEach((name, claims) -> voices.add(claimed(name, List.copyOf(claims), isLoss(quantity))));
        return voices;
    }

    private static Voice claimed(String name, List<Claim> all, boolean isLoss) {
        // "Of a loss, the claims of its latest date (no other claim of the voice is wholly later)": a dated count
        // wholly below the final one is earlier. "Of a strength, all."
        List<Claim> latest = new ArrayList<>(all);
        if (isLoss) {
            latest.removeIf(claim -> all.stream()
                    .anyMatch(other -> claim.asOf().isBefore(other.asOf())
                            || claim.asOf().isGiven()
                                    && !other.asOf().isGiven()
                                    && range(claim).isBelow(range(other))));
        }
        // "Of these the firm closed ranges, if there are any, else the soft ones."
        List<Claim> counted = new ArrayList<>(latest);
        counted.removeIf(claim -> worth(claim) == Worth.SOFT
                && latest.stream()
                        .anyMatch(other ->
                                worth(other) == Worth.FIRM && !other.asOf().isDifferentFrom(claim.asOf())));
        return new Voice(name, range(counted), worth(counted), counted, false);
    }

    /** "Their hull. Its bounds limit that hull as bounds limit a range." */
    private static Range range(List<Claim> claims) {
        List<Range> closed = new ArrayList<>();
        List<Range> bounds = new ArrayList<>();
        for (Claim claim : claims) {
            (worth(claim) == Worth.BOUND ? bounds : closed).add(range(claim));
        }
        return limit(closed, bounds).orElseThrow();
    }

    private static Worth worth(List<Claim> claims) {
        if (claims.stream().allMatch(claim -> worth(claim) == Worth.BOUND)) {
            return Worth.BOUND;
        }
        return claims.stream().anyMatch(claim -> worth(claim) == Worth.FIRM) ? Worth.FIRM : Worth.SOFT;
    }

    /** "Nothing of the whole, but closed ranges for every part of a complete breakdown of the dossier: their sum." */
    private List<Voice> sums(Quantity quantity) {
        Map<String, List<Voice>> sums = new LinkedHashMap<>();
        for (Breakdown breakdown : dossier.hierarchy().of(quantity)) {
            if (breakdown.complete() == Completeness.YES
                    && dossier.hierarchy().own().contains(breakdown)) {
                List<Quantity> parts = breakdown.partsOf(quantity);
                for (Voice first : said(parts.get(0))) {
                    sum(first.name(), breakdown.dimension(), parts)
                            .ifPresent(sum -> sums.computeIfAbsent(first.name(), any -> new ArrayList<>())
                                    .add(sum));
                }
            }
        }
        claimed(quantity).forEach(voice -> sums.remove(voice.name()));
        return sums.values().stream().map(Literal::together).toList();
    }

    /** Of several sums as of several claims: "the firm closed ranges, if there are any, else the soft ones; their hull". */
    private static Voice together(List<Voice> sums) {
        List<Voice> firm =
                sums.stream().filter(sum -> sum.worth() == Worth.FIRM).toList();
        List<Voice> counted = firm.isEmpty() ? sums : firm;
        Set<Claim> claims = new LinkedHashSet<>();
        counted.forEach(sum -> claims.addAll(sum.claims()));
        return new Voice(
                sums.get(0).name(),
                counted.stream().map(Voice::range).reduce(Range::stretchedTo).orElseThrow(),
                counted.get(0).worth(),
                List.copyOf(claims),
                true);
    }

    private Optional<Voice> sum(String name, Dimension dimension, List<Quantity> parts) {
        List<Known> knowns = new ArrayList<>();
        for (Quantity part : parts) {
            Optional<Voice> voice = said(part, name);
            if (voice.isEmpty()) {
                return Optional.empty();
            }
            knowns.add(new Known(
                    voice.get().range(), voice.get().worth(), voice.get().claims()));
        }
        return sum(dimension, knowns).map(sum -> new Voice(name, sum.range(), sum.worth(), sum.claims(), true));
    }

    /** The sum of closed ranges; none of parts known only as of different given dates, except between events. */
    private static Optional<Known> sum(Dimension dimension, List<Known> parts) {
        Range sum = new Range(0, 0);
        Worth worth = Worth.FIRM;
        Set<Claim> claims = new LinkedHashSet<>();
        for (Known part : parts) {
            if (part.worth() == Worth.BOUND) {
                return Optional.empty();
            }
            for (Known other : parts) {
                if (dimension != Dimension.EVENT
                        && part.claims().stream()
                                .allMatch(a -> other.claims().stream()
                                        .allMatch(b -> a.asOf().isDifferentFrom(b.asOf())))) {
                    return Optional.empty();
                }
            }
            sum = sum.plus(part.range());
            worth = part.worth() == Worth.SOFT ? Worth.SOFT : worth;
            claims.addAll(part.claims());
        }
        return Optional.of(new Known(sum, worth, List.copyOf(claims)));
    }

    // ---------------------------------------------------------------- limits

    /** The hull of closed ranges, limited by bounds. */
    static Optional<Range> limit(List<Range> closed, List<Range> bounds) {
        if (closed.isEmpty()) {
            // "Bounds alone: their intersection, else the hull of their stated ends."
            Optional<Range> common = bounds.stream().reduce(Range::cutBy);
            return common.isPresent() && common.get().isEmpty()
                    ? bounds.stream().map(Literal::statedEnds).reduce(Range::stretchedTo)
                    : common;
        }
        Range hull = closed.stream().reduce(Range::stretchedTo).orElseThrow();
        Range cut = hull;
        for (Range bound : bounds) {
            // "A bound cuts this hull if it excludes no voice's closed range."
            if (closed.stream().allMatch(bound::meets)) {
                cut = cut.cutBy(bound);
            }
        }
        // "Those that cut, cut together, and if nothing would be left, none cuts."
        Range range = cut.isEmpty() ? hull : cut;
        for (Range bound : bounds) {
            if (!closed.stream().allMatch(bound::meets)) {
                // "Otherwise it is in conflict, and stretches the hull to its stated end where that lies outside. Each
                // bound is held against the hull of 1."
                Range ends = statedEnds(bound);
                if (ends.low < hull.low) {
                    range = range.stretchedTo(new Range(ends.low, ends.low));
                }
                if (ends.high > hull.high) {
                    range = range.stretchedTo(new Range(ends.high, ends.high));
                }
            }
        }
        return Optional.of(range);
    }

    /** "The lower end where it is open above, the upper end for "up to", both for a two-ended intersection." */
    private static Range statedEnds(Range bound) {
        if (bound.high == OPEN) {
            return new Range(bound.low, bound.low);
        }
        return bound.low == 0 ? new Range(bound.high, bound.high) : bound;
    }

    // ---------------------------------------------------------------- ranges

    /** The range of a quantity, where it has one. */
    public Optional<Known> range(Quantity quantity) {
        Optional<Known> known = ranges.get(quantity);
        if (known == null) {
            known = makeRange(quantity);
            ranges.put(quantity, known);
        }
        return known;
    }

    private Optional<Known> makeRange(Quantity quantity) {
        List<Voice> voices = new ArrayList<>(said(quantity));
        // "If no voice says a firm closed range, a complete breakdown whose parts all have closed ranges, by whatever
        // voices, is one voice more (soft if a part is)."
        if (voices.stream()
                .noneMatch(voice -> voice.worth() == Worth.FIRM && !isOnlyAtLeast(voice, voices, quantity))) {
            for (Breakdown breakdown : dossier.hierarchy().of(quantity)) {
                if (breakdown.complete() == Completeness.YES) {
                    sumOfRanges(breakdown, quantity).ifPresent(voices::add);
                }
            }
        }
        List<Range> closed = new ArrayList<>();
        List<Range> bounds = new ArrayList<>();
        Worth worth = Worth.BOUND;
        Set<Claim> claims = new LinkedHashSet<>();
        for (Voice voice : voices) {
            claims.addAll(voice.claims());
            if (isOnlyAtLeast(voice, voices, quantity)) {
                bounds.add(new Range(voice.range().low, OPEN));
            } else if (voice.worth() == Worth.BOUND) {
                bounds.add(voice.range());
            } else {
                closed.add(voice.range());
                worth = worth == Worth.FIRM ? worth : voice.worth();
            }
        }
        Worth made = worth;
        return limit(closed, bounds).map(range -> new Known(range, made, List.copyOf(claims)));
    }

    private Optional<Voice> sumOfRanges(Breakdown breakdown, Quantity whole) {
        List<Known> parts = new ArrayList<>();
        for (Quantity part : breakdown.partsOf(whole)) {
            Optional<Known> known = range(part);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            parts.add(known.get());
        }
        return sum(breakdown.dimension(), parts)
                .map(sum -> new Voice("", sum.range(), sum.worth(), sum.claims(), true));
    }

    /** "Of a loss, a voice all of whose claims are wholly earlier than one that another voice says is only at least." */
    private boolean isOnlyAtLeast(Voice voice, List<Voice> voices, Quantity quantity) {
        return isLoss(quantity)
                && voices.stream()
                        .filter(other -> other != voice)
                        .flatMap(other -> other.claims().stream())
                        .anyMatch(later -> voice.claims().stream()
                                .allMatch(claim -> claim.asOf().isBefore(later.asOf())));
    }

    /** Whether an end would be another if all soft claims of the dossier were absent. */
    public boolean isSoft(Quantity quantity) {
        return !range(quantity)
                .map(Known::range)
                .equals(withoutSoft().range(quantity).map(Known::range));
    }

    // ---------------------------------------------------------------- agreement

    /** "Of what the voices say (a sum of parts is no voice here), held against one another date by date." */
    public Verdict verdict(Quantity quantity) {
        List<Voice> voices =
                said(quantity).stream().filter(voice -> !voice.isSum()).toList();
        if (voices.isEmpty()) {
            return Verdict.NO_NUMBER;
        }
        boolean byDate = false;
        for (Voice a : voices) {
            for (Voice b : voices) {
                if (a != b) {
                    if (exclude(a, b, isLoss(quantity))) {
                        return Verdict.CONFLICT;
                    }
                    byDate |= differ(a, b);
                }
            }
        }
        if (voices.stream().anyMatch(Literal::contradictsItself)) {
            return Verdict.CONTRADICTS_ITSELF;
        }
        if (voices.size() == 1) {
            return Verdict.SINGLE;
        }
        if (byDate) {
            return Verdict.BY_DATE;
        }
        return voices.stream().filter(voice -> voice.worth() != Worth.BOUND).count() > 1
                ? Verdict.AGREE
                : Verdict.NOT_EXCLUDED;
    }

    /** "Of the claims that make up what one voice says, two of one date exclude one another." */
    private static boolean contradictsItself(Voice voice) {
        return voice.claims().stream()
                .anyMatch(a -> voice.claims().stream()
                        .anyMatch(b -> !a.asOf().isDifferentFrom(b.asOf()) && !range(a).meets(range(b))));
    }

    /** What a voice says as of each date that it names: by its claims of dates that are not different. */
    private static Map<AsOf, Range> byDate(Voice voice) {
        Map<AsOf, Range> byDate = new LinkedHashMap<>();
        if (voice.isSum()) {
            // A sum is as of the one date that is given of its parts, else of the whole event.
            Set<AsOf> given = new LinkedHashSet<>(voice.claims().stream()
                    .map(Claim::asOf)
                    .filter(AsOf::isGiven)
                    .toList());
            byDate.put(given.size() == 1 ? given.iterator().next() : AsOf.WHOLE_EVENT, voice.range());
            return byDate;
        }
        for (Claim claim : voice.claims()) {
            byDate.put(
                    claim.asOf(),
                    range(voice.claims().stream()
                            .filter(other -> !other.asOf().isDifferentFrom(claim.asOf()))
                            .toList()));
        }
        return byDate;
    }

    /** Whether what two voices say as of some dates has no number in common. */
    private static boolean differ(Voice a, Voice b) {
        return byDate(a).values().stream()
                .anyMatch(x -> byDate(b).values().stream().anyMatch(y -> !x.meets(y)));
    }

    /** Whether two voices exclude one another, and different dates do not excuse it. */
    static boolean exclude(Voice a, Voice b, boolean isLoss) {
        for (Map.Entry<AsOf, Range> x : byDate(a).entrySet()) {
            for (Map.Entry<AsOf, Range> y : byDate(b).entrySet()) {
                if (!x.getValue().meets(y.getValue())
                        && !isExcused(x.getKey(), x.getValue(), y.getKey(), y.getValue(), isLoss)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isExcused(AsOf dateA, Range a, AsOf dateB, Range b, boolean isLoss) {
        if (!isLoss) {
            // "Two claims of different dates do not exclude one another. A blank date goes with every date of a
            // strength."
            return dateA.isDifferentFrom(dateB);
        }
        // "A count of a loss only grows, so two counts of which the later is wholly below the earlier exclude one
        // another. A final count of a loss excludes an earlier one of another voice only if it is below it."
        boolean firstIsEarlier = dateA.isBefore(dateB) || dateA.isGiven() && !dateB.isGiven();
        boolean secondIsEarlier = dateB.isBefore(dateA) || dateB.isGiven() && !dateA.isGiven();
        return firstIsEarlier && a.isBelow(b) || secondIsEarlier && b.isBelow(a);
    }

    // ---------------------------------------------------------------- ratios

    /** What is known of a quantity, {@code null} where nothing is; which parts are not; what it was added from. */
    public record Tally(Range known, Set<Quantity> missing, Set<Quantity> used) {

        public boolean isKnown() {
            return known != null;
        }

        /** "For any missing part in [0, Infinity)." */
        public Range possible() {
            return missing.isEmpty() ? known : new Range(known.low, OPEN);
        }
    }

    /** Whether anybody gives a number of a quantity itself. */
    public boolean isClaimed(Quantity quantity) {
        return !claimed(quantity).isEmpty();
    }

    /**
     * The range, or in a voice's row what the voice says; else the sum over the complete breakdown that has the fewest
     * parts missing. Items and states are never summed in part. What nobody claims a voice's row takes apart.
     */
    public Tally tally(Quantity quantity, String voice) {
        Optional<Range> range = voice.isEmpty()
                ? range(quantity).map(Known::range)
                : said(quantity, voice)
                        .map(Voice::range)
                        .or(() -> isClaimed(quantity) ? range(quantity).map(Known::range) : Optional.empty());
        if (range.isPresent()) {
            return new Tally(range.get(), Set.of(), Set.of(quantity));
        }
        Tally best = new Tally(null, Set.of(quantity), Set.of());
        for (Breakdown breakdown : dossier.hierarchy().of(quantity)) {
            if (breakdown.complete() == Completeness.YES) {
                Tally sum = sum(breakdown.dimension(), breakdown.partsOf(quantity), voice);
                boolean mayLack = breakdown.dimension() == Dimension.PARTY || breakdown.dimension() == Dimension.PLACE;
                if (sum.isKnown()
                        && (mayLack || sum.missing().isEmpty())
                        && (!best.isKnown()
                                || sum.missing().size() < best.missing().size())) {
                    best = sum;
                }
            }
        }
        return best;
    }

    /**
     * "Two given dates that differ are not bound, except that parts of an earlier date count as at least in a sum of
     * losses; rules between events disregard dates": what is known as of the latest date is added.
     */
    private Tally sum(Dimension dimension, List<Quantity> parts, String voice) {
        Optional<AsOf> latest = parts.stream()
                .flatMap(part -> dates(tally(part, voice), voice).stream())
                .filter(AsOf::isGiven)
                .reduce((a, b) -> b.beginsAfter(a) ? b : a);
        Range known = null;
        Set<Quantity> missing = new LinkedHashSet<>();
        Set<Quantity> used = new LinkedHashSet<>();
        for (Quantity part : parts) {
            Tally tally = tally(part, voice);
            Set<AsOf> dates = dates(tally, voice);
            boolean outdated = dimension != Dimension.EVENT
                    && latest.isPresent()
                    && !dates.isEmpty()
                    && dates.stream().allMatch(date -> date.isDifferentFrom(latest.get()));
            if (outdated && !isLoss(part)) {
                missing.add(part);
            } else {
                missing.addAll(tally.missing());
                used.addAll(tally.used());
                if (tally.isKnown()) {
                    Range figure = outdated ? new Range(tally.known().low, OPEN) : tally.known();
                    known = known == null ? figure : known.plus(figure);
                }
            }
        }
        return new Tally(known, missing, used);
    }

    private Set<AsOf> dates(Tally tally, String voice) {
        Set<AsOf> dates = new LinkedHashSet<>();
        for (Quantity used : tally.used()) {
            List<Claim> claims = said(used, voice)
                    .map(Voice::claims)
                    .orElseGet(() -> range(used).map(Known::claims).orElse(List.of()));
            claims.forEach(claim -> dates.add(claim.asOf()));
        }
        return dates;
    }

    /** "In conflict (the party's own; where nobody claims it, those of its members)." */
    public Set<Quantity> contested(Quantity quantity) {
        Set<Quantity> contested = new LinkedHashSet<>();
        for (Quantity standing : standing(quantity)) {
            // "Here another voice's firm sum of parts counts too."
            List<Voice> voices = said(standing).stream()
                    .filter(voice -> !voice.isSum() || voice.worth() == Worth.FIRM)
                    .toList();
            for (Voice a : voices) {
                for (Voice b : voices) {
                    if (a != b && exclude(a, b, isLoss(standing))) {
                        contested.add(standing);
                    }
                }
            }
        }
        return contested;
    }

    /** The quantity itself where it is claimed, else its members, else its other parts, as far as these are claimed. */
    private Set<Quantity> standing(Quantity quantity) {
        if (isClaimed(quantity)) {
            return Set.of(quantity);
        }
        for (boolean members : List.of(true, false)) {
            Set<Quantity> standing = new LinkedHashSet<>();
            for (Breakdown breakdown : dossier.hierarchy().of(quantity)) {
                if (breakdown.complete() == Completeness.YES && (breakdown.dimension() == Dimension.PARTY) == members) {
                    breakdown.partsOf(quantity).forEach(part -> standing.addAll(standing(part)));
                }
            }
            if (!standing.isEmpty()) {
                return standing;
            }
        }
        return Set.of();
    }
}
