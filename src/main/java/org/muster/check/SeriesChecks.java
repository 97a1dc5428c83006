package org.muster.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.check.Check.Kind;
import org.muster.check.Check.PartsFrom;
import org.muster.check.Check.Side;
import org.muster.compare.Ranges;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.text.Problem;

/**
 * A voice's own counts of a loss over time: none is below the greatest of its earlier ones. A count without a date is the
 * final one. Copies are left out.
 */
final class SeriesChecks {

    private SeriesChecks() {}

    /** @param problems receives a warning if checks are left out */
    static void addTo(SurestChecks checks, Ranges ranges, List<Problem> problems) {
        for (Quantity quantity : ranges.dossier().quantities()) {
            boolean dated = ranges.dossier().claims(quantity).stream()
                    .anyMatch(claim -> claim.asOf().isGiven());
            if (dated && ranges.dossier().hierarchy().isLoss(quantity.measure())) {
                List<Check> found = new ArrayList<>();
                byVoice(ranges, quantity).forEach((voice, claims) -> check(ranges, quantity, voice, claims, found));
                checks.addMostSerious(quantity, found, found.size() + " checks over time", problems);
            }
        }
    }

    private static Map<String, List<Claim>> byVoice(Ranges ranges, Quantity quantity) {
        Set<Claim> copies = new HashSet<>();
        ranges.copies(quantity).forEach(copy -> copies.add(copy.copy()));
        Map<String, List<Claim>> byVoice = new LinkedHashMap<>();
        for (Claim claim : ranges.dossier().claims(quantity)) {
            if (claim.figure().hasNumber() && !copies.contains(claim)) {
                for (String voice : ranges.dossier().voices(claim)) {
                    byVoice.computeIfAbsent(voice, any -> new ArrayList<>()).add(claim);
                }
            }
        }
        return byVoice;
    }

    private static void check(Ranges ranges, Quantity quantity, String voice, List<Claim> claims, List<Check> checks) {
        List<Claim> byStart = sorted(claims, AsOf.BY_FIRST_DAY);
        List<Claim> byEnd = sorted(claims, AsOf.BY_LAST_DAY);
        byStart.sort(Comparator.comparing(claim -> !claim.asOf().isGiven())); // the final count is the last
        Optional<Claim> greatest = Optional.empty();
        int ended = 0;
        for (Claim later : byStart) {
            for (; ended < byEnd.size() && isEarlier(byEnd.get(ended).asOf(), later.asOf()); ended++) {
                Claim earlier = byEnd.get(ended);
                if (greatest.filter(so -> low(ranges, so) >= low(ranges, earlier))
                        .isEmpty()) {
                    greatest = Optional.of(earlier);
                }
            }
            greatest.ifPresent(earlier -> checks.add(check(ranges, quantity, voice, later, earlier)));
        }
    }

    private static List<Claim> sorted(List<Claim> claims, Comparator<AsOf> order) {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparing(Claim::asOf, order));
        return sorted;
    }

    /** Whether a count is of an earlier date; the final one is later than all that have a date. */
    private static boolean isEarlier(AsOf a, AsOf b) {
        return b.isGiven() ? a.isBefore(b) : a.isGiven();
    }

    private static double low(Ranges ranges, Claim claim) {
        return range(ranges, claim).inf();
    }

    private static Interval range(Ranges ranges, Claim claim) {
        return ranges.tolerance().range(claim.figure()).orElseThrow();
    }

    private static Check check(Ranges ranges, Quantity quantity, String voice, Claim later, Claim earlier) {
        Interval residual = range(ranges, later).subtract(range(ranges, earlier));
        return new Check(
                Optional.of(quantity),
                "a later count is not below an earlier one",
                Kind.SERIES,
                Optional.empty(),
                new Side(List.of(voice), List.of(later), range(ranges, later)),
                new Side(List.of(voice), List.of(earlier), range(ranges, earlier)),
                PartsFrom.SAME_VOICE,
                residual,
                Checks.verdict(residual, false, range(ranges, earlier), true),
                later.figure().isSoft() || earlier.figure().isSoft(),
                ranges.tolerance());
    }
}
