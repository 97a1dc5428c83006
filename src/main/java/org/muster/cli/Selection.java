package org.muster.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/**
 * The part of a dossier that a command is to work on.
 *
 * @param names the names asked for in each dimension; a claim is about one of each
 */
record Selection(Map<Dimension, Set<String>> names) {

    /** A comma before the name of a dimension: other commas are part of a name. */
    private static final Pattern NEXT = Pattern.compile(",(?=(?:event|party|place|item|state)=)");

    /**
     * Reads what was typed: {@code event=Kursk,party=Germany}.
     *
     * @throws IllegalArgumentException if something else was typed
     */
    static Selection parse(List<String> typed) {
        Map<Dimension, Set<String>> names = new EnumMap<>(Dimension.class);
        for (String several : typed) {
            for (String one : NEXT.split(several, -1)) {
                int sign = one.indexOf('=');
                if (sign < 0) {
                    throw new IllegalArgumentException("--only " + Excerpt.of(one)
                            + " is not WHAT=NAME; expected such as event=Kursk or party=Germany");
                }
                names.computeIfAbsent(Dimension.of(one.substring(0, sign)), any -> new LinkedHashSet<>())
                        .add(CellText.name(one.substring(sign + 1)));
            }
        }
        return new Selection(names);
    }

    /**
     * Takes that part of a dossier.
     *
     * @throws IllegalArgumentException if no claim is left; the message names what no claim is about
     */
    Dossier of(Dossier dossier) {
        Dossier part = dossier;
        List<String> absent = new ArrayList<>();
        for (Map.Entry<Dimension, Set<String>> asked : names.entrySet()) {
            for (String name : asked.getValue()) {
                if (dossier.only(asked.getKey(), Set.of(name)).claims().isEmpty()) {
                    absent.add(asked.getKey() + " " + Excerpt.quoted(name));
                }
            }
            part = part.only(asked.getKey(), asked.getValue());
        }
        if (!absent.isEmpty() || part.claims().isEmpty()) {
            throw new IllegalArgumentException("--only leaves no claim: none is about "
                    + (absent.isEmpty() ? "all that was asked for" : String.join(", or ", absent)));
        }
        return part;
    }
}
