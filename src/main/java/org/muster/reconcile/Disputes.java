package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.muster.dossier.Claim;

/**
 * What of a reconciliation rests on claims that stand in a conflict: a range under the rules holds only as far as these do.
 * Where the search for conflicts was stopped, only those that were found count.
 */
public final class Disputes {

    private final Map<Claim, Integer> components = new HashMap<>();

    private Disputes(Conflicts conflicts) {
        for (Conflict conflict : conflicts.all()) {
            conflict.claims().forEach(claim -> components.putIfAbsent(claim, conflict.component()));
        }
    }

    /**
     * Returns the disputes among some claims.
     *
     * @param conflicts the conflicts of a dossier
     * @return what stands in them
     */
    public static Disputes of(Conflicts conflicts) {
        return new Disputes(requireNonNull(conflicts, "conflicts"));
    }

    /**
     * Returns on which claims in conflict a range under the rules rests, beside those about the quantity itself.
     *
     * @param row a quantity under the rules
     * @return claims about other quantities; none where the range is not in dispute
     */
    public List<Claim> behind(Reconciled row) {
        return row.others().stream().filter(components::containsKey).toList();
    }

    /**
     * Returns whether a range under the rules only repeats a conflict: where claims about the quantity itself exclude one
     * another, as of several dates, and nothing else narrows it.
     *
     * @param row a quantity under the rules
     * @return whether it takes a side without another reason
     */
    public boolean isOfItself(Reconciled row) {
        return row.others().isEmpty() && row.claims().stream().anyMatch(components::containsKey);
    }

    /**
     * Returns the components of the conflicts in which claims stand.
     *
     * @param claims any claims
     * @return the numbers of the components; none where no claim is in a conflict
     */
    public SortedSet<Integer> components(Collection<Claim> claims) {
        SortedSet<Integer> found = new TreeSet<>();
        for (Claim claim : claims) {
            Integer component = components.get(claim);
            if (component != null) {
                found.add(component);
            }
        }
        return found;
    }

    /** Returns how many claims are in dispute. */
    @Override
    public String toString() {
        return components.size() + (components.size() == 1 ? " claim in conflict" : " claims in conflict");
    }
}
