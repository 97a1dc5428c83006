package org.muster.combine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.dossier.Claim;
import org.muster.interval.Interval;
import org.muster.text.ResourceTable;

/**
 * The rule of the American Civil War battle data: of a fixed order of compilers, the first that gives a figure, its middle,
 * and the variance of its error. A range of width w has w²/12, as if each number in it were equally likely; a single number
 * with k trailing zeros has (10ᵏ)²/12, as if it were rounded.
 *
 * <p>Source: J. B. Arnold, acw_battle_data, bin/build_nps_combined.R and R/misc.R.
 */
public final class PreferenceOrder implements Rule {

    /** The order of the published data: the Shenandoah report, CWSS, CWSAC II, CWSAC I. */
    public static final PreferenceOrder PUBLISHED = new PreferenceOrder(published());

    /** The rank of each name, of which only letters and digits matter. */
    private final Map<String, Integer> ranks;

    private PreferenceOrder(Map<String, Integer> ranks) {
        this.ranks = new HashMap<>(ranks);
    }

    /**
     * Returns the rule for an order of compilers.
     *
     * @param sources ids of sources or names of voices, the most preferred first; upper and lower case, blanks and signs do
     *     not matter
     * @return the rule
     * @throws IllegalArgumentException if no source is named, or one that has neither letters nor digits
     */
    public static PreferenceOrder of(List<String> sources) {
        Map<String, Integer> ranks = new HashMap<>();
        for (String source : sources) {
            if (key(source).isEmpty()) {
                throw new IllegalArgumentException("source \"" + source + "\" has no letter or digit");
            }
            ranks.putIfAbsent(key(source), ranks.size());
        }
        if (ranks.isEmpty()) {
            throw new IllegalArgumentException("sources: none is named");
        }
        return new PreferenceOrder(ranks);
    }

    private static List<List<String>> compilers() {
        return ResourceTable.rows(PreferenceOrder.class, "compilers.csv", "compiler", "ids");
    }

    private static Map<String, Integer> published() {
        Map<String, Integer> ranks = new HashMap<>();
        int rank = 0;
        for (List<String> row : compilers()) {
            for (String id : ResourceTable.phrases(row.get(1))) {
                ranks.put(key(id), rank);
            }
            rank++;
        }
        return ranks;
    }

    /**
     * Returns the names of the compilers in the published order.
     *
     * @return all ids by which each may be called, the most preferred compiler first
     */
    public static List<String> publishedNames() {
        return compilers().stream()
                .flatMap(row -> ResourceTable.phrases(row.get(1)).stream())
                .toList();
    }

    /**
     * Returns what matters of a name where a source is looked for in the order.
     *
     * @param name the id of a source or the name of a voice
     * @return its letters and digits in lower case; blank if it has none
     */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Override
    public String id() {
        return NamedRule.CIVIL_WAR.id();
    }

    @Override
    public String title() {
        return NamedRule.CIVIL_WAR.title();
    }

    @Override
    public Answer combine(Evidence evidence) {
        int best = evidence.voices().stream().mapToInt(this::rank).min().orElse(Integer.MAX_VALUE);
        if (best == Integer.MAX_VALUE) {
            return Answer.none(Outcome.ALL_LEFT_OUT, List.of()).leavingOut("not in the order of preference");
        }
        List<Voice> preferred =
                evidence.voices().stream().filter(voice -> rank(voice) == best).toList();
        Interval range = Evidence.hull(preferred);
        return Answer.of(range, preferred)
                .best(Interval.of(range.inf()).add(Interval.of(range.sup())).divide(Interval.of(2)))
                .variance(variance(range))
                .leavingOut("another comes first, or it is not in the order of preference");
    }

    /** The best rank of the names under which a voice speaks. */
    private int rank(Voice voice) {
        Set<String> names = new HashSet<>(Set.of(voice.name()));
        for (Claim claim : voice.claims()) {
            names.addAll(claim.sources());
        }
        return names.stream()
                .mapToInt(name -> ranks.getOrDefault(key(name), Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * Returns the variance of the error of a figure.
     *
     * @param range a bounded range that is not empty
     * @return width²/12; of a single number with k trailing zeros (10ᵏ)²/12, where 0 and fractions have none
     */
    public static double variance(Interval range) {
        double width = range.isSingleton() ? lastPlace(range.inf()) : range.sup() - range.inf();
        return width * width / 12;
    }

    private static double lastPlace(double number) {
        double place = 1;
        while (number != 0 && number % (place * 10) == 0) {
            place *= 10;
        }
        return place;
    }

    /** Returns the sources, the most preferred first. */
    @Override
    public String toString() {
        return ranks.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
