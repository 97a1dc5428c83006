package org.muster.summarize;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.muster.compare.Attribution;
import org.muster.dossier.AsOf;
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
    private final ClaimNumbers numbers = new ClaimNumbers();
    private final Map<Attribution, Attribution> attributions =
            new ConcurrentHashMap<>(); // each once: equal ones are then the same

    private final SaidTable[] tables = SaidTable.tables(numbers, TABLES);

    ClaimGroups(Grouping grouping, Works works, boolean anyMayCopy, int mostVoices) {
        this.grouping = grouping;
        this.works = works;
        this.anyMayCopy = anyMayCopy;
        this.mostVoices = mostVoices;
    }

    /** The group of a quantity, which is noted there. */
    Numbered<Group> of(Quantity quantity) {
        Numbered<Group> group = numbers.groups().of(grouping.key(quantity), any -> Group.about(quantity, mostVoices));
        group.thing().admit(quantity);
        return group;
    }

    /** Who speaks in a claim. */
    Speaking speaking(Claim claim) {
        Speaking speaking = Speaking.of(claim, works, anyMayCopy);
        return new Speaking(speaking.attributions().stream().map(this::known).toList(), speaking.voices());
    }

    /** Who speaks in a claim that may be one of many. */
    Numbered<Speaking> speaker(Claim claim) {
        return numbers.speakers().of(Attribution.of(claim, works.dossier()), any -> speaking(claim));
    }

    /** A date. */
    Numbered<AsOf> date(AsOf date) {
        return numbers.date(date);
    }

    private Attribution known(Attribution attribution) {
        Attribution known = attributions.putIfAbsent(attribution, attribution);
        return known == null ? attribution : known;
    }

    /** Tables of what is said of the groups: those of each group's number modulo theirs. */
    SaidTable[] tables() {
        return tables;
    }

    /**
     * Adds a claim.
     *
     * @param prefix what stands before its id, to tell the files apart
     */
    void add(Claim claim, String prefix) {
        of(claim.quantity()).thing().add(claim, speaking(claim), prefix);
    }

    /**
     * The rows, sorted by group.
     *
     * @param parallel whether several threads may make them
     */
    List<GroupSummary> summaries(boolean parallel) {
        Stream<SaidTable> said = parallel ? Arrays.stream(tables).parallel() : Arrays.stream(tables);
        said.forEach(SaidTable::addToGroups);
        Set<Map.Entry<List<String>, Numbered<Group>>> groups =
                numbers.groups().all().entrySet();
        return (parallel ? groups.parallelStream() : groups.stream())
                .map(group -> group.getValue().thing().summary(group.getKey(), works))
                .sorted(GroupSummary.BY_GROUP)
                .toList();
    }
}
