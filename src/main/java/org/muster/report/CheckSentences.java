package org.muster.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.check.Check;
import org.muster.check.Check.Kind;
import org.muster.check.Check.Side;
import org.muster.check.Check.Verdict;
import org.muster.check.PartFigure;
import org.muster.compare.NumberText;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.compare.Ranges;
import org.muster.dossier.AsOf;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Names;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.figure.Figure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;

/** Sentences about checks that fail, or may fail. */
final class CheckSentences {

    /** Where there are more parts than this, only their number and their sum are given. */
    private static final int MOST_PARTS = 4;

    private static final Interval ANY_COUNT = Interval.of(0, Double.POSITIVE_INFINITY);
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private final Names names;
    private final Ranges ranges;
    private final AgreementSentences voices;

    CheckSentences(Names names, Ranges ranges, AgreementSentences voices) {
        this.names = names;
        this.ranges = ranges;
        this.voices = voices;
    }

    /**
     * Returns a sentence about a sum, a bound or a written rule that fails, such as {@code Soviet Union, rocket
     * launchers: 1,152 (Wikipedia) is 19 short of its fronts' 1,171 (Glantz 1983)}; for a single voice, such as {@code
     * Union, casualties: 23,049 (Fox 1889) is 4 more than its own parts give: 3,155 killed + 14,529 wounded + 5,361
     * captured or missing = 23,045}.
     */
    String failure(Check check) {
        String by = NumberText.difference(
                check.verdict() == Verdict.SHORT ? check.residual().negate() : check.residual());
        String than = check.verdict() == Verdict.SHORT ? by + " short of " : by + " more than ";
        if (check.kind() == Kind.RULE) {
            return check.quantity().map(names::quantity).orElse("Rule") + ": " + side(check.whole()) + " is " + than
                    + (check.isOfOneVoice() ? "its own " + number(check.parts()) : side(check.parts()))
                    + ", by the rule \"" + check.rule() + "\"" + reservation(check);
        }
        if (check.isOfOneVoice()) {
            Side whole = ofPartsVoices(check);
            return quantity(check) + ": " + side(whole) + inWorks(whole, whole.voices()) + " is " + than
                    + ownParts(check, whole.voices()) + reservation(check);
        }
        return quantity(check) + ": " + side(check.whole()) + " is " + than + parts(check) + reservation(check);
    }

    /** Returns a sentence about the first of the failures of one quantity, and how many there are besides. */
    String widest(List<Check> failures) {
        Check first = failures.get(0);
        int others = failures.size() - 1;
        if (first.kind() == Kind.SERIES) {
            return revisedDown(first)
                    + (others == 0 ? "" : others == 1 ? "; once more besides" : "; " + others + " times more besides");
        }
        return failure(first)
                + (others == 0
                        ? ""
                        : others == 1
                                ? "; one more of its sums or bounds fails"
                                : "; " + others + " more of its sums or bounds fail");
    }

    /**
     * Returns a sentence such as {@code A, killed: Smith 1990 counts 16,000 (as of June 1945) and later 7,401 (as of
     * November 1945), revised down by 8,599}.
     */
    String revisedDown(Check check) {
        return quantity(check) + ": " + voice(check) + " counts " + claims(check.parts(), check) + " and "
                + (check.whole().asOf().isEmpty() ? "in the end " : "later ") + claims(check.whole(), check)
                + ", revised down by " + NumberText.difference(check.residual().negate())
                + (check.soft() ? " or so" : "");
    }

    /**
     * Returns a sentence such as {@code Japan, killed: Reed 2001 copies 83,773 from Glantz 1983, where the figure is
     * 83,737: 36 more}.
     */
    String copy(Check check) {
        Interval residual = check.residual();
        String differs = check.verdict() == Verdict.SHORT
                ? ": " + NumberText.difference(residual.negate()) + " fewer"
                : check.verdict() == Verdict.OVER ? ": " + NumberText.difference(residual) + " more" : "";
        return quantity(check) + ": " + names.works(check.whole().claims()) + " copies "
                + numbers(check.whole()) + " from " + names.works(check.parts().claims()) + ", where the figure is "
                + numbers(check.parts()) + differs;
    }

    /**
     * Returns a sentence such as {@code Japan, men: 900–1,100 (Coox 1985) may be too few for 800–1,000 in Manchuria
     * (…), by up to 100}.
     */
    String doubtfulBound(Check check) {
        return quantity(check) + ": " + side(check.whole()) + " may be too few for " + parts(check) + ", by up to "
                + NumberText.range(Interval.of(-check.residual().inf()));
    }

    /**
     * Returns a sentence such as {@code Japan, tanks: about 400 (Monograph 155) but 369–600 captured (Soviet Union), up
     * to 200 too many …}.
     */
    String losses(Check check) {
        String excess = check.isFailed()
                ? NumberText.difference(check.residual().negate())
                : "up to " + NumberText.range(Interval.of(-check.residual().inf()));
        boolean people = check.quantity()
                .filter(whole -> ranges.dossier().hierarchy().isPeople(whole.measure()))
                .isPresent();
        return quantity(check) + ": " + side(check.whole()) + " but "
                + listed(check)
                        .map(PartList::parts)
                        .orElseGet(() -> NumberText.range(check.parts().range()) + " lost") + ", " + excess
                + " too many unless more arrived or " + (people ? "returned" : "were repaired");
    }

    /**
     * Returns whether a copy only rounds its original, or only gives a bound that the original keeps.
     *
     * @param check a copy against its original
     * @return whether it is soft and within half a unit of its last non-zero digit of the original, or such as "at least
     *     6,400" where the original has 6,412
     */
    boolean isRounding(Check check) {
        return check.whole().claims().stream()
                .allMatch(claim -> claim.figure().isOneSided()
                        ? check.parts().range().isSubset(voices.range(claim))
                        : claim.figure().isSoft()
                                && Figure.of("", voices.range(claim), Qualifier.ROUNDED)
                                                        .unit()
                                                / 2
                                        >= check.residual().mag());
    }

    private String quantity(Check check) {
        return check.quantity().map(names::quantity).orElse("Rule");
    }

    private String voice(Check check) {
        return voices.few(check.whole().voices());
    }

    private String claims(Side side, Check check) {
        String voice = check.whole().voices().get(0);
        return String.join(
                " and ",
                side.claims().stream()
                        .map(claim -> voices.claimed(voice, claim))
                        .toList());
    }

    private String numbers(Side side) {
        Set<String> numbers = new LinkedHashSet<>();
        side.claims().forEach(claim -> numbers.add(voices.number(claim)));
        return String.join(" and ", numbers);
    }

    /** Returns the range of a side, who gives it, and its date: {@code 1,393 (Soviet Union, as of 5 August 1945)}. */
    private String side(Side side) {
        return number(side) + by(side);
    }

    private static String number(Side side) {
        return NumberText.range(side.range(), Firmness.of(side.claims()), side.claims());
    }

    private String by(Side side) {
        List<String> said = new ArrayList<>();
        if (!side.voices().isEmpty()) {
            said.add(voices.few(side.voices()));
        }
        List<AsOf> dates = AsOf.of(side.claims());
        if (dates.size() == 1 && dates.get(0).isGiven()) {
            said.add("as of " + dates.get(0).label());
        }
        return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
    }

    /** Returns the whole as the voices give it that speak of the parts: others may give the same whole, and no parts. */
    private Side ofPartsVoices(Check check) {
        Set<String> voices = new LinkedHashSet<>(check.whole().voices());
        check.parts()
                .claims()
                .forEach(claim -> voices.retainAll(ranges.dossier().voices(claim)));
        if (voices.isEmpty()) {
            return check.whole();
        }
        List<Claim> claims = check.whole().claims().stream()
                .filter(claim -> !Collections.disjoint(ranges.dossier().voices(claim), voices))
                .toList();
        return new Side(List.copyOf(voices), claims, check.whole().range());
    }

    /** Returns the works in which a voice is quoted, where the voice is not the work itself. */
    private String inWorks(Side side, Collection<String> voices) {
        Set<String> works = new LinkedHashSet<>();
        side.claims().forEach(claim -> works.addAll(claim.sources()));
        return works.equals(Set.copyOf(voices)) ? "" : " in " + names.works(side.claims());
    }

    /** Returns the sum of one voice's own parts. */
    private String ownParts(Check check, Collection<String> voices) {
        Optional<PartList> list = listed(check);
        if (list.isPresent() && list.get().number() == 1) {
            return "its own part" + (list.get().unknown().isEmpty() ? "" : " that has a figure")
                    + inWorks(check.parts(), voices) + date(check) + ": "
                    + list.get().parts();
        }
        return (check.verdict() == Verdict.SHORT ? "what its own " : "its own ")
                + named(check).orElse(list.isPresent() ? "parts" : numbered(check)) + " give"
                + inWorks(check.parts(), voices) + date(check) + ": "
                + list.map(some -> some.parts() + " = " + NumberText.range(some.known()) + some.unknown())
                        .orElseGet(() -> NumberText.range(check.parts().range()));
    }

    /** Returns the date of the parts where it is another than that of the whole: {@code as of 30 June 2017}. */
    private static String date(Check check) {
        List<AsOf> dates = AsOf.of(check.parts().claims());
        return dates.size() == 1
                        && dates.get(0).isGiven()
                        && !dates.equals(AsOf.of(check.whole().claims()))
                ? " as of " + dates.get(0).label()
                : "";
    }

    /** Returns the sum of parts from several voices: {@code its fronts' 1,171 (Glantz 1983)}. */
    private String parts(Check check) {
        Optional<String> collective = named(check);
        if (collective.isEmpty() && !isGreatest(check)) {
            Optional<PartList> list = listed(check);
            if (list.isPresent()) {
                return list.get().parts()
                        + date(check)
                        + list.get().unknown()
                        + (check.kind() == Kind.BOUND
                                ? ", which " + (list.get().number() > 1 ? "are" : "is") + " part of it"
                                : "");
            }
        }
        List<String> labels = labels(check);
        return collective.isPresent() || isGreatest(check) || labels.isEmpty()
                ? (isGreatest(check) ? "the greatest of " : "") + "its " + collective.orElseGet(() -> numbered(check))
                        + "' " + side(check.parts())
                : number(check.parts()) + " for " + String.join(" + ", labels) + by(check.parts());
    }

    /** Returns what the parts are called of which something is claimed; empty where they are many. */
    private static List<String> labels(Check check) {
        Set<Quantity> claimed = new HashSet<>();
        check.parts().claims().forEach(claim -> claimed.add(claim.quantity()));
        List<String> labels = check.breakdown().stream()
                .flatMap(rule -> rule.parts().stream().filter(claimed::contains).map(rule::label))
                .toList();
        return labels.size() > MOST_PARTS + 1 ? List.of() : labels;
    }

    private static boolean isGreatest(Check check) {
        return check.kind() == Kind.BOUND
                && check.breakdown()
                        .filter(rule -> rule.kind() == WholePartRule.Kind.SHARED)
                        .isPresent();
    }

    /** Returns what a dossier calls the parts, such as fronts; empty where that is not a plural. */
    private static Optional<String> named(Check check) {
        return check.breakdown()
                .flatMap(WholePartRule::breakdown)
                .filter(breakdown ->
                        breakdown.partition().endsWith("s") && breakdown.parts().size() > 1)
                .map(Breakdown::partition);
    }

    /** Returns the parts with their number, if they are many. */
    private static String numbered(Check check) {
        int number = check.breakdown()
                .flatMap(WholePartRule::breakdown)
                .map(breakdown -> breakdown.parts().size())
                .orElse(0);
        return number > MOST_PARTS ? number + " parts" : "parts";
    }

    /**
     * The parts that have a figure, in words.
     *
     * @param parts the list: {@code 290 in Manchuria (Moschanskiy) + about 80 in Korea (Wikipedia)}
     * @param number how many they are
     * @param known what they come to
     * @param unknown what has no figure; empty where that does not matter
     */
    private record PartList(String parts, int number, Interval known, String unknown) {}

    /**
     * Returns the list of parts. Empty where there are many, or where their figures do not add up to what the whole was checked
     * against. Counts of a loss of an earlier date are at least what the whole was checked against.
     */
    private Optional<PartList> listed(Check check) {
        if (check.breakdown().isEmpty()) {
            return Optional.empty();
        }
        WholePartRule rule = check.breakdown().get();
        List<PartFigure> parts = PartFigure.of(check, ranges);
        List<PartFigure> known =
                parts.stream().filter(part -> part.figure().range().isPresent()).toList();
        if (known.isEmpty() || known.size() > MOST_PARTS + 1) {
            return Optional.empty();
        }
        Interval sum = Interval.of(0);
        for (PartFigure part : known) {
            sum = sum.add(part.figure().range().get());
        }
        Interval all = known.size() == parts.size() ? sum : sum.add(ANY_COUNT);
        boolean isEarlier =
                check.parts().range().equals(sum.add(ANY_COUNT)) && !date(check).isEmpty();
        if (!all.equals(check.parts().range()) && !isEarlier) {
            return Optional.empty();
        }
        StringBuilder list = new StringBuilder();
        Set<String> last = Set.of();
        for (PartFigure part : known) {
            if (!list.isEmpty()) {
                list.append(part.voices().equals(last) ? "" : by(check, last)).append(" + ");
            }
            list.append(named(rule, part));
            last = part.voices();
        }
        list.append(by(check, last));
        return Optional.of(new PartList(list.toString(), known.size(), sum, unknown(check, rule, parts)));
    }

    /** Returns the parts without a figure: {@code , with no figure for captivity after the war}; they do not matter to a bound. */
    private static String unknown(Check check, WholePartRule rule, List<PartFigure> parts) {
        if (check.kind() == Kind.BOUND || rule.breakdown().isEmpty()) {
            return "";
        }
        List<String> unknown = parts.stream()
                .filter(part -> part.figure().range().isEmpty())
                .map(part -> rule.label(part.quantity()))
                .toList();
        return unknown.isEmpty()
                ? ""
                : ", with no figure for "
                        + (unknown.size() > MOST_PARTS ? unknown.size() + " others" : String.join(" or ", unknown));
    }

    /** Returns who gives some consecutive parts of the list; a voice's own parts need no name. */
    private String by(Check check, Set<String> speakers) {
        return check.isOfOneVoice() ? "" : " (" + voices.few(List.copyOf(speakers)) + ")";
    }

    /** {@code 290 in Manchuria}, {@code Transbaikal Front's 583}, {@code 188 fighters}, {@code 3,155 killed}. */
    private String named(WholePartRule rule, PartFigure part) {
        String number = part.text();
        Optional<Dimension> dimension = rule.breakdown().map(Breakdown::dimension);
        if (dimension.isEmpty()) {
            return number + " " + part.quantity().measure().state().label();
        }
        return dimension.get() == Dimension.ITEM || dimension.get() == Dimension.STATE
                ? number + " " + part.quantity().measure().label()
                : dimension.get() == Dimension.PARTY
                        ? rule.label(part.quantity()) + (part.quantity().party().endsWith("s") ? "' " : "'s ") + number
                        : number + " in " + rule.label(part.quantity());
    }

    /** Returns the reservation about soft figures: {@code , if two figures are taken as exact}. */
    private String reservation(Check check) {
        if (!check.soft()) {
            return "";
        }
        Set<Claim> soft = new LinkedHashSet<>(check.whole().claims());
        soft.addAll(check.parts().claims());
        soft.removeIf(claim -> !claim.figure().isSoft());
        int number = soft.size();
        String figures = (number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number))
                + (number == 1 ? " figure is " : " figures are ");
        return ", if " + figures + check.tolerance().assumption();
    }
}
