package org.muster.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.check.Check.Kind;
import org.muster.check.Check.PartsFrom;
import org.muster.check.Check.Side;
import org.muster.compare.Copy;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * Copies checked against their originals, in the same way as sums: a copy that differs was copied wrongly, or is not a
 * copy.
 */
final class CopyChecks {

    private CopyChecks() {}

    static List<Check> of(Ranges ranges) {
        List<Check> checks = new ArrayList<>();
        for (Quantity quantity : ranges.dossier().quantities()) {
            Map<Claim, List<Claim>> originals = new LinkedHashMap<>();
            for (Copy copy : ranges.copies(quantity)) {
                if (copy.copy().figure().hasNumber()) {
                    originals
                            .computeIfAbsent(copy.copy(), any -> new ArrayList<>())
                            .add(copy.original());
                }
            }
            originals.forEach((copy, of) -> checks.add(check(ranges, quantity, copy, nearest(ranges, copy, of))));
        }
        return checks;
    }

    /** The original that says the same, or else one of the same date, or else the first. */
    private static Claim nearest(Ranges ranges, Claim copy, List<Claim> originals) {
        List<Claim> sameDate = originals.stream()
                .filter(original -> !original.asOf().isDifferentFrom(copy.asOf()))
                .toList();
        List<Claim> candidates = sameDate.isEmpty() ? originals : sameDate;
        return candidates.stream()
                .filter(original -> range(ranges, original).equals(range(ranges, copy)))
                .findFirst()
                .orElse(candidates.get(0));
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
