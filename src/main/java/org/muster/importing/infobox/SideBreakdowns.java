package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.importing.infobox.Sides.Group;

/** What the sides of an infobox are made of, as rows of {@code hierarchy.csv}. */
final class SideBreakdowns {

    private SideBreakdowns() {}

    /**
     * Returns the breakdowns of the sides; a party belongs to the first side that names it.
     *
     * @param added parties that only headings in the columns name
     * @param claimed the parties about which there are claims
     */
    static List<Breakdown> of(Sides sides, Map<String, Set<String>> added, Set<String> claimed, ProblemLog log) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        sides.all().forEach((column, side) -> {
            if (side.members().size() > 1) {
                Set<String> all = members.computeIfAbsent(side.name(), key -> new LinkedHashSet<>());
                all.addAll(side.members());
                all.addAll(added.getOrDefault(column, Set.of()));
            }
        });
        List<Breakdown> breakdowns = new ArrayList<>();
        Set<String> taken = new HashSet<>(members.keySet());
        Map<String, List<String>> parts = new LinkedHashMap<>();
        members.forEach((side, each) -> {
            for (String member : each) {
                if (taken.add(member)) {
                    parts.computeIfAbsent(side, key -> new ArrayList<>()).add(member);
                } else {
                    log.warning("\"" + member + "\" is on two sides, or is a side itself; it is left out of \"" + side
                            + "\" in hierarchy.csv");
                }
            }
        });
        parts.forEach((side, each) -> breakdowns.add(Breakdown.of(Dimension.PARTY, side, each.toArray(String[]::new))));
        joint(sides.joint(), parts, taken, breakdowns);
        for (Group group : sides.groups()) {
            List<String> free = group.parts().stream()
                    .filter(part -> claimed.contains(part) && !part.equals(group.name()) && taken.add(part))
                    .toList();
            if (!free.isEmpty()) {
                breakdowns.add(new Breakdown(Dimension.PARTY, group.name(), "", free, Completeness.NO));
            }
        }
        return breakdowns;
    }

    /** Adds parties that share a figure: together they are a part of their side, beside its other members. */
    private static void joint(
            Map<String, Set<String>> joint,
            Map<String, List<String>> parts,
            Set<String> taken,
            List<Breakdown> breakdowns) {
        joint.forEach((name, together) -> {
            parts.forEach((side, each) -> {
                if (each.containsAll(together)) {
                    List<String> others = new ArrayList<>(each);
                    others.removeAll(together);
                    others.add(0, name);
                    breakdowns.add(new Breakdown(Dimension.PARTY, side, name, others, Completeness.YES));
                    taken.addAll(together);
                }
            });
            boolean within = parts.values().stream().anyMatch(each -> each.containsAll(together));
            if (within || together.stream().noneMatch(taken::contains)) {
                breakdowns.add(Breakdown.of(Dimension.PARTY, name, together.toArray(String[]::new)));
                taken.addAll(together);
            }
        });
    }
}
