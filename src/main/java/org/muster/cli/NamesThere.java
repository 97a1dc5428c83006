package org.muster.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.text.Excerpt;
import org.muster.text.Spelling;

/** The names in a dossier that an option may give, so that a mistyped one is refused. */
final class NamesThere {

    private static final int MOST_NAMES = 5;

    private NamesThere() {}

    /** The parties of the claims and of the hierarchy. */
    static Set<String> parties(Dossier dossier) {
        Set<String> names = new LinkedHashSet<>();
        dossier.quantities().forEach(quantity -> names.add(quantity.party()));
        for (Breakdown breakdown : dossier.hierarchy().own()) {
            if (breakdown.dimension() == Dimension.PARTY) {
                names.add(breakdown.whole());
                names.addAll(breakdown.parts());
            }
        }
        names.remove("");
        return names;
    }

    /** The sources, the works that they copy, and the claimants. */
    static Set<String> voices(Dossier dossier) {
        Set<String> names = new LinkedHashSet<>();
        for (Claim claim : dossier.claims()) {
            names.addAll(claim.sources());
            names.addAll(dossier.voices(claim));
        }
        dossier.sources().stream().map(Source::id).forEach(names::add);
        return names;
    }

    /**
     * Checks that names are there.
     *
     * @param option what gives the names
     * @param given the names
     * @param what what they should be
     * @param there the names there are
     * @param key what matters of a name
     * @param known the keys of further names
     * @throws IllegalArgumentException if one of them is not there; the message names the nearest and a few
     */
    static void check(
            String option,
            List<String> given,
            String what,
            Set<String> there,
            UnaryOperator<String> key,
            Set<String> known) {
        Set<String> keys = new HashSet<>(known);
        there.forEach(name -> keys.add(key.apply(name)));
        for (String name : given) {
            if (!keys.contains(key.apply(name))) {
                List<String> all = new ArrayList<>(there);
                throw new IllegalArgumentException(option + " " + Excerpt.quoted(name) + " is no " + what
                        + " of the dossier"
                        + nearest(name, all)
                                .map(near -> "; the nearest known name is " + Excerpt.quoted(near))
                                .orElse("")
                        + "; there are: "
                        + String.join(
                                ", ",
                                all.subList(0, Math.min(MOST_NAMES, all.size())).stream()
                                        .map(Excerpt::of)
                                        .toList())
                        + (all.size() > MOST_NAMES ? " and " + (all.size() - MOST_NAMES) + " more" : ""));
            }
        }
    }

    /** The name spelled most alike, in upper or lower case. */
    private static Optional<String> nearest(String name, List<String> all) {
        List<String> lower =
                all.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
        return Spelling.nearest(name.toLowerCase(Locale.ROOT), lower).map(near -> all.get(lower.indexOf(near)));
    }
}
