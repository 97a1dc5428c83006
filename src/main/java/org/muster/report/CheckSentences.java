package org.muster.report;

import java.util.ArrayList;
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
import org.muster.compare.Tolerance;
import org.muster.dossier.AsOf;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Names;
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
                    + (check.isOfOneVoice()
                            ? "its own " + NumberText.range(check.parts().range(), firmness(check.parts()))
                            : side(check.parts()))
                    + ", by the rule \"" + check.rule() + "\"" + reservation(check);
        }
        String whole = side(check.whole());
        if (check.isOfOneVoice()) {
            String what = check.verdict() == Verdict.SHORT ? "what " : "";
            return quantity(check) + ": " + whole + inWorks(check, check.whole()) + " is " + than + what
                    + ownParts(check) + reservation(check);
        }
        return quantity(check) + ": " + whole + " is " + than + parts(check) + reservation(check);
    }

    /** Returns a sentence about the first of the failures of one quantity, and how many there are besides. */
    String widest(List<Check> failures) {
        int others = failures.size() - 1;
        return failure(failures.get(0))
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
                + listed(check).orElseGet(() -> NumberText.range(check.parts().range()) + " lost") + ", " + excess
                + " too many unless more arrived or " + (people ? "returned" : "were repaired");
    }

    /**
     * Returns whether a copy only rounds its original.
     *
     * @param check a copy against its original
     * @return whether it is soft and within half a unit of its last non-zero digit of the original
     */
    boolean isRounding(Check check) {
        return check.whole().claims().stream()
                .allMatch(claim -> claim.figure().isSoft()
                        && Figure.of("", voices.range(claim), Qualifier.ROUNDED).unit() / 2
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
        return NumberText.range(side.range(), firmness(side)) + by(side);
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

    private static Firmness firmness(Side side) {
        boolean soft = !side.claims().isEmpty()
                && side.claims().stream().allMatch(claim -> claim.figure().isSoft());
        boolean bound = side.claims().stream().allMatch(claim -> claim.figure().isOneSided());
        return soft ? Firmness.SOFT : bound ? Firmness.BOUND : Firmness.FIRM;
    }

    /** Returns the works in which one voice is quoted, where the voice is not the work itself. */
    private String inWorks(Check check, Side side) {
        Set<String> works = new LinkedHashSet<>();
        side.claims().forEach(claim -> works.addAll(claim.sources()));
        return works.equals(Set.copyOf(check.whole().voices())) ? "" : " in " + names.works(side.claims());
    }

    /** Returns the sum of one voice's own parts. */
    private String ownParts(Check check) {
        String together = NumberText.range(check.parts().range());
        String where = inWorks(check, check.parts());
        String own = "its own " + collective(check).orElse("parts") + " give" + where;
        Optional<String> list = listed(check);
        if (list.isPresent()) {
            return own + ": " + list.get() + " = " + together;
        }
        return own + ": " + together;
    }

    /** Returns the sum of parts from several voices: {@code its fronts' 1,171 (Glantz 1983)}. */
    private String parts(Check check) {
        Optional<String> collective = collective(check);
        if (collective.isEmpty() && !isGreatest(check)) {
            Optional<String> list = listed(check);
            if (list.isPresent()) {
                return list.get()
                        + (check.kind() == Kind.BOUND
                                ? ", which " + (parts(check, 2) ? "are" : "is") + " part of it"
                                : "");
            }
        }
        return (isGreatest(check) ? "the greatest of " : "") + "its " + collective.orElse("parts") + "' "
                + side(check.parts());
    }

    private static boolean parts(Check check, int number) {
        return check.breakdown().filter(rule -> rule.parts().size() >= number).isPresent();
    }

    private static boolean isGreatest(Check check) {
        return check.kind() == Kind.BOUND
                && check.breakdown()
                        .filter(rule -> rule.kind() == WholePartRule.Kind.SHARED)
                        .isPresent();
    }

    /** Returns what a dossier calls the parts, such as fronts; where that is not a plural, their number. */
    private static Optional<String> collective(Check check) {
        Optional<Breakdown> breakdown = check.breakdown().flatMap(WholePartRule::breakdown);
        if (breakdown.isEmpty()) {
            return Optional.empty();
        }
        String partition = breakdown.get().partition();
        boolean named = partition.endsWith("s") && breakdown.get().parts().size() > 1;
        int number = breakdown.get().parts().size();
        return named ? Optional.of(partition) : number > MOST_PARTS ? Optional.of(number + " parts") : Optional.empty();
    }

    /**
     * Returns the list of parts: {@code 290 in Manchuria (Moschanskiy) + about 80 in Korea (Wikipedia)}. Empty where
     * there are many, or where the figures of the parts do not add up to what the whole was checked against.
     */
    private Optional<String> listed(Check check) {
        if (check.breakdown().isEmpty() || check.breakdown().get().parts().size() > MOST_PARTS + 1) {
            return Optional.empty();
        }
        WholePartRule rule = check.breakdown().get();
        List<PartFigure> parts = PartFigure.of(check, ranges);
        Interval sum = Interval.of(0);
        for (PartFigure part : parts) {
            sum = sum.add(part.figure().range().orElse(ANY_COUNT));
        }
        if (!sum.equals(check.parts().range())) {
            return Optional.empty();
        }
        StringBuilder list = new StringBuilder();
        List<String> unknown = new ArrayList<>();
        Set<String> last = Set.of();
        for (PartFigure part : parts) {
            if (part.figure().range().isEmpty()) {
                if (rule.breakdown().isPresent()) {
                    unknown.add(rule.label(part.quantity()));
                }
                continue;
            }
            if (!list.isEmpty()) {
                list.append(part.voices().equals(last) ? "" : by(check, last)).append(" + ");
            }
            list.append(named(rule, part));
            last = part.voices();
        }
        list.append(by(check, last));
        if (!unknown.isEmpty() && check.kind() != Kind.BOUND) {
            list.append(", with no figure for ").append(String.join(" or ", unknown));
        }
        return Optional.of(list.toString());
    }

    /** Returns who gives some consecutive parts of the list; a voice's own parts need no name. */
    private String by(Check check, Set<String> speakers) {
        return check.isOfOneVoice() ? "" : " (" + voices.few(List.copyOf(speakers)) + ")";
    }

    /** {@code 290 in Manchuria}, {@code Transbaikal Front's 583}, {@code 188 fighters}, {@code 3,155 killed}. */
    private String named(WholePartRule rule, PartFigure part) {
        String number = NumberText.range(part.figure().range().orElseThrow(), part.firmness());
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
        return ", if " + figures
                + (check.tolerance().equals(Tolerance.NONE) ? "taken as exact" : "within the tolerance given");
    }
}
