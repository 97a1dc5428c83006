package org.muster.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.Claim;

/** Claims, each once, in the order in which they were added. Most are known to be added only once, and need not be looked up. */
final class DistinctClaims {

    private final List<Claim> claims = new ArrayList<>();
    private @Nullable Set<Claim> known;

    /**
     * Adds claims.
     *
     * @param more claims, each once
     * @param isOnlyHere whether a claim is in no other list that is added
     */
    void addAll(List<Claim> more, Predicate<Claim> isOnlyHere) {
        Set<Claim> before = known;
        if (before == null && !more.isEmpty() && !more.stream().allMatch(isOnlyHere)) {
            before = new HashSet<>(claims);
            known = before;
        }
        if (before == null) {
            claims.addAll(more);
            return;
        }
        for (Claim claim : more) {
            if (before.add(claim)) {
                claims.add(claim);
            }
        }
    }

    /** Adds what voices say of one quantity: a claim that has one voice only is about no other and said by no other. */
    void addAll(Said said) {
        addAll(said.claims(), claim -> hasOneVoice(claim) && claim.quantity().equals(said.quantity()));
    }

    private static boolean hasOneVoice(Claim claim) {
        return claim.sources().size() == 1 || !claim.claimant().isEmpty();
    }

    /** Adds claims of which any may have been added before. */
    void addAll(DistinctClaims others) {
        addAll(others.claims, claim -> false);
    }

    List<Claim> all() {
        return List.copyOf(claims);
    }
}
