package org.muster.plot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;

/** Who speaks about whom: the three kinds of marks. */
public enum Speaker {
    /** A party, or its ally, on itself. */
    OWN("own"),
    /** A party on its opponent. */
    OPPONENT("opponent"),
    /** A work that speaks for itself, or somebody who is no party. */
    THIRD("third");

    private final String style;

    Speaker(String style) {
        this.style = style;
    }

    /** The last part of its classes. */
    String style() {
        return style;
    }

    /** Knows the parties of a dossier. */
    public static final class Finder {

        private final Dossier dossier;
        private final Set<String> parties = new HashSet<>();

        private Finder(Dossier dossier) {
            this.dossier = dossier;
            for (Quantity quantity : dossier.quantities()) {
                parties.add(quantity.party());
                parties.addAll(dossier.hierarchy()
                        .sides(quantity.event(), List.of(quantity.party()))
                        .values());
            }
        }

        /**
         * Returns who speaks in a claim about whom.
         *
         * @param claim a claim of the dossier
         * @return a party where the claimant is one
         */
        public Speaker of(Claim claim) {
            Quantity quantity = claim.quantity();
            if (claim.claimant().isEmpty()) {
                return THIRD;
            }
            List<String> sides = new ArrayList<>(dossier.hierarchy()
                    .sides(quantity.event(), List.of(quantity.party(), claim.claimant()))
                    .values());
            boolean isSame = sides.size() == 1 || sides.get(0).equals(sides.get(1));
            return isSame ? OWN : parties.contains(claim.claimant()) ? OPPONENT : THIRD;
        }
    }

    /**
     * Returns what tells the speakers of a dossier's claims.
     *
     * @param dossier the claims
     * @return who speaks in each
     */
    public static Finder in(Dossier dossier) {
        return new Finder(dossier);
    }
}
