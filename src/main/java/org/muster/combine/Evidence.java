package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.compare.Copy;
import org.muster.compare.Costs;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.rows.Lazy;

/**
 * All that is claimed about one quantity, ready to be combined: what each voice {@linkplain Said says}, once, and what
 * no voice says, with the reason.
 *
 * <p>Closed ranges estimate; bounds only limit. A rule combines the ranges of the {@linkplain #voices() voices}; the
 * {@linkplain #bounds() bounds} are there for rules that ask for them. Of a loss, what a voice says as of an earlier date
 * than another voice is only "at least", and so a bound.
 */
public final class Evidence {

    private static final Set<String> UNRELIABLE = Set.of("D", "E");
    private static final Set<String> INCREDIBLE = Set.of("4", "5");

    private final Ranges ranges;
    private final Quantity quantity;
    private final Costs costs;
    private final List<Said> said;
    private final List<Voice> voices;
    private final List<Voice> bounds;

    /** Whether any claim that a voice says is graded; copies do not judge. */
    private final boolean graded;

    private final Lazy<List<LeftOut>> unsaid = Lazy.of(this::findUnsaid);

    private Evidence(Ranges ranges, Quantity quantity, Costs costs, List<Said> said) {
        this.ranges = ranges;
        this.quantity = quantity;
        this.costs = costs;
        this.said = said;
        Dossier dossier = ranges.dossier();
        boolean isLoss = dossier.hierarchy().isLoss(quantity.measure());
        AsOf latest = AsOf.WHOLE_EVENT;
        for (Said each : said) {
            for (AsOf date : each.dates()) {
                latest = date.beginsAfter(latest) ? date : latest;
            }
        }
        List<Voice> closed = new ArrayList<>();
        List<Voice> limiting = new ArrayList<>();
        for (Said each : said) {
            AsOf last = latest;
            boolean isEarlier = isLoss && each.dates().stream().allMatch(date -> date.isBefore(last));
            if (isEarlier) {
                limiting.add(voice(each, Interval.of(each.range().inf(), Double.POSITIVE_INFINITY)));
            } else if (each.isBound() || !each.range().isCommon()) {
                limiting.add(voice(each, each.range()));
            } else {
                closed.add(voice(each, each.range()));
            }
        }
        this.voices = List.copyOf(closed);
        this.bounds = List.copyOf(limiting);
        this.graded = said.stream().anyMatch(each -> Costs.areGraded(dossier, each.claims()));
    }

    /**
     * Returns what is claimed about a quantity of a dossier.
     *
     * @param ranges what the voices of the dossier say
     * @param quantity the quantity, claimed or not
     * @return the evidence, graded by the usual table
     */
    public static Evidence of(Ranges ranges, Quantity quantity) {
        return of(ranges, quantity, Costs.USUAL);
    }

    /**
     * Returns what is claimed about a quantity of a dossier, graded by a table.
     *
     * @param ranges what the voices of the dossier say
     * @param quantity the quantity, claimed or not
     * @param costs what each grade counts
     * @return the evidence
     */
    public static Evidence of(Ranges ranges, Quantity quantity, Costs costs) {
        List<Said> said = ranges.said(requireNonNull(quantity, "quantity")).stream()
                .filter(each -> !each.isSum())
                .toList();
        return new Evidence(ranges, quantity, requireNonNull(costs, "costs"), said);
    }

    private Voice voice(Said each, Interval range) {
        Dossier dossier = ranges.dossier();
        Interval best = Interval.EMPTY;
        int weight = 0;
        boolean reliable = false;
        for (Claim claim : each.claims()) {
            if (claim.figure().best().isPresent()) {
                best = best.convexHull(Interval.of(claim.figure().best().getAsDouble()));
            }
            weight = Math.max(weight, costs.of(claim, dossier));
            reliable |= !INCREDIBLE.contains(claim.credibility())
                    && claim.sources().stream()
                            .anyMatch(id ->
                                    !UNRELIABLE.contains(dossier.source(id).grade()));
        }
        return new Voice(each.voice(), range, best, weight, reliable, each.claims());
    }

    /**
     * Returns the evidence without what one voice says.
     *
     * @param voice who is not heard
     * @return the evidence of the others
     */
    public Evidence without(String voice) {
        return new Evidence(
                ranges,
                quantity,
                costs,
                said.stream().filter(each -> !each.voice().equals(voice)).toList());
    }

    /**
     * Returns the quantity.
     *
     * @return what the claims are about
     */
    public Quantity quantity() {
        return quantity;
    }

    /**
     * Returns the dossier.
     *
     * @return the dossier of the claims, which describes their sources
     */
    public Dossier dossier() {
        return ranges.dossier();
    }

    /**
     * Returns all claims about the quantity.
     *
     * @return the claims in dossier order, with and without a number
     */
    public List<Claim> claims() {
        return dossier().claims(quantity);
    }

    /**
     * Returns the voices that say a closed range.
     *
     * @return each voice once, in dossier order
     */
    public List<Voice> voices() {
        return voices;
    }

    /**
     * Returns the voices that only say a bound.
     *
     * @return each voice once, in dossier order
     */
    public List<Voice> bounds() {
        return bounds;
    }

    /**
     * Returns the numbers that every bound allows.
     *
     * @return the intersection of the bounds; empty if there are none, or if they leave no room
     */
    public Interval room() {
        return bounds.stream().map(Voice::range).reduce(Interval::intersection).orElse(Interval.EMPTY);
    }

    /**
     * Returns the least and greatest number of the voices.
     *
     * @return the hull of their closed ranges; empty if there are none
     */
    public Interval hull() {
        return hull(voices);
    }

    static Interval hull(Collection<Voice> some) {
        return some.stream().map(Voice::range).reduce(Interval.EMPTY, Interval::convexHull);
    }

    /**
     * Returns the best values that the voices state themselves.
     *
     * @return from the least to the greatest; empty if none states one
     */
    public Interval statedBest() {
        return voices.stream().map(Voice::best).reduce(Interval.EMPTY, Interval::convexHull);
    }

    /**
     * Returns those of some voices that are graded best.
     *
     * @param some voices of this evidence
     * @return those with the greatest weight; all if nothing that the voices say is graded
     */
    public List<Voice> bestGraded(List<Voice> some) {
        if (!graded) {
            return some;
        }
        int greatest = some.stream().mapToInt(Voice::weight).max().orElse(0);
        return some.stream().filter(voice -> voice.weight() == greatest).toList();
    }

    /**
     * Returns the figure that is judged most likely: what the best graded voices give as their best value or only number.
     * If nothing is graded, nothing is judged but by the voices that state a best value themselves; if none does, only a
     * number that all give is most likely.
     *
     * @param some voices of this evidence
     * @return from the least to the greatest such figure; empty if there is none
     */
    public Interval mostLikely(List<Voice> some) {
        Interval stated = some.stream().map(Voice::best).reduce(Interval.EMPTY, Interval::convexHull);
        if (!graded && !stated.isEmpty()) {
            return stated;
        }
        Interval figures = Interval.EMPTY;
        for (Voice voice : bestGraded(some)) {
            if (voice.figure().isPresent()) {
                figures = figures.convexHull(Interval.of(voice.figure().getAsDouble()));
            } else if (!graded) {
                return Interval.EMPTY;
            }
        }
        return graded || figures.isSingleton() ? figures : Interval.EMPTY;
    }

    /**
     * Returns whether what the voices say is of different dates, which may be why they differ.
     *
     * @return whether two of their claims have dates without a day in common
     */
    public boolean isOfDifferentDates() {
        return Combination.areOfDifferentDates(
                voices.stream().flatMap(voice -> voice.claims().stream()).toList());
    }

    /**
     * Returns the claims that no voice says, with the reasons.
     *
     * @return the claims in dossier order
     */
    public List<LeftOut> unsaid() {
        return unsaid.get();
    }

    private List<LeftOut> findUnsaid() {
        Set<Claim> counted = new LinkedHashSet<>();
        said.forEach(each -> counted.addAll(each.claims()));
        Set<Claim> copies = new HashSet<>();
        for (Copy copy : ranges.copies(quantity)) {
            copies.add(copy.copy());
        }
        List<LeftOut> unsaid = new ArrayList<>();
        for (Claim claim : claims()) {
            if (!counted.contains(claim)) {
                unsaid.add(new LeftOut(
                        claim,
                        !claim.figure().hasNumber()
                                ? "no number"
                                : copies.contains(claim) ? "a copy" : "its voice says another figure"));
            }
        }
        return unsaid;
    }

    /** Returns the quantity and its voices. */
    @Override
    public String toString() {
        return quantity.label() + ": " + said.size() + (said.size() == 1 ? " voice" : " voices");
    }
}
