package org.muster.combine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.compare.NumberText;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.text.Excerpt;

/**
 * The rules by which the institutions and books of the field arrive at the figures that they print. Each says where it is
 * described, and what Muster assumes where it cannot know what they knew.
 *
 * <p>A voice counts once, and a copy never. Rules that would have a person judge how good a report is judge by the
 * grades of sources and claims (AJP-2.1).
 */
public enum NamedRule implements Rule {
    /** From the least to the greatest number of any voice. */
    HULL("hull", "IEEE Std 1788-2015, convexHull", "Every voice may be right.") {
        @Override
        public Answer combine(Evidence evidence) {
            return Answer.of(evidence.hull(), evidence.voices());
        }
    },
    /** From the greatest lower to the least upper end, as far as the bounds allow. */
    INTERSECTION("intersection", "IEEE Std 1788-2015, intersection", "Every voice is right, bounds included.") {
        @Override
        public Answer combine(Evidence evidence) {
            Interval common = evidence.bounds().isEmpty() ? Interval.ENTIRE : evidence.room();
            for (Voice voice : evidence.voices()) {
                common = common.intersection(voice.range());
            }
            List<Voice> all = new ArrayList<>(evidence.voices());
            all.addAll(evidence.bounds());
            return Answer.of(common, all);
        }
    },
    /** From the lowest to the highest reliable report; best is the one judged most likely. */
    UCDP(
            "UCDP",
            "R. Sundberg and E. Melander, Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50,"
                    + " 2013",
            "Sources graded D or E and claims graded 4 or 5 are not reliable. The best graded figure is the most likely;"
                    + " without grades, the best value that a source states.") {
        @Override
        public Answer combine(Evidence evidence) {
            List<Voice> reliable =
                    evidence.voices().stream().filter(Voice::reliable).toList();
            return Answer.of(Evidence.hull(reliable), reliable)
                    .best(evidence.mostLikely(reliable))
                    .leavingOut("not reliable by its grade");
        }
    },
    /** Low and high always; best only where a source supports it. */
    PRIO(
            "PRIO",
            "B. Lacina and N. P. Gleditsch, Monitoring Trends in Global Combat, European Journal of Population 21, 2005",
            "Only a best value that a source states itself supports one.") {
        @Override
        public Answer combine(Evidence evidence) {
            return Answer.of(evidence.hull(), evidence.voices()).best(evidence.statedBest());
        }
    },
    /** As PRIO, but the low estimate stands in for a best one that is missing. */
    OWID(
            "Our World in Data",
            "Our World in Data, etl, garden step of prio_v31: best estimates that are missing are replaced by the lower"
                    + " bound, and a sum with a missing member is missing",
            "As PRIO.") {
        @Override
        public Answer combine(Evidence evidence) {
            Answer answer = PRIO.combine(evidence);
            return answer.best().isEmpty()
                    ? answer.best(Interval.of(answer.range().inf())).note("low stands in for a best value")
                    : answer;
        }

        @Override
        public boolean addsUpWithMissing() {
            return false;
        }
    },
    /** As PRIO, with low, best and high put in order first. */
    IHME(
            "IHME",
            "Institute for Health Metrics and Evaluation, ihme-modeling, gbd_2016_shocks, 02_format_UCDP_wardeaths.do",
            "Claims whose own order is broken are set aside when a dossier is read; "
                    + "Estimate.inOrder repairs them.") {
        @Override
        public Answer combine(Evidence evidence) {
            Interval range = evidence.hull();
            Interval best = evidence.statedBest();
            return Answer.of(range, evidence.voices())
                    .best(
                            best.isEmpty()
                                    ? best
                                    : Interval.of(
                                            new Estimate(range.inf(), best.inf(), range.sup())
                                                    .inOrder()
                                                    .best(),
                                            new Estimate(range.inf(), best.sup(), range.sup())
                                                    .inOrder()
                                                    .best()));
        }
    },
    /** The most conservative report; words such as "dozens" count as numbers. */
    ACLED(
            "ACLED",
            "Armed Conflict Location & Event Data, How does ACLED code fatalities?, 2023",
            "The most conservative report is the one with the lowest number; of a range, its lower end counts. A word for"
                    + " a number counts where the text says no more than it and what the claim counts.") {
        @Override
        public Answer combine(Evidence evidence) {
            return AcledNumbers.mostConservative(evidence);
        }

        @Override
        public Answer withoutRanges(Evidence evidence) {
            return AcledNumbers.mostConservative(evidence);
        }
    },
    /** From the least to the greatest report of an incident, which has a grade. */
    AIRWARS("Airwars", "Airwars, Methodology, airwars.org/about/methodology", Airwars.ASSUMPTIONS) {
        @Override
        public Answer combine(Evidence evidence) {
            return Airwars.ACCUSING_NOBODY.combine(evidence);
        }
    },
    /** From the least to the greatest report, for each group of people by itself. */
    BUREAU(
            "Bureau of Investigative Journalism",
            "The Bureau of Investigative Journalism, Our methodology, thebureauinvestigates.com/explainers/our-methodology",
            "A group of people, such as civilians or children, is a quantity of its own.") {
        @Override
        public Answer combine(Evidence evidence) {
            return HULL.combine(evidence);
        }
    },
    /** The minimum and the maximum of each incident. */
    IRAQ_BODY_COUNT(
            "Iraq Body Count",
            "H. Dardagan et al., Iraq Body Count, Methods, section 3, iraqbodycount.org/about/methods/3",
            "The quantity counts the deaths of civilians in one incident.") {
        @Override
        public Answer combine(Evidence evidence) {
            return HULL.combine(evidence);
        }
    },
    /** The more accurate of conflicting counts; all of them where that cannot be settled. */
    CLODFELTER(
            "Clodfelter",
            "M. Clodfelter, Warfare and Armed Conflicts: A Statistical Encyclopedia, introduction",
            "Counts are traced to their origins by the dossier's own; the more accurate is the better graded.") {
        @Override
        public Answer combine(Evidence evidence) {
            List<Voice> kept = evidence.bestGraded(evidence.voices());
            Set<String> figures = kept.stream()
                    .map(voice -> NumberText.range(voice.range()))
                    .sorted()
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Answer answer = Answer.of(Evidence.hull(kept), kept).leavingOut("graded below another");
            return figures.size() > 1
                    ? answer.note("not settled, so all are printed: " + FirstFew.of(List.copyOf(figures)))
                    : answer;
        }
    },
    /** The first of a fixed order of compilers, with the variance of its error. */
    CIVIL_WAR(
            "American Civil War battle data",
            "J. B. Arnold, acw_battle_data, bin/build_nps_combined.R and R/misc.R, github.com/jrnold/acw_battle_data",
            "The published order is that of the reports of the National Park Service; PreferenceOrder takes any other.") {
        @Override
        public Answer combine(Evidence evidence) {
            return PreferenceOrder.PUBLISHED.combine(evidence);
        }
    },
    /** One figure with the greatest possible error above and below it. */
    CDB90(
            "CDB90",
            "HERO, CDB90 database of land battles, note 11: the adjudged greatest possible deviations, plus or minus, from the"
                    + " values given; in percent",
            "The figure is the most likely one, as for UCDP; the voices are the possible deviations.") {
        @Override
        public Answer combine(Evidence evidence) {
            Interval figure = evidence.mostLikely(evidence.voices());
            Answer answer = Answer.of(evidence.hull(), evidence.voices());
            return figure.isSingleton()
                    ? answer.best(figure).note(errorBars(figure.inf(), evidence.hull()))
                    : answer.note("no single figure for error bars");
        }
    },
    /** One figure for each side; an unknown one is left out, and said to be. */
    CORRELATES_OF_WAR(
            "Correlates of War",
            "M. R. Sarkees and F. W. Wayman, Resort to War 1816–2007, 2010; battle deaths of −9 are unknown",
            "The figure is the most likely one, as for UCDP.") {
        @Override
        public Answer combine(Evidence evidence) {
            Interval figure = evidence.mostLikely(evidence.voices());
            if (!figure.isSingleton()) {
                return Answer.none(Outcome.NOT_SETTLED, evidence.voices()).note("no one figure is the most likely");
            }
            List<Voice> giving = evidence.voices().stream()
                    .filter(voice -> voice.range().contains(figure.inf()))
                    .toList();
            return Answer.of(figure, giving).best(figure).leavingOut("gives another figure");
        }
    },
    /** Only what is shown one by one: a floor. */
    ORYX(
            "Oryx",
            "Oryx, Attack On Europe: Documenting Equipment Losses, which lists only what pictures confirm",
            ShownLosses.ASSUMPTIONS) {
        @Override
        public Answer combine(Evidence evidence) {
            return ShownLosses.floor(evidence);
        }

        @Override
        public Answer withoutRanges(Evidence evidence) {
            return ShownLosses.floor(evidence);
        }

        @Override
        public boolean countsBounds() {
            return true;
        }
    },
    /** From the least to the greatest number that more than half of the voices cover. */
    MAJORITY(
            "more than half",
            "K. A. Marzullo, Maintaining the Time in a Distributed System, Stanford University 1984",
            "Fewer than half of n voices are wrong: what n − f cover, with the greatest f below n/2.") {
        @Override
        public Answer combine(Evidence evidence) {
            return Consensus.of(evidence).faultTolerant((evidence.voices().size() - 1) / 2);
        }
    },
    /** The range that most voices cover. */
    MARZULLO(
            "Marzullo",
            "K. A. Marzullo, Maintaining the Time in a Distributed System, Stanford University 1984",
            "Where several ranges are covered equally often, none is chosen.") {
        @Override
        public Answer combine(Evidence evidence) {
            return Consensus.of(evidence).mostCovered();
        }
    },
    /** The ranges that enough voices cover, and their mean weighted by how many do. */
    BROOKS_IYENGAR(
            "Brooks–Iyengar",
            "R. R. Brooks and S. S. Iyengar, Robust Distributed Computing and Sensing Algorithm, 1996",
            "Fewer than a third of the voices are wrong.") {
        @Override
        public Answer combine(Evidence evidence) {
            return Consensus.of(evidence).brooksIyengar((evidence.voices().size() - 1) / 3);
        }
    },
    /** The mean of all voices, weighted by their grades. */
    MIXTURE(
            "weighted mixture",
            "S. Ferson et al., Constructing probability boxes and Dempster–Shafer structures, SAND2002-4015",
            "Each voice is right with a probability in proportion to its weight; the weight of a voice is the reliability of its"
                    + " source plus the credibility of its claim, each from 5 to 1, and 3 where it is not judged.") {
        @Override
        public Answer combine(Evidence evidence) {
            Mixture mixture = Mixture.of(evidence).orElseThrow();
            return Answer.of(mixture.mean(), evidence.voices())
                    .note("median " + NumberText.range(mixture.quantile(0.5)) + ", 5% and 95% quantiles within "
                            + NumberText.range(mixture.quantile(0.05).convexHull(mixture.quantile(0.95))));
        }
    };

    private static final int DIGITS = 3;

    private static final Set<NamedRule> OF_DEATHS =
            EnumSet.of(UCDP, PRIO, OWID, IHME, ACLED, AIRWARS, BUREAU, IRAQ_BODY_COUNT, CORRELATES_OF_WAR);

    private final String title;
    private final String citation;
    private final String assumptions;

    NamedRule(String title, String citation, String assumptions) {
        this.title = title;
        this.citation = citation;
        this.assumptions = assumptions;
    }

    /**
     * Returns the rule of a name.
     *
     * @param id its short name
     * @return the rule
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static NamedRule of(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule " + Excerpt.quoted(id) + " is not one of: "
                        + Arrays.stream(values()).map(NamedRule::id).collect(Collectors.joining(", "))));
    }

    /**
     * Returns whether those whose rule it is apply it to losses of people alone. Muster applies it to whatever is claimed.
     *
     * @return true for the rules of data sets about deaths
     */
    public boolean isOfDeaths() {
        return OF_DEATHS.contains(this);
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return title;
    }

    /**
     * Returns where the rule is described.
     *
     * @return author, title and year, or address
     */
    public String citation() {
        return citation;
    }

    /**
     * Returns what the rule takes for granted here.
     *
     * @return one or two sentences
     */
    public String assumptions() {
        return assumptions;
    }

    /** Returns such as {@code 28,063 +0/−27 %}. */
    private static String errorBars(double figure, Interval range) {
        String written = NumberText.range(Interval.of(figure));
        return figure == 0
                ? written + " has no error in percent"
                : written + " +" + Decimals.nearest(100 * (range.sup() - figure) / figure, DIGITS) + "/−"
                        + Decimals.nearest(100 * (figure - range.inf()) / figure, DIGITS) + " %";
    }

    /** Returns the title. */
    @Override
    public String toString() {
        return title;
    }
}
