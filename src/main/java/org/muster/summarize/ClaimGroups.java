package org.muster.summarize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.dossier.Works;
import org.muster.interval.Interval;

/** The groups of the claims that one thread has read. */
final class ClaimGroups {

    private final Grouping grouping;
    private final Works works;
    private final boolean anyMayCopy;
    private final int mostVoices;
    private final Map<List<String>, Group> groups = new HashMap<>();

    ClaimGroups(Grouping grouping, Works works, boolean anyMayCopy, int mostVoices) {
        this.grouping = grouping;
        this.works = works;
        this.anyMayCopy = anyMayCopy;
        this.mostVoices = mostVoices;
    }

    /** The group of a quantity, which is noted there. */
    Group of(Quantity quantity) {
        Group group =
                groups.computeIfAbsent(grouping.key(quantity), key -> new Group(key, grouping, quantity, mostVoices));
        group.admit(quantity);
        return group;
    }

    Speaking speaking(Claim claim) {
        return Speaking.of(claim, works.dossier(), anyMayCopy);
    }

    /**
     * Adds a claim.
     *
     * @param prefix what stands before its id, to tell the files apart
     */
    void add(Claim claim, String prefix) {
        Group group = of(claim.quantity());
        if (claim.figure().range().isEmpty()) {
            group.addWithoutNumber();
            return;
        }
        Interval range = claim.figure().range().get();
        group.add(
                speaking -> new Holder(
                        speaking.voices(), prefix + claim.id(), claim.figure().text()),
                speaking(claim),
                claim.asOf(),
                Firmness.of(claim),
                range.inf(),
                range.sup());
    }

    /** Adds all groups of another thread, which must not be used again. */
    void merge(ClaimGroups others) {
        others.groups.forEach((key, group) -> {
            Group known = groups.putIfAbsent(key, group);
            if (known != null) {
                known.merge(group);
            }
        });
        others.groups.clear();
    }

    /** The rows, sorted by group. */
    List<GroupSummary> summaries() {
        return groups.values().stream()
                .map(group -> group.summary(works))
                .sorted(GroupSummary.BY_GROUP)
                .toList();
    }
}
