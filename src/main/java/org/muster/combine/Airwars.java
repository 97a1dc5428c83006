package org.muster.combine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muster.compare.NumberText;
import org.muster.interval.Interval;
import org.muster.text.CellText;

/**
 * The rule of Airwars for the civilians killed in one incident: from the least to the greatest of all reports, with a
 * grade. What an accused party concedes stands beside what is alleged.
 *
 * <p>Source: Airwars, Methodology, airwars.org/about/methodology.
 */
public final class Airwars implements Rule {

    /** Nobody is accused, so that no incident is confirmed or contested. */
    public static final Airwars ACCUSING_NOBODY = new Airwars(Set.of());

    static final String ASSUMPTIONS =
            "An incident is confirmed if an accused party concedes deaths; discounted if no voice is"
                    + " reliable by its grade; contested if several parties are accused; fair if two reliable voices or more report"
                    + " it; weak if one does. A dossier does not say who is accused: Airwars.accusing does.";

    /** How well an incident is established. */
    public enum Grade {
        /** An accused party concedes deaths. */
        CONFIRMED,
        /** Two reliable voices or more report it. */
        FAIR,
        /** One reliable voice reports it. */
        WEAK,
        /** Several parties are accused, and none concedes. */
        CONTESTED,
        /** No reliable voice reports it. */
        DISCOUNTED;

        /**
         * Returns whether the incident counts in the headline.
         *
         * @return true for confirmed and fair
         */
        public boolean isHeadline() {
            return this == CONFIRMED || this == FAIR;
        }

        /** Returns the word used in the reports. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The parties by their {@linkplain #key keys}. */
    private final Set<String> accused;

    private Airwars(Set<String> accused) {
        this.accused = new TreeSet<>(accused);
    }

    /**
     * Returns the rule for incidents of which some parties are accused.
     *
     * @param parties the parties, as the claims name their claimants; upper and lower case do not matter
     * @return the rule
     */
    public static Airwars accusing(String... parties) {
        return new Airwars(Arrays.stream(parties).map(Airwars::key).collect(Collectors.toSet()));
    }

    /**
     * Returns what matters of a name where the accused are looked for.
     *
     * @param name the name of a party or voice
     * @return the name in lower case
     */
    public static String key(String name) {
        return CellText.name(name).toLowerCase(Locale.ROOT);
    }

    /**
     * Returns a rule as the rule of Airwars.
     *
     * @param rule any rule
     * @return the rule, if it is that of Airwars
     */
    public static Optional<Airwars> of(Rule rule) {
        return rule == NamedRule.AIRWARS
                ? Optional.of(ACCUSING_NOBODY)
                : rule instanceof Airwars airwars ? Optional.of(airwars) : Optional.empty();
    }

    @Override
    public String id() {
        return "airwars";
    }

    @Override
    public String title() {
        return NamedRule.AIRWARS.title();
    }

    /**
     * Returns the grade of an incident.
     *
     * @param evidence what is claimed of its deaths, by one voice at least
     * @return the first grade that applies: confirmed, discounted, contested, fair, weak
     */
    public Grade grade(Evidence evidence) {
        long reliable = evidence.voices().stream().filter(Voice::reliable).count();
        if (conceding(evidence).stream().anyMatch(voice -> voice.range().sup() > 0)) {
            return Grade.CONFIRMED;
        } else if (reliable == 0) {
            return Grade.DISCOUNTED;
        } else if (accused.size() > 1) {
            return Grade.CONTESTED;
        }
        return reliable > 1 ? Grade.FAIR : Grade.WEAK;
    }

    private List<Voice> conceding(Evidence evidence) {
        return evidence.voices().stream()
                .filter(voice -> accused.contains(key(voice.name())))
                .toList();
    }

    @Override
    public Answer combine(Evidence evidence) {
        Answer answer = Answer.of(evidence.hull(), evidence.voices())
                .note(grade(evidence).toString());
        Interval conceded = Evidence.hull(conceding(evidence));
        List<Voice> others = evidence.voices().stream()
                .filter(voice -> !accused.contains(key(voice.name())))
                .toList();
        return conceded.isEmpty()
                ? answer
                : answer.note("conceded: " + NumberText.range(conceded)
                        + (others.isEmpty() ? "" : ", alleged: " + NumberText.range(Evidence.hull(others))));
    }
}
