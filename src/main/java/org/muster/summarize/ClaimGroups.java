package org.muster.summarize;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.muster.compare.Attribution;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.dossier.Works;

/** The groups of the claims that were read; for all threads together, so that nothing is held twice. */
final class ClaimGroups {

    private static final int TABLES = 64;

    private final Grouping grouping;
    private final Works works;
    private final boolean anyMayCopy;
    private final int mostVoices;
    private final Map<List<String>, Group> groups = new ConcurrentHashMap<>();
    private final AtomicInteger groupCount = new AtomicInteger();
    private final Map<Attribution, Speaker> speakers = new ConcurrentHashMap<>();
    private final AtomicInteger speakerCount = new AtomicInteger();
    private final Map<Attribution, Attribution> attributions =
            new ConcurrentHashMap<>(); // each once: equal ones are then the same

    private final SaidTable[] tables = SaidTable.tables(TABLES);

    ClaimGroups(Grouping grouping, Works works, boolean anyMayCopy, int mostVoices) {
        this.grouping = grouping;
        this.works = works;
        this.anyMayCopy = anyMayCopy;
        this.mostVoices = mostVoices;
    }

    /** The group of a quantity, which is noted there. */
    Group of(Quantity quantity) {
        Group group = groups.computeIfAbsent(grouping.key(quantity), key -> {
            Group made = Group.about(quantity, mostVoices);
            made.setNumber(groupCount.getAndIncrement());
            return made;
        });
        group.admit(quantity);
        return group;
    }

    /** Who speaks in a claim. */
    Speaking speaking(Claim claim) {
        Speaking speaking = Speaking.of(claim, works, anyMayCopy);
        return new Speaking(speaking.attributions().stream().map(this::known).toList(), speaking.voices());
    }

    /** Who speaks in a claim, with a number that no other speaker has. */
    Speaker speaker(Claim claim) {
        return speakers.computeIfAbsent(
                Attribution.of(claim, works.dossier()),
                all -> new Speaker(speakerCount.getAndIncrement(), speaking(claim)));
    }

    private Attribution known(Attribution attribution) {
        Attribution known = attributions.putIfAbsent(attribution, attribution);
        return known == null ? attribution : known;
    }

    /** Tables of what is said of the groups: those of each {@link Group#number} modulo their number. */
    SaidTable[] tables() {
        return tables;
    }

    /**
     * Adds a claim.
     *
     * @param prefix what stands before its id, to tell the files apart
     */
    void add(Claim claim, String prefix) {
        of(claim.quantity()).add(claim, speaking(claim), prefix);
    }

    /**
     * The rows, sorted by group.
     *
     * @param parallel whether several threads may make them
     */
    List<GroupSummary> summaries(boolean parallel) {
        Stream<SaidTable> said = parallel ? Arrays.stream(tables).parallel() : Arrays.stream(tables);
        said.forEach(SaidTable::addToGroups);
        Stream<Map.Entry<List<String>, Group>> all =
                parallel ? groups.entrySet().parallelStream() : groups.entrySet().stream();
        return all.map(group -> group.getValue().summary(group.getKey(), works))
                .sorted(GroupSummary.BY_GROUP)
                .toList();
    }
}
