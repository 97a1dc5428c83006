package org.muster.summarize;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.muster.compare.Attribution;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.dossier.Works;
import org.muster.interval.Interval;

/** The groups of the claims that were read; for all threads together, so that nothing is held twice. */
final class ClaimGroups {

    private final Grouping grouping;
    private final Works works;
    private final boolean anyMayCopy;
    private final int mostVoices;
    private final Map<List<String>, Group> groups = new ConcurrentHashMap<>();
    private final AtomicInteger groupCount = new AtomicInteger();
    private final Map<Attribution, Speaking> speakers = new ConcurrentHashMap<>();
    private final AtomicInteger speakerCount = new AtomicInteger();
    private final Map<Attribution, Attribution> attributions =
            new ConcurrentHashMap<>(); // each once: equal ones are then the same

    ClaimGroups(Grouping grouping, Works works, boolean anyMayCopy, int mostVoices) {
        this.grouping = grouping;
        this.works = works;
        this.anyMayCopy = anyMayCopy;
        this.mostVoices = mostVoices;
    }

    /** The group of a quantity, which is noted there. */
    Group of(Quantity quantity) {
        Group group = groups.computeIfAbsent(
                grouping.key(quantity),
                key -> new Group(groupCount.getAndIncrement(), key, grouping, quantity, mostVoices));
        group.admit(quantity);
        return group;
    }

    /** Who speaks in a claim. */
    Speaking speaking(Claim claim) {
        return speakers.computeIfAbsent(Attribution.of(claim, works.dossier()), all -> {
            List<Attribution> speaking = anyMayCopy
                    ? List.of(all)
                    : all.voices().stream().map(Attribution::of).toList();
            return new Speaking(
                    speakerCount.getAndIncrement(),
                    speaking.stream().map(this::known).toList(),
                    String.join("; ", new TreeSet<>(all.voices())));
        });
    }

    private Attribution known(Attribution attribution) {
        Attribution known = attributions.putIfAbsent(attribution, attribution);
        return known == null ? attribution : known;
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

    /**
     * The rows, sorted by group.
     *
     * @param parallel whether several threads may make them
     */
    List<GroupSummary> summaries(boolean parallel) {
        Stream<Group> all = parallel ? groups.values().parallelStream() : groups.values().stream();
        return all.map(group -> group.summary(works))
                .sorted(GroupSummary.BY_GROUP)
                .toList();
    }
}
