package org.muster.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/**
 * The copies among claims about one quantity. Chains of copies may be long, and many claims may copy many others, so
 * what a work and its origins contain for a claimant is computed only once.
 */
final class Copies {

    /** What a work, and those that it copies, contain for the claims of one claimant or, if blank, of all claimants. */
    private record Work(String name, String claimant) {}

    /** The claims that lead to an original, and the works that hold such or copy works that do. */
    private record Leading(Set<Claim> claims, Set<Work> works) {}

    private final Dossier dossier;
    private final List<Claim> claims;
    private final Map<String, List<Claim>> bySource = new HashMap<>();
    private final Map<Work, List<Claim>> fitting = new HashMap<>();
    private final Map<Work, String> nearest = new HashMap<>();

    private Copies(Dossier dossier, List<Claim> claims) {
        this.dossier = dossier;
        this.claims = claims;
        for (Claim claim : claims) {
            if (claim.figure().hasNumber()) {
                for (String source : claim.sources()) {
                    bySource.computeIfAbsent(source, any -> new ArrayList<>()).add(claim);
                }
            }
        }
    }

    static Copies among(Dossier dossier, List<Claim> claims) {
        boolean isCopied = claims.stream()
                .anyMatch(claim -> claim.sources().stream()
                        .anyMatch(source -> !dossier.copiedBy(claim, source).isEmpty()));
        return new Copies(dossier, isCopied ? claims : List.of());
    }

    /** The claims of a work that a claim of the given claimant may have copied. */
    private List<Claim> fitting(Work work) {
        return fitting.computeIfAbsent(work, asked -> {
            List<Claim> all = bySource.getOrDefault(asked.name, List.of());
            List<Claim> fit = new ArrayList<>(all);
            fit.removeIf(claim -> !asked.claimant.isEmpty()
                    && !claim.claimant().isEmpty()
                    && !claim.claimant().equals(asked.claimant));
            return List.copyOf(fit);
        });
    }

    /** The first work, from a given one along its origins, that contains such a claim; blank if none does. */
    private String nearest(String name, String claimant) {
        List<Work> passed = new ArrayList<>();
        String found = name;
        while (!found.isEmpty()) {
            Work work = new Work(found, claimant);
            if (nearest.containsKey(work)) {
                found = nearest.getOrDefault(work, "");
                break;
            }
            passed.add(work);
            if (!fitting(work).isEmpty()) {
                break;
            }
            found = dossier.origin(found);
        }
        for (Work work : passed) {
            nearest.put(work, found);
        }
        return found;
    }

    /** The claims of the nearest work that a claim may have copied through one of its sources. */
    private List<Claim> originals(Claim claim, String source) {
        String name = nearest(dossier.copiedBy(claim, source), claim.claimant());
        while (!name.isEmpty()) {
            List<Claim> found = fitting(new Work(name, claim.claimant()));
            if (holds(name, claim)) {
                found = found.stream()
                        .filter(other -> !other.id().equals(claim.id()))
                        .toList();
            }
            if (!found.isEmpty()) {
                return found;
            }
            name = nearest(dossier.origin(name), claim.claimant());
        }
        return List.of();
    }

    /** Every copy with its originals, in the order of the copies. */
    List<Copy> all() {
        List<Copy> copies = new ArrayList<>();
        for (Claim claim : claims) {
            List<Claim> originals = List.of();
            for (String source : claim.sources()) {
                List<Claim> more = originals(claim, source);
                originals = originals.isEmpty() ? more : more.isEmpty() ? originals : union(originals, more);
            }
            if (!originals.isEmpty()) {
                copies.add(new Copy(claim, originals));
            }
        }
        return copies;
    }

    private static List<Claim> union(List<Claim> some, List<Claim> others) {
        Set<Claim> union = new LinkedHashSet<>(some);
        union.addAll(others);
        return List.copyOf(union);
    }

    private static boolean holds(String work, Claim claim) {
        return claim.figure().hasNumber() && claim.sources().contains(work);
    }

    /**
     * The sources through which each claim is only a copy: what it copies leads to a claim that copies nothing. Claims
     * that copy one another in a cycle have no original.
     */
    Map<Claim, List<String>> sources() {
        Map<Claim, List<String>> copied = new LinkedHashMap<>();
        for (Claim claim : claims) {
            for (String source : claim.sources()) {
                if (!originals(claim, source).isEmpty()) {
                    copied.computeIfAbsent(claim, any -> new ArrayList<>()).add(source);
                }
            }
        }
        if (copied.isEmpty()) {
            return Map.of();
        }
        Leading leading = leading(copied);
        Map<Claim, List<String>> copying = new LinkedHashMap<>();
        copied.forEach((claim, sources) -> {
            List<String> by = sources.stream()
                    .filter(source -> leads(claim, dossier.copiedBy(claim, source), leading))
                    .toList();
            if (!by.isEmpty()) {
                copying.put(claim, by);
            }
        });
        return copying;
    }

    /** The claims that copy nothing through one of their sources, the claims that copy these, and so on. */
    private Leading leading(Map<Claim, List<String>> copied) {
        Map<Work, Set<Claim>> copiers = new HashMap<>();
        Map<Work, List<Work>> below = new HashMap<>();
        Map<Claim, List<Work>> heldBy = new HashMap<>();
        copied.forEach((claim, sources) -> {
            for (String source : sources) {
                Work work = new Work(dossier.copiedBy(claim, source), claim.claimant());
                link(work, below, heldBy);
                copiers.computeIfAbsent(work, any -> new LinkedHashSet<>()).add(claim);
            }
        });
        Set<Claim> leading = new HashSet<>();
        Set<Work> leadingWorks = new HashSet<>();
        Deque<Claim> open = new ArrayDeque<>();
        for (Claim claim : claims) {
            boolean isOriginal = copied.getOrDefault(claim, List.of()).size()
                    < claim.sources().size();
            if (claim.figure().hasNumber() && isOriginal && leading.add(claim)) {
                open.add(claim);
            }
        }
        Deque<Work> openWorks = new ArrayDeque<>();
        while (!open.isEmpty()) {
            openWorks.addAll(heldBy.getOrDefault(open.remove(), List.of()));
            while (!openWorks.isEmpty()) {
                Work work = openWorks.remove();
                if (leadingWorks.add(work)) {
                    openWorks.addAll(below.getOrDefault(work, List.of()));
                    for (Claim claim : copiers.getOrDefault(work, Set.of())) {
                        if (leading.add(claim)) {
                            open.add(claim);
                        }
                    }
                }
            }
        }
        return new Leading(leading, leadingWorks);
    }

    /** Links a work to those that it copies, up to one that is linked already. */
    private void link(Work lowest, Map<Work, List<Work>> below, Map<Claim, List<Work>> heldBy) {
        List<Work> under = List.of();
        for (Work work = lowest; !work.name.isEmpty(); work = new Work(dossier.origin(work.name), work.claimant)) {
            boolean isNew = !below.containsKey(work);
            below.computeIfAbsent(work, any -> new ArrayList<>()).addAll(under);
            if (!isNew) {
                return;
            }
            for (Claim claim : fitting(work)) {
                heldBy.computeIfAbsent(claim, any -> new ArrayList<>()).add(work);
            }
            under = List.of(work);
        }
    }

    /**
     * Whether what a claim may have copied, from a work along its origins, leads to an original, and not only through
     * the claim itself.
     */
    private boolean leads(Claim claim, String start, Leading leading) {
        if (claim.sources().size() == 1 || !leading.claims.contains(claim)) {
            return leading.works.contains(new Work(start, claim.claimant()));
        }
        for (String name = start; !name.isEmpty(); name = dossier.origin(name)) {
            for (Claim other : fitting(new Work(name, claim.claimant()))) {
                if (!other.id().equals(claim.id()) && leading.claims.contains(other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
