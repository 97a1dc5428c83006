package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.compare.QuantityRange.Basis;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What each voice says of every quantity of a dossier, and the ranges that follow, as ratios and checks use them.
 *
 * <ol>
 *   <li>The hull of what the voices {@link Said say} in closed ranges. Of a loss, a voice all of whose claims are wholly
 *       earlier than one that another voice says is only "at least". If no voice says a firm closed range, each complete
 *       breakdown whose parts all have closed ranges is one voice more, soft if a part is: a known total is not widened
 *       by its parts.
 *   <li>Bounds cut this hull, or stretch it where they are in conflict with it ("more than 900,000" beside 777,000 makes
 *       777,000 to 900,000). Bounds alone: their intersection, or else the hull of their stated ends.
 *   <li>Without any of these there is no range.
 * </ol>
 *
 * <p>Everything is computed when this is created. It is immutable and may be shared between threads.
 */
public final class Ranges {

    private final Dossier dossier;
    private final Tolerance tolerance;
    private final Predicate<Claim> counted;
    private final Ranges withoutSoft;

    /** Those claimed in dossier order, then those that complete breakdowns add them up to. */
    private final Map<Quantity, FoundedQuantity> founded = new LinkedHashMap<>();

    private Ranges(Dossier dossier, Tolerance tolerance, Predicate<Claim> counted) {
        this.dossier = dossier;
        this.tolerance = tolerance;
        this.counted = counted;
        for (Quantity quantity : dossier.quantities()) {
            FoundedQuantity own = founded(quantity);
            if (!own.said().isEmpty()) {
                founded.put(quantity, own);
            }
        }
        addSums();
        List<FoundedQuantity> partsFirst = FoundedQuantity.partsFirst(founded.values());
        boolean anySoft = false;
        for (FoundedQuantity each : partsFirst) {
            putRange(each, each.hasParts());
            if (each.hasSoftClaims()) {
                each.wholes().forEach(FoundedQuantity::markSoft);
                anySoft = true;
            }
        }
        this.withoutSoft = anySoft ? new Ranges(this, partsFirst) : this;
        if (anySoft) {
            for (FoundedQuantity each : partsFirst) {
                if (each.hasSoftClaims()) {
                    each.compareWith(withoutSoft.of(each.quantity()));
                }
            }
        }
    }

    /** Leaves out the soft claims; the quantities in which there are none stay as they are. */
    private Ranges(Ranges all, List<FoundedQuantity> partsFirst) {
        this.dossier = all.dossier;
        this.tolerance = all.tolerance;
        this.counted = all.counted.and(claim -> !claim.figure().isSoft());
        this.withoutSoft = this;
        Set<Quantity> sums = new HashSet<>();
        for (FoundedQuantity each : partsFirst) {
            boolean hasParts = sums.contains(each.quantity());
            FoundedQuantity firm = each.hasSoftClaims() ? founded(each.quantity()) : each;
            if (firm == each || hasParts || !firm.said().isEmpty()) {
                founded.put(each.quantity(), firm);
                each.wholes().forEach(whole -> sums.add(whole.quantity()));
            }
            if (firm != each) {
                putRange(firm, hasParts);
            }
        }
    }

    /** What voices claim of a quantity itself. */
    private FoundedQuantity founded(Quantity quantity) {
        List<Claim> claims = dossier.claims(quantity).stream().filter(counted).toList();
        return new FoundedQuantity(
                quantity,
                Said.of(dossier, quantity, claims, isLoss(quantity), tolerance),
                claims.stream().anyMatch(claim -> claim.figure().isSoft()));
    }

    /** Adds the sums in which quantities stand, and the sums in which those stand. */
    private void addSums() {
        Deque<FoundedQuantity> open = new ArrayDeque<>(founded.values());
        while (!open.isEmpty()) {
            FoundedQuantity part = open.remove();
            for (Quantity sum : dossier.hierarchy().sumsWith(part.quantity())) {
                FoundedQuantity whole = founded.get(sum);
                if (whole == null) {
                    whole = founded(sum);
                    founded.put(sum, whole);
                    open.add(whole);
                }
                part.addWhole(whole);
            }
        }
    }

    /** Adds what voices say by their sums, and the range of all; the parts have theirs. */
    private void putRange(FoundedQuantity of, boolean hasParts) {
        Quantity quantity = of.quantity();
        if (hasParts) {
            PartSums sums = PartSums.of(quantity, this);
            List<Said> voices = new ArrayList<>(of.said());
            voices.addAll(sums.byVoices());
            of.put(voices);
            if (!support(voices, isLoss(quantity)).isFirm()) {
                voices.addAll(sums.ofRanges());
            }
            of.put(range(quantity, voices));
        } else {
            of.put(range(quantity, of.said()));
        }
    }

    /**
     * Returns the ranges of a dossier's quantities.
     *
     * @param dossier the claims
     * @return the ranges, with nothing widened
     */
    public static Ranges of(Dossier dossier) {
        return of(dossier, Tolerance.NONE);
    }

    /**
     * Returns the ranges of a dossier's quantities.
     *
     * @param dossier the claims
     * @param tolerance by how much soft claims are widened
     * @return the ranges
     */
    public static Ranges of(Dossier dossier, Tolerance tolerance) {
        return new Ranges(requireNonNull(dossier, "dossier"), requireNonNull(tolerance, "tolerance"), claim -> true);
    }

    /**
     * Returns the ranges over some of the claims only.
     *
     * @param counted which claims are counted
     * @return the ranges
     */
    public Ranges taking(Predicate<Claim> counted) {
        return new Ranges(dossier, tolerance, requireNonNull(counted, "counted"));
    }

    private QuantityRange range(Quantity quantity, List<Said> voices) {
        if (voices.isEmpty()) {
            return QuantityRange.none(quantity);
        }
        Support support = support(voices, isLoss(quantity));
        boolean claims = voices.stream().anyMatch(voice -> !voice.isSum());
        boolean parts = voices.stream().anyMatch(Said::isSum);
        Basis basis = claims && parts ? Basis.BOTH : claims ? Basis.CLAIMS : Basis.PARTS;
        return support.range(quantity, basis);
    }

    /** What voices say of a quantity; of a loss, one that is earlier than another is only "at least". */
    static Support support(List<Said> voices, boolean isLoss) {
        Support support = new Support();
        AsOf latest = latest(voices);
        for (Said voice : voices) {
            if (isLoss && voice.isBefore(latest)) {
                support.addAtLeast(voice);
            } else {
                support.add(voice.range(), voice.firmness(), voice);
            }
        }
        return support;
    }

    /** The date that begins last; a voice whose dates are all before it is earlier than another voice. */
    private static AsOf latest(List<Said> voices) {
        AsOf latest = AsOf.WHOLE_EVENT;
        for (Said voice : voices) {
            for (AsOf date : voice.dates()) {
                latest = date.beginsAfter(latest) ? date : latest;
            }
        }
        return latest;
    }

    /** The quantities with a number claimed of them or of something that adds up to them: no other has a range. */
    Set<Quantity> founded() {
        return founded.keySet();
    }

    boolean isFounded(Quantity quantity) {
        return founded.containsKey(quantity);
    }

    /** Whether anybody claims a number of a quantity itself. */
    boolean isClaimed(Quantity quantity) {
        List<Said> voices = said(quantity);
        return !voices.isEmpty() && !voices.get(0).isSum();
    }

    /** Whether two voices exclude one another, a voice's firm sum of parts counted too. */
    boolean isContested(Quantity quantity) {
        List<Said> voices = said(quantity).stream()
                .filter(voice -> !voice.isSum() || voice.firmness() == Firmness.FIRM)
                .toList();
        return DateSweep.worst(voices, isLoss(quantity)) == Said.Conclusion.EXCLUDE;
    }

    /** These ranges without the soft claims; whatever differs in them is soft. */
    Ranges withoutSoft() {
        return withoutSoft;
    }

    /** Whether a quantity is a count that only grows. */
    boolean isLoss(Quantity quantity) {
        return dossier.hierarchy().isLoss(quantity.measure());
    }

    /**
     * Returns the quantities that have a range.
     *
     * @return each once: those of which a number is claimed in dossier order, then those that others add up to
     */
    public List<Quantity> quantities() {
        return known().map(QuantityRange::quantity).toList();
    }

    /**
     * Returns the dossier.
     *
     * @return the claims that the ranges rest on
     */
    public Dossier dossier() {
        return dossier;
    }

    /**
     * Returns the tolerance.
     *
     * @return by how much soft claims are widened
     */
    public Tolerance tolerance() {
        return tolerance;
    }

    /**
     * Returns the range of a quantity.
     *
     * @param quantity a quantity, claimed or not; all its names must match, or nobody claims it: {@link Dossier#quantities}
     *     holds those that are claimed
     * @return its range and what that rests on; without a range where nothing is known of it
     */
    public QuantityRange of(Quantity quantity) {
        FoundedQuantity known = founded.get(requireNonNull(quantity, "quantity"));
        return known == null ? QuantityRange.none(quantity) : known.range();
    }

    /**
     * Returns the range of a quantity by what is claimed of it alone, its parts left aside.
     *
     * @param quantity a quantity, claimed or not
     * @return its range and what that rests on; whether it is soft is not said
     */
    public QuantityRange claimed(Quantity quantity) {
        return range(
                quantity,
                said(quantity).stream().filter(voice -> !voice.isSum()).toList());
    }

    /**
     * Returns the ranges of a quantity by groups of what is said of it, its parts left aside.
     *
     * @param <G> what names a group
     * @param quantity a quantity, claimed or not
     * @param groups the groups in which a claim is counted; claims that voices do not say are counted in none
     * @return the range of each group in which any claim is counted; whether it is soft is not said
     */
    public <G> Map<G, QuantityRange> claimed(Quantity quantity, Function<Claim, ? extends Collection<G>> groups) {
        Map<G, List<Said>> voices = new LinkedHashMap<>();
        for (Said voice : said(quantity)) {
            if (!voice.isSum()) {
                Map<G, List<Claim>> counted = new LinkedHashMap<>();
                for (Claim claim : voice.claims()) {
                    for (G group : groups.apply(claim)) {
                        counted.computeIfAbsent(group, any -> new ArrayList<>()).add(claim);
                    }
                }
                counted.forEach((group, claims) ->
                        voices.computeIfAbsent(group, any -> new ArrayList<>()).add(voice.taking(claims, tolerance)));
            }
        }
        Map<G, QuantityRange> claimed = new LinkedHashMap<>();
        voices.forEach((group, own) -> claimed.put(group, range(quantity, own)));
        return claimed;
    }

    /**
     * Returns what each voice says of a quantity.
     *
     * @param quantity a quantity, claimed or not
     * @return those that claim a number of it in dossier order, then those that do so of all parts of a breakdown
     */
    public List<Said> said(Quantity quantity) {
        FoundedQuantity known = founded.get(requireNonNull(quantity, "quantity"));
        return known == null ? List.of() : known.said();
    }

    /**
     * Returns what one voice says of a quantity.
     *
     * @param quantity a quantity, claimed or not
     * @param voice who speaks
     * @return what it says, if anything with a number
     */
    public Optional<Said> said(Quantity quantity, String voice) {
        requireNonNull(voice, "voice");
        FoundedQuantity known = founded.get(requireNonNull(quantity, "quantity"));
        return known == null ? Optional.empty() : known.said(voice);
    }

    /**
     * Returns the range of a quantity as a figure of one date can be compared with it.
     *
     * @param quantity a quantity, claimed or not
     * @param date the date; the event as a whole goes with every other
     * @return its range by what is not of a different date; an earlier count of a loss is only "at least", and other dates
     *     say nothing
     */
    public Optional<QuantityRange> asOf(Quantity quantity, AsOf date) {
        QuantityRange range = of(quantity);
        return range.dates().stream().noneMatch(date::isDifferentFrom)
                ? Optional.of(range).filter(found -> found.range().isPresent())
                : comparable(quantity, date, said(quantity))
                        .map(found -> found.withSoft(
                                differs(found, withoutSoft.comparable(quantity, date, withoutSoft.said(quantity)))));
    }

    /**
     * Returns what one voice says of a quantity as a figure of one date can be compared with it.
     *
     * @param quantity a quantity, claimed or not
     * @param date the date; the event as a whole goes with every other
     * @param voice who speaks
     * @return its range, as by {@link #asOf(Quantity, AsOf)}
     */
    public Optional<QuantityRange> asOf(Quantity quantity, AsOf date, String voice) {
        return comparable(quantity, date, said(quantity, voice).stream().toList())
                .map(found -> found.withSoft(differs(
                        found,
                        withoutSoft.comparable(
                                quantity,
                                date,
                                withoutSoft.said(quantity, voice).stream().toList()))));
    }

    private static boolean differs(QuantityRange range, Optional<QuantityRange> other) {
        return !other.flatMap(QuantityRange::range).equals(range.range());
    }

    private Optional<QuantityRange> comparable(Quantity quantity, AsOf date, List<Said> voices) {
        Support support = new Support();
        for (Said voice : voices) {
            Interval then = voice.asOf(date);
            if (!then.isEmpty()) {
                support.add(then, voice.firmness(), voice);
            } else if (isLoss(quantity) && voice.isBefore(date)) {
                support.addAtLeast(voice);
            }
        }
        return support.isEmpty() ? Optional.empty() : Optional.of(support.range(quantity, Basis.CLAIMS));
    }

    /**
     * Returns whether what a voice says is soft.
     *
     * @param said what a voice says
     * @return whether it would say something else, or nothing, without the soft claims
     */
    public boolean isSoft(Said said) {
        return !withoutSoft.said(said.quantity(), said.voice()).map(Said::range).equals(Optional.of(said.range()));
    }

    /**
     * Returns the claims about a quantity that only repeat others.
     *
     * @param quantity a quantity
     * @return its copies, each with its original
     */
    public List<Copy> copies(Quantity quantity) {
        return Copies.among(dossier, dossier.claims(quantity)).all();
    }

    /** Returns the ranges, one per line: {@code Japan: killed [21389, 83737]}. */
    @Override
    public String toString() {
        return known().map(QuantityRange::toString).collect(Collectors.joining("\n"));
    }

    private Stream<QuantityRange> known() {
        return founded.values().stream()
                .map(FoundedQuantity::range)
                .filter(range -> range.range().isPresent());
    }
}
