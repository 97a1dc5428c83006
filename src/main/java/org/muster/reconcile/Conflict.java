package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.muster.dossier.Claim;
import org.muster.exact.Rational;

/**
 * A smallest set of claims that cannot all be true: without any one of them the others can.
 *
 * @param claims the claims in the dossier's order; empty where rules contradict one another without any claim
 * @param rules the rules that the proof uses, in words; empty where claims about one quantity exclude one another
 * @param shortfall by how much the sums in the proof miss one another, above 0
 * @param soft whether a claim is soft, so that the proof holds only if it is taken as written
 * @param why the proof in words and numbers
 */
public record Conflict(List<Claim> claims, List<String> rules, Rational shortfall, boolean soft, String why) {

    /** Checks that nothing is null, and copies the lists. */
    public Conflict {
        claims = List.copyOf(claims);
        rules = List.copyOf(rules);
        requireNonNull(shortfall, "shortfall");
        requireNonNull(why, "why");
    }

    /** Returns the proof. */
    @Override
    public String toString() {
        return why;
    }
}
