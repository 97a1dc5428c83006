package org.muster.summarize;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
     * The rows, sorted by group. The groups are empty afterwards: table by table they are filled and summed up, so that few
     * are held at a time.
     *
     * @param parallel whether several threads may make them
     */
    List<GroupSummary> summaries(boolean parallel) {
        Set<Map.Entry<Integer, List<Map.Entry<List<String>, Numbered<Group>>>>> byTable =
                numbers.groups().all().entrySet().stream()
                        .collect(Collectors.groupingBy(group -> group.getValue().number() % TABLES))
                        .entrySet();
        return (parallel ? byTable.parallelStream() : byTable.stream())
                .flatMap(table -> {
                    tables[table.getKey()].addToGroups();
                    return table.getValue().stream()
                            .map(group -> group.getValue().thing().takeSummary(group.getKey(), works));
                })
                .sorted(GroupSummary.BY_GROUP)
                .toList();
    }
}
