package org.muster.dossier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.text.Excerpt;

/** The names that rules may refer to, and the ids already in use. */
final class RuleNames {

    private final Hierarchy hierarchy;
    private final Set<String> ids = new HashSet<>();
    private final Map<Dimension, Set<String>> known = new EnumMap<>(Dimension.class);

    RuleNames(List<Claim> claims, Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        for (Dimension dimension : Dimension.values()) {
            Set<String> names = new HashSet<>();
            for (Claim claim : claims) {
                names.add(claim.quantity().in(dimension));
            }
            for (Breakdown breakdown : hierarchy.own()) {
                if (breakdown.dimension() == dimension) {
                    names.add(breakdown.whole());
                    names.addAll(breakdown.parts());
                }
            }
            if (dimension == Dimension.EVENT) {
                hierarchy.own().forEach(breakdown -> names.add(breakdown.event()));
            }
            if (dimension == Dimension.PLACE) {
                names.add(""); // the whole area
            }
            known.put(dimension, names);
        }
    }

    /** Returns the faults of a rule: an id in use, and names that nobody else uses. Its id is in use from then on. */
    List<String> faults(WrittenRule rule) {
        List<String> faults = new ArrayList<>();
        if (!ids.add(rule.id())) {
            faults.add("id " + Excerpt.quoted(rule.id()) + " is used twice");
        }
        for (WrittenRule.Term term : rule.terms()) {
            for (Dimension dimension : Dimension.values()) {
                String name = term.quantity().in(dimension);
                boolean measure = dimension == Dimension.ITEM || dimension == Dimension.STATE;
                if (measure
                        ? !hierarchy.knows(dimension, name)
                        : !known.getOrDefault(dimension, Set.of()).contains(name)) {
                    String fault = dimension + " " + Excerpt.quoted(name) + at(rule.text(), name)
                            + " is not named by any claim or breakdown" + elsewhere(dimension, name);
                    if (!faults.contains(fault)) {
                        faults.add(fault);
                    }
                }
            }
        }
        return faults;
    }

    /** Says that a name is one of another dimension, and how a quantity names that. */
    private String elsewhere(Dimension dimension, String name) {
        return known.entrySet().stream()
                .filter(names -> names.getKey() != dimension && names.getValue().contains(name))
                .findFirst()
                .map(names -> "; it is the name of " + (names.getKey() == Dimension.EVENT ? "an " : "a ")
                        + names.getKey() + ", as in {event | party | place | measure}")
                .orElse("");
    }

    private static String at(String text, String name) {
        int at = text.indexOf(name, text.indexOf('{') + 1);
        return at < 0 ? "" : " at character " + (at + 1);
    }
}
