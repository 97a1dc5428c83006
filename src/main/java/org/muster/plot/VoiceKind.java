package org.muster.plot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;

/** Who speaks about whom, in three kinds, each of which has a mark of its own in pictures. */
public enum VoiceKind {
    /** A party, or its ally, on itself. */
    OWN("own"),
    /** A party on its opponent. */
    OPPONENT("opponent"),
    /** A work that speaks for itself, or somebody who is no party. */
    THIRD("third");

    private final String style;

    VoiceKind(String style) {
        this.style = style;
    }

    /** The last part of its classes. */
    String style() {
        return style;
    }

    /** Knows the parties of a dossier. */
    public static final class Finder {

        private final Set<String> parties = new HashSet<>();
        private final Map<String, Map<String, String>> sides = new HashMap<>(); // by event and party

        private Finder(Dossier dossier) {
            Map<String, Set<String>> named = new HashMap<>();
            for (Claim claim : dossier.claims()) {
                Set<String> names = named.computeIfAbsent(claim.quantity().event(), any -> new LinkedHashSet<>());
                parties.add(claim.quantity().party());
                names.add(claim.quantity().party());
                names.add(claim.claimant());
            }
            named.forEach((event, names) -> sides.put(event, dossier.hierarchy().sides(event, names)));
            for (Quantity quantity : dossier.quantities()) {
                parties.add(side(quantity, quantity.party()));
            }
        }

        private String side(Quantity quantity, String party) {
            return sides.getOrDefault(quantity.event(), Map.of()).getOrDefault(party, party);
        }

        /**
         * Returns who speaks in a claim about whom.
         *
         * @param claim a claim of the dossier
         * @return a party where the claimant is one
         */
        public VoiceKind of(Claim claim) {
            Quantity quantity = claim.quantity();
            if (claim.claimant().isEmpty()) {
                return THIRD;
            }
            boolean isSame = side(quantity, quantity.party()).equals(side(quantity, claim.claimant()));
            return isSame ? OWN : parties.contains(claim.claimant()) ? OPPONENT : THIRD;
        }
    }

    /**
     * Returns what tells the kinds of voices in the claims of a dossier.
     *
     * @param dossier the claims
     * @return the kind of each
     */
    public static Finder in(Dossier dossier) {
        return new Finder(dossier);
    }
}
