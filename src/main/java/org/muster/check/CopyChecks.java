package org.muster.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.check.Check.Kind;
import org.muster.check.Check.PartsFrom;
import org.muster.check.Check.Side;
import org.muster.compare.Copy;
import org.muster.compare.Ranges;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * Copies checked against their originals, in the same way as sums: a copy that differs was copied wrongly, or is not a
 * copy.
 */
final class CopyChecks {

    private CopyChecks() {}

    static void addTo(SurestChecks checks, Ranges ranges) {
        for (Quantity quantity : ranges.dossier().quantities()) {
            IdentityHashMap<List<Claim>, Originals> known = new IdentityHashMap<>();
            for (Copy copy : ranges.copies(quantity)) {
                if (copy.copy().figure().hasNumber()) {
                    Originals originals = known.computeIfAbsent(copy.originals(), all -> new Originals(ranges, all));
                    checks.add(check(ranges, quantity, copy.copy(), originals.nearest(copy.copy())));
                }
            }
        }
    }

    /** The originals that copies may repeat, examined once for all copies that share them. */
    private static final class Originals {
        private final Ranges ranges;
        private final List<Claim> all;
        private final Map<Interval, List<Claim>> byRange = new HashMap<>();
        private final Map<AsOf, Optional<Claim>> firstOfDate = new HashMap<>();

        Originals(Ranges ranges, List<Claim> all) {
            this.ranges = ranges;
            this.all = all;
            for (Claim claim : all) {
                byRange.computeIfAbsent(range(ranges, claim), any -> new ArrayList<>())
                        .add(claim);
            }
        }

        /** The original that says the same, or else one of the same date, or else the first. */
        Claim nearest(Claim copy) {
            Optional<Claim> ofDate = firstOfDate.computeIfAbsent(copy.asOf(), date -> first(all, date));
            List<Claim> same = byRange.getOrDefault(range(ranges, copy), List.of());
            if (ofDate.isEmpty()) {
                return same.isEmpty() ? all.get(0) : same.get(0);
            }
            return first(same, copy.asOf()).orElse(ofDate.get());
        }

        private static Optional<Claim> first(List<Claim> claims, AsOf date) {
            return claims.stream()
                    .filter(claim -> !claim.asOf().isDifferentFrom(date))
                    .findFirst();
        }
    }

    private static Interval range(Ranges ranges, Claim claim) {
        return ranges.tolerance().range(claim.figure()).orElseThrow();
    }

    private static Check check(Ranges ranges, Quantity quantity, Claim copy, Claim original) {
        boolean same = range(ranges, copy).equals(range(ranges, original));
        Interval residual = same ? Interval.of(0) : range(ranges, copy).subtract(range(ranges, original));
        List<String> voices = List.copyOf(ranges.dossier().voices(original));
        return new Check(
                Optional.of(quantity),
                "a copy says what its original says",
                Kind.COPY,
                Optional.empty(),
                new Side(voices, List.of(copy), range(ranges, copy)),
                new Side(voices, List.of(original), range(ranges, original)),
                PartsFrom.SAME_VOICE,
                residual,
                same ? Check.Verdict.HOLDS : Checks.verdict(residual, true, range(ranges, original), true),
                copy.figure().isSoft() || original.figure().isSoft(),
                ranges.tolerance());
    }
}
