package org.muster.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.check.Check.PartsFrom;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.interval.Interval;

/** The figures of a rule's parts: from one source, where it gives all of them, or from the ranges of the parts. */
record PartFigures(Dossier dossier, Ranges ranges, Tolerance tolerance) {

    private static final Interval ANY_COUNT = Interval.of(0, Double.POSITIVE_INFINITY);

    /**
     * The figures of a rule's parts together.
     *
     * @param sum their sum; of parts that may be counted twice, from the greatest to the sum
     * @param certain where the whole of shared parts may lie whatever their true figures are
     * @param known how many have a figure
     * @param from where the figures come from
     * @param claims the claims that give them
     */
    record Together(Interval sum, Interval certain, int known, PartsFrom from, List<Claim> claims) {}

    Interval range(Claim claim) {
        return tolerance.range(claim.figure()).orElseThrow();
    }

    Together ofRanges(WholePartRule rule) {
        List<Interval> found = new ArrayList<>();
        Set<Claim> claims = new LinkedHashSet<>();
        int known = 0;
        for (Quantity part : rule.parts()) {
            QuantityRange range = ranges.of(part);
            found.add(range.range().orElse(ANY_COUNT));
            known += range.range().isPresent() ? 1 : 0;
            claims.addAll(range.claims());
        }
        return parts(rule, found, known, PartsFrom.RANGES, claims);
    }

    /** The parts as a source of the claim gives them, where one source gives all. */
    Optional<Together> ofSameSource(WholePartRule rule, Claim whole, List<Map<String, List<Claim>>> bySource) {
        for (String source : whole.sources()) {
            List<Interval> found = new ArrayList<>();
            Set<Claim> claims = new LinkedHashSet<>();
            for (int i = 0; i < bySource.size(); i++) {
                List<Claim> given = new ArrayList<>();
                for (Claim claim : bySource.get(i).getOrDefault(source, List.of())) {
                    if (agree(claim.claimant(), whole.claimant())) {
                        given.add(claim);
                    }
                }
                QuantityRange range = Ranges.of(rule.parts().get(i), given, tolerance);
                if (range.range().isPresent()) {
                    found.add(range.range().get());
                }
                claims.addAll(range.claims());
            }
            if (found.size() == bySource.size()) {
                return Optional.of(parts(rule, found, found.size(), PartsFrom.SAME_SOURCE, claims));
            }
        }
        return Optional.empty();
    }

    /** The claims about each part of a rule, by source. */
    List<Map<String, List<Claim>>> bySource(WholePartRule rule) {
        List<Map<String, List<Claim>>> bySource = new ArrayList<>();
        for (Quantity part : rule.parts()) {
            Map<String, List<Claim>> claims = new HashMap<>();
            for (Claim claim : dossier.claims(part)) {
                for (String source : claim.sources()) {
                    claims.computeIfAbsent(source, any -> new ArrayList<>()).add(claim);
                }
            }
            bySource.add(claims);
        }
        return bySource;
    }

    /** A work that reports the claims of two sides is held to those of the one in question. */
    private static boolean agree(String claimant, String other) {
        return claimant.isEmpty() || other.isEmpty() || claimant.equals(other);
    }

    private static Together parts(
            WholePartRule rule, List<Interval> found, int known, PartsFrom from, Set<Claim> claims) {
        Interval sum = Interval.of(0);
        Interval greatest = Interval.of(0);
        for (Interval part : found) {
            sum = sum.add(part);
            greatest = greatest.max(part);
        }
        if (rule.kind() != WholePartRule.Kind.SHARED) {
            return new Together(sum, Interval.EMPTY, known, from, List.copyOf(claims));
        }
        Interval certain = greatest.sup() <= sum.inf() ? Interval.of(greatest.sup(), sum.inf()) : Interval.EMPTY;
        return new Together(Interval.of(greatest.inf(), sum.sup()), certain, known, from, List.copyOf(claims));
    }
}
