package org.muster.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/**
 * A claim that repeats one which an earlier work makes of the same quantity. It is not counted: the original speaks. A
 * source copies another where that is its origin, or the origin of its origin; and a claim copies one of the same
 * claimant, or one where either names none. Claims that copy one another in a cycle have no original.
 *
 * @param copy the claim that repeats another
 * @param original the claim that it repeats
 */
public record Copy(Claim copy, Claim original) {

    /**
     * Returns the copies among claims about one quantity, with the originals that have a number.
     *
     * @param dossier the dossier of the claims, which knows the origins
     * @param claims claims about one quantity
     * @return a row for every copy and original, in the order of the copies; in a chain of copies, the nearest original
     */
    static List<Copy> among(Dossier dossier, List<Claim> claims) {
        List<Copy> copies = new ArrayList<>();
        Map<String, List<Claim>> bySource = bySource(claims);
        for (Claim claim : claims) {
            for (String source : claim.sources()) {
                List<List<Claim>> originals = originals(dossier, claim, source, bySource);
                for (Claim original : originals.isEmpty() ? List.<Claim>of() : originals.get(0)) {
                    Copy copy = new Copy(claim, original);
                    if (!copies.contains(copy)) {
                        copies.add(copy);
                    }
                }
            }
        }
        return copies;
    }

    /** The sources of each claim by which it is only a copy. */
    static Map<Claim, List<String>> sources(Dossier dossier, List<Claim> claims) {
        Map<Claim, Map<String, List<Claim>>> originals = new LinkedHashMap<>();
        Map<String, List<Claim>> bySource = bySource(claims);
        for (Claim claim : claims) {
            for (String source : claim.sources()) {
                List<Claim> found = originals(dossier, claim, source, bySource).stream()
                        .flatMap(List::stream)
                        .toList();
                if (!found.isEmpty()) {
                    originals
                            .computeIfAbsent(claim, any -> new LinkedHashMap<>())
                            .put(source, found);
                }
            }
        }
        Map<Claim, List<String>> copying = new LinkedHashMap<>();
        originals.forEach((claim, bySources) -> bySources.forEach((source, found) -> {
            if (leadToAnOriginal(found, originals)) {
                copying.computeIfAbsent(claim, any -> new ArrayList<>()).add(source);
            }
        }));
        return copying;
    }

    /**
     * Whether one of some claims is not a copy, or copies one that is not: claims that copy one another have no
     * original.
     */
    private static boolean leadToAnOriginal(List<Claim> claims, Map<Claim, Map<String, List<Claim>>> originals) {
        Set<Claim> seen = new LinkedHashSet<>(claims);
        Deque<Claim> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Claim claim = open.remove();
            Map<String, List<Claim>> copied = originals.getOrDefault(claim, Map.of());
            if (copied.size() < claim.sources().size()) {
                return true;
            }
            for (List<Claim> found : copied.values()) {
                for (Claim original : found) {
                    if (seen.add(original)) {
                        open.add(original);
                    }
                }
            }
        }
        return false;
    }

    private static Map<String, List<Claim>> bySource(List<Claim> claims) {
        Map<String, List<Claim>> bySource = new HashMap<>();
        for (Claim claim : claims) {
            if (claim.figure().hasNumber()) {
                for (String source : claim.sources()) {
                    bySource.computeIfAbsent(source, any -> new ArrayList<>()).add(claim);
                }
            }
        }
        return bySource;
    }

    /** The claims of works in the chain of origins that this one may have copied, those of the nearest work first. */
    private static List<List<Claim>> originals(
            Dossier dossier, Claim claim, String source, Map<String, List<Claim>> bySource) {
        List<List<Claim>> originals = new ArrayList<>();
        for (String origin : dossier.copied(claim, source)) {
            List<Claim> ofWork = new ArrayList<>();
            for (Claim candidate : bySource.getOrDefault(origin, List.of())) {
                boolean sameClaimant = candidate.claimant().equals(claim.claimant())
                        || candidate.claimant().isEmpty()
                        || claim.claimant().isEmpty();
                if (sameClaimant && candidate != claim) {
                    ofWork.add(candidate);
                }
            }
            if (!ofWork.isEmpty()) {
                originals.add(ofWork);
            }
        }
        return originals;
    }
}
